//! What owners say of figures that are no exception: nothing that somebody said of the month is left out of the paper.

use crate::analysis::exceptions::Subject;
use crate::analysis::indicator::Assessed;
use crate::compose::context::{Context, Desk};
use crate::compose::monthly::told::officer_of;
use crate::compose::shapes::Words;
use crate::domain::Commentary;
use serde::Serialize;

/// What an owner says of one figure.
#[derive(Debug, Serialize)]
pub struct Remark {
    /// The indicator.
    pub title: String,
    /// How it stands.
    pub verdict: String,
    /// The owner's words.
    pub explanation: Words,
    /// What is being done, where that was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Words>,
    /// Who answers for it, and by when it should be back; only with an action.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub officer: Option<String>,
}

/// The remarks of the month's returns, in the order of the programme.
pub fn remarks(context: &Context<'_>, desk: &mut Desk<'_>) -> Vec<Remark> {
    let ordinary: Vec<_> = context
        .assessment
        .indicators
        .iter()
        .filter(|one| !is_exception(context, one))
        .filter_map(|one| Some((one, said(context, one)?)))
        .collect();
    ordinary
        .into_iter()
        .map(|(assessed, commentary)| remark(context, desk, assessed, commentary))
        .collect()
}

fn is_exception(context: &Context<'_>, assessed: &Assessed<'_>) -> bool {
    let mut exceptions = context.assessment.exceptions.iter();
    exceptions.any(|exception| match exception.subject {
        Subject::Indicator(indicator) => indicator.id.value() == assessed.indicator.id.value(),
        Subject::Action(_) | Subject::Milestone(_) => false,
    })
}

/// The words of the return that came last, of those that have any.
fn said<'a>(context: &Context<'a>, assessed: &Assessed<'_>) -> Option<&'a Commentary> {
    let mut sent = context.sent().into_iter();
    sent.find_map(|sent| sent.commentary.get(assessed.indicator.id.value()))
}

fn remark(
    context: &Context<'_>,
    desk: &mut Desk<'_>,
    assessed: &Assessed<'_>,
    commentary: &Commentary,
) -> Remark {
    let action = commentary.action.as_ref().map(|action| desk.words(action));
    Remark {
        title: assessed.indicator.name.clone(),
        verdict: format!("{}.", assessed.verdict.short()),
        explanation: desk.words(&commentary.text),
        officer: action
            .is_some()
            .then(|| officer_of(context, assessed.indicator, commentary)),
        action,
    }
}
