//! Who came to which meeting, office by office and body by body.
//! Knows whether a body had somebody there who could decide; never a quorum, for there is none (terms of
//! reference 6.1).

use crate::domain::{Capacity, Date, Id, Presence};

/// One office at one meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficePresence {
    /// The office.
    pub office: Id,
    /// Its body; independent offices have none.
    pub body: Option<Id>,
    /// Member, in attendance, or `None` for somebody who has no seat.
    pub capacity: Option<Capacity>,
    /// How it was represented; `None` where the record does not say.
    pub presence: Option<Presence>,
}

/// Whether a body could take part in decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Representation {
    /// Somebody was there who could decide.
    Decided,
    /// Nobody was there who could decide: the papers flag it.
    NoDecisionMaker,
}

/// One body with members in the group, at one meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyPresence {
    /// The body.
    pub body: Id,
    /// Whether it could take part in decisions.
    pub representation: Representation,
}

/// Attendance at one meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingAttendance {
    /// The meeting.
    pub meeting: Id,
    /// The group that met.
    pub group: Id,
    /// The day.
    pub date: Date,
    /// Who was in the chair, if anybody.
    pub chaired_by: Option<Id>,
    /// Every office with a seat that day, in the order of the seats; then others who came.
    pub offices: Vec<OfficePresence>,
    /// Every body with members, in the order of the seats; empty where no attendance was recorded.
    pub bodies: Vec<BodyPresence>,
}

/// How often an office was represented, over several meetings of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeRecord {
    /// The office.
    pub office: Id,
    /// Meetings with a record at which it had a seat.
    pub meetings: usize,
    /// Those to which its holder came.
    pub present: usize,
    /// Those to which a deputy came who could decide.
    pub deputy: usize,
}
