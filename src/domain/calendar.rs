//! Bank holidays, meetings and working days: when papers are due and whether they were on time.

use crate::domain::{Counting, Date, DueRule, Id, Month};
use crate::place::Located;
use schemars::JsonSchema;
use serde::Deserialize;

/// A day on which nobody works.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// The day on which nobody works, as year, month and day.
    pub date: Located<Date>,
    /// What the holiday is called, such as `Good Friday`.
    pub name: String,
}

/// The bank holidays of the years that the programme spans.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BankHolidays {
    /// Where the days were taken from, so that somebody can look again.
    pub source: String,
    /// The part of the country they hold in.
    pub region: String,
    /// The first year that is listed in full.
    #[schemars(range(min = 1990, max = 2100))]
    pub first_year: Located<i32>,
    /// The last year that is listed in full.
    #[schemars(range(min = 1990, max = 2100))]
    pub last_year: Located<i32>,
    /// Every bank holiday of every year that is listed, an item each.
    pub days: Vec<Holiday>,
}

/// How an office was represented at a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// The office's holder came.
    Present,
    /// A deputy with power to decide came.
    Deputy,
    /// Somebody came who could not decide.
    Observer,
    /// Apologies were given.
    Apologies,
    /// Nobody came and nobody said so.
    Absent,
}

impl Presence {
    /// Whether the office's body had somebody there who could decide.
    #[must_use]
    pub fn decides(self) -> bool {
        match self {
            Self::Present | Self::Deputy => true,
            Self::Observer | Self::Apologies | Self::Absent => false,
        }
    }

    /// In a word, for a table.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Present => "Present",
            Self::Deputy => "Deputy",
            Self::Observer => "Observer",
            Self::Apologies => "Apologies",
            Self::Absent => "Absent",
        }
    }
}

/// One office at one meeting.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// The office whose seat it is, by its id.
    pub office: Located<Id>,
    /// Whether the office's holder came, a deputy came, or nobody did.
    pub presence: Presence,
}

/// The minutes of a meeting: the chair agrees them before they go round (terms of reference 4.1).
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Minutes {
    /// The day on which the chair agreed them.
    pub agreed: Option<Located<Date>>,
    /// The day on which the minutes went round to all members.
    pub circulated: Option<Located<Date>>,
}

/// A meeting held or planned.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Its name in the inputs; decisions refer to it.
    pub id: Located<Id>,
    /// The group that meets, by its id.
    pub group: Located<Id>,
    /// The day on which it meets, from which the papers' due days are counted back.
    pub date: Located<Date>,
    /// The month whose monthly paper the meeting considers.
    pub considers: Option<Located<Month>>,
    /// The half-year, by its last month, whose report's key issues it agrees.
    pub agrees_report: Option<Located<Month>>,
    /// Who was in the chair, where it was not the group's chair.
    pub chaired_by: Option<Located<Id>>,
    /// The day on which the chair agreed the agenda.
    pub agenda_agreed: Option<Located<Date>>,
    /// The day on which the meeting's papers went out to members.
    pub papers_sent: Option<Located<Date>>,
    /// When the chair agreed the minutes and when they went round, once they have.
    #[serde(default)]
    pub minutes: Minutes,
    /// Who came to the meeting, an item for each office, recorded after it.
    #[serde(default)]
    pub attendance: Vec<Attendance>,
}

/// `calendar.yaml`: bank holidays and meetings.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// The days on which nobody works, without which working days cannot be counted.
    pub bank_holidays: BankHolidays,
    /// Every meeting held or planned, in the order of their days.
    pub meetings: Vec<Meeting>,
}

impl Calendar {
    /// The meeting of that name.
    #[must_use]
    pub fn meeting(&self, id: &Id) -> Option<&Meeting> {
        self.meetings.iter().find(|meeting| meeting.id.value() == id)
    }

    /// Whether people work on `day`: neither a weekend nor a bank holiday.
    #[must_use]
    pub fn is_working_day(&self, day: Date) -> bool {
        !day.is_weekend()
            && !self
                .bank_holidays
                .days
                .iter()
                .any(|holiday| *holiday.date.value() == day)
    }

