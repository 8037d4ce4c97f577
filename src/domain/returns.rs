//! What a body sends in for a month: figures, plan updates, words. A file of `returns/2010-05/` each.

use crate::domain::{
    ActionUpdate, Correction, Date, Entries, Exact, Id, IssueUpdate, MilestoneUpdate, Month, Prose,
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
    /// On the quality of practice.
    pub quality: Option<Located<Prose>>,
    /// On the workforce and its capacity.
    pub workforce: Option<Located<Prose>>,
    /// On the plan.
    pub plan: Option<Located<Prose>>,
    /// On the views of practitioners, children and families.
    pub engagement: Option<Located<Prose>>,
    /// On the partners.
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
    /// Practitioners.
    Practitioners,
}

/// Views heard in the month.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Heard {
    /// Whose views.
    pub from: Voice,
    /// How they were heard, and from how many.
    pub how: String,
    /// What they said, summed up.
    pub said: String,
    /// What was done about it.
    pub done: Option<String>,
}

/// A report from a sub-group, a partner or the safeguarding children board (terms of reference 3.5).
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupReport {
    /// Who reports.
    pub group: String,
    /// The report's title.
    pub title: String,
    /// Its date.
    pub date: Date,
    /// What was tested.
    pub tested: String,
    /// What was found.
    pub found: String,
    /// What the board is asked.
    pub asks: Option<String>,
}

/// A decision that the paper asks for.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// What is asked.
    pub text: String,
    /// Why, and what follows if it is not decided.
    pub reason: String,
    /// The group that is asked.
    pub of: Located<Id>,
}

/// How an action agreed at a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MatterState {
    /// Done.
    Done,
    /// Not done yet.
    Open,
}

/// An action from an earlier meeting.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// What was agreed.
    pub text: String,
    /// The meeting that agreed it.
    pub meeting: Located<Id>,
    /// The office that was to do it.
    pub owner: Located<Id>,
    /// By when.
    pub due: Date,
    /// How it stands.
    pub state: MatterState,
    /// What the board should know.
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
    /// The month.
    pub month: Located<Month>,
    /// The body that sends it.
    pub from: Located<Id>,
    /// The day on which its data was drawn.
    pub extracted: Located<Date>,
    /// The day on which it came: known from then.
    pub received: Located<Date>,
    /// Figures, by indicator.
    #[serde(default)]
    pub figures: Entries<Id, Located<Supplied>>,
    /// What owners say, by indicator.
    #[serde(default)]
    pub commentary: Entries<Id, Commentary>,
    /// Restated figures of earlier months.
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// Updates, by action.
    #[serde(default)]
    pub actions: Entries<Id, ActionUpdate>,
    /// Updates, by milestone.
    #[serde(default)]
    pub milestones: Entries<Id, MilestoneUpdate>,
    /// Scores, by risk.
    #[serde(default)]
    pub risks: Entries<Id, RiskScore>,
    /// Updates, by issue.
    #[serde(default)]
    pub issues: Entries<Id, IssueUpdate>,
    /// Spent since the beginning of the year in pounds, by grant.
    #[serde(default)]
    pub spend: Entries<Id, Located<Exact>>,
    /// The director's own words.
    pub words: Option<DirectorsWords>,
    /// Views heard in the month.
    #[serde(default)]
    pub heard: Vec<Heard>,
    /// Reports of sub-groups, partners and the safeguarding children board.
    #[serde(default)]
    pub reports: Vec<GroupReport>,
    /// Decisions asked.
    #[serde(default)]
    pub decisions: Vec<Decision>,
    /// Actions from earlier meetings.
    #[serde(default)]
    pub matters: Vec<Matter>,
    /// Notes on the quality of the data.
    #[serde(default)]
    pub data_notes: Vec<DataNote>,
}

/// A return that is still to come: what `new month` lays out, before it is sent back. Nothing in it is known; once it has
/// come, the two days stand in place of `awaited`, and it is a [`Return`].
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AwaitedReturn {
    /// The month.
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
