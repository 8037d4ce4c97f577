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
    /// Owed every month.
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
    /// Anything else: no number of it can give a person away.
    Other,
}

/// A level of the workforce (terms of reference 3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// Front-line practitioners.
    Practitioner,
    /// Supervisors, who oversee practitioners.
    Supervisor,
    /// Managers, who lead teams and services.
    Manager,
    /// All of them together.
    All,
}

/// Which posts of its tier an indicator counts, of all that there are: so a chart can tell how they are held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PostsCounted {
    /// Posts with a permanent holder.
    Permanent,
    /// Posts without a permanent holder, whether agency staff cover them or nobody does.
    NotPermanent,
    /// Posts that agency staff cover.
    Agency,
}

/// Where the improvement began.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// The period, such as `2009/10` or `March 2010`.
    pub period: String,
    /// The first month of the period, for pooled comparison.
    pub from: Month,
    /// The last month of the period that the baseline is of.
    pub until: Month,
    /// The figure as it was published for that period.
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
    /// The month from which the target holds, or by which it is to be reached.
    pub month: Located<Month>,
    /// What should be reached, in the indicator's own unit.
    pub value: Option<Located<Exact>>,
    /// The lower bound of a range, in the indicator's own unit.
    pub low: Option<Located<Exact>>,
    /// The upper bound of a range, in the indicator's own unit.
    pub high: Option<Located<Exact>>,
}

/// A target as agreed at one time: points in time, and how it moves between them.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The meeting that agreed it; one without is proposed with the plan's first version.
    pub agreed: Option<Located<Id>>,
    /// How the target goes from one point to the next: `step` or `linear`.
    pub shape: Shape,
    /// The months with the value that should be reached by each, in order.
    pub points: Vec<TargetPoint>,
    /// Why this target replaced the one before.
    pub reason: Option<String>,
}

/// How far from the target is still within tolerance, in the indicator's own unit (points, not per cent).
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tolerance {
    /// How far on the worse side of the target is still amber, in the indicator's own unit; for a range, below its
    /// lower bound.
    pub below: Option<Located<Exact>>,
    /// How far on the better side is as planned: beyond it a figure is `better than planned: check`. For a range, above
    /// its upper bound, where it is within tolerance as it is below the lower.
    pub above: Option<Located<Exact>>,
}

/// A published figure of somebody else, for comparison.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Comparator {
    /// Whose figure it is, as the papers print it, such as `England`.
    pub name: String,
    /// The period it is of, such as `2009/10`.
    pub period: String,
    /// The figure as it was published, in the indicator's own unit.
    pub value: Located<Exact>,
    /// The day on which the figure was published; papers before it do not know it.
    pub published: Located<Date>,
    /// Where the figure was published, so that somebody can look it up.
    pub source: String,
    /// The version of the definition that the figure follows.
    pub version: Located<u32>,
}

/// A definition and the months it holds for. A new version breaks the series.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// Which version of the definition this is, counted from 1.
    pub number: Located<u32>,
    /// The first month whose figure follows this version.
    pub from: Located<Month>,
    /// What changed, as a label on the chart, such as `10 working days`.
    pub label: String,
    /// Why the definition changed; the papers print it beside the break in the line.
    pub reason: String,
    /// The day on which the new definition was published; papers before it do not know it.
    pub published: Option<Date>,
}

/// A recorded recalculation of limits after a known change of the process. It does not break the series.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recalculation {
    /// The first month of the new phase, from which limits are drawn anew.
    pub month: Located<Month>,
    /// What changed in the process, so that the old limits no longer hold.
    pub reason: String,
    /// What shows that the change of the process is real and has lasted.
    pub evidence: String,
    /// The meeting that agreed to draw new limits, by its id.
    pub agreed: Located<Id>,
}

/// The end of an indicator.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct End {
    /// The last month for which it is owed.
    pub month: Located<Month>,
    /// Why the indicator is no longer reported.
    pub reason: String,
    /// The indicator that takes its place, by its id.
    pub successor: Option<Located<Id>>,
    /// The meeting that agreed to end it, by its id.
    pub agreed: Located<Id>,
}

/// What is measured.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// The short name by which returns and prose speak of the indicator, such as `ni59`.
    pub id: Located<Id>,
    /// Its reference on paper, such as `NI 59` or `L12`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// Its name as the papers print it, in plain words.
    pub name: String,
    /// The heading of the scorecard that it stands under, by its id.
    pub heading: Located<Id>,
    /// The theme that it belongs to, by its id.
    pub theme: Located<Id>,
    /// The inspectorate's priority that it serves, by its id.
    pub priority: Option<Located<Id>>,
    /// What the figure is, in plain words that a lay reader understands.
    pub definition: String,
    /// What the numerator counts, or what a plain figure counts.
    pub numerator: String,
    /// What the denominator counts, where there is one.
    pub denominator: Option<String>,
    /// What is counted: children, staff, cases or something else.
    pub counts: Counts,
    /// What the figure is measured in, such as `percent` or `number`.
    pub unit: Unit,
    /// How many decimals the figure is published with, from 0 on.
    pub decimals: Located<u32>,
    /// Whether high values are good, low ones, those in a range, or neither.
    pub good: Good,
    /// What kind of series the figures make, which decides how they are judged.
    pub nature: Nature,
    /// How often the figure is owed: every month, every quarter or once a year.
    pub frequency: Frequency,
    /// The month (1 to 12) in which an annual figure is owed.
    pub annual_month: Option<Located<u32>>,
    /// How many months the figure lags behind the return it comes in, a year at most.
    #[serde(default)]
    #[schemars(range(max = 12))]
    pub lag: u32,
    /// Whether it follows the seasons; the papers say so.
    #[serde(default)]
    pub seasonal: bool,
    /// Whether a single case is a breach, told at once.
    #[serde(default)]
    pub zero_tolerance: bool,
    /// The indicator of which this one is a part; parts are checked against their total.
    pub parts_of: Option<Located<Id>>,
    /// The level of the workforce that it speaks of, if it speaks of staff.
    pub tier: Option<Tier>,
    /// Which posts of the tier the numerator counts, where the denominator is all of them.
    pub posts: Option<Located<PostsCounted>>,
    /// The system or log that the figure is drawn from.
    pub source: String,
    /// The office that answers for the figure and explains it, by its id.
    pub owner: Located<Id>,
    /// The body that sends the figure, by its id.
    pub body: Located<Id>,
    /// The first month for which it is owed, where it is not the first of all.
    pub begins: Option<Located<Month>>,
    /// Where the improvement began: the figure that progress is counted from.
    pub baseline: Option<Baseline>,
    /// Its targets, the oldest first; the last one known holds.
    #[serde(default)]
    pub targets: Vec<Target>,
    /// How far from the target is still within tolerance.
    #[serde(default)]
    pub tolerance: Tolerance,
    /// Published figures of others that it is compared with, each with its source.
    #[serde(default)]
    pub comparators: Vec<Comparator>,
    /// Its definitions, in order; one that never changed needs none.
    #[serde(default)]
    pub versions: Vec<Version>,
    /// When limits were drawn anew because the process had changed, and why.
    #[serde(default)]
    pub recalculations: Vec<Recalculation>,
    /// When and why it ended, if it is no longer reported.
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

    /// The month that a figure in the return of `month` is of: its lag earlier.
    #[must_use]
    pub fn figure_month(&self, month: Month) -> Month {
        month.plus(i32::try_from(self.lag).map_or(0, i32::wrapping_neg))
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
