//! The programme as a whole: everything the inputs say, consistent with itself, and the same as known on a day.

use crate::domain::{
    Approval, Body, Calendar, ChairReport, Date, Entries, Group, Id, Indicator, Located, Month, Office, Plan,
    Prose, Recipient, Return, Supplied,
};
use schemars::JsonSchema;
use serde::Deserialize;
use std::sync::Arc;

/// Whether the programme's own figures are real.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FiguresAre {
    /// Made up to show what the papers do; every page says so.
    Illustrative,
    /// The council's own figures, as its systems have them.
    Actual,
}

/// A section of the monthly report that tells the indicators of a heading once more, with what was done and heard
/// (terms of reference 3.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// Quality of practice: samples of cases, and their grades.
    Quality,
    /// Engagement of practitioners, children and families.
    Engagement,
}

/// One of the headings under which performance is reported, such as timeliness, quality or engagement.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Heading {
    /// The short name by which indicators speak of the heading.
    pub id: Located<Id>,
    /// Its name as the scorecard prints it.
    pub name: String,
    /// The question it answers, for a lay reader.
    pub question: String,
    /// The section of the monthly report that tells its indicators, besides the scorecard.
    pub section: Option<Section>,
}

/// A theme of the work, such as assessment or workforce.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// The short name by which indicators and actions speak of the theme.
    pub id: Located<Id>,
    /// Its name as the papers print it.
    pub name: String,
}

/// A priority set by the inspectorate or the Secretary of State.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Priority {
    /// The short name by which indicators speak of the priority.
    pub id: Located<Id>,
    /// A short mark for a table, such as `P1`.
    pub mark: String,
    /// What the inspectorate asked for, in a line.
    pub name: String,
    /// The document in which it was asked, with its date.
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
    /// How many working days before the meeting the paper is due.
    #[schemars(range(max = 60))]
    pub working_days: u32,
    /// How the days are counted: `clear` counts neither the day of issue nor that of the meeting.
    pub count: Counting,
    /// Where the rule stands, such as `terms of reference 4.1`.
    pub source: String,
}

/// What the programme says of its monthly paper.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MonthlyPaper {
    /// The report's title as its cover prints it.
    pub title: String,
    /// The office that signs and approves the report, by its id.
    pub author: Located<Id>,
    /// The first month for which there is a monthly report.
    pub first: Month,
    /// The group whose meeting considers the report, by its id.
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
    /// The report's title as its cover prints it.
    pub title: String,
    /// The office that signs and approves the report, by its id.
    pub author: Located<Id>,
    /// The first month in which a half-year ends.
    pub first: Month,
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
    /// The director's monthly report: who signs it, for whom, due when.
    pub monthly: MonthlyPaper,
    /// The chair's report to its addressees: who signs it, to whom, due when.
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
    /// The body that sends returns, by its id.
    pub body: Located<Id>,
    /// The office that sends them and is asked when they are late, by its id.
    pub office: Located<Id>,
    /// What the body owes each month: figures, updates of the plan, words.
    pub owes: Vec<Owed>,
    /// The working day of the following month by which it is due.
    #[schemars(range(min = 1, max = 23))]
    pub due_working_day: u32,
}

/// How small numbers are treated.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Disclosure {
    /// Counts of people from 1 to this are held back in a public edition.
    #[schemars(range(max = 100))]
    pub threshold: u32,
    /// A percentage of fewer than this many is of low reliability (`[u]`) and not rated by itself.
    #[schemars(range(max = 1000))]
    pub smallest_denominator: u32,
}

/// A word of the programme's own vocabulary for an overall judgement.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// The short name by which the chair's report speaks of the judgement.
    pub id: Located<Id>,
    /// The judgement as the papers print it, in the middle of a sentence.
    pub words: String,
    /// What the judgement means, for a lay reader.
    pub meaning: String,
}

/// Improvement funding for a financial year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Funding {
    /// Its name in the inputs; returns report spend against it.
    pub id: Located<Id>,
    /// What the money is called in the papers.
    pub name: String,
    /// Who gives the money, by its full name.
    pub source: String,
    /// The financial year of the money, by its first month, such as `2010-04`.
    pub year: Located<Month>,
    /// How much it is for the year, in pounds.
    pub amount: Located<crate::domain::Exact>,
    /// The day on which the money was agreed; papers before it do not know it.
    pub agreed: Located<Date>,
}

