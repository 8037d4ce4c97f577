//! What a body sends in for a month: figures, plan updates, words. A file of `returns/2010-05/` each.

use crate::domain::{
    ActionUpdate, Correction, Date, Entries, Id, IssueUpdate, MilestoneUpdate, Month, Outlay, Prose,
    RiskScore, Supplied,
};
use crate::place::Located;
use schemars::JsonSchema;
use serde::Deserialize;

/// What the owner of an indicator says about it.
#[derive(Debug, Clone)]
pub struct Commentary {
    /// The explanation, as prose with references to figures.
    pub text: Located<Prose>,
    /// What is being done.
    pub action: Option<Located<Prose>>,
    /// The office that does it.
    pub officer: Option<Located<Id>>,
    /// The day by which the figure should be back on track.
    pub back_by: Option<Located<Date>>,
}

/// The director's own words for a month.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DirectorsWords {
    /// Three to five points for the first page: what improved, what worries me, what I ask.
    pub summary: Located<Prose>,
    /// What the director says on the quality of practice.
    pub quality: Option<Located<Prose>>,
    /// What the director says on the workforce and its capacity.
    pub workforce: Option<Located<Prose>>,
    /// What the director says on the plan and its delivery.
    pub plan: Option<Located<Prose>>,
    /// On the views of practitioners, children and families.
    pub engagement: Option<Located<Prose>>,
    /// What the director says on what partners do.
    pub partners: Option<Located<Prose>>,
}

impl DirectorsWords {
    /// All of them, in the order of the paper.
    pub fn prose(&self) -> impl Iterator<Item = &Located<Prose>> {
        let Self {
            summary,
            quality,
            workforce,
            plan,
            engagement,
            partners,
        } = self;
        let sections = [quality, workforce, plan, engagement, partners];
        std::iter::once(summary).chain(sections.into_iter().flatten())
    }
}

/// Whose views were heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// Children and young people.
    Children,
    /// Parents, carers and families.
    Families,
    /// Practitioners, who work with children.
    Practitioners,
}

/// Views heard in the month.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Heard {
    /// Whose views they are: practitioners, children or families.
    pub from: Voice,
    /// How they were heard, and from how many.
    pub how: String,
    /// What they said, summed up without naming anybody.
    pub said: String,
    /// What was done about what they said.
    pub done: Option<String>,
}

/// A report from a sub-group, a partner or the safeguarding children board (terms of reference 3.5).
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupReport {
    /// The sub-group, partner or board that reports.
    pub group: String,
    /// The report's title as the papers name it.
    pub title: String,
    /// The day of the report, as year, month and day.
    pub date: Located<Date>,
    /// What was looked at, and how many cases.
    pub tested: String,
    /// What was found, in a sentence or two.
    pub found: String,
    /// What the board is asked to do about it.
    pub asks: Option<String>,
}

/// A decision that the paper asks for.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// What the group is asked to decide, in a sentence.
    pub text: String,
    /// Why, and what follows if it is not decided.
    pub reason: String,
    /// The group that is asked to decide, by its id.
    pub of: Located<Id>,
}

/// How an action agreed at a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MatterState {
    /// It has been done.
    Done,
    /// It has not been done yet.
    Open,
}

/// An action from an earlier meeting.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// What was agreed to be done, in a sentence.
    pub text: String,
    /// The meeting that agreed it, by its id.
    pub meeting: Located<Id>,
    /// The office that was to do it, by its id.
    pub owner: Located<Id>,
    /// The day by which it was to be done.
    pub due: Located<Date>,
    /// Whether it is done, or still open.
    pub state: MatterState,
    /// What the board should know of it.
    pub note: Option<String>,
}

/// Something a reader should know about the quality of the data.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DataNote {
    /// The indicators concerned; none means all of the return.
    #[serde(default)]
    pub indicators: Vec<Located<Id>>,
    /// What a reader should know, and its effect on the figures.
    pub text: String,
}

/// A month's return of one body.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Return {
    /// The month that the figures are of, which is also the name of the folder.
    pub month: Located<Month>,
    /// The body that sends the return, by its id.
    pub from: Located<Id>,
    /// The day on which its data was drawn.
    pub extracted: Located<Date>,
    /// The day on which it came: known from then.
    pub received: Located<Date>,
    /// The month's figures, a line for each indicator: a number, counts, or why there is none.
    #[serde(default)]
    pub figures: Entries<Id, Located<Supplied>>,
    /// What owners say of their figures, a text for each indicator.
    #[serde(default)]
    pub commentary: Entries<Id, Commentary>,
    /// Figures of earlier months that are known better now, each with the reason.
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// How far the plan's actions are, a line for each action.
    #[serde(default)]
    pub actions: Entries<Id, ActionUpdate>,
    /// Whether milestones will be reached in time, a line for each.
    #[serde(default)]
    pub milestones: Entries<Id, MilestoneUpdate>,
    /// How likely and how bad each risk is now, a line for each.
    #[serde(default)]
    pub risks: Entries<Id, RiskScore>,
    /// How issues stand this month, a line for each.
    #[serde(default)]
    pub issues: Entries<Id, IssueUpdate>,
    /// Spent since the beginning of the year in pounds, by grant; an unlikely amount with a word of why it is right.
    #[serde(default)]
    pub spend: Entries<Id, Located<Outlay>>,
    /// The director's own words for the first page and the sections.
    pub words: Option<DirectorsWords>,
    /// What practitioners, children and families said in the month, an item each.
    #[serde(default)]
    pub heard: Vec<Heard>,
    /// Reports of sub-groups, partners and the safeguarding children board.
    #[serde(default)]
    pub reports: Vec<GroupReport>,
    /// What a group is asked to decide at the meeting that considers the paper.
    #[serde(default)]
    pub decisions: Vec<Decision>,
    /// What earlier meetings agreed to be done, and how far it is.
    #[serde(default)]
    pub matters: Vec<Matter>,
    /// What readers should know of the quality of the data, an item each.
    #[serde(default)]
    pub data_notes: Vec<DataNote>,
}

/// A return that is still to come: what `new month` lays out, before it is sent back. Nothing in it is known; once it has
/// come, the two days stand in place of `awaited`, and it is a [`Return`].
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AwaitedReturn {
    /// The month that the figures will be of, which is also the name of the folder.
    pub month: Located<Month>,
    /// The body that is to send it.
    pub from: Located<Id>,
    /// The day by which it is due; `extracted` and `received` take its place when it has come.
    pub awaited: Located<Date>,
    /// Figures that are owed, none of them there yet.
    #[serde(default)]
    pub figures: Entries<Id, Located<Supplied>>,
}

impl Return {
    /// Every piece of prose in it, with references to figures.
    pub fn prose(&self) -> impl Iterator<Item = &Located<Prose>> {
        let said = self.commentary.iter().map(|(_, commentary)| commentary);
        let said = said.flat_map(|commentary| std::iter::once(&commentary.text).chain(&commentary.action));
        said.chain(self.words.iter().flat_map(DirectorsWords::prose))
    }
}
