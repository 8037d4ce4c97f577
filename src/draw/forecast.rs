//! The series with its forecast to the month of excellence. Knows a forecast as the analysis gives it; where there is none, neither is there a picture.

use crate::analysis::forecast::{ForecastPoint, Outlook, OutlookForTarget, Pace};
use crate::analysis::indicator::Assessed;
use crate::analysis::rating::Aim;
use crate::charts::fan::{self, Expected, Fan};
use crate::charts::{Finite, Label, Measure};
use crate::domain::Indicator;
use crate::draw::said::Said;
use crate::draw::series::{self, Detail};
use crate::draw::table::{Column, table};
use crate::draw::window::{Window, period};
use crate::draw::{Drawn, convert, printed};
use crate::words;

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
        title: title(outlook.target, last),
        subtitle: format!(
            "{}, {}, {}",
            indicator.name,
            printed::measured(indicator),
            period(window.first, last.month)
        ),
        alt: alt(assessed, outlook, last),
        notes: vec!["The shaded band holds the figure of each month ahead at 95%, if what moves it now goes on and dies away.".to_owned()],
        data: data(indicator, outlook),
    };
    Some(Drawn::of(&fan::lay_out(&fan, measure), said))
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

fn title(target: OutlookForTarget, last: &ForecastPoint) -> String {
    let month = last.month;
    match target {
        OutlookForTarget::Likely => format!("As things go, the target of {month} will be met"),
        OutlookForTarget::Open => format!("As things go, the target of {month} may or may not be met"),
        OutlookForTarget::Unlikely => format!("As things go, the target of {month} will be missed"),
        OutlookForTarget::NotTested => format!("Where it goes by {month} as things are"),
    }
}

fn interval(indicator: &Indicator, point: &ForecastPoint) -> String {
    format!(
        "{} to {}",
        printed::line(indicator, point.interval.lower),
        printed::line(indicator, point.interval.upper)
    )
}

/// Needed against achieved first, then the forecast.
fn alt(assessed: &Assessed<'_>, outlook: &Outlook, last: &ForecastPoint) -> Vec<String> {
    let indicator = assessed.indicator;
    let pace = assessed
        .forecast
        .pace
        .as_ref()
        .ok()
        .map(|pace| said_of_pace(indicator, pace));
    let ahead = format!(
        "Forecast for {}, {}: {}, at 95% between {}.",
        last.month,
        words::count(outlook.points.len(), "month ahead", "months ahead"),
        printed::line(indicator, last.centre),
        interval(indicator, last).replacen(" to ", " and ", 1)
    );
    let target = assessed
        .end_target
        .map(|end| format!("Target {} by {}.", printed::aim(indicator, end.aim), end.month));
    [pace, Some(ahead), target, Some(assessed.verdict.sentence())]
        .into_iter()
        .flatten()
        .collect()
}

fn said_of_pace(indicator: &Indicator, pace: &Pace) -> String {
    let change = |amount| words::change(amount, indicator.unit, *indicator.decimals.value());
    let closing = if pace.achieved < rust_decimal::Decimal::ZERO {
        "widened"
    } else {
        "closed"
    };
    let achieved = format!(
        "since {} the gap {closing} by {} a month",
        pace.from,
        change(pace.achieved)
    );
    match pace.needed {
        Some(needed) => format!("Needed from now on: {} a month; {achieved}.", change(needed)),
        None => format!("{}: {achieved}.", pace.word.word()),
    }
}

fn data(indicator: &Indicator, outlook: &Outlook) -> crate::draw::DataTable {
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
