//! What is measured: definitions, targets, comparators, breaks. One list item of `indicators/*.yaml` each.

use crate::domain::{Date, Exact, Id, Month, Unit};
use crate::place::Located;
use schemars::JsonSchema;
use serde::Deserialize;

/// Which values are good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Good {
    /// High values are good.
    High,
    /// Low values are good.
    Low,
    /// Values between two bounds are good.
    Range,
    /// Neither: a volume, or a measure that depends on thresholds. Never rated.
    Neutral,
}

/// What kind of series the figures make. Method, rating, expected returns and suppression follow from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// What happened in the month: months are independent and may be summed.
    Flow,
    /// How many there are on the last day: never summed, and each month holds most of the last.
    Stock,
    /// Summed from the beginning of the year: each month contains the last.
    Cumulative,
    /// Over the last twelve months: each month shares eleven with the last.
    Rolling,
    /// So few that most months have none.
    Rare,
    /// From a sample of cases: carries an interval.
    Sample,
}

/// How often a figure is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// Every month.
    Monthly,
    /// In the last month of each quarter of the financial year.
    Quarterly,
    /// Once a year, in the month that `annual_month` names.
    Annual,
}

/// What an indicator counts; it decides suppression in a public edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Counts {
    /// Children, young people or families.
    Children,
    /// Staff or posts.
    Staff,
    /// Cases, assessments, audits.
    Cases,
    /// Anything else.
    Other,
}

/// A level of the workforce (terms of reference 3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// Front-line practitioners.
    Practitioner,
    /// Supervisors.
    Supervisor,
    /// Managers.
    Manager,
    /// All of them together.
    All,
}

/// Where the improvement began.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// The period, such as `2009/10` or `March 2010`.
    pub period: String,
    /// The first month of the period, for pooled comparison.
    pub from: Month,
    /// The last month of the period.
    pub until: Month,
    /// The published value.
    pub value: Located<Exact>,
}

/// How a target moves between its points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// It holds until the next point.
    Step,
    /// It moves evenly to the next point.
    Linear,
}

/// A point of a trajectory. A range has `low` and `high`; everything else has `value`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TargetPoint {
    /// The month from which it holds.
    pub month: Located<Month>,
    /// The target.
    pub value: Option<Located<Exact>>,
    /// The lower bound of a range.
    pub low: Option<Located<Exact>>,
    /// The upper bound of a range.
    pub high: Option<Located<Exact>>,
}

/// A target as agreed at one time: points in time, and how it moves between them.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The meeting that agreed it; one without is proposed with the plan's first version.
    pub agreed: Option<Located<Id>>,
    /// Step or linear.
    pub shape: Shape,
    /// Its points, in order of month.
    pub points: Vec<TargetPoint>,
    /// Why it replaced the one before.
    pub reason: Option<String>,
}

/// How far from the target is still within tolerance, in the indicator's own unit (points, not per cent).
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tolerance {
    /// On the worse side; for a range, below its lower bound.
    pub below: Option<Located<Exact>>,
    /// On the better side: beyond it a figure is `better than planned: check`. For a range, above its upper bound, where it is
    /// within tolerance as it is below the lower.
    pub above: Option<Located<Exact>>,
}

/// A published figure of somebody else, for comparison.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Comparator {
    /// Whose figure it is, such as `England`.
    pub name: String,
    /// The period it is of, such as `2009/10`.
    pub period: String,
    /// The value as published.
    pub value: Located<Exact>,
    /// The day from which it was known.
    pub published: Located<Date>,
    /// Where it was published.
    pub source: String,
    /// The definition version that it follows.
    pub version: Located<u32>,
}

/// A definition and the months it holds for. A new version breaks the series.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// Its number, from 1.
    pub number: Located<u32>,
    /// The first month that follows it.
    pub from: Located<Month>,
    /// What changed, as a label on the chart, such as `10 working days`.
    pub label: String,
    /// Why.
    pub reason: String,
    /// The day from which it was known.
    pub published: Option<Date>,
}

