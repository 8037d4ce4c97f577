//! Who came to which meeting, office by office and body by body.
//! Knows whether a body had somebody there who could decide; never a quorum, for there is none (terms of
//! reference 6.1).

use crate::domain::{Body, Capacity, Meeting, Office, Presence};

/// One office at one meeting.
#[derive(Debug, Clone, Copy)]
pub struct OfficePresence<'p> {
    /// The office.
    pub office: &'p Office,
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
#[derive(Debug, Clone, Copy)]
pub struct BodyPresence<'p> {
    /// The body.
    pub body: &'p Body,
    /// Whether it could take part in decisions.
    pub representation: Representation,
}

/// Attendance at one meeting.
#[derive(Debug, Clone)]
pub struct MeetingAttendance<'p> {
    /// The meeting.
    pub meeting: &'p Meeting,
    /// Who was in the chair; `None` where the chair is vacant.
    pub chaired_by: Option<&'p Office>,
    /// Every office with a seat that day, in the order of the seats; then others who came.
    pub offices: Vec<OfficePresence<'p>>,
    /// Every body with members, in the order of the seats; empty where no attendance was recorded.
    pub bodies: Vec<BodyPresence<'p>>,
}

/// How often an office was represented, over several meetings of a group.
#[derive(Debug, Clone, Copy)]
pub struct OfficeRecord<'p> {
    /// The office.
    pub office: &'p Office,
    /// Meetings with a record at which it had a seat.
    pub meetings: usize,
    /// Those to which its holder came.
    pub present: usize,
    /// Those to which a deputy came who could decide.
    pub deputy: usize,
}
