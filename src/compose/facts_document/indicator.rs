//! One indicator in the facts document: what it is, its months, its verdict, and what comes of it.
//! Knows which parts there are; each is told in its own file.

use super::places::Places;
use super::progress::{
    Baseline, Comparator, Forecast, Periods, Progress, comparators, outlook, periods, progress,
};
use super::series::{MonthFigure, Phase, Target, months, phases};
use super::values::{InMonth, OrReason};
use super::verdict::{Difference, Direction, Found, Streak, Verdict, WhyNoDifference, difference, found};
use super::vocabulary::{
    Assurance, Frequency, Good, Life, MethodName, Nature, Rating, Unit, Variation, WhyNoOutlook, WhyPlain,
};
use crate::analysis::indicator::{self, Assessed};
use crate::analysis::method::Method;
use crate::domain;
use schemars::JsonSchema;
use serde::Serialize;

/// Everything that a paper says of one indicator.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Indicator {
    /// Its name in the inputs.
    id: String,
    /// Its reference on paper.
    #[serde(rename = "ref")]
    reference: String,
    /// Its name on paper.
    name: String,
    /// The heading of the scorecard.
    heading: String,
    /// The priority that it serves.
    #[serde(skip_serializing_if = "Option::is_none")]
    priority: Option<String>,
    /// The office that answers for it.
    owner: String,
    /// The body that contributes it.
    body: String,
    unit: Unit,
    /// The decimals that it is published with.
    decimals: u32,
    good: Good,
    nature: Nature,
    frequency: Frequency,
    /// Whether it follows the seasons.
    seasonal: bool,
    /// Whether a single case is a breach.
    zero_tolerance: bool,
    /// The indicator of which it is a part.
    #[serde(skip_serializing_if = "Option::is_none")]
    part_of: Option<String>,
    /// Whether it is in use in the month of the paper.
    life: Life,
    /// Why it ended, where it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<Ended>,
    /// How it is tested, and why so.
    method: Chosen,
    /// Its months, in order.
    series: Vec<MonthFigure>,
    /// The stretches of months that may be looked at as one process, with their lines.
    phases: Vec<Phase>,
    /// What the method found, where that is not the lines of the phases.
    found: Found,
    /// The mark for variation.
    variation: Variation,
    /// What the process will do with the targets if nothing changes.
    assurance: Assurances,
    /// How the latest figure stands against its target.
    rating: Rating,
    /// Which way it goes: only where a signal fired.
    direction: Direction,
    verdict: Verdict,
    /// The difference from the figure before, in published values.
    difference: OrReason<Difference, WhyNoDifference>,
    /// Figures in a row at target.
    at_target: Streak,
    /// Figures in a row off target.
    off_target: Streak,
    /// The last point of its target's trajectory, where that is of the present definition.
    #[serde(skip_serializing_if = "Option::is_none")]
    end_target: Option<EndTarget>,
    /// Months taken together.
    periods: Periods,
    /// Where the improvement began.
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<Baseline>,
    /// Published figures of others, those that may stand beside ours first.
    comparators: Vec<Comparator>,
    /// Sustained, improved, pace.
    progress: Progress,
    /// Where it goes if nothing changes, or why that is not said.
    forecast: OrReason<Forecast, WhyNoOutlook>,
}

/// How an indicator is tested.
#[derive(Debug, Serialize, JsonSchema)]
struct Chosen {
    /// The method.
    name: MethodName,
    /// Its name on paper.
    words: &'static str,
    /// Why this method and no other.
    reason: String,
    /// Both in a few words, as the indicator's entry in the notes has them.
    brief: String,
    /// For a plain line, why it is not tested.
    #[serde(skip_serializing_if = "Option::is_none")]
    plain: Option<WhyPlain>,
    /// Values in the current phase.
    values: usize,
}

/// What the process will do with the targets if nothing changes.
#[derive(Debug, Serialize, JsonSchema)]
struct Assurances {
    /// With the target of the latest month.
    now: Assurance,
    /// With the end target.
    end: Assurance,
}

/// A target by a month.
#[derive(Debug, Serialize, JsonSchema)]
struct EndTarget {
    /// The month by which it is to be met.
    month: InMonth,
    /// The target.
    target: Target,
}

/// The end of an indicator.
#[derive(Debug, Serialize, JsonSchema)]
struct Ended {
    /// The last month for which it was owed.
    month: InMonth,
    /// Why it ended.
    reason: String,
    /// The indicator that takes its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    successor: Option<String>,
}

/// Everything that is said of an indicator.
pub fn indicator(places: Places<'_>, assessed: &Assessed<'_>) -> Indicator {
    let (what, verdict) = (assessed.indicator, &assessed.verdict);
    Indicator {
        id: what.id.value().to_string(),
        reference: what.reference.clone(),
        name: what.name.clone(),
        heading: what.heading.value().to_string(),
        priority: what
            .priority
            .as_ref()
            .map(|priority| priority.value().to_string()),
        owner: what.owner.value().to_string(),
        body: what.body.value().to_string(),
        unit: what.unit.into(),
        decimals: *what.decimals.value(),
        good: what.good.into(),
        nature: what.nature.into(),
        frequency: what.frequency.into(),
        seasonal: what.seasonal,
        zero_tolerance: what.zero_tolerance,
        part_of: what.parts_of.as_ref().map(|whole| whole.value().to_string()),
        life: assessed.life.into(),
        ended: ended(&assessed.life),
        method: chosen(assessed),
        series: months(places, assessed),
        phases: phases(assessed),
        found: found(assessed),
        variation: verdict.variation().into(),
        assurance: Assurances {
            now: verdict.assurance.into(),
            end: verdict.end_assurance.into(),
        },
        rating: verdict.rated.rating.into(),
        direction: (&verdict.movement).into(),
        verdict: verdict.into(),
        difference: difference(&assessed.difference),
        at_target: assessed.at_target.into(),
        off_target: assessed.off_target.into(),
        end_target: assessed.end_target.map(|end| EndTarget {
            month: end.month.into(),
            target: end.aim.into(),
        }),
        periods: periods(&assessed.periods),
        baseline: what.baseline.as_ref().map(Into::into),
        comparators: comparators(assessed),
        progress: progress(&assessed.progress),
        forecast: outlook(assessed),
    }
}

fn chosen(assessed: &Assessed<'_>) -> Chosen {
    let method = assessed.method;
    Chosen {
        name: method.into(),
        words: method.name(),
        reason: method.reason(),
        brief: method.brief(),
        plain: match method {
            Method::PlainLine(why) => Some(why.into()),
            Method::ControlChart { .. }
            | Method::RunChart { .. }
            | Method::SampleInterval
            | Method::TimeBetween
            | Method::TooSoon { .. } => None,
        },
        values: assessed.phase().map_or(0, |phase| phase.values()),
    }
}

fn ended(life: &indicator::Life<'_>) -> Option<Ended> {
    let end: &domain::End = match life {
        indicator::Life::Ended(end) => end,
        indicator::Life::NotBegun | indicator::Life::InUse => return None,
    };
    Some(Ended {
        month: (*end.month.value()).into(),
        reason: end.reason.clone(),
        successor: end
            .successor
            .as_ref()
            .map(|successor| successor.value().to_string()),
    })
}
