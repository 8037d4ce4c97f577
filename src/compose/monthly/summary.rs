//! The director's page: the director's own words, and under them the questions that the data answers.

use crate::analysis::assurances::{self, AssuranceLine, Question};
use crate::compose::context::{Context, Desk};
use crate::compose::shapes::{State, Words};
use serde::Serialize;

/// The director's page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    words: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    empty: Option<String>,
    signed: String,
    questions: Vec<Line>,
    assurances: Vec<Line>,
}

/// A question with what the data says to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    name: &'static str,
    answer: State,
    evidence: String,
}

/// The director's page.
pub(super) fn summary(context: &Context<'_>, desk: &mut Desk<'_>) -> Summary {
    let (programme, occasion) = (context.programme(), context.assessment.occasion);
    let office = context.charter().office_title(occasion.author(programme));
    let words = occasion
        .directors_words(programme)
        .map(|words| desk.words(&words.summary))
        .unwrap_or_default();
    let empty = words
        .is_empty()
        .then(|| format!("No words were received from the {office}."));
    let signed = match occasion.approval(programme) {
        Some(approval) => format!("{office}, {}", approval.on.value()),
        None => format!("{office}, not yet approved"),
    };
    let answered = assurances::lines(context.assessment);
    let lines = |questions: &[Question]| {
        let asked = |line: &&AssuranceLine| questions.contains(&line.question);
        answered.iter().filter(asked).map(line).collect()
    };
    Summary {
        words,
        empty,
        signed,
        questions: lines(&Question::LETTER),
        assurances: lines(&Question::ASSURANCES),
    }
}

fn line(line: &AssuranceLine) -> Line {
    Line {
        name: completion(line.question),
        answer: line.answer.into(),
        evidence: line.evidence.clone(),
    }
}

/// What completes "Is the plan …" for the three questions and "Is there assurance that …" for the five assurances.
fn completion(question: Question) -> &'static str {
    match question {
        Question::WellPlanned => "well planned?",
        Question::Targeted => "appropriately targeted?",
        Question::Pace => "delivered at reasonable pace?",
        Question::BestPractice => "the best practice available is used?",
        Question::Resources => "plans are properly resourced?",
        Question::RobustData => "performance data is robust?",
        Question::IssuesDealtWith => "issues are identified, and dealt with?",
        Question::OnTrack => "progress with the plan is on track?",
    }
}
