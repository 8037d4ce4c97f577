//! The independent chair's own words for a half-year, kept apart from the council's data. `chair/2010-11.yaml`.

use crate::domain::{Date, Entries, Id, Month, Prose};
use crate::place::Located;
use schemars::JsonSchema;
use serde::Deserialize;

/// What the chair's report rests on.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// In a paragraph.
    pub words: Located<Prose>,
    /// Visits made, a line each, with their dates.
    pub visits: Vec<Visit>,
    /// Papers read.
    pub read: Vec<String>,
    /// Whom the chair spoke to, by office or role.
    pub spoke_to: Vec<String>,
    /// What the chair did not see.
    pub not_seen: Vec<String>,
}

/// A visit that the chair made.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// The day.
    pub date: Date,
    /// Where, and what was seen.
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
    /// Performance under the headings.
    pub performance: Located<Prose>,
    /// Delivery of the plan.
    pub plan: Located<Prose>,
    /// Risk, capacity and workforce.
    pub capacity: Located<Prose>,
    /// The partnership.
    pub partnership: Located<Prose>,
    /// The views of practitioners, children and families.
    pub views: Located<Prose>,
    /// Exit from intervention.
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
    /// In a line.
    pub title: String,
    /// In a paragraph.
    pub text: Located<Prose>,
    /// The meeting that agreed it.
    pub agreed: Located<Id>,
}

/// The chair's view of an exit criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ViewOfTest {
    /// Met.
    Met,
    /// Met for now, and not yet proven to last.
    MetNotYetProven,
    /// Not met.
    NotMet,
}

/// What the chair says of an exit criterion.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExitView {
    /// The view.
    pub view: ViewOfTest,
    /// What it rests on, and on what condition.
    pub text: String,
    /// The day of the next test.
    pub next_test: Option<Date>,
}

/// A recommendation of the chair.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChairsRecommendation {
    /// The body that is asked.
    pub to: Located<Id>,
    /// What is asked.
    pub text: String,
    /// By when.
    pub by: Date,
}

/// The chair's report on a half-year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChairReport {
    /// The month in which the half-year ends.
    pub period: Located<Month>,
    /// The office that writes.
    pub from: Located<Id>,
    /// The day on which the words were handed over: known from then.
    pub written: Located<Date>,
    /// The overall judgement, from the programme's vocabulary.
    pub judgement: Located<Id>,
    /// What the report rests on.
    pub basis: Basis,
    /// The words, a section each.
    pub words: ChairsWords,
    /// The key issues, in order.
    pub key_issues: Vec<KeyIssue>,
    /// The chair's views of the exit criteria.
    #[serde(default)]
    pub exit: Entries<Id, ExitView>,
    /// The chair's recommendations, in order.
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
