//! Who takes part: bodies, offices, groups with their members, and those to whom reports are addressed.
//! Offices, not people. All of them have dates, for departments are renamed and chairs change.

use crate::domain::{Date, Id};
use crate::place::Located;
use schemars::JsonSchema;
use serde::Deserialize;

/// From when until when something holds. Both days belong to it; a missing end is open.
pub trait Dated {
    /// The first day, if it has one.
    fn from(&self) -> Option<Date>;
    /// The last day, if it has one.
    fn until(&self) -> Option<Date>;

    /// Whether it holds on `day`.
    fn holds_on(&self, day: Date) -> bool {
        self.from().is_none_or(|from| from <= day) && self.until().is_none_or(|until| day <= until)
    }
}

macro_rules! dated {
    ($($kind:ty),+) => { $(impl Dated for $kind {
        fn from(&self) -> Option<Date> { self.from }
        fn until(&self) -> Option<Date> { self.until }
    })+ };
}
dated!(Body, Office, Recipient, Seat, Chairing);

/// An organisation: a council, a health body, a police force, a department of state.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// The short name by which returns and offices speak of the body, such as `health`.
    pub id: Located<Id>,
    /// Its full name as the papers print it.
    pub name: String,
    /// A short name for narrow columns; the full name if left out.
    pub short: Option<String>,
    /// The first day on which it existed under this name.
    pub from: Option<Date>,
    /// The last day on which it existed under this name.
    pub until: Option<Date>,
    /// The body that took its work over, by its id.
    pub successor: Option<Located<Id>>,
}

impl Body {
    /// The short name, or the full one.
    #[must_use]
    pub fn short_name(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }
}

/// A post that somebody holds: reports name offices, never people.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// The short name by which the other files speak of the office, such as `director`.
    pub id: Located<Id>,
    /// Its title as the papers print it; offices are named in papers, people are not.
    pub title: String,
    /// The body it belongs to; an independent office belongs to none.
    pub body: Option<Located<Id>>,
    /// The first day on which the office existed; left out if it always has.
    pub from: Option<Date>,
    /// The last day on which the office existed; left out if it still does.
    pub until: Option<Date>,
    /// The office that took its work over, by its id.
    pub successor: Option<Located<Id>>,
}

/// What a group is for: it decides which papers it gets and what is asked of its meetings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GroupKind {
    /// The improvement board with its independent chair.
    Board,
    /// The council's own monthly performance group.
    PerformanceGroup,
    /// A group that looks into one subject and reports to the board.
    SubGroup,
}

/// A board or group that meets.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The short name by which meetings and papers speak of the group, such as `board`.
    pub id: Located<Id>,
    /// Its full name as the papers print it.
    pub name: String,
    /// A short name for running text, such as `the Board`.
    pub short: String,
    /// What the group is for, which decides the papers it gets.
    pub kind: GroupKind,
    /// How often the group meets, in words, such as `every month`.
    pub meets: String,
    /// The body that prepares the group's papers, by its id.
    pub administered_by: Located<Id>,
    /// Who has been in the chair, in order.
    #[serde(default)]
    pub chair: Vec<Chairing>,
    /// Who sits on the group, an item for each office.
    #[serde(default)]
    pub members: Vec<Seat>,
    /// How many of those who decide must be there for the group to decide; left out where it has no quorum.
    #[schemars(range(min = 1))]
    pub quorum: Option<Located<u32>>,
    /// The paragraph of the terms of reference that sets it up.
    pub terms: Option<String>,
}

/// How a chair holds the chair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChairStanding {
    /// Appointed to the chair.
    Appointed,
    /// In the chair until somebody is appointed: a legal state, which the papers name.
    Interim,
}

/// One office's time in a group's chair.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chairing {
    /// The office that is in the chair, by its id.
    pub office: Located<Id>,
    /// Whether the chair is appointed or fills in until one is (`interim`).
    pub standing: ChairStanding,
    /// The first day in the chair; left out if it was always so.
    pub from: Option<Date>,
    /// The last day in the chair; left out if it is still so.
    pub until: Option<Date>,
}

/// Whether a seat takes part in decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// A member, with a part in decisions.
    Member,
    /// In attendance, without a part in decisions.
    InAttendance,
}

/// An office's seat in a group.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// The office that sits on the group, by its id.
    pub office: Located<Id>,
    /// Whether the seat decides (`member`) or only attends (`in_attendance`).
    pub capacity: Capacity,
    /// Who may sit in its place with power to decide, in words; `to be nominated` is a legal value.
    pub deputy: Option<String>,
    /// The first day of the seat; left out if it always was.
    pub from: Option<Date>,
    /// The last day of the seat; left out if it still is.
    pub until: Option<Date>,
}

/// Somebody to whom the six-monthly report is addressed.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// The recipient's name in the inputs, and in the letter's file name; dated successors share a `role`.
    pub id: Located<Id>,
    /// What stays the same when offices change, such as `secretary_of_state`: a report has one letter a role.
    pub role: Located<Id>,
    /// The office that the report is addressed to, by its id.
    pub office: Located<Id>,
    /// The salutation, such as `Dear Secretary of State`.
    pub salutation: String,
    /// The postal address, a line an item, without the office's title.
    pub address: Vec<String>,
    /// The first day on which it is addressed.
    pub from: Option<Date>,
    /// The last day on which it is addressed.
    pub until: Option<Date>,
}

impl Recipient {
    /// How it is spoken of to others, as its salutation has it: `Secretary of State`.
    #[must_use]
    pub fn called(&self) -> &str {
        self.salutation.strip_prefix("Dear ").unwrap_or(&self.salutation)
    }
}
