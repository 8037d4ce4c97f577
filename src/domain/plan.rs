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
    /// The short name by which actions speak of this version of the plan, such as `first_plan`.
    pub id: Located<Id>,
    /// Its title as the papers print it.
    pub title: String,
    /// The day on which it was put forward: known from then, as a proposal.
    pub proposed: Located<Date>,
    /// The meeting that agreed this version, by its id.
    pub agreed: Option<Located<Id>>,
}

/// What was asked for.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// The short name by which actions speak of the recommendation, such as `r1`.
    pub id: Located<Id>,
    /// Its reference on paper, such as `R1`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What is asked, in a line as the papers print it.
    pub title: String,
    /// Who asked it, in which document, with its date.
    pub source: String,
    /// The day on which it was received; papers before it do not know it.
    pub received: Located<Date>,
    /// What the partnership answers: whether it accepts, and what it will do.
    pub response: String,
    /// The office that leads on the recommendation, by its id.
    pub lead: Located<Id>,
}

/// A date that an action or milestone has had, with the meeting that agreed it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DueDate {
    /// The day by which it is to be done.
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
    /// How success will show, in words, where no indicator says it.
    pub text: Option<String>,
    /// The indicator in which success will show, by its id.
    pub indicator: Option<Located<Id>>,
}

/// Something that an office will do by a date.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// The short name by which returns speak of the action, such as `a1_2`.
    pub id: Located<Id>,
    /// Its reference on paper, such as `1.10`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What will be done, in a line that begins with a verb.
    pub title: String,
    /// The recommendations that the action answers, by their ids.
    pub answers: Vec<Located<Id>>,
    /// The theme that it belongs to, by its id.
    pub theme: Located<Id>,
    /// The office that answers for it being done, by its id.
    pub owner: Located<Id>,
    /// The body that answers for the action, by its id.
    pub body: Located<Id>,
    /// The version of the plan that brought it.
    pub plan: Located<Id>,
    /// The day on which work starts; until then it is not late.
    pub start: Located<Date>,
    /// Every date it has ever had, the first first.
    pub due: Vec<DueDate>,
    /// How everybody will see that it worked, in indicators, words or both.
    pub measures: Vec<Measure>,
    /// The milestone that it leads to, by its id.
    pub milestone: Option<Located<Id>>,
    /// Why it was withdrawn or what superseded it, where it was.
    pub closed: Option<Closure>,
}

/// How an action left the plan without being done.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// The meeting that agreed to close it, by its id.
    pub agreed: Located<Id>,
    /// Why it was closed, for whoever asks later.
    pub reason: String,
    /// The action that took its place; without one it was withdrawn.
    pub superseded_by: Option<Located<Id>>,
}

/// A point on the way to excellence.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// The short name by which returns and actions speak of the milestone, such as `m1`.
    pub id: Located<Id>,
    /// Its reference on paper, such as `M3`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What will be so when it is reached, in a line.
    pub title: String,
    /// The theme that it belongs to, by its id.
    pub theme: Located<Id>,
    /// The office that answers for the milestone, by its id.
    pub owner: Located<Id>,
    /// The version of the plan that brought it.
    pub plan: Located<Id>,
    /// Every date it has ever had, the first first.
    pub due: Vec<DueDate>,
    /// What will show that the milestone is reached.
    pub evidence: String,
}

/// A thing that could go wrong, scored every month.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// The short name by which returns speak of the risk, such as `k1`.
    pub id: Located<Id>,
    /// Its reference on paper, such as `K4`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What could happen, and to what effect, in a sentence.
    pub title: String,
    /// The theme that it belongs to, by its id.
    pub theme: Located<Id>,
    /// The office that answers for the risk, by its id.
    pub owner: Located<Id>,
    /// The day from which it was on the register.
    pub raised: Located<Date>,
}

/// A thing that has gone wrong and is being dealt with.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// The short name by which returns speak of the issue, such as `s1`.
    pub id: Located<Id>,
    /// Its reference on paper, such as `S2`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What has gone wrong, in a sentence.
    pub title: String,
    /// The office that deals with the issue, by its id.
    pub owner: Located<Id>,
    /// The day from which it was on the register.
    pub raised: Located<Date>,
}