/// A rung of the ladder of intervention, from the heaviest down.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rung {
    /// The short name of this rung of the ladder.
    pub id: Located<Id>,
    /// Its name as the papers print it.
    pub name: String,
    /// What standing on this rung means for the council.
    pub meaning: String,
    /// From when the programme stood on it; absent for rungs not reached.
    pub from: Option<Located<Date>>,
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
    /// The day on which the judgement was given or published.
    pub date: Located<Date>,
    /// The inspectorate that gave the judgement.
    pub by: String,
    /// What was inspected, such as safeguarding.
    pub what: String,
    /// The exact word or words of the judgement.
    pub judgement: String,
    /// Where the judgement can be read, with its date.
    pub source: String,
}

/// A term of art and its meaning in plain words.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The term of art, as the papers use it.
    pub term: String,
    /// What the term means, in words that a family would understand.
    pub meaning: String,
}

/// What a programme is aiming for, and by when.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Excellence {
    /// The day by which it is to be reached.
    pub date: Located<Date>,
    /// What will be so for children when the programme has succeeded, in a sentence.
    pub outline: Located<Prose>,
}

/// `programme.yaml`: who takes part, what is reported, to whom and when.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Charter {
    /// The version of the inputs' format; this program reads 1.
    pub format: Located<u32>,
    /// The programme's full name, as covers and letters print it.
    pub name: String,
    /// A short name of the programme, for the head of each page.
    pub short: String,
    /// The council whose services are to improve, by its id among the bodies.
    pub council: Located<Id>,
    /// Whether the programme's own figures are real (`actual`) or made up (`illustrative`).
    pub figures: FiguresAre,
    /// The sentence that explains illustrative figures to a reader.
    pub notice: Option<String>,
    /// The protective marking that is printed on every page.
    pub marking: String,
    /// What the programme is aiming for, and by which day.
    pub excellence: Excellence,
    /// The bodies that take part, an item each: the council, health, police, ministries.
    pub bodies: Vec<Body>,
    /// The offices that take part, an item each: who signs, owns, sits and receives.
    pub offices: Vec<Office>,
    /// The boards and groups that meet, with who chairs and who sits on each.
    pub groups: Vec<Group>,
    /// Those to whom the six-monthly report is addressed, each with an address and a salutation.
    pub recipients: Vec<Recipient>,
    /// The headings of the scorecard, in the order in which it has them.
    pub headings: Vec<Heading>,
    /// The themes that indicators and actions belong to.
    pub themes: Vec<Theme>,
    /// What the inspectorate put first, and which indicators serve it.
    pub priorities: Vec<Priority>,
    /// The papers that the programme makes, who signs them and when they are due.
    pub papers: Papers,
    /// The bodies that send returns, what each owes and by when.
    pub contributors: Vec<Contributor>,
    /// Below which numbers figures are held back so that no child can be recognised.
    pub disclosure: Disclosure,
    /// The vocabulary of overall judgements, from the best down.
    pub judgements: Vec<Judgement>,
    /// The money given for improvement, by financial year.
    #[serde(default)]
    pub funding: Vec<Funding>,
    /// The ladder of intervention, from the heaviest rung down.
    #[serde(default)]
    pub ladder: Vec<Rung>,
    /// What inspectorates have judged, with dates and sources.
    #[serde(default)]
    pub inspections: Vec<Inspection>,
    /// Terms of art that the papers explain to a lay reader.
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
    /// Monthly returns, by month, then by path. Whatever is known of the programme on another day shares them.
    pub returns: Vec<Arc<Return>>,
    /// Months of which a return is still awaited, in order: they have begun, whether or not anything has come.
    pub awaited: Vec<Month>,
    /// The chair's words, by half-year.
    pub chair: Vec<ChairReport>,
    /// Who approved which paper, and when.
    pub approvals: Vec<Approval>,
}

impl Programme {
    /// The monthly returns, by month, then by path.
    pub fn sent(&self) -> impl DoubleEndedIterator<Item = &Return> {
        self.returns.iter().map(Arc::as_ref)
    }
}
