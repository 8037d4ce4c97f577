//! The series with its forecast to the month of excellence. Knows a forecast as the analysis gives it; where there is none, neither is there a picture.

use crate::analysis::forecast::{ForecastPoint, Outlook, OutlookForTarget, Pace, PaceWord};
use crate::analysis::indicator::Assessed;
use crate::analysis::rating::Aim;
use crate::charts::fan::{self, Expected, Fan};
use crate::charts::{Finite, Label, Measure};
use crate::domain::Indicator;
use crate::draw::said::Said;
use crate::draw::series::{self, Detail};
use crate::draw::table::{Column, table};
use crate::draw::window::{Window, period};
use crate::draw::{DataTable, Drawn, convert, printed, series_words};
use crate::words;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// The picture of an indicator's forecast, where the analysis supports one.
pub(super) fn forecast(assessed: &Assessed<'_>, window: Window, measure: &dyn Measure) -> Option<Drawn> {
    let outlook = assessed.forecast.outlook.as_ref().ok()?;
    let last = outlook.points.last()?;
    let indicator = assessed.indicator;
    let fan = Fan {
        series: series::series(assessed, window, Detail::Past)?,
        ahead: outlook.points.iter().map_while(expected).collect(),
        label: Some(Label::from(format!(
            "Forecast {}, likely {}",
            printed::line(indicator, last.centre),
            interval(indicator, last)
        ))),
        aim: aim(assessed, window),
    };
    let said = Said {
        title: title(assessed, outlook.target, last),
        subtitle: format!(
            "{}, {}, {}",
            indicator.name,
            printed::measured(indicator),
            period(window.first, last.month)
        ),
        alt: alt(assessed, window, outlook, last),
        notes: vec![
            "The shaded band holds the figure of each month ahead at 95%, if what moves it now dies away."
                .to_owned(),
        ],
        data: data(indicator, outlook),
    };
    Some(Drawn::of(fan::lay_out(&fan, measure), said))
}

fn expected(point: &ForecastPoint) -> Option<Expected> {
    Some(Expected {
        middle: Finite::new(point.centre)?,
        lower: Finite::new(point.interval.lower)?,
        upper: Finite::new(point.interval.upper)?,
    })
}

/// The end target, where it is one value and still ahead.
fn aim(assessed: &Assessed<'_>, window: Window) -> Option<fan::Aim> {
    let end = assessed.end_target?;
    let value = match end.aim {
        Aim::Value(target) => convert::finite(target)?,
        Aim::Range(..) => return None,
    };
    let month = usize::try_from(end.month.months_since(window.first)).ok()?;
    (end.month >= window.last).then(|| fan::Aim {
        month,
        value,
        label: Label::from(format!(
            "Target {} by {}",
            printed::aim(assessed.indicator, end.aim),
            end.month.short()
        )),
    })
}

fn title(assessed: &Assessed<'_>, target: OutlookForTarget, last: &ForecastPoint) -> String {
    let month = last.month;
    let expected = match target {
        OutlookForTarget::Likely => format!("likely to meet the target of {month} as things go"),
        OutlookForTarget::Open => format!("may or may not meet the target of {month}"),
        OutlookForTarget::Unlikely => format!("unlikely to meet the target of {month} as things go"),
        OutlookForTarget::NotTested => {
            let middle = printed::line(assessed.indicator, last.centre);
            format!("about {middle} in {month} as things go")
        }
    };
    series_words::named(assessed, &expected)
}

fn interval(indicator: &Indicator, point: &ForecastPoint) -> String {
    format!(
        "{} to {}",
        printed::line(indicator, point.interval.lower),
        printed::line(indicator, point.interval.upper)
    )
}

/// Needed against achieved first, then the forecast.
fn alt(assessed: &Assessed<'_>, window: Window, outlook: &Outlook, last: &ForecastPoint) -> Vec<String> {
    let indicator = assessed.indicator;
    let latest = assessed.verdict.value().map(|value| {
        format!(
            "{} in {}.",
            printed::value(indicator, value),
            assessed.verdict.month
        )
    });
    let ahead = format!(
        "Forecast for {}, {} ahead, if what moves it now dies away: {}, at 95% from {}.",
        last.month,
        words::count(outlook.points.len(), "month", "months"),
        printed::line(indicator, last.centre),
        interval(indicator, last)
    );
    let target = assessed.end_target.map(|end| {
        let by = if end.month > window.last { "by" } else { "since" };
        format!("Target {by} {}: {}.", end.month, printed::aim(indicator, end.aim))
    });
    let pace = assessed.forecast.pace.as_ref().ok();
    [
        latest.map(|latest| series_words::named(assessed, &latest)),
        target,
        pace.map(|pace| said_of_pace(indicator, pace)),
        Some(ahead),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A pace is a small part of a figure, so that it has a decimal more.
fn said_of_pace(indicator: &Indicator, pace: &Pace) -> String {
    let change = |amount| words::change(amount, indicator.unit, *indicator.decimals.value() + 1);
    let achieved = match pace.achieved.cmp(&Decimal::ZERO) {
        Ordering::Greater => format!("has closed by {} a month", change(pace.achieved)),
        Ordering::Equal => "has not moved".to_owned(),
        Ordering::Less => format!("has widened by {} a month", change(pace.achieved)),
    };
    match (pace.word, pace.needed) {
        (PaceWord::Reached, _) => "The end target is met.".to_owned(),
        (PaceWord::OutOfTime, _) | (_, None) => format!("Since {} the gap {achieved}.", pace.since()),
        (PaceWord::Enough | PaceWord::TooSlow | PaceWord::NotClosing, Some(needed)) => format!(
            "Since {} the gap {achieved}; from now on it must close by {}.",
            pace.since(),
            change(needed)
        ),
    }
}

fn data(indicator: &Indicator, outlook: &Outlook) -> DataTable {
    let points = &outlook.points;
    let line = |at: f64| printed::bare_line(indicator, at);
    table([
        Column::of("Month", points, |point| point.month.to_string()),
        Column::of(printed::head("Forecast", indicator), points, |point| {
            line(point.centre)
        }),
        Column::of("Interval from", points, |point| line(point.interval.lower)),
        Column::of("Interval to", points, |point| line(point.interval.upper)),
    ])
}
