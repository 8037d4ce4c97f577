//! The programme as a whole: everything the inputs say, consistent with itself, and the same as known on a day.

use crate::domain::{
    Approval, Body, Calendar, ChairReport, Date, Entries, Group, Id, Indicator, Located, Month, Office, Plan,
    Prose, Recipient, Return, Supplied,
};
use schemars::JsonSchema;
use serde::Deserialize;

/// Whether the programme's own figures are real.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FiguresAre {
    /// Made up to show what the papers do; every page says so.
    Illustrative,
    /// The council's own.
    Actual,
}

/// One of the headings under which performance is reported: timeliness, quality, engagement …
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Heading {
    /// Its name in the inputs.
    pub id: Located<Id>,
    /// Its name on paper.
    pub name: String,
    /// The question it answers, for a lay reader.
    pub question: String,
}

/// A theme of the work, such as assessment or workforce.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Its name in the inputs.
    pub id: Located<Id>,
    /// Its name on paper.
    pub name: String,
}

/// A priority set by the inspectorate or the Secretary of State.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Priority {
    /// Its name in the inputs.
    pub id: Located<Id>,
    /// A short mark for a table, such as `P1`.
    pub mark: String,
    /// What is asked.
    pub name: String,
    /// The document that asks it.
    pub source: String,
}

/// How working days before a meeting are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Counting {
    /// Clear days: neither the day of issue nor the day of the meeting counts. The safer reading.
    Clear,
    /// Counted back from the meeting: the day of the meeting does not count, the day of issue does.
    Back,
}

/// When a paper is due.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DueRule {
    /// How many working days before the meeting.
    pub working_days: u32,
    /// How they are counted.
    pub count: Counting,
    /// Where the rule stands, such as `terms of reference 4.1`.
    pub source: String,
}

/// What the programme says of its monthly paper.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthlyPaper {
    /// The paper's title.
    pub title: String,
    /// The office that signs it.
    pub author: Located<Id>,
    /// The first month that has one.
    pub first: Month,
    /// The group it is for.
    pub group: Located<Id>,
    /// When it is due before the group's meeting.
    pub due: DueRule,
    /// Who gets it, in words, an item each.
    pub distribution: Vec<String>,
}

/// What the programme says of its six-monthly paper.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SixMonthlyPaper {
    /// The paper's title.
    pub title: String,
    /// The office that signs it.
    pub author: Located<Id>,
    /// The first month in which a half-year ends.
    pub first: Month,
    /// How many months a period has: 6, or 3 where the chair reports quarterly.
    pub months: u32,
    /// The group at whose meeting its key issues are agreed.
    pub group: Located<Id>,
    /// When it is due before the group's meeting.
    pub due: DueRule,
    /// The roles to whom it is addressed, in the order of precedence; each gets a letter.
    pub addressed_to: Vec<Located<Id>>,
    /// Who gets copies, in words, an item each.
    pub distribution: Vec<String>,
}

/// The papers that the programme makes.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Papers {
    /// The director's monthly report.
    pub monthly: MonthlyPaper,
    /// The chair's report to its addressees.
    pub six_monthly: SixMonthlyPaper,
}

/// What a contributor may owe each month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Owed {
    /// The figures of the indicators that the body contributes.
    Figures,
    /// Updates of the plan's actions and milestones.
    Plan,
    /// Scores of the risks.
    Risks,
    /// The director's words.
    Words,
}

/// A body that sends a return every month.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contributor {
    /// The body.
    pub body: Located<Id>,
    /// The office that sends it.
    pub office: Located<Id>,
    /// What it owes.
    pub owes: Vec<Owed>,
    /// The working day of the following month by which it is due.
    pub due_working_day: u32,
}

/// How small numbers are treated.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Disclosure {
    /// Counts of people from 1 to this are held back in a public edition.
    pub threshold: u32,
    /// A percentage of fewer than this many is of low reliability (`[u]`) and not rated by itself.
    pub smallest_denominator: u32,
}

/// A word of the programme's own vocabulary for an overall judgement.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// Its name in the inputs.
    pub id: Located<Id>,
    /// The words on paper.
    pub words: String,
    /// What they mean.
    pub meaning: String,
}

/// Improvement funding for a financial year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Funding {
    /// Its name in the inputs; returns report spend against it.
    pub id: Located<Id>,
    /// What it is for.
    pub name: String,
    /// Who gives it.
    pub source: String,
    /// The financial year, by its first month.
    pub year: Month,
    /// The amount in pounds.
    pub amount: Located<crate::domain::Exact>,
    /// The day on which it was agreed.
    pub agreed: Date,
}

