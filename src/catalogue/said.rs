//! What a paper says of its own dates: when it is due and by which rule, which meeting takes it, what it cannot know.
//! Knows the words, which are the same on the cover and in `status`.

use super::Occasion;
use crate::domain::{Counting, Date, Programme};
use crate::words;

impl Occasion {
    /// `Haringey Council performance group, Thursday 25 November 2010`, or that no meeting is in the calendar.
    #[must_use]
    pub fn meeting_in_words(&self, programme: &Programme) -> String {
        match self.meeting_of(programme) {
            Some(meeting) => {
                let group = programme.charter.group_name(meeting.group.value());
                format!("{group}, {}", weekday_and_date(*meeting.date.value()))
            }
            None => "No meeting is in the calendar".to_owned(),
        }
    }

    /// `Friday 19 November 2010, three clear working days before the meeting (terms of reference 4.1)`.
    #[must_use]
    pub fn due_in_words(&self, programme: &Programme) -> String {
        format!(
            "{}, {}",
            weekday_and_date(self.due),
            self.due_rule_in_words(programme)
        )
    }

    /// `three clear working days before the meeting (terms of reference 4.1)`.
    #[must_use]
    pub fn due_rule_in_words(&self, programme: &Programme) -> String {
        if self.meeting.is_none() {
            return "the last working day of the month after the period".to_owned();
        }
        let rule = self.due_rule(programme);
        let clear = match rule.count {
            Counting::Clear => "clear ",
            Counting::Back => "",
        };
        let number = usize::try_from(rule.working_days).unwrap_or_default();
        let (one, many) = (format!("{clear}working day"), format!("{clear}working days"));
        format!(
            "{} before the meeting ({})",
            words::count(number, &one, &many),
            rule.source
        )
    }

    /// `Friday 19 November 2010: what was received later is not in this paper`.
    #[must_use]
    pub fn cut_off_in_words(&self) -> String {
        format!(
            "{}: what was received later is not in this paper",
            weekday_and_date(self.cut_off)
        )
    }
}

/// `Friday 19 November 2010`.
#[must_use]
pub fn weekday_and_date(day: Date) -> String {
    format!("{} {day}", day.weekday_name())
}
