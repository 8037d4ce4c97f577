//! The programme as it was known on a day: everything that became known later is left out, whatever file it stands
//! in. Knows which date makes each thing known; not why anybody asks.

use crate::domain::{
    Body, Calendar, Chairing, Charter, Criterion, Date, Dated, DueDate, Id, Indicator, Located, Meeting,
    Minutes, Office, Plan, Programme, Recipient, Seat, Test,
};
use std::collections::BTreeSet;

impl Programme {
    /// The programme as known on `cut_off`, that day included. It depends on nothing that carries a later date:
    /// a return its `received`, an approval its `on`, a target or new date the meeting that `agreed` it, and so on.
    /// What carries no date is a correction of the record, and is known always.
    #[must_use]
    pub fn as_known_at(&self, cut_off: Date) -> Self {
        let knowledge = Knowledge {
            cut_off,
            calendar: &self.calendar,
            plan: &self.plan,
        };
        let mut known = self.clone();
        known.plan = knowledge.plan(&self.plan);
        knowledge.forget_in_charter(&mut known.charter, &known.plan);
        known
            .calendar
            .meetings
            .iter_mut()
            .for_each(|meeting| knowledge.forget_in_meeting(meeting));
        known
            .indicators
            .iter_mut()
            .for_each(|indicator| knowledge.forget_in_indicator(indicator));
        known.returns.retain(|sent| knowledge.has(*sent.received.value()));
        known
            .chair
            .retain(|report| knowledge.has(*report.written.value()));
        known
            .approvals
            .retain(|approval| knowledge.has(*approval.on.value()));
        known
    }
}

/// What was known on a day.
struct Knowledge<'p> {
    cut_off: Date,
    calendar: &'p Calendar,
    plan: &'p Plan,
}

