//! Which things have names in the inputs, where those names are given, and how to speak of them. Knows the kinds
//! of things; judges nothing.

use crate::domain::{Id, Located};
use crate::input::documents::{Documents, Home};

/// A kind of thing that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A body.
    Body,
    /// An office.
    Office,
    /// A board or group.
    Group,
    /// A recipient, dated.
    Recipient,
    /// The role of a recipient, which dated successors share.
    Role,
    /// A heading of the scorecard.
    Heading,
    /// A theme.
    Theme,
    /// A priority.
    Priority,
    /// A word for an overall judgement.
    Judgement,
    /// A grant.
    Grant,
    /// A rung of the ladder of intervention.
    Rung,
    /// A meeting.
    Meeting,
    /// An indicator.
    Indicator,
    /// A version of the plan.
    PlanVersion,
    /// A recommendation.
    Recommendation,
    /// An action.
    Action,
    /// A milestone.
    Milestone,
    /// A risk.
    Risk,
    /// An issue.
    Issue,
    /// What excellence looks like.
    Feature,
    /// An exit criterion.
    Criterion,
}

impl Kind {
    /// The word for one of them.
    pub fn word(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Office => "office",
            Self::Group => "group",
            Self::Recipient => "recipient",
            Self::Role => "recipient's role",
            Self::Heading => "heading",
            Self::Theme => "theme",
            Self::Priority => "priority",
            Self::Judgement => "judgement",
            Self::Grant => "grant",
            Self::Rung => "rung of the ladder",
            Self::Meeting => "meeting",
            Self::Indicator => "indicator",
            Self::PlanVersion => "version of the plan",
            Self::Recommendation => "recommendation",
            Self::Action => "action",
            Self::Milestone => "milestone",
            Self::Risk => "risk",
            Self::Issue => "issue",
            Self::Feature => "feature of excellence",
            Self::Criterion => "exit criterion",
        }
    }

    /// Where they are defined.
    pub fn home(self) -> &'static str {
        match self {
            Self::Body => "`bodies` of programme.yaml",
            Self::Office => "`offices` of programme.yaml",
            Self::Group => "`groups` of programme.yaml",
            Self::Recipient | Self::Role => "`recipients` of programme.yaml",
            Self::Heading => "`headings` of programme.yaml",
            Self::Theme => "`themes` of programme.yaml",
            Self::Priority => "`priorities` of programme.yaml",
            Self::Judgement => "`judgements` of programme.yaml",
            Self::Grant => "`funding` of programme.yaml",
            Self::Rung => "`ladder` of programme.yaml",
            Self::Meeting => "`meetings` of calendar.yaml",
            Self::Indicator => "indicators/",
            Self::PlanVersion => "`versions` of plan.yaml",
            Self::Recommendation => "`recommendations` of plan.yaml",
            Self::Action => "`actions` of plan.yaml",
            Self::Milestone => "`milestones` of plan.yaml",
            Self::Risk => "`risks` of plan.yaml",
            Self::Issue => "`issues` of plan.yaml",
            Self::Feature => "`excellence` of plan.yaml",
            Self::Criterion => "`exit_criteria` of plan.yaml",
        }
    }
}

/// Names of things, in the order in which they were found.
#[derive(Debug, Default)]
pub struct Names<'d>(Vec<(Kind, &'d Located<Id>)>);

impl<'d> Names<'d> {
    /// Adds names of one kind.
    pub fn add(&mut self, kind: Kind, ids: impl IntoIterator<Item = &'d Located<Id>>) {
        self.0.extend(ids.into_iter().map(|id| (kind, id)));
    }
}

impl<'d> IntoIterator for Names<'d> {
    type Item = (Kind, &'d Located<Id>);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Every name where it is given. A kind whose document could not be read has none.
pub fn definitions(documents: &Documents) -> Names<'_> {
    let mut names = Names::default();
    if let Some(charter) = &documents.charter {
        names.add(Kind::Body, charter.bodies.iter().map(|it| &it.id));
        names.add(Kind::Office, charter.offices.iter().map(|it| &it.id));
        names.add(Kind::Group, charter.groups.iter().map(|it| &it.id));
        names.add(Kind::Recipient, charter.recipients.iter().map(|it| &it.id));
        names.add(Kind::Role, charter.recipients.iter().map(|it| &it.role));
        names.add(Kind::Heading, charter.headings.iter().map(|it| &it.id));
        names.add(Kind::Theme, charter.themes.iter().map(|it| &it.id));
        names.add(Kind::Priority, charter.priorities.iter().map(|it| &it.id));
        names.add(Kind::Judgement, charter.judgements.iter().map(|it| &it.id));
        names.add(Kind::Grant, charter.funding.iter().map(|it| &it.id));
        names.add(Kind::Rung, charter.ladder.iter().map(|it| &it.id));
    }
    if let Some(calendar) = &documents.calendar {
        names.add(Kind::Meeting, calendar.meetings.iter().map(|it| &it.id));
    }
    names.add(Kind::Indicator, documents.indicators.iter().map(|it| &it.id));
    if let Some(plan) = &documents.plan {
        names.add(Kind::PlanVersion, plan.versions.iter().map(|it| &it.id));
        names.add(Kind::Recommendation, plan.recommendations.iter().map(|it| &it.id));
        names.add(Kind::Action, plan.actions.iter().map(|it| &it.id));
        names.add(Kind::Milestone, plan.milestones.iter().map(|it| &it.id));
        names.add(Kind::Risk, plan.risks.iter().map(|it| &it.id));
        names.add(Kind::Issue, plan.issues.iter().map(|it| &it.id));
        names.add(Kind::Feature, plan.excellence.iter().map(|it| &it.id));
        names.add(Kind::Criterion, plan.exit_criteria.iter().map(|it| &it.id));
    }
    names
}

impl Kind {
    /// The document in which they are defined.
    pub fn defined_in(self) -> Home {
        match self {
            Self::Body
            | Self::Office
            | Self::Group
            | Self::Recipient
            | Self::Role
            | Self::Heading
            | Self::Theme
            | Self::Priority
            | Self::Judgement
            | Self::Grant
            | Self::Rung => Home::Charter,
            Self::Meeting => Home::Calendar,
            Self::Indicator => Home::Indicators,
            Self::PlanVersion
            | Self::Recommendation
            | Self::Action
            | Self::Milestone
            | Self::Risk
            | Self::Issue
            | Self::Feature
            | Self::Criterion => Home::Plan,
        }
    }
}