/// A rung of the ladder of intervention, from the heaviest down.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rung {
    /// Its name in the inputs.
    pub id: Located<Id>,
    /// Its name on paper.
    pub name: String,
    /// What it means for the council.
    pub meaning: String,
    /// From when the programme stood on it; absent for rungs not reached.
    pub from: Option<Date>,
    /// What shows that the council may stand on it, such as `A judgement by inspectors`.
    pub evidence: Option<String>,
    /// When it is reviewed, such as `Every six months, in the chair's report`.
    pub review: Option<String>,
    /// What the council still owes while it stands there, such as `A report every month`.
    pub obligations: Option<String>,
    /// The exit criteria that the step down to the next rung needs.
    #[serde(default)]
    pub needs: Vec<Located<Id>>,
}

/// A judgement that an inspectorate has given.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Inspection {
    /// The day it was given or published.
    pub date: Date,
    /// Who gave it.
    pub by: String,
    /// What was inspected.
    pub what: String,
    /// The exact word or words of the judgement.
    pub judgement: String,
    /// Where it can be read.
    pub source: String,
}

/// A term of art and its meaning in plain words.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The term.
    pub term: String,
    /// What it means.
    pub meaning: String,
}

/// What a programme is aiming for, and by when.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Excellence {
    /// The day by which it is to be reached.
    pub date: Date,
    /// In a sentence.
    pub outline: Located<Prose>,
}

/// `programme.yaml`: who takes part, what is reported, to whom and when.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Charter {
    /// The version of the inputs' format; this program reads 1.
    pub format: Located<u32>,
    /// The programme's full name.
    pub name: String,
    /// A short name for running heads.
    pub short: String,
    /// The council whose services are to improve.
    pub council: Located<Id>,
    /// Whether the programme's own figures are real.
    pub figures: FiguresAre,
    /// The sentence that explains illustrative figures to a reader.
    pub notice: Option<String>,
    /// The protective marking printed on every page.
    pub marking: String,
    /// What the programme is aiming for.
    pub excellence: Excellence,
    /// The bodies that take part.
    pub bodies: Vec<Body>,
    /// The offices that take part.
    pub offices: Vec<Office>,
    /// The boards and groups that meet.
    pub groups: Vec<Group>,
    /// Those to whom reports are addressed.
    pub recipients: Vec<Recipient>,
    /// The headings of the scorecard, in order.
    pub headings: Vec<Heading>,
    /// The themes of indicators and actions.
    pub themes: Vec<Theme>,
    /// The priorities that indicators serve.
    pub priorities: Vec<Priority>,
    /// The papers.
    pub papers: Papers,
    /// The bodies that send returns.
    pub contributors: Vec<Contributor>,
    /// How small numbers are treated.
    pub disclosure: Disclosure,
    /// The vocabulary of overall judgements, from the best down.
    pub judgements: Vec<Judgement>,
    /// Improvement funding.
    #[serde(default)]
    pub funding: Vec<Funding>,
    /// The ladder of intervention, from the heaviest rung down.
    #[serde(default)]
    pub ladder: Vec<Rung>,
    /// Judgements that inspectorates have given.
    #[serde(default)]
    pub inspections: Vec<Inspection>,
    /// Terms of art.
    #[serde(default)]
    pub glossary: Vec<Term>,
}

/// One indicator's back series, a figure a month.
pub type BackSeries = Entries<Month, Located<Supplied>>;

/// Everything that the inputs say, consistent with itself.
#[derive(Debug, Clone)]
pub struct Programme {
    /// Who takes part, what is reported, to whom and when.
    pub charter: Charter,
    /// Bank holidays and meetings.
    pub calendar: Calendar,
    /// What is measured, in the order of the files.
    pub indicators: Vec<Indicator>,
    /// Recommendations, actions, milestones, risks and exit criteria.
    pub plan: Plan,
    /// Figures from before the first return.
    pub history: Entries<Id, BackSeries>,
    /// Where the figures from before the first return were taken from.
    pub history_source: Option<String>,
    /// Monthly returns, by month, then by path.
    pub returns: Vec<Return>,
    /// Months of which a return is still awaited, in order: they have begun, whether or not anything has come.
    pub awaited: Vec<Month>,
    /// The chair's words, by half-year.
    pub chair: Vec<ChairReport>,
    /// Who approved which paper, and when.
    pub approvals: Vec<Approval>,
}
