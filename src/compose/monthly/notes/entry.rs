//! One indicator's entry: its definition, and every figure that the scorecard has no room for.
//! Knows what is told of an indicator; nothing that does not apply is printed.

use crate::analysis::comparison::{Comparability, Compared};
use crate::analysis::exact::printed_binary;
use crate::analysis::forecast::{Outlook, OutlookForTarget, Pace, PaceWord};
use crate::analysis::indicator::{Assessed, Life};
use crate::analysis::streak::Streak;
use crate::analysis::verdict::{AssuranceMark, Verdict};
use crate::analysis::year_to_date::{PooledOrNot, WhyNotPooled};
use crate::compose::context::Context;
use crate::compose::monthly::notes::sources::Sources;
use crate::compose::monthly::standing::{latest_figure, targets};
use crate::compose::printed;
use crate::compose::shapes::Labelled;
use crate::domain::{Exact, Frequency, Good, Indicator, Located, Unit, published};
use crate::words;
use rust_decimal::Decimal;
use serde::Serialize;
use std::cmp::Ordering;

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
pub fn entry(context: &Context<'_>, assessed: &Assessed<'_>, sources: &Sources<'_>) -> Option<Entry> {
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
        others(assessed, sources),
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
    let by = match indicator.unit {
        Unit::Percent => "out of",
        Unit::Number | Unit::RatePer10000 | Unit::Days | Unit::Ratio => "divided by",
    };
    let counted = match &indicator.denominator {
        Some(denominator) => format!(
            "{}, {by} {}",
            indicator.numerator,
            words::uncapitalised(denominator)
        ),
        None => indicator.numerator.clone(),
    };
    vec![Labelled::new("Counted", words::capitalised(&counted))]
}

fn standing(assessed: &Assessed<'_>) -> Vec<Labelled> {
    let indicator = assessed.indicator;
    let mut facts = vec![
        Labelled::new("Latest", latest_figure(assessed)),
        Labelled::new("Change", printed::difference(indicator, &assessed.difference)),
    ];
    let pooled = year_to_date(indicator, &assessed.periods.year_to_date);
    facts.extend(pooled.map(|pooled| Labelled::new("Year to date", pooled)));
    facts.extend(in_a_row("At target", &assessed.at_target));
    facts.extend(in_a_row("Off target", &assessed.off_target));
    facts
}

/// Nothing for what is never summed over months: the table of methods says of which kinds that is so.
fn year_to_date(indicator: &Indicator, pooled: &PooledOrNot<'_>) -> Option<String> {
    match pooled {
        Ok(pooled) => {
            let figure = printed::value(indicator, pooled.published);
            let since = match pooled.since_break {
                Some(_) => format!("from the new definition in {}", pooled.from),
                None => format!("from {}", pooled.from),
            };
            let coverage = match indicator.frequency {
                Frequency::Monthly => pooled.coverage(),
                Frequency::Quarterly => pooled.coverage_in("quarter", "quarters"),
                Frequency::Annual => pooled.coverage_in("year", "years"),
            };
            Some(format!("{figure}, {since}, {coverage}"))
        }
        Err(WhyNotPooled::Stock | WhyNotPooled::AlreadyPooled) => None,
        Err(why @ (WhyNotPooled::NoCounts | WhyNotPooled::NoFigures | WhyNotPooled::TooLarge)) => {
            Some(format!("none: {}", why.words()))
        }
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
    let targets = targets(assessed).map(|targets| Labelled::new("Target", targets));
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
        Some(format!("{} {side}", printed::size(indicator, typed?.value().0)))
    };
    let (on_one_side, on_the_other) = match indicator.good {
        Good::Range => ("below", "above"),
        Good::High | Good::Low | Good::Neutral => ("worse", "better"),
    };
    let worse = size(on_one_side, indicator.tolerance.below.as_ref());
    let better = size(on_the_other, indicator.tolerance.above.as_ref());
    let both: Vec<String> = worse.into_iter().chain(better).collect();
    (!both.is_empty()).then(|| Labelled::new("Tolerance", both.join(", ")))
}

