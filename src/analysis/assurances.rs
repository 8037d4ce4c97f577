//! The five assurances of the terms of reference (7.2) and the three questions of the Leader's letter, each
//! answered in one line from the data. Knows what the figures support; a judgement beyond them is a person's.

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

    /// The name by which layouts find it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::WellPlanned => "well_planned",
            Self::Targeted => "targeted",
            Self::Pace => "pace",
            Self::BestPractice => "best_practice",
            Self::Resources => "resources",
            Self::RobustData => "robust_data",
            Self::IssuesDealtWith => "issues_dealt_with",
            Self::OnTrack => "on_track",
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

    /// The name by which layouts choose its mark.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::InPart => "in_part",
            Self::No => "no",
            Self::CannotBeSaid => "cannot_be_said",
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
    /// The rule that turns the evidence into the answer, for the notes.
    pub rule: &'static str,
}
