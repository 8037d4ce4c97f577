//! Who came to which meeting, office by office and body by body.
//! Knows whether a body had somebody there who could decide, and how many could; what follows from it is the board's to say.

use crate::domain::{
    Body, Capacity, Date, Dated, Group, Id, Located, Meeting, Office, Presence, Programme, Seat,
};

/// In what place an office takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In the chair.
    Chair,
    /// A member.
    Member,
    /// In attendance, without a part in decisions.
    InAttendance,
    /// Came without a seat.
    Invited,
}

impl Place {
    /// The words on paper.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Chair => "Chair",
            Self::Member => "Member",
            Self::InAttendance => "In attendance",
            Self::Invited => "Invited",
        }
    }

    /// Whether it takes part in decisions.
    #[must_use]
    pub fn decides(self) -> bool {
        match self {
            Self::Chair | Self::Member => true,
            Self::InAttendance | Self::Invited => false,
        }
    }
}

/// One office at one meeting.
#[derive(Debug, Clone, Copy)]
pub struct OfficePresence<'p> {
    /// The office.
    pub office: &'p Office,
    /// In what place.
    pub place: Place,
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
    /// The chair, every office with a seat that day in the order of the seats, then others who came.
    pub offices: Vec<OfficePresence<'p>>,
    /// Every body with members, in the order of the seats; empty where no attendance was recorded.
    pub bodies: Vec<BodyPresence<'p>>,
}

/// How often an office was represented over several meetings.
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

impl<'p> MeetingAttendance<'p> {
    /// Whether anybody recorded who came.
    #[must_use]
    pub fn is_recorded(&self) -> bool {
        !self.meeting.attendance.is_empty()
    }

    /// Whether so many of those who take part in decisions were there, or sent a deputy who can decide.
    #[must_use]
    pub fn is_quorate(&self, quorum: usize) -> bool {
        let could =
            |one: &&OfficePresence<'_>| one.place.decides() && one.presence.is_some_and(Presence::decides);
        self.offices.iter().filter(could).count() >= quorum
    }

    /// The bodies that had nobody there who could decide.
    pub fn without_decision_maker(&self) -> impl Iterator<Item = &'p Body> {
        let flagged = |body: &&BodyPresence<'_>| body.representation == Representation::NoDecisionMaker;
        self.bodies.iter().filter(flagged).map(|body| body.body)
    }
}

/// Attendance at every meeting from `from` to `until`, both included, in order of date.
#[must_use]
pub fn meetings(programme: &Programme, from: Date, until: Date) -> Vec<MeetingAttendance<'_>> {
    let mut held: Vec<&Meeting> = programme
        .calendar
        .meetings
        .iter()
        .filter(|meeting| (from..=until).contains(meeting.date.value()))
        .collect();
    held.sort_by_key(|meeting| (*meeting.date.value(), meeting.id.value()));
    held.into_iter()
        .map(|meeting| attendance(programme, meeting))
        .collect()
}

/// How often each office was represented at the recorded meetings of `group`, in the order of the first seats.
#[must_use]
pub fn records<'p>(meetings: &[MeetingAttendance<'p>], group: &Id) -> Vec<OfficeRecord<'p>> {
    let mine = meetings
        .iter()
        .filter(|meeting| meeting.is_recorded() && meeting.meeting.group.value() == group);
    let mut records: Vec<OfficeRecord<'p>> = Vec::new();
    for seat in mine
        .flat_map(|meeting| &meeting.offices)
        .filter(|seat| seat.place != Place::Invited)
    {
        match records
            .iter_mut()
            .find(|record| is_same(record.office, seat.office))
        {
            Some(record) => record.count(seat),
            None => {
                let mut record = OfficeRecord {
                    office: seat.office,
                    meetings: 0,
                    present: 0,
                    deputy: 0,
                };
                record.count(seat);
                records.push(record);
            }
        }
    }
    records
}

impl OfficeRecord<'_> {
    fn count(&mut self, seat: &OfficePresence<'_>) {
        self.meetings += 1;
        match seat.presence {
            Some(Presence::Present) => self.present += 1,
            Some(Presence::Deputy) => self.deputy += 1,
            Some(Presence::Observer | Presence::Apologies | Presence::Absent) | None => {}
        }
    }
}