/// What the process will do with the end target, at what pace it comes nearer, and the forecast: for what has one.
fn prospects(assessed: &Assessed<'_>) -> Vec<Labelled> {
    let indicator = assessed.indicator;
    let end = assessed.verdict.end_sentence();
    let end = end.and(as_things_are(&assessed.verdict));
    let extended = if indicator.good == Good::Range {
        " (our extension of the method to a range)"
    } else {
        ""
    };
    let end = end.map(|words| Labelled::new("As things are", format!("{words}{extended}")));
    let pace = assessed.forecast.pace.as_ref().ok();
    let falls_short = assessed.verdict.end_assurance == AssuranceMark::WillMiss;
    let pace = pace.map(|pace| {
        let goes_on = if falls_short && pace.word == PaceWord::Enough {
            ", and must go on doing so: up to now the process falls short of the target"
        } else {
            ""
        };
        Labelled::new("Pace", format!("{}{goes_on}", pace_in_words(indicator, pace)))
    });
    let outlook = match &assessed.forecast.outlook {
        Ok(outlook) => forecast(indicator, outlook),
        Err(why) => (indicator.good != Good::Neutral).then(|| format!("none: {}", why.brief())),
    };
    let outlook = outlook.map(|words| Labelled::new("Forecast", words));
    [end, pace, outlook].into_iter().flatten().collect()
}

/// The end target itself stands beside this.
fn as_things_are(verdict: &Verdict<'_>) -> Option<String> {
    match verdict.end_assurance {
        AssuranceMark::WillMeet => Some("the end target will be met every month".to_owned()),
        AssuranceMark::MayOrMayNot => Some("the end target will be met in some months".to_owned()),
        AssuranceMark::WillMiss => Some(format!(
            "the end target will be missed {}",
            verdict.missed_until()
        )),
        AssuranceMark::TooSoon | AssuranceMark::NotTested => None,
    }
}

/// Paces are printed with one decimal more than the figures.
fn pace_in_words(indicator: &Indicator, pace: &Pace) -> String {
    let a_month = |amount: Decimal| words::number(amount.abs(), *indicator.decimals.value() + 1);
    let decimals = *indicator.decimals.value() + 1;
    let (said, since) = (a_month(pace.achieved), pace.since());
    let achieved = match published(pace.achieved, decimals).cmp(&Decimal::ZERO) {
        Ordering::Less => format!("the gap grew by {said} a month since {since}"),
        Ordering::Equal => format!("the gap is what it was in {since}"),
        Ordering::Greater => format!("the gap closed by {said} a month since {since}"),
    };
    match (pace.word, pace.needed) {
        (PaceWord::Reached, _) => pace.word.word().to_owned(),
        (_, Some(needed)) => format!(
            "{}: {achieved}; it must close by {}",
            pace.word.word(),
            a_month(needed)
        ),
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

fn others(assessed: &Assessed<'_>, sources: &Sources<'_>) -> Vec<Labelled> {
    let compared = assessed.comparators.iter();
    let (beside, apart): (Vec<_>, Vec<_>) = compared.partition(|one| one.is_comparable());
    let of = |label: &str, group: &[&Compared<'_>]| {
        let said: Vec<String> = group
            .iter()
            .map(|one| comparator(assessed.indicator, one, sources))
            .collect();
        (!said.is_empty()).then(|| Labelled::new(label, said.join("; ")))
    };
    of("Comparator", &beside)
        .into_iter()
        .chain(of("Not compared", &apart))
        .collect()
}

/// Where a figure is from and when it was published stands in the table of sources.
fn comparator(indicator: &Indicator, compared: &Compared<'_>, sources: &Sources<'_>) -> String {
    let comparator = compared.comparator;
    let value = printed::value(indicator, comparator.value.value().0);
    let why_not = match compared.comparability {
        Comparability::Comparable | Comparability::Old => String::new(),
        Comparability::Superseded => ", replaced since".to_owned(),
        Comparability::OtherDefinition(_) => ", by another definition".to_owned(),
    };
    let source = sources
        .number(comparator)
        .map_or_else(String::new, |number| format!(" (source {number})"));
    format!(
        "{}, {}: {value}{why_not}{source}",
        comparator.name, comparator.period
    )
}

fn origin(context: &Context<'_>, assessed: &Assessed<'_>) -> Vec<Labelled> {
    let indicator = assessed.indicator;
    let seasonal = indicator
        .seasonal
        .then(|| Labelled::new("Seasons", "it follows them"));
    let given = format!("{}, {}", indicator.source, frequency(indicator.frequency));
    let ended = match assessed.life {
        Life::Ended(end) => Some(Labelled::new(
            "Ended",
            format!("{}: {}", end.month.value(), end.reason),
        )),
        Life::NotBegun | Life::InUse => None,
    };
    std::iter::once(Labelled::new("Method", assessed.method.brief()))
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
