//! The independent chair's own words for a half-year, kept apart from the council's data. `chair/2010-11.yaml`.

use crate::domain::{Date, Entries, Id, Month, Prose};
use crate::place::Located;
use schemars::JsonSchema;
use serde::Deserialize;

/// What the chair's report rests on.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// What the report rests on, in a paragraph of the chair's own.
    pub words: Located<Prose>,
    /// Visits made, a line each, with their dates.
    pub visits: Vec<Visit>,
    /// The papers that the chair read, a line each.
    pub read: Vec<String>,
    /// Whom the chair spoke to, by office or role.
    pub spoke_to: Vec<String>,
    /// What the chair did not see and will look at later, a line each.
    pub not_seen: Vec<String>,
}

/// A visit that the chair made.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// The day of the visit, as year, month and day.
    pub date: Located<Date>,
    /// Where the chair went, and what was seen there.
    pub what: String,
}

/// The chair's words, a section each.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChairsWords {
    /// The overall judgement, in a paragraph or two.
    pub judgement: Located<Prose>,
    /// Progress since the last report: sustained, improved, at what pace.
    pub progress: Located<Prose>,
    /// How the services perform under the programme's headings.
    pub performance: Located<Prose>,
    /// How far the plan is delivered, and what is late.
    pub plan: Located<Prose>,
    /// What threatens improvement, and whether there are people and money for it.
    pub capacity: Located<Prose>,
    /// Whether each partner does its part, and how they work together.
    pub partnership: Located<Prose>,
    /// What practitioners, children and families say of the services.
    pub views: Located<Prose>,
    /// How near the end of intervention is, and what it still needs.
    pub exit: Located<Prose>,
}

impl ChairsWords {
    /// All of them, in the order of the report.
    pub fn prose(&self) -> impl Iterator<Item = &Located<Prose>> {
        let Self {
            judgement,
            progress,
            performance,
            plan,
            capacity,
            partnership,
            views,
            exit,
        } = self;
        [
            judgement,
            progress,
            performance,
            plan,
            capacity,
            partnership,
            views,
            exit,
        ]
        .into_iter()
    }
}

/// A key issue for the addressees (terms of reference 3.6).
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeyIssue {
    /// The issue in one line, as a heading.
    pub title: String,
    /// The issue in a paragraph: what is so, and what is asked.
    pub text: Located<Prose>,
    /// The meeting of the board that agreed it, by its id.
    pub agreed: Located<Id>,
}

/// The chair's view of an exit criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ViewOfTest {
    /// The criterion is met.
    Met,
    /// Met for now, and not yet proven to last.
    MetNotYetProven,
    /// The criterion is not met.
    NotMet,
}

/// What the chair says of an exit criterion.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExitView {
    /// Whether the chair holds the criterion to be met.
    pub view: ViewOfTest,
    /// What it rests on, and on what condition.
    pub text: String,
    /// The day on which the chair will look at the criterion again.
    pub next_test: Option<Located<Date>>,
}

/// A recommendation of the chair.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChairsRecommendation {
    /// The body that is asked to act, by its id.
    pub to: Located<Id>,
    /// What the body is asked to do, in a sentence.
    pub text: String,
    /// The day by which the body is asked to have done it.
    pub by: Located<Date>,
}

/// The chair's report on a half-year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChairReport {
    /// The month in which the half-year ends, which is also the name of the file.
    pub period: Located<Month>,
    /// The office that writes the report, by its id.
    pub from: Located<Id>,
    /// The day on which the words were handed over: known from then.
    pub written: Located<Date>,
    /// The overall judgement, by its id in the programme's vocabulary.
    pub judgement: Located<Id>,
    /// What the report rests on: visits, papers, people, and what was not seen.
    pub basis: Basis,
    /// The chair's own words, one text for each section of the report.
    pub words: ChairsWords,
    /// What the addressees must know, in order, each agreed by a meeting.
    pub key_issues: Vec<KeyIssue>,
    /// What the chair holds of the exit criteria, a line for each that the chair judges.
    #[serde(default)]
    pub exit: Entries<Id, ExitView>,
    /// What the chair asks of whom and by when, in order.
    #[serde(default)]
    pub recommendations: Vec<ChairsRecommendation>,
    /// The body of each letter of transmittal, by the recipient's role.
    pub letters: Entries<Id, Located<Prose>>,
}

impl ChairReport {
    /// Every piece of prose in it, with references to figures.
    pub fn prose(&self) -> impl Iterator<Item = &Located<Prose>> {
        let issues = self.key_issues.iter().map(|issue| &issue.text);
        let letters = self.letters.iter().map(|(_, letter)| letter);
        std::iter::once(&self.basis.words)
            .chain(self.words.prose())
            .chain(issues)
            .chain(letters)
    }
}
