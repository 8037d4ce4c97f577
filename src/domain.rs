//! The field's own nouns: periods, figures, indicators, the plan, who takes part, what they sent in.
//! Knows what things are and where they were typed; not how they are read, judged or printed.

mod approval;
mod body;
mod calendar;
mod chair;
mod entries;
mod fact_name;
mod figure;
mod forms;
mod id;
mod indicator;
mod input_file;
mod knowledge;
mod names;
mod period;
mod plan;
mod programme;
mod prose;
mod returns;
pub mod typed;

pub use crate::place::Located;
pub use approval::{Approval, Approvals, ContentDigest, PaperKind};
pub use body::{Body, Capacity, ChairStanding, Chairing, Dated, Group, GroupKind, Office, Recipient, Seat};
pub use calendar::{Attendance, BankHolidays, Calendar, Holiday, Meeting, Minutes, Presence};
pub use chair::{
    Basis, ChairReport, ChairsRecommendation, ChairsWords, ExitView, KeyIssue, ViewOfTest, Visit,
};
pub use entries::Entries;
pub use fact_name::{FactName, OfIndicator, OfPlan};
pub use figure::{Absence, Correction, Exact, Figure, Outlay, Supplied, Unit, published, published_ratio};
pub use id::Id;
pub use indicator::{
    Baseline, Comparator, Counts, End, Frequency, Good, Indicator, Nature, PostsCounted, Recalculation,
    Shape, Target, TargetPoint, Tier, Tolerance, Version,
};
pub use input_file::{InputFile, Misplaced, RETURNS, approvals_path, chair_path, return_path};
pub use period::{Date, Month, YEARS};
pub use plan::{
    Action, ActionState, ActionUpdate, Closure, Confidence, Criterion, DueDate, Evidence, Feature, Issue,
    IssueState, IssueUpdate, Measure, Milestone, MilestoneUpdate, Plan, PlanVersion, Recommendation, Risk,
    RiskScore, Spend, Test,
};
pub use programme::{
    BackSeries, Charter, Contributor, Counting, Disclosure, DueRule, Excellence, FiguresAre, Funding,
    Heading, Inspection, Judgement, MonthlyPaper, Owed, Papers, Priority, Programme, Rung, Section,
    SixMonthlyPaper, Term, Theme,
};
pub use prose::{Piece, Prose};
pub use returns::{
    AwaitedReturn, Commentary, DataNote, Decision, DirectorsWords, GroupReport, Heard, Matter, MatterState,
    Return, Voice,
};