/// What excellence will look like.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Feature {
    /// The short name of this feature of excellence.
    pub id: Located<Id>,
    /// In a sentence that a family would understand.
    pub text: String,
    /// The indicators in which it will show, by their ids.
    #[serde(default)]
    pub indicators: Vec<Located<Id>>,
    /// The milestones that lead to it, by their ids.
    #[serde(default)]
    pub milestones: Vec<Located<Id>>,
}

/// An exit criterion as typed: words, and exactly one test.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// The short name by which the chair's views speak of the criterion.
    pub id: Located<Id>,
    /// Its reference on paper, such as `E1`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// What must be so before intervention ends, in words.
    pub text: String,
    /// How it is seen whether the criterion is met: one of five tests.
    pub test: Test,
}

/// How an exit criterion is tested. Indicators are tested against their *end* target.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Test {
    /// An indicator has met its end target for so many months in a row; broken by two misses, not by one.
    Sustained {
        /// The indicator that must stay at its target, by its id.
        indicator: Located<Id>,
        /// For how many months in a row it must stay there.
        #[schemars(range(max = 120))]
        for_months: Located<u32>,
    },
    /// An indicator's process will meet its end target if nothing changes.
    Assured {
        /// The indicator whose process must reach its target by itself, by its id.
        indicator: Located<Id>,
    },
    /// Every action that answers a recommendation is complete with its evidence accepted.
    Delivered {
        /// The recommendation whose actions must all be complete, by its id.
        recommendation: Located<Id>,
    },
    /// A milestone of the plan has been reached.
    Reached {
        /// The milestone that must be reached, by its id.
        milestone: Located<Id>,
    },
    /// The chair judges whether it is so.
    Judged {
        /// What the chair is asked to judge, as a question.
        question: String,
    },
}

/// `plan.yaml`: what was asked for, what is done about it, and what must be so before intervention ends.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The plan's title as the papers print it.
    pub title: String,
    /// The versions of the plan, in order, each with the day it was put forward.
    pub versions: Vec<PlanVersion>,
    /// What inspectors and others asked for, each with the answer given.
    pub recommendations: Vec<Recommendation>,
    /// What will be done, an item for each action, in the order of the papers.
    pub actions: Vec<Action>,
    /// The points on the way to excellence, in order.
    pub milestones: Vec<Milestone>,
    /// What could go wrong, an item for each risk on the register.
    #[serde(default)]
    pub risks: Vec<Risk>,
    /// What has gone wrong and is being dealt with, an item each.
    #[serde(default)]
    pub issues: Vec<Issue>,
    /// What will be so when excellence is reached, feature by feature.
    #[serde(default)]
    pub excellence: Vec<Feature>,
    /// What must be so before intervention ends, an item for each criterion.
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
    /// What shows that it was done, and who has it.
    pub held: String,
    /// The day on which the evidence was accepted.
    pub accepted: Option<Located<Date>>,
}

/// One month's update of an action.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActionUpdate {
    /// How far the action is: not started, in progress or complete.
    pub state: ActionState,
    /// Whether the owner expects to keep the date: on track, at risk or off track.
    pub confidence: Option<Confidence>,
    /// The day on which the owner now expects to be done.
    pub forecast: Option<Located<Date>>,
    /// The day on which the action was done.
    pub completed: Option<Located<Date>>,
    /// What shows that the action is done, and whether it was accepted.
    pub evidence: Option<Evidence>,
    /// What the board should know of the action this month.
    pub note: Option<String>,
}

/// One month's update of a milestone.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MilestoneUpdate {
    /// The day on which the milestone was reached.
    pub achieved: Option<Located<Date>>,
    /// Whether the owner expects to reach it in time: on track, at risk or off track.
    pub confidence: Option<Confidence>,
    /// The day on which its owner now expects it.
    pub forecast: Option<Located<Date>>,
    /// What the board should know of the milestone this month.
    pub note: Option<String>,
}

/// One month's score of a risk, each from 1 (least) to 5.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RiskScore {
    /// How likely it is, from 1 (least) to 5.
    pub likelihood: Located<u32>,
    /// How bad it would be, from 1 (least) to 5.
    pub impact: Located<u32>,
    /// What is being done to make the risk less likely or less bad.
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
    /// Whether the issue is still open or has been resolved.
    pub state: IssueState,
    /// What is being done, or what was done.
    pub note: String,
}

/// Money spent against a grant since the beginning of its year, in pounds.
pub type Spend = Exact;
