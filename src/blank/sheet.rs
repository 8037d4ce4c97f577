//! One file of a month's folder: its head and its parts. Knows how a return is laid out; not who owes what.

use super::contributor;
use crate::catalogue::weekday_and_date;
use crate::domain::{Id, Month, Programme, Return};
use std::collections::BTreeMap;

/// A part of a return, in the order in which it stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Figures,
    Spend,
    Words,
    Actions,
    Milestones,
    Risks,
    Issues,
}

impl Part {
    fn key(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Spend => "spend",
            Self::Words => "words",
            Self::Actions => "actions",
            Self::Milestones => "milestones",
            Self::Risks => "risks",
            Self::Issues => "issues",
        }
    }

    /// Whether a return brought this part of this thing.
    pub(super) fn holds(self, sent: &Return, id: &Id) -> bool {
        match self {
            Self::Figures => sent.figures.get(id).is_some(),
            Self::Spend => sent.spend.get(id).is_some(),
            Self::Words => sent.words.is_some(),
            Self::Actions => sent.actions.get(id).is_some(),
            Self::Milestones => sent.milestones.get(id).is_some(),
            Self::Risks => sent.risks.get(id).is_some(),
            Self::Issues => sent.issues.get(id).is_some(),
        }
    }

    /// Whether a return brought anything of this part.
    pub(super) fn is_in(self, sent: &Return) -> bool {
        match self {
            Self::Figures => !sent.figures.is_empty(),
            Self::Spend => !sent.spend.is_empty(),
            Self::Words => sent.words.is_some(),
            Self::Actions => !sent.actions.is_empty(),
            Self::Milestones => !sent.milestones.is_empty(),
            Self::Risks => !sent.risks.is_empty(),
            Self::Issues => !sent.issues.is_empty(),
        }
    }
}

/// A file as it fills.
pub(super) struct Sheet<'p> {
    /// The body that sends it.
    pub(super) body: &'p Id,
    parts: BTreeMap<Part, String>,
}

impl<'p> Sheet<'p> {
    pub(super) fn new(body: &'p Id) -> Self {
        Self {
            body,
            parts: BTreeMap::new(),
        }
    }

    /// Adds lines to a part.
    pub(super) fn add(&mut self, part: Part, lines: String) {
        self.parts.entry(part).or_default().push_str(&lines);
    }

    /// The text of the file. Only figures can be typed as missing; what else is owed stands in comments, so that nothing is
    /// said until somebody says it.
    pub(super) fn text(&self, programme: &Programme, month: Month) -> String {
        let mut text = self.head(programme, month);
        for (part, lines) in &self.parts {
            text.push('\n');
            text.push_str(&match part {
                Part::Figures => format!("{}:\n{lines}", part.key()),
                Part::Spend | Part::Words | Part::Actions | Part::Milestones | Part::Risks | Part::Issues => {
                    format!("# {}:\n{lines}", part.key())
                }
            });
        }
        text
    }

    fn head(&self, programme: &Programme, month: Month) -> String {
        let charter = &programme.charter;
        let contributor = contributor(charter, self.body);
        let number = contributor.map_or(1, |one| one.due_working_day);
        let due = programme.calendar.working_day_of(month.plus(1), number);
        let office = contributor.map_or("", |one| charter.office_title(one.office.value()));
        format!(
            "# yaml-language-server: $schema=../../schema/return.json\n\
             # {}, {office}: {month}, due on {}\n\
             #\n\
             # When it has come, write these two in place of `awaited`; until then no paper knows of what stands here:\n\
             #   extracted: the day on which the data was drawn, such as {}\n\
             #   received: the day on which the return came, such as {}\n\
             # Comments hold what was said last. What is said again loses its `#`, and so does the line over it.\n\
             \n\
             month: {}\nfrom: {}\nawaited: {}\n",
            charter.body_name(self.body),
            weekday_and_date(due),
            month.plus(1).first_day().iso(),
            due.iso(),
            month.iso(),
            self.body,
            due.iso(),
        )
    }
}