fn is_same(one: &Office, other: &Office) -> bool {
    one.id.value() == other.id.value()
}

fn attendance<'p>(programme: &'p Programme, meeting: &'p Meeting) -> MeetingAttendance<'p> {
    let group = programme
        .charter
        .groups
        .iter()
        .find(|group| group.id.value() == meeting.group.value());
    let chair = chair(meeting, group).and_then(|id| office(programme, id));
    let offices = offices(programme, meeting, group, chair);
    let bodies = if meeting.attendance.is_empty() {
        Vec::new()
    } else {
        bodies(programme, &offices)
    };
    MeetingAttendance {
        meeting,
        chaired_by: chair,
        offices,
        bodies,
    }
}

fn office<'p>(programme: &'p Programme, id: &Id) -> Option<&'p Office> {
    programme
        .charter
        .offices
        .iter()
        .find(|office| office.id.value() == id)
}

/// Who was in the chair: as recorded, or else the group's own chair of that day.
fn chair<'p>(meeting: &'p Meeting, group: Option<&'p Group>) -> Option<&'p Id> {
    let day = *meeting.date.value();
    let own = || group.and_then(|group| group.chair.iter().find(|chairing| chairing.holds_on(day)));
    let recorded = meeting.chaired_by.as_ref().map(Located::value);
    recorded.or_else(|| own().map(|chairing| chairing.office.value()))
}

fn offices<'p>(
    programme: &'p Programme,
    meeting: &'p Meeting,
    group: Option<&'p Group>,
    chair: Option<&'p Office>,
) -> Vec<OfficePresence<'p>> {
    let day = *meeting.date.value();
    let seats = group.map_or(&[][..], |group| group.members.as_slice());
    let seated = seats
        .iter()
        .filter(|seat| seat.holds_on(day))
        .filter_map(|seat| seated(programme, seat));
    let came = meeting
        .attendance
        .iter()
        .filter_map(|came| office(programme, came.office.value()));
    let mut offices: Vec<OfficePresence<'p>> = Vec::new();
    let everybody = chair
        .map(|office| (office, Place::Chair))
        .into_iter()
        .chain(seated);
    for (office, place) in everybody.chain(came.map(|office| (office, Place::Invited))) {
        if !offices.iter().any(|known| is_same(known.office, office)) {
            offices.push(OfficePresence {
                office,
                place,
                presence: presence(meeting, office),
            });
        }
    }
    offices
}

fn seated<'p>(programme: &'p Programme, seat: &Seat) -> Option<(&'p Office, Place)> {
    let place = match seat.capacity {
        Capacity::Member => Place::Member,
        Capacity::InAttendance => Place::InAttendance,
    };
    Some((office(programme, seat.office.value())?, place))
}

fn presence(meeting: &Meeting, office: &Office) -> Option<Presence> {
    let came = meeting
        .attendance
        .iter()
        .find(|came| came.office.value() == office.id.value());
    came.map(|came| came.presence)
}

/// The bodies of those who take part in decisions. A body is there if one of its offices sent somebody who can
/// decide; those in attendance decide nothing, so their bodies are not asked for.
fn bodies<'p>(programme: &'p Programme, offices: &[OfficePresence<'p>]) -> Vec<BodyPresence<'p>> {
    let mut bodies: Vec<BodyPresence<'p>> = Vec::new();
    for seat in offices.iter().filter(|seat| seat.place.decides()) {
        let id = seat.office.body.as_ref().map(Located::value);
        let Some(body) = programme
            .charter
            .bodies
            .iter()
            .find(|body| Some(body.id.value()) == id)
        else {
            continue;
        };
        let decided = seat.presence.is_some_and(Presence::decides);
        let representation = if decided {
            Representation::Decided
        } else {
            Representation::NoDecisionMaker
        };
        match bodies
            .iter_mut()
            .find(|known| known.body.id.value() == body.id.value())
        {
            Some(known) => known.representation = known.representation.min(representation),
            None => bodies.push(BodyPresence { body, representation }),
        }
    }
    bodies
}
