//! The five assurances of the terms of reference (7.2) and the three questions of the Leader's letter, each
//! answered in one line from the data. Knows what the figures support; a judgement beyond them is a person's.

mod evidence;
mod resources;
mod sentence;

use crate::analysis::Assessment;

/// A question that the first page answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Is progress well planned?
    WellPlanned,
    /// Is it appropriately targeted?
    Targeted,
    /// Is it delivered at reasonable pace?
    Pace,
    /// Do plans benefit from the best practice available?
    BestPractice,
    /// Are plans properly resourced?
    Resources,
    /// Is performance data robust?
    RobustData,
    /// Are performance issues identified, and dealt with?
    IssuesDealtWith,
    /// Is progress with the plan on track?
    OnTrack,
}

impl Question {
    /// The three questions of the Leader's letter of 29 March 2010, paragraph 3.
    pub const LETTER: [Self; 3] = [Self::WellPlanned, Self::Targeted, Self::Pace];

    /// The five assurances of the terms of reference, paragraph 7.2.
    pub const ASSURANCES: [Self; 5] = [
        Self::BestPractice,
        Self::Resources,
        Self::RobustData,
        Self::IssuesDealtWith,
        Self::OnTrack,
    ];

    /// The question in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::WellPlanned => "Well planned?",
            Self::Targeted => "Appropriately targeted?",
            Self::Pace => "At reasonable pace?",
            Self::BestPractice => "Best practice",
            Self::Resources => "Resources",
            Self::RobustData => "Robust data",
            Self::IssuesDealtWith => "Issues identified and dealt with",
            Self::OnTrack => "On track",
        }
    }
}

/// What the data says to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// Everything that can be counted supports it.
    Yes,
    /// Some of it does.
    InPart,
    /// Little or none of it does.
    No,
    /// There is nothing to count.
    CannotBeSaid,
}

impl Answer {
    /// The word on paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::InPart => "In part",
            Self::No => "No",
            Self::CannotBeSaid => "Cannot be said",
        }
    }
}

/// One line of the first page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssuranceLine {
    /// The question.
    pub question: Question,
    /// What the data says.
    pub answer: Answer,
    /// The evidence, in one sentence.
    pub evidence: String,
    /// What is counted, for the notes.
    pub rule: &'static str,
}

/// How the counts of a line become its answer, for the notes.
pub const HOW_ANSWERED: &str = "Yes: all of what is counted holds. In part: at least half of each count holds. \
    No: less than half of one count holds. Cannot be said: there is nothing to count.";

/// How much of something counted holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Share {
    holds: usize,
    of: usize,
}

impl Share {
    /// Of these, how many hold.
    fn among<T>(all: impl IntoIterator<Item = T>, holds: impl Fn(&T) -> bool) -> Self {
        let mut share = Self { holds: 0, of: 0 };
        for one in all {
            share.of += 1;
            share.holds += usize::from(holds(&one));
        }
        share
    }

    fn answer(self) -> Answer {
        match (self.holds, self.of) {
            (_, 0) => Answer::CannotBeSaid,
            (holds, of) if holds >= of => Answer::Yes,
            (holds, of) if holds.saturating_mul(2) >= of => Answer::InPart,
            (..) => Answer::No,
        }
    }

    /// The answer to a line of several counts: that of the least; counts of nothing have no say.
    fn answer_of(shares: &[Self]) -> Answer {
        let answers = shares.iter().map(|share| share.answer());
        answers
            .filter(|answer| *answer != Answer::CannotBeSaid)
            .max()
            .unwrap_or(Answer::CannotBeSaid)
    }
}

/// The eight lines: the three questions of the letter, then the five assurances.
#[must_use]
pub fn lines(assessment: &Assessment<'_>) -> Vec<AssuranceLine> {
    let questions = Question::LETTER.into_iter().chain(Question::ASSURANCES);
    questions
        .map(|question| evidence::line(assessment, question))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(holds: usize, of: usize) -> Answer {
        Share { holds, of }.answer()
    }

    #[test]
    fn half_is_in_part() {
        assert_eq!(answer(4, 4), Answer::Yes);
        assert_eq!((answer(3, 4), answer(2, 4)), (Answer::InPart, Answer::InPart));
        assert_eq!((answer(1, 4), answer(0, 4)), (Answer::No, Answer::No));
        assert_eq!(answer(0, 0), Answer::CannotBeSaid);
        assert_eq!(answer(5, 4), Answer::Yes, "ahead of plan");
    }

    #[test]
    fn the_least_count_decides_and_counts_of_nothing_have_no_say() {
        let share = |holds, of| Share { holds, of };
        assert_eq!(Share::answer_of(&[share(4, 4), share(1, 4)]), Answer::No);
        assert_eq!(Share::answer_of(&[share(4, 4), share(3, 4)]), Answer::InPart);
        assert_eq!(Share::answer_of(&[share(4, 4), share(0, 0)]), Answer::Yes);
        assert_eq!(Share::answer_of(&[]), Answer::CannotBeSaid);
    }
}