    /// The day on which a paper is due for a meeting on `meeting`.
    ///
    /// "At least three working days in advance" (terms of reference 4.1) does not say whether days are clear;
    /// the programme does, and the paper prints the rule.
    #[must_use]
    pub fn due(&self, meeting: Date, rule: &DueRule) -> Date {
        let steps = match rule.count {
            Counting::Clear => rule.working_days.saturating_add(1),
            Counting::Back => rule.working_days,
        };
        (0..steps).fold(meeting, |day, _| self.working_day_before(day))
    }

    /// The working day of `month` with that number, counting from 1; the last one if the month has fewer.
    #[must_use]
    pub fn working_day_of(&self, month: Month, number: u32) -> Date {
        let (mut day, mut left) = (month.first_day(), number);
        let mut latest = day;
        while day.month() == month && left > 0 {
            if self.is_working_day(day) {
                latest = day;
                left -= 1;
            }
            day = day.plus_days(1);
        }
        latest
    }

    fn working_day_before(&self, day: Date) -> Date {
        let mut earlier = day.minus_days(1);
        while !self.is_working_day(earlier) {
            earlier = earlier.minus_days(1);
        }
        earlier
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Place;

    /// England's bank holidays about the meetings below; `inputs/calendar.yaml` has them with their source.
    const HOLIDAYS: [&str; 12] = [
        "2010-04-02",
        "2010-04-05",
        "2010-05-03",
        "2010-05-31",
        "2010-08-30",
        "2010-12-27",
        "2010-12-28",
        "2011-01-03",
        "2011-04-22",
        "2011-04-25",
        "2011-04-29",
        "2011-05-02",
    ];

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn calendar() -> Calendar {
        let day = |text: &&str| Holiday {
            date: Located::new(date(text), Place::whole("calendar.yaml")),
            name: "Bank holiday".to_owned(),
        };
        let days = HOLIDAYS.iter().map(day).collect();
        let bank_holidays = BankHolidays {
            source: "GOV.UK".to_owned(),
            region: "England".to_owned(),
            first_year: Located::new(2010, Place::whole("inputs/test.yaml")),
            last_year: Located::new(2011, Place::whole("inputs/test.yaml")),
            days,
        };
        Calendar {
            bank_holidays,
            meetings: Vec::new(),
        }
    }

    fn due(meeting: &str, working_days: u32, count: Counting) -> String {
        let rule = DueRule {
            working_days,
            count,
            source: "terms of reference 4.1".to_owned(),
        };
        calendar().due(date(meeting), &rule).iso()
    }

    /// Deadlines worked by hand: counted back, clear, and five clear days.
    #[test]
    fn worked_deadlines() {
        let worked = [
            ("2010-05-28", "2010-05-25", "2010-05-24", "2010-05-20"),
            ("2010-06-03", "2010-05-28", "2010-05-27", "2010-05-25"),
            ("2010-09-02", "2010-08-27", "2010-08-26", "2010-08-24"),
            ("2011-01-06", "2010-12-31", "2010-12-30", "2010-12-24"),
            ("2011-05-05", "2011-04-28", "2011-04-27", "2011-04-21"),
        ];
        for (meeting, back, clear, five_clear) in worked {
            assert_eq!(
                due(meeting, 3, Counting::Back),
                back,
                "counted back from {meeting}"
            );
            assert_eq!(
                due(meeting, 3, Counting::Clear),
                clear,
                "clear days before {meeting}"
            );
            assert_eq!(
                due(meeting, 5, Counting::Clear),
                five_clear,
                "five clear days before {meeting}"
            );
        }
    }

    #[test]
    fn working_days_of_a_month_pass_over_weekends_and_bank_holidays() {
        let april: Month = "2010-04".parse().unwrap();
        assert_eq!(calendar().working_day_of(april, 1).iso(), "2010-04-01");
        assert_eq!(
            calendar().working_day_of(april, 2).iso(),
            "2010-04-06",
            "Good Friday and Easter Monday between"
        );
        assert_eq!(
            calendar().working_day_of(april, 99).iso(),
            "2010-04-30",
            "the last there is"
        );
    }
}
