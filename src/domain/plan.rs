//! The improvement plan: recommendations, actions, milestones, risks, what excellence looks like and how
//! intervention ends. `plan.yaml`.

use crate::domain::{Date, Exact, Id};
use crate::place::Located;
use schemars::JsonSchema;
use serde::Deserialize;

/// A version of the plan, such as its second year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanVersion {
    /// Its name in the inputs.
    pub id: Located<Id>,
    /// Its title on paper.
    pub title: String,
    /// The day on which it was put forward: known from then, as a proposal.
    pub proposed: Located<Date>,
    /// The meeting that agreed it.
    pub agreed: Option<Located<Id>>,
}

/// What was asked for.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// Its name in the inputs.
    pub id: Located<Id>,
    /// Its reference on paper, such as `R1`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What is asked, in a line.
    pub title: String,
    /// Who asked it, in which document.
    pub source: String,
    /// The day from which it was known.
    pub received: Located<Date>,
    /// What the partnership answers.
    pub response: String,
    /// The office that leads.
    pub lead: Located<Id>,
}

/// A date that an action or milestone has had, with the meeting that agreed it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DueDate {
    /// The day.
    pub date: Located<Date>,
    /// The meeting that agreed it; the first date is agreed with the version of the plan.
    pub agreed: Option<Located<Id>>,
    /// Why it moved; the first date needs none.
    pub reason: Option<String>,
}

/// How success of an action shows.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// In words.
    pub text: Option<String>,
    /// By an indicator.
    pub indicator: Option<Located<Id>>,
}

/// Something that an office will do by a date.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// Its name in the inputs.
    pub id: Located<Id>,
    /// Its reference on paper, such as `1.10`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What will be done.
    pub title: String,
    /// The recommendations that it answers.
    pub answers: Vec<Located<Id>>,
    /// The theme.
    pub theme: Located<Id>,
    /// The office that does it.
    pub owner: Located<Id>,
    /// The body that answers for it.
    pub body: Located<Id>,
    /// The version of the plan that brought it.
    pub plan: Located<Id>,
    /// When work starts.
    pub start: Located<Date>,
    /// Every date it has ever had, the first first.
    pub due: Vec<DueDate>,
    /// How success shows.
    pub measures: Vec<Measure>,
    /// The milestone it leads to.
    pub milestone: Option<Located<Id>>,
    /// Why it was withdrawn or what superseded it, where it was.
    pub closed: Option<Closure>,
}

/// How an action left the plan without being done.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// The meeting that agreed it.
    pub agreed: Located<Id>,
    /// Why.
    pub reason: String,
    /// The action that took its place; without one it was withdrawn.
    pub superseded_by: Option<Located<Id>>,
}

/// A point on the way to excellence.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// Its name in the inputs.
    pub id: Located<Id>,
    /// Its reference on paper, such as `M3`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What will be so.
    pub title: String,
    /// The theme.
    pub theme: Located<Id>,
    /// The office that answers for it.
    pub owner: Located<Id>,
    /// The version of the plan that brought it.
    pub plan: Located<Id>,
    /// Every date it has ever had, the first first.
    pub due: Vec<DueDate>,
    /// What shows that it is reached.
    pub evidence: String,
}

/// A thing that could go wrong, scored every month.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// Its name in the inputs.
    pub id: Located<Id>,
    /// Its reference on paper, such as `K4`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What could happen, and to what effect.
    pub title: String,
    /// The theme.
    pub theme: Located<Id>,
    /// The office that answers for it.
    pub owner: Located<Id>,
    /// The day from which it was on the register.
    pub raised: Located<Date>,
}

/// A thing that has gone wrong and is being dealt with.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// Its name in the inputs.
    pub id: Located<Id>,
    /// Its reference on paper, such as `S2`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What is wrong.
    pub title: String,
    /// The office that deals with it.
    pub owner: Located<Id>,
    /// The day from which it was on the register.
    pub raised: Located<Date>,
}

/// What excellence will look like.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Feature {
    /// Its name in the inputs.
    pub id: Located<Id>,
    /// In a sentence that a family would understand.
    pub text: String,
    /// The indicators that show it.
    #[serde(default)]
    pub indicators: Vec<Located<Id>>,
    /// The milestones that lead to it.
    #[serde(default)]
    pub milestones: Vec<Located<Id>>,
}

