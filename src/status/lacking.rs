//! What a month's paper lacks of figures, updates and explanations. Knows what was owed; what a missing return would
//! have held is told once, with the return.

use super::who::Who;
use crate::analysis::Assessment;
use crate::analysis::exceptions::{Exception, Subject};
use crate::analysis::explanation::explanation;
use crate::analysis::series::Gap;
use crate::domain::{Charter, Id, Month, Owed};

/// A figure that is owed and not there.
#[derive(Debug, Clone)]
pub struct MissingFigure {
    /// The indicator's name in the inputs.
    pub indicator: Id,
    /// Its reference on paper.
    pub reference: String,
    /// Its name on paper.
    pub name: String,
    /// The month that the figure is of.
    pub month: Month,
    /// The body that contributes it.
    pub body: Id,
    /// The office that answers for it.
    pub owner: Who,
    /// Why it is not there: `not yet available`, `no return received`.
    pub why: String,
}

/// A live action without an update for the month.
#[derive(Debug, Clone)]
pub struct SilentAction {
    /// The action's name in the inputs.
    pub action: Id,
    /// Its reference on paper.
    pub reference: String,
    /// What it is.
    pub title: String,
    /// The body that answers for it.
    pub body: Id,
    /// The office that does it.
    pub owner: Who,
}

/// An exception of which its owner says nothing.
#[derive(Debug, Clone)]
pub struct Unexplained {
    /// The name of the indicator, action or milestone in the inputs.
    pub subject: Id,
    /// Its reference on paper.
    pub reference: String,
    /// Its name on paper.
    pub title: String,
    /// The rule that makes it an exception.
    pub rule: &'static str,
    /// The part of a return that would bring the words.
    pub part: Owed,
    /// The body whose return that is; a milestone of an independent office has none.
    pub body: Option<Id>,
    /// The office that answers for it.
    pub owner: Who,
}

/// The figures that are owed for the month and not there, in the order of the programme.
pub(super) fn figures(assessment: &Assessment<'_>) -> Vec<MissingFigure> {
    let charter = &assessment.programme.charter;
    let missing = assessment.returns.missing.iter();
    missing
        .map(|missing| MissingFigure {
            indicator: missing.indicator.id.value().clone(),
            reference: missing.indicator.reference.clone(),
            name: missing.indicator.name.clone(),
            month: missing.month,
            body: missing.indicator.body.value().clone(),
            owner: Who::new(charter, missing.indicator.owner.value()),
            why: why(&missing.gap),
        })
        .collect()
}

/// The reason, with what the contributor adds to it.
fn why(gap: &Gap<'_>) -> String {
    match gap {
        Gap::Stated { note: Some(note), .. } => format!("{} ({})", gap.words(), note.trim_end_matches('.')),
        Gap::Stated { note: None, .. }
        | Gap::NothingToMeasure(_)
        | Gap::NoReturn
        | Gap::LeftOut
        | Gap::NotOwed => gap.words().to_owned(),
    }
}

/// The live actions of which no return of the month speaks, in the order of the plan.
pub(super) fn actions(assessment: &Assessment<'_>) -> Vec<SilentAction> {
    let charter = &assessment.programme.charter;
    let silent = assessment
        .plan
        .silent()
        .into_iter()
        .map(|standing| standing.action);
    silent
        .map(|action| SilentAction {
            action: action.id.value().clone(),
            reference: action.reference.clone(),
            title: action.title.clone(),
            body: action.body.value().clone(),
            owner: Who::new(charter, action.owner.value()),
        })
        .collect()
}

/// The exceptions without their owner's words, the gravest first.
pub(super) fn unexplained(assessment: &Assessment<'_>) -> Vec<Unexplained> {
    let charter = &assessment.programme.charter;
    let silent = assessment
        .exceptions
        .iter()
        .filter(|one| !explanation(assessment, one).is_given());
    silent.map(|one| unexplained_one(charter, one)).collect()
}

fn unexplained_one(charter: &Charter, exception: &Exception<'_>) -> Unexplained {
    let subject = exception.subject;
    Unexplained {
        subject: subject.id().clone(),
        reference: subject.reference().to_owned(),
        title: subject.title().to_owned(),
        rule: exception.rule.words(),
        part: part(subject),
        body: body(charter, subject),
        owner: Who::new(charter, subject.owner()),
    }
}

fn part(subject: Subject<'_>) -> Owed {
    match subject {
        Subject::Indicator(_) => Owed::Figures,
        Subject::Action(_) | Subject::Milestone(_) => Owed::Plan,
    }
}

fn body(charter: &Charter, subject: Subject<'_>) -> Option<Id> {
    match subject {
        Subject::Indicator(indicator) => Some(indicator.body.value().clone()),
        Subject::Action(action) => Some(action.body.value().clone()),
        Subject::Milestone(milestone) => Who::new(charter, milestone.owner.value()).body,
    }
}
