//! Every place at which a document refers to something by its name. Knows which key names which kind of thing;
//! judges nothing.

use crate::domain::{
    Action, Calendar, ChairReport, Charter, DueDate, Entries, Group, Id, Indicator, Located, Milestone,
    Office, Papers, Plan, Return, Test,
};
use crate::input::documents::{Documents, History};
use crate::input::names::{Kind, Names};

/// Every reference of every document.
pub fn references(documents: &Documents) -> Names<'_> {
    let mut names = Names::default();
    let Documents { charter, plan, .. } = documents;
    charter.iter().for_each(|charter| of_charter(charter, &mut names));
    let calendar = documents.calendar.iter();
    calendar.for_each(|calendar| of_calendar(calendar, &mut names));
    for indicator in &documents.indicators {
        of_indicator(indicator, &mut names);
    }
    plan.iter().for_each(|plan| of_plan(plan, &mut names));
    if let Some(History { figures, .. }) = &documents.history {
        names.add(Kind::Indicator, keys(figures));
    }
    for filed in &documents.returns {
        of_return(&filed.content, &mut names);
    }
    for filed in &documents.awaited {
        names.add(Kind::Body, [&filed.content.from]);
        names.add(Kind::Indicator, keys(&filed.content.figures));
    }
    for filed in &documents.chair {
        of_chair(&filed.content, &mut names);
    }
    let approvals = documents.approvals.iter().flat_map(|file| &file.approvals);
    names.add(Kind::Office, approvals.map(|approval| &approval.by));
    names
}

fn keys<V>(entries: &Entries<Id, V>) -> impl Iterator<Item = &Located<Id>> {
    entries.iter().map(|(id, _)| id)
}

fn of_charter<'d>(charter: &'d Charter, names: &mut Names<'d>) {
    names.add(Kind::Body, [&charter.council]);
    let bodies = charter.bodies.iter();
    names.add(Kind::Body, bodies.filter_map(|body| body.successor.as_ref()));
    charter.offices.iter().for_each(|office| of_office(office, names));
    charter.groups.iter().for_each(|group| of_group(group, names));
    let recipients = charter.recipients.iter();
    names.add(Kind::Office, recipients.map(|recipient| &recipient.office));
    for contributor in &charter.contributors {
        names.add(Kind::Body, [&contributor.body]);
        names.add(Kind::Office, [&contributor.office]);
    }
    let ladder = charter.ladder.iter();
    names.add(Kind::Criterion, ladder.flat_map(|rung| &rung.needs));
    let Papers { monthly, six_monthly } = &charter.papers;
    names.add(Kind::Office, [&monthly.author, &six_monthly.author]);
    names.add(Kind::Group, [&monthly.group, &six_monthly.group]);
    names.add(Kind::Role, &six_monthly.addressed_to);
}

fn of_office<'d>(office: &'d Office, names: &mut Names<'d>) {
    names.add(Kind::Body, &office.body);
    names.add(Kind::Office, &office.successor);
}

fn of_group<'d>(group: &'d Group, names: &mut Names<'d>) {
    names.add(Kind::Body, [&group.administered_by]);
    names.add(Kind::Office, group.chair.iter().map(|chairing| &chairing.office));
    names.add(Kind::Office, group.members.iter().map(|seat| &seat.office));
}

fn of_calendar<'d>(calendar: &'d Calendar, names: &mut Names<'d>) {
    for meeting in &calendar.meetings {
        names.add(Kind::Group, [&meeting.group]);
        names.add(Kind::Office, &meeting.chaired_by);
        names.add(
            Kind::Office,
            meeting.attendance.iter().map(|attendance| &attendance.office),
        );
    }
}

fn of_indicator<'d>(indicator: &'d Indicator, names: &mut Names<'d>) {
    names.add(Kind::Heading, [&indicator.heading]);
    names.add(Kind::Theme, [&indicator.theme]);
    names.add(Kind::Priority, &indicator.priority);
    names.add(Kind::Indicator, &indicator.parts_of);
    names.add(Kind::Office, [&indicator.owner]);
    names.add(Kind::Body, [&indicator.body]);
    names.add(
        Kind::Meeting,
        indicator
            .targets
            .iter()
            .filter_map(|target| target.agreed.as_ref()),
    );
    names.add(
        Kind::Meeting,
        indicator
            .recalculations
            .iter()
            .map(|recalculation| &recalculation.agreed),
    );
    names.add(Kind::Meeting, indicator.ends.iter().map(|end| &end.agreed));
    names.add(
        Kind::Indicator,
        indicator.ends.iter().filter_map(|end| end.successor.as_ref()),
    );
}

