//! What the owner of an exception says of it: in the month's return or in an earlier one, which is named. Knows whose words they are; that
//! there are none is printed, never filled.

use crate::analysis::exceptions::Exception;
use crate::analysis::explanation::{Explanation, explanation};
use crate::compose::context::{Context, Desk};
use crate::compose::shapes::{Words, paragraph};
use crate::domain::{Commentary, Date, Id, Indicator, Month};
use crate::words;
use serde::Serialize;

/// What the owner says.
#[derive(Debug, Default, Serialize)]
pub struct Told {
    /// The explanation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Words>,
    /// That there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_explanation: Option<String>,
    /// What is being done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<Words>,
    /// That nothing was said of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_action: Option<String>,
    /// The office that answers for it, and by when it should be back; nothing where only its silence can be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub officer: Option<String>,
}

/// The owner's words. Those of an earlier return say of which.
pub(super) fn told(
    context: &Context<'_>,
    desk: &mut Desk<'_>,
    exception: &Exception<'_>,
    indicator: &Indicator,
) -> Told {
    let (month, commentary) = match explanation(context.assessment, exception) {
        Explanation::Words(month, commentary) => (month, commentary),
        Explanation::OfAbsence => return no_more("missing figure"),
        Explanation::OfLateness => return no_more("earlier months"),
        Explanation::Note(_) | Explanation::None => return silence(context, indicator.owner.value()),
    };
    let mut explanation = desk.words_of(context, month, &commentary.text);
    if month != context.month() {
        let since = format!("None for {}. In the return for {month}:", context.month());
        explanation.insert(0, paragraph(since));
    }
    let action = commentary.action.as_ref();
    let (action, no_action) = match (action, past(context, month, commentary)) {
        (None, _) => (None, Some("No action was reported.".to_owned())),
        (Some(_), Some(day)) => (
            None,
            Some(format!("Nothing newer than what was to be done by {day}.")),
        ),
        (Some(action), None) => (Some(desk.words_of(context, month, action)), None),
    };
    Told {
        explanation: Some(explanation),
        no_action,
        action,
        officer: Some(officer_of(context, indicator, commentary)),
        no_explanation: None,
    }
}

/// The day by which an earlier month's action was to be done, where that day has gone by: it would be told as still to come.
fn past(context: &Context<'_>, month: Month, commentary: &Commentary) -> Option<Date> {
    let day = commentary.back_by.as_ref().map(|day| *day.value())?;
    (month != context.month() && day <= context.as_at()).then_some(day)
}

/// Who answers for what a commentary says, the indicator's owner unless it names another, and by when it should be back.
pub(super) fn officer_of(context: &Context<'_>, indicator: &Indicator, commentary: &Commentary) -> String {
    let named = commentary.officer.as_ref();
    let officer = named.map_or(indicator.owner.value(), |officer| officer.value());
    let back_by = commentary.back_by.as_ref().map(|day| *day.value());
    officer_and_day(context, officer, back_by)
}

/// What the returns say of it stands among the figures.
fn no_more(said_of: &str) -> Told {
    let silent = format!("Beyond what is said of the {said_of}, no action and no day were given.");
    Told {
        no_explanation: Some(silent),
        ..Told::default()
    }
}

fn silence(context: &Context<'_>, office: &Id) -> Told {
    Told {
        no_explanation: Some(format!(
            "No explanation was received from the {}, and no action and no day were given.",
            context.charter().office_of_body(office)
        )),
        ..Told::default()
    }
}

fn officer_and_day(context: &Context<'_>, office: &Id, day: Option<Date>) -> String {
    let office = context.office(office);
    match day {
        Some(day) => format!("{office}, by {day}"),
        None => format!("{office}; no day was given"),
    }
}

/// The plan's owners say in one note how things stand and what they do.
pub(super) fn from_note(
    context: &Context<'_>,
    owner: &Id,
    note: Option<&str>,
    expected: Option<Date>,
) -> Told {
    let explanation = note.map(|note| vec![paragraph(words::sentence(note))]);
    let silent = format!(
        "No explanation was received from the {}.",
        context.charter().office_of_body(owner)
    );
    Told {
        no_explanation: explanation.is_none().then_some(silent),
        explanation,
        officer: Some(officer_and_day(context, owner, expected)),
        ..Told::default()
    }
}