/// An exit criterion as typed: words, and exactly one test.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its name in the inputs.
    pub id: Located<Id>,
    /// Its reference on paper, such as `E1`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What must be so, in words.
    pub text: String,
    /// How it is tested.
    pub test: Test,
}

/// How an exit criterion is tested. Indicators are tested against their *end* target.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Test {
    /// An indicator has met its end target for so many months in a row; broken by two misses, not by one.
    Sustained {
        /// The indicator.
        indicator: Located<Id>,
        /// How many months.
        for_months: u32,
    },
    /// An indicator's process will meet its end target if nothing changes.
    Assured {
        /// The indicator.
        indicator: Located<Id>,
    },
    /// Every action that answers a recommendation is complete with its evidence accepted.
    Delivered {
        /// The recommendation.
        recommendation: Located<Id>,
    },
    /// A milestone is achieved.
    Reached {
        /// The milestone.
        milestone: Located<Id>,
    },
    /// The chair judges.
    Judged {
        /// What the chair is asked to judge.
        question: String,
    },
}

/// `plan.yaml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The plan's title.
    pub title: String,
    /// Its versions, in order.
    pub versions: Vec<PlanVersion>,
    /// What was asked for.
    pub recommendations: Vec<Recommendation>,
    /// What will be done.
    pub actions: Vec<Action>,
    /// The points on the way.
    pub milestones: Vec<Milestone>,
    /// What could go wrong.
    #[serde(default)]
    pub risks: Vec<Risk>,
    /// What has gone wrong.
    #[serde(default)]
    pub issues: Vec<Issue>,
    /// What excellence will look like.
    #[serde(default)]
    pub excellence: Vec<Feature>,
    /// How intervention ends.
    #[serde(default)]
    pub exit_criteria: Vec<Criterion>,
}

/// How an action's owner sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActionState {
    /// Work has not begun.
    NotStarted,
    /// Work has begun.
    InProgress,
    /// The owner says that it is done.
    Complete,
}

/// Whether an owner expects to keep the date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// The date will be kept.
    OnTrack,
    /// The date may be missed; there is a plan to recover.
    AtRisk,
    /// The date will be missed without help.
    OffTrack,
}

/// What shows that an action is done, and whether it was accepted.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// What is held.
    pub held: String,
    /// The day on which the evidence was accepted.
    pub accepted: Option<Located<Date>>,
}

/// One month's update of an action.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActionUpdate {
    /// How far it is.
    pub state: ActionState,
    /// Whether the date will be kept.
    pub confidence: Option<Confidence>,
    /// The day on which the owner now expects to be done.
    pub forecast: Option<Located<Date>>,
    /// The day on which it was done.
    pub completed: Option<Located<Date>>,
    /// What shows that it is done.
    pub evidence: Option<Evidence>,
    /// What the board should know.
    pub note: Option<String>,
}

/// One month's update of a milestone.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MilestoneUpdate {
    /// The day on which it was reached.
    pub achieved: Option<Located<Date>>,
    /// Whether the date will be kept.
    pub confidence: Option<Confidence>,
    /// The day on which its owner now expects it.
    pub forecast: Option<Located<Date>>,
    /// What the board should know.
    pub note: Option<String>,
}

/// One month's score of a risk, each from 1 (least) to 5.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RiskScore {
    /// How likely it is.
    pub likelihood: Located<u32>,
    /// How bad it would be.
    pub impact: Located<u32>,
    /// What is being done about it.
    pub mitigation: String,
    /// Why it was taken off the register this month.
    pub closed: Option<String>,
}

/// Whether an issue is still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum IssueState {
    /// It is being dealt with.
    Open,
    /// It has been dealt with.
    Resolved,
}

/// One month's update of an issue.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueUpdate {
    /// Whether it is still open.
    pub state: IssueState,
    /// What is being done, or what was done.
    pub note: String,
}

/// Money spent against a grant since the beginning of its year, in pounds.
pub type Spend = Exact;
