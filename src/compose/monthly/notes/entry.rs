//! One indicator's entry: its definition, and every figure that the scorecard has no room for.
//! Knows what is told of an indicator; nothing that does not apply is printed.

use crate::analysis::comparison::Compared;
use crate::analysis::exact::printed_binary;
use crate::analysis::forecast::{Outlook, OutlookForTarget, Pace, PaceWord};
use crate::analysis::indicator::{Assessed, Life};
use crate::analysis::method::SEASONAL;
use crate::analysis::streak::Streak;
use crate::analysis::year_to_date::PooledOrNot;
use crate::compose::context::Context;
use crate::compose::monthly::exceptions::{latest_figure, targets};
use crate::compose::printed;
use crate::compose::shapes::Labelled;
use crate::domain::{Exact, Frequency, Indicator, Located};
use crate::words;
use rust_decimal::Decimal;
use serde::Serialize;

/// An indicator's entry.
#[derive(Debug, Serialize)]
pub struct Entry {
    /// Its name in the inputs; the layout makes a label of it.
    pub id: String,
    /// Its reference and name.
    pub name: String,
    /// What it is, in plain words.
    pub definition: String,
    /// What is told of it, a paragraph each: what is counted and by whom, how it stands, what it aims at, what others have.
    pub facts: Vec<Vec<Labelled>>,
}

/// The entry of an indicator that has begun.
pub fn entry(context: &Context<'_>, assessed: &Assessed<'_>) -> Option<Entry> {
    match assessed.life {
        Life::NotBegun => return None,
        Life::InUse | Life::Ended(_) => {}
    }
    let indicator = assessed.indicator;
    let facts = [
        counted(indicator)
            .into_iter()
            .chain(origin(context, assessed))
            .collect(),
        standing(assessed),
        aims(assessed).into_iter().chain(prospects(assessed)).collect(),
        others(assessed),
    ];
    Some(Entry {
        id: indicator.id.value().to_string(),
        name: format!("{} {}", indicator.reference, indicator.name),
        definition: indicator.definition.clone(),
        facts: facts
            .into_iter()
            .filter(|part: &Vec<_>| !part.is_empty())
            .collect(),
    })
}

fn counted(indicator: &Indicator) -> Vec<Labelled> {
    let denominator = indicator.denominator.as_ref();
    std::iter::once(Labelled::new("Counted", indicator.numerator.as_str()))
        .chain(denominator.map(|denominator| Labelled::new("Out of", denominator.as_str())))
        .collect()
}

fn standing(assessed: &Assessed<'_>) -> Vec<Labelled> {
    let indicator = assessed.indicator;
    let pooled = year_to_date(indicator, &assessed.periods.year_to_date);
    let mut facts = vec![
        Labelled::new("Latest", latest_figure(assessed)),
        Labelled::new("Difference", printed::difference(indicator, &assessed.difference)),
        Labelled::new("Year to date", pooled),
    ];
    facts.extend(in_a_row("At target", &assessed.at_target));
    facts.extend(in_a_row("Off target", &assessed.off_target));
    facts
}

fn year_to_date(indicator: &Indicator, pooled: &PooledOrNot<'_>) -> String {
    match pooled {
        Ok(pooled) => {
            let figure = printed::value(indicator, pooled.published);
            let since = match pooled.since_break {
                Some(_) => format!("from the new definition in {}", pooled.from),
                None => format!("from {}", pooled.from),
            };
            format!("{figure}, {since}, {}", pooled.coverage())
        }
        Err(why) => format!("none: {}", why.words()),
    }
}

fn in_a_row(label: &str, streak: &Streak) -> Option<Labelled> {
    let since = streak.since?;
    let figures = words::count(streak.figures, "figure", "figures in a row");
    let longer = if streak.may_be_longer() {
        "; how long before cannot be said"
    } else {
        ""
    };
    Some(Labelled::new(label, format!("{figures}, since {since}{longer}")))
}

fn aims(assessed: &Assessed<'_>) -> Vec<Labelled> {
    let indicator = assessed.indicator;
    let targets = targets(assessed).map(|targets| Labelled::new("Target now, end", targets));
    let baseline = indicator.baseline.as_ref().map(|baseline| {
        let value = printed::value(indicator, baseline.value.value().0);
        Labelled::new("Baseline", format!("{value}, {}", baseline.period))
    });
    targets
        .into_iter()
        .chain(tolerance(indicator))
        .chain(baseline)
        .collect()
}