fn of_plan<'d>(plan: &'d Plan, names: &mut Names<'d>) {
    let versions = plan.versions.iter();
    names.add(
        Kind::Meeting,
        versions.filter_map(|version| version.agreed.as_ref()),
    );
    let recommendations = plan.recommendations.iter();
    names.add(Kind::Office, recommendations.map(|asked| &asked.lead));
    plan.actions.iter().for_each(|action| of_action(action, names));
    let milestones = plan.milestones.iter();
    milestones.for_each(|milestone| of_milestone(milestone, names));
    for risk in &plan.risks {
        names.add(Kind::Theme, [&risk.theme]);
        names.add(Kind::Office, [&risk.owner]);
    }
    names.add(Kind::Office, plan.issues.iter().map(|issue| &issue.owner));
    for feature in &plan.excellence {
        names.add(Kind::Indicator, &feature.indicators);
        names.add(Kind::Milestone, &feature.milestones);
    }
    for criterion in &plan.exit_criteria {
        of_test(&criterion.test, names);
    }
}

fn of_test<'d>(test: &'d Test, names: &mut Names<'d>) {
    match test {
        Test::Sustained { indicator, .. } | Test::Assured { indicator } => {
            names.add(Kind::Indicator, [indicator]);
        }
        Test::Delivered { recommendation } => names.add(Kind::Recommendation, [recommendation]),
        Test::Reached { milestone } => names.add(Kind::Milestone, [milestone]),
        Test::Judged { .. } => {}
    }
}

fn of_action<'d>(action: &'d Action, names: &mut Names<'d>) {
    names.add(Kind::Recommendation, &action.answers);
    names.add(Kind::Theme, [&action.theme]);
    names.add(Kind::Office, [&action.owner]);
    names.add(Kind::Body, [&action.body]);
    names.add(Kind::PlanVersion, [&action.plan]);
    names.add(Kind::Meeting, meetings(&action.due));
    names.add(
        Kind::Indicator,
        action
            .measures
            .iter()
            .filter_map(|measure| measure.indicator.as_ref()),
    );
    names.add(Kind::Milestone, &action.milestone);
    names.add(Kind::Meeting, action.closed.iter().map(|closure| &closure.agreed));
    names.add(
        Kind::Action,
        action
            .closed
            .iter()
            .filter_map(|closure| closure.superseded_by.as_ref()),
    );
}

fn of_milestone<'d>(milestone: &'d Milestone, names: &mut Names<'d>) {
    names.add(Kind::Theme, [&milestone.theme]);
    names.add(Kind::Office, [&milestone.owner]);
    names.add(Kind::PlanVersion, [&milestone.plan]);
    names.add(Kind::Meeting, meetings(&milestone.due));
}

fn meetings(due: &[DueDate]) -> impl Iterator<Item = &Located<Id>> {
    due.iter().filter_map(|date| date.agreed.as_ref())
}

fn of_return<'d>(sent: &'d Return, names: &mut Names<'d>) {
    names.add(Kind::Body, [&sent.from]);
    names.add(Kind::Indicator, keys(&sent.figures));
    names.add(Kind::Indicator, keys(&sent.commentary));
    names.add(
        Kind::Office,
        sent.commentary
            .iter()
            .filter_map(|(_, commentary)| commentary.officer.as_ref()),
    );
    names.add(
        Kind::Indicator,
        sent.corrections.iter().map(|correction| &correction.indicator),
    );
    names.add(Kind::Action, keys(&sent.actions));
    names.add(Kind::Milestone, keys(&sent.milestones));
    names.add(Kind::Risk, keys(&sent.risks));
    names.add(Kind::Issue, keys(&sent.issues));
    names.add(Kind::Grant, keys(&sent.spend));
    names.add(Kind::Group, sent.decisions.iter().map(|decision| &decision.of));
    names.add(Kind::Meeting, sent.matters.iter().map(|matter| &matter.meeting));
    names.add(Kind::Office, sent.matters.iter().map(|matter| &matter.owner));
    names.add(
        Kind::Indicator,
        sent.data_notes.iter().flat_map(|note| &note.indicators),
    );
}

fn of_chair<'d>(report: &'d ChairReport, names: &mut Names<'d>) {
    names.add(Kind::Office, [&report.from]);
    names.add(Kind::Judgement, [&report.judgement]);
    names.add(Kind::Meeting, report.key_issues.iter().map(|issue| &issue.agreed));
    names.add(Kind::Criterion, keys(&report.exit));
    names.add(
        Kind::Body,
        report
            .recommendations
            .iter()
            .map(|recommendation| &recommendation.to),
    );
    names.add(Kind::Role, keys(&report.letters));
}