impl Knowledge<'_> {
    fn has(&self, day: Date) -> bool {
        day <= self.cut_off
    }

    fn has_all_of(&self, day: Option<Date>) -> bool {
        day.is_none_or(|day| self.has(day))
    }

    /// Whether a meeting has been held, so that what it agreed is known.
    fn has_met(&self, meeting: &Located<Id>) -> bool {
        self.calendar
            .meeting(meeting.value())
            .is_some_and(|meeting| self.has(*meeting.date.value()))
    }

    /// Whether something is known that a meeting agreed, or that came with the first version of the plan.
    fn has_agreed(&self, meeting: Option<&Located<Id>>) -> bool {
        match meeting {
            Some(meeting) => self.has_met(meeting),
            None => self.has_all_of(
                self.plan
                    .versions
                    .iter()
                    .map(|version| *version.proposed.value())
                    .min(),
            ),
        }
    }

    fn has_proposed(&self, version: &Located<Id>) -> bool {
        let version = self
            .plan
            .versions
            .iter()
            .find(|known| known.id.value() == version.value());
        version.is_some_and(|version| self.has(*version.proposed.value()))
    }

    /// Leaves out what had not begun, and forgets ends that were still to come.
    fn forget_in_list<T: Ends>(&self, things: &mut Vec<T>) {
        things.retain(|thing| self.has_all_of(thing.from()));
        things
            .iter_mut()
            .filter(|thing| !self.has_all_of(thing.until()))
            .for_each(Ends::forget_end);
    }

    fn forget_in_charter(&self, charter: &mut Charter, known_plan: &Plan) {
        self.forget_in_list(&mut charter.bodies);
        self.forget_in_list(&mut charter.offices);
        self.forget_in_list(&mut charter.recipients);
        for group in &mut charter.groups {
            self.forget_in_list(&mut group.chair);
            self.forget_in_list(&mut group.members);
        }
        charter.funding.retain(|grant| self.has(*grant.agreed.value()));
        charter
            .inspections
            .retain(|inspection| self.has(*inspection.date.value()));
        let criteria: BTreeSet<_> = known_plan
            .exit_criteria
            .iter()
            .map(|criterion| criterion.id.value())
            .collect();
        for rung in &mut charter.ladder {
            rung.from = rung.from.take().filter(|from| self.has(*from.value()));
            rung.needs
                .retain(|criterion| criteria.contains(criterion.value()));
        }
    }

    /// A planned meeting keeps its date; what is only known of a meeting that was held goes.
    fn forget_in_meeting(&self, meeting: &mut Meeting) {
        let known = |day: &Located<Date>| self.has(*day.value());
        meeting.agenda_agreed = meeting.agenda_agreed.take().filter(known);
        meeting.papers_sent = meeting.papers_sent.take().filter(known);
        let Minutes { agreed, circulated } = &mut meeting.minutes;
        *agreed = agreed.take().filter(known);
        *circulated = circulated.take().filter(known);
        if !known(&meeting.date) {
            meeting.attendance.clear();
            meeting.chaired_by = None;
        }
    }

    fn forget_in_indicator(&self, indicator: &mut Indicator) {
        indicator
            .versions
            .retain(|version| self.has_all_of(version.published));
        indicator
            .targets
            .retain(|target| self.has_agreed(target.agreed.as_ref()));
        indicator
            .comparators
            .retain(|comparator| self.has(*comparator.published.value()));
        indicator
            .recalculations
            .retain(|recalculation| self.has_met(&recalculation.agreed));
        indicator.ends = indicator.ends.take().filter(|end| self.has_met(&end.agreed));
    }

    /// The plan as it was known, with nothing in it that refers to what was not.
    fn plan(&self, whole: &Plan) -> Plan {
        let mut plan = whole.clone();
        plan.versions
            .retain(|version| self.has(*version.proposed.value()));
        for version in &mut plan.versions {
            version.agreed = version.agreed.take().filter(|meeting| self.has_met(meeting));
        }
        plan.recommendations
            .retain(|recommendation| self.has(*recommendation.received.value()));
        plan.risks.retain(|risk| self.has(*risk.raised.value()));
        plan.issues.retain(|issue| self.has(*issue.raised.value()));
        plan.milestones
            .retain(|milestone| self.has_proposed(&milestone.plan));
        plan.milestones
            .iter_mut()
            .for_each(|milestone| self.forget_in_dates(&mut milestone.due));
        plan.actions.retain(|action| self.has_proposed(&action.plan));
        for action in &mut plan.actions {
            self.forget_in_dates(&mut action.due);
            action.closed = action
                .closed
                .take()
                .filter(|closure| self.has_met(&closure.agreed));
        }
        forget_references(&mut plan);
        plan
    }

    /// The first date came with the plan's version; each later one is known from the meeting that agreed it.
    fn forget_in_dates(&self, due: &mut Vec<DueDate>) {
        let mut dates = std::mem::take(due).into_iter();
        due.extend(dates.next().map(|first| {
            let agreed = first.agreed.filter(|meeting| self.has_met(meeting));
            DueDate { agreed, ..first }
        }));
        due.extend(dates.filter(|date| self.has_agreed(date.agreed.as_ref())));
    }
}

/// Takes out of the plan what refers to recommendations and milestones that are not in it.
fn forget_references(plan: &mut Plan) {
    let recommendations: BTreeSet<Id> = plan
        .recommendations
        .iter()
        .map(|it| it.id.value().clone())
        .collect();
    let milestones: BTreeSet<Id> = plan.milestones.iter().map(|it| it.id.value().clone()).collect();
    for action in &mut plan.actions {
        action.answers.retain(|id| recommendations.contains(id.value()));
        action.milestone = action
            .milestone
            .take()
            .filter(|id| milestones.contains(id.value()));
    }
    for feature in &mut plan.excellence {
        feature.milestones.retain(|id| milestones.contains(id.value()));
    }
    plan.exit_criteria.retain(|Criterion { test, .. }| match test {
        Test::Delivered { recommendation } => recommendations.contains(recommendation.value()),
        Test::Reached { milestone } => milestones.contains(milestone.value()),
        Test::Sustained { .. } | Test::Assured { .. } | Test::Judged { .. } => true,
    });
}

/// What has an end that can be forgotten.
trait Ends: Dated {
    fn forget_end(&mut self);
}

macro_rules! ends {
    ($($kind:ty: $($field:ident),+;)+) => { $(impl Ends for $kind {
        fn forget_end(&mut self) {
            $(self.$field = None;)+
        }
    })+ };
}
ends! {
    Body: until, successor;
    Office: until, successor;
    Recipient: until;
    Seat: until;
    Chairing: until;
}