fn tolerance(indicator: &Indicator) -> Option<Labelled> {
    let size = |side: &str, typed: Option<&Located<Exact>>| {
        let size = words::change(typed?.value().0, indicator.unit, *indicator.decimals.value());
        Some(format!("{size} {side}"))
    };
    let worse = size("on the worse side", indicator.tolerance.below.as_ref());
    let better = size("on the better side", indicator.tolerance.above.as_ref());
    let both: Vec<String> = worse.into_iter().chain(better).collect();
    (!both.is_empty()).then(|| Labelled::new("Tolerance", both.join("; ")))
}

/// What the process will do with the end target, at what pace it comes nearer, and the forecast: for what has one.
fn prospects(assessed: &Assessed<'_>) -> Vec<Labelled> {
    let indicator = assessed.indicator;
    let end = assessed
        .verdict
        .end_sentence()
        .map(|sentence| Labelled::new("As things are", sentence));
    let pace = assessed.forecast.pace.as_ref().ok();
    let pace = pace.map(|pace| Labelled::new("Pace", pace_in_words(indicator, pace)));
    let outlook = assessed.forecast.outlook.as_ref().ok();
    let outlook = outlook.and_then(|outlook| Some(Labelled::new("Forecast", forecast(indicator, outlook)?)));
    [end, pace, outlook].into_iter().flatten().collect()
}

/// Paces are printed with one decimal more than the figures.
fn pace_in_words(indicator: &Indicator, pace: &Pace) -> String {
    let a_month = |amount: Decimal| words::number(amount.abs(), *indicator.decimals.value() + 1);
    let way = if pace.achieved < Decimal::ZERO {
        "grew"
    } else {
        "closed"
    };
    let achieved = format!(
        "the gap {way} by {} a month since {}",
        a_month(pace.achieved),
        pace.from
    );
    match (pace.word, pace.needed) {
        (PaceWord::Reached, _) => pace.word.word().to_owned(),
        (_, Some(needed)) => format!("{}: {achieved}, and needs {}", pace.word.word(), a_month(needed)),
        (_, None) => format!("{}: {achieved}", pace.word.word()),
    }
}

fn forecast(indicator: &Indicator, outlook: &Outlook) -> Option<String> {
    let last = outlook.points.last()?;
    let figure = |value| {
        Some(printed::value(
            indicator,
            printed_binary(value, *indicator.decimals.value())?,
        ))
    };
    let target = match outlook.target {
        OutlookForTarget::Likely => ": its target is likely to be met",
        OutlookForTarget::Open => ": whether its target will be met is open",
        OutlookForTarget::Unlikely => ": its target is unlikely to be met",
        OutlookForTarget::NotTested => "",
    };
    Some(format!(
        "{} by {}, between {} and {} (damped trend, 95%){target}",
        figure(last.centre)?,
        last.month,
        figure(last.interval.lower)?,
        figure(last.interval.upper)?
    ))
}

fn others(assessed: &Assessed<'_>) -> Vec<Labelled> {
    assessed
        .comparators
        .iter()
        .map(|compared| comparator(assessed.indicator, compared))
        .collect()
}

fn comparator(indicator: &Indicator, compared: &Compared<'_>) -> Labelled {
    let comparator = compared.comparator;
    let label = if compared.is_comparable() {
        "Comparator"
    } else {
        "Not compared"
    };
    let value = printed::value(indicator, comparator.value.value().0);
    let published = format!(
        "{}, {}: {value} ({})",
        comparator.name, comparator.period, comparator.source
    );
    let words: Vec<String> = std::iter::once(published).chain(compared.caution()).collect();
    Labelled::new(label, words.join(". "))
}

fn origin(context: &Context<'_>, assessed: &Assessed<'_>) -> Vec<Labelled> {
    let indicator = assessed.indicator;
    let method = format!(
        "{}. {}",
        words::capitalised(assessed.method.name()),
        assessed.method.reason()
    );
    let seasonal = indicator.seasonal.then(|| Labelled::new("Seasons", SEASONAL));
    let body = context.charter().body_name(indicator.body.value());
    let given = format!("{}, {}; {body}", indicator.source, frequency(indicator.frequency));
    let ended = match assessed.life {
        Life::Ended(end) => Some(Labelled::new(
            "Ended",
            format!("{}: {}", end.month.value(), end.reason),
        )),
        Life::NotBegun | Life::InUse => None,
    };
    std::iter::once(Labelled::new("Method", method))
        .chain(seasonal)
        .chain([
            Labelled::new("Source", given),
            Labelled::new("Owner", context.office(indicator.owner.value())),
        ])
        .chain(ended)
        .collect()
}

fn frequency(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Monthly => "monthly",
        Frequency::Quarterly => "quarterly",
        Frequency::Annual => "once a year",
    }
}
