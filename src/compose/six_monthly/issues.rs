//! The key issues for the addressees, with the meeting that agreed them, and the chair's recommendations.

use crate::compose::context::{Context, Desk};
use crate::compose::shapes::{Words, paragraph};
use crate::domain::Id;
use crate::words;
use serde::Serialize;

/// A numbered list of one kind or the other.
#[derive(Debug, Serialize)]
pub(super) struct Numbered<T> {
    items: Vec<T>,
    empty: &'static str,
}

/// The section of the key issues.
#[derive(Debug, Serialize)]
pub(super) struct Issues {
    title: String,
    #[serde(flatten)]
    list: Numbered<Issue>,
}

/// A key issue.
#[derive(Debug, Serialize)]
pub(super) struct Issue {
    #[serde(rename = "ref")]
    number: String,
    title: String,
    words: Words,
    agreed: String,
}

/// A recommendation.
#[derive(Debug, Serialize)]
pub(super) struct Recommended {
    #[serde(rename = "ref")]
    number: String,
    words: Words,
    to: String,
    by: String,
}

pub(super) fn issues(context: &Context<'_>, desk: &mut Desk<'_>) -> Issues {
    let issues = context
        .chairs_report()
        .map(|said| said.key_issues.as_slice())
        .unwrap_or_default();
    let item = |(number, issue): (usize, &crate::domain::KeyIssue)| Issue {
        number: (number + 1).to_string(),
        title: issue.title.clone(),
        words: desk.words(&issue.text),
        agreed: agreed(context, issue.agreed.value()),
    };
    let list = Numbered {
        items: issues.iter().enumerate().map(item).collect(),
        empty: "The chair has not yet named the key issues.",
    };
    Issues {
        title: format!("Key issues for {}", addressees(context)),
        list,
    }
}

/// `the Secretary of State and the Leader`.
fn addressees(context: &Context<'_>) -> String {
    let called: Vec<_> = context
        .assessment
        .occasion
        .recipients(context.programme())
        .into_iter()
        .map(|one| format!("the {}", one.called()))
        .collect();
    words::list_of(&called)
}

fn agreed(context: &Context<'_>, meeting: &Id) -> String {
    match context.programme().calendar.meeting(meeting) {
        Some(meeting) => {
            let group = context.charter().group_short(meeting.group.value());
            // The report is sent before the meeting that is to agree it.
            if context.assessment.occasion.cut_off < *meeting.date.value() {
                format!("To be agreed by {group} on {}", meeting.date.value())
            } else {
                format!("Agreed by {group} on {}", meeting.date.value())
            }
        }
        None => "Not yet agreed at a meeting".to_owned(),
    }
}

pub(super) fn recommendations(context: &Context<'_>) -> Numbered<Recommended> {
    let all = context
        .chairs_report()
        .map(|said| said.recommendations.as_slice())
        .unwrap_or_default();
    let item = |(number, one): (usize, &crate::domain::ChairsRecommendation)| Recommended {
        number: (number + 1).to_string(),
        words: vec![paragraph(one.text.as_str())],
        to: context.charter().body_name(one.to.value()).to_owned(),
        by: one.by.value().to_string(),
    };
    Numbered {
        items: all.iter().enumerate().map(item).collect(),
        empty: "The chair makes no recommendation in this report.",
    }
}