/// A recorded recalculation of limits after a known change of the process. It does not break the series.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recalculation {
    /// The first month of the new phase.
    pub month: Located<Month>,
    /// The known change of the process.
    pub reason: String,
    /// What shows that it lasted.
    pub evidence: String,
    /// The meeting that agreed it.
    pub agreed: Located<Id>,
}

/// The end of an indicator.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct End {
    /// The last month for which it is owed.
    pub month: Located<Month>,
    /// Why it ended.
    pub reason: String,
    /// The indicator that takes its place.
    pub successor: Option<Located<Id>>,
    /// The meeting that agreed it.
    pub agreed: Located<Id>,
}

/// What is measured.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Its name in the inputs.
    pub id: Located<Id>,
    /// Its reference on paper, such as `NI 59` or `L12`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// Its name on paper.
    pub name: String,
    /// The heading of the scorecard.
    pub heading: Located<Id>,
    /// The theme.
    pub theme: Located<Id>,
    /// The priority it serves.
    pub priority: Option<Located<Id>>,
    /// What it is, in plain words.
    pub definition: String,
    /// What the numerator counts, or what a plain figure counts.
    pub numerator: String,
    /// What the denominator counts, where there is one.
    pub denominator: Option<String>,
    /// What is counted: children, staff, cases.
    pub counts: Counts,
    /// The unit.
    pub unit: Unit,
    /// The decimals it is published with.
    pub decimals: Located<u32>,
    /// Which values are good.
    pub good: Good,
    /// What kind of series it is.
    pub nature: Nature,
    /// How often it is owed.
    pub frequency: Frequency,
    /// The month (1 to 12) in which an annual figure is owed.
    pub annual_month: Option<Located<u32>>,
    /// How many months the figure lags behind the return it comes in.
    #[serde(default)]
    pub lag: u32,
    /// Whether it follows the seasons; the papers say so.
    #[serde(default)]
    pub seasonal: bool,
    /// Whether a single case is a breach.
    #[serde(default)]
    pub zero_tolerance: bool,
    /// The indicator of which this one is a part; parts are checked against their total.
    pub parts_of: Option<Located<Id>>,
    /// The level of the workforce.
    pub tier: Option<Tier>,
    /// The system it is drawn from.
    pub source: String,
    /// The office that answers for it.
    pub owner: Located<Id>,
    /// The body that contributes it.
    pub body: Located<Id>,
    /// The first month for which it is owed, where it is not the first of all.
    pub begins: Option<Located<Month>>,
    /// Where the improvement began.
    pub baseline: Option<Baseline>,
    /// Its targets, the oldest first; the last one known holds.
    #[serde(default)]
    pub targets: Vec<Target>,
    /// How far from the target is still within tolerance.
    #[serde(default)]
    pub tolerance: Tolerance,
    /// Published figures for comparison.
    #[serde(default)]
    pub comparators: Vec<Comparator>,
    /// Its definitions, in order; one that never changed needs none.
    #[serde(default)]
    pub versions: Vec<Version>,
    /// Recorded recalculations of its limits.
    #[serde(default)]
    pub recalculations: Vec<Recalculation>,
    /// Its end, where it ended.
    pub ends: Option<End>,
}

impl Indicator {
    /// The number of the definition that `month` follows; 1 where none is recorded.
    #[must_use]
    pub fn version_in(&self, month: Month) -> u32 {
        let holding = self
            .versions
            .iter()
            .rev()
            .find(|version| *version.from.value() <= month);
        holding.map_or(1, |version| *version.number.value())
    }

    /// Whether a figure of `month` is owed: by its frequency, beginning and end.
    #[must_use]
    pub fn is_owed(&self, month: Month) -> bool {
        let begun = self.begins.as_ref().is_none_or(|first| *first.value() <= month);
        let going = self.ends.as_ref().is_none_or(|end| month <= *end.month.value());
        let turn = match self.frequency {
            Frequency::Monthly => true,
            Frequency::Quarterly => month.number().is_multiple_of(3),
            Frequency::Annual => self
                .annual_month
                .as_ref()
                .is_some_and(|due| *due.value() == month.number()),
        };
        begun && going && turn
    }
}
