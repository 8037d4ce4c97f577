//! The key issues for the addressees, with the meeting that agreed them, and the chair's recommendations.

use crate::compose::context::{Context, Desk};
use crate::compose::shapes::{Words, paragraph};
use crate::domain::Id;
use serde::Serialize;

/// A numbered list of one kind or the other.
#[derive(Debug, Serialize)]
pub(super) struct Numbered<T> {
    items: Vec<T>,
    empty: &'static str,
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

pub(super) fn issues(context: &Context<'_>, desk: &mut Desk<'_>) -> Numbered<Issue> {
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
    Numbered {
        items: issues.iter().enumerate().map(item).collect(),
        empty: "The chair has not yet named the key issues.",
    }
}

fn agreed(context: &Context<'_>, meeting: &Id) -> String {
    match context.programme().calendar.meeting(meeting) {
        Some(meeting) => {
            let group = context.charter().group_short(meeting.group.value());
            format!("Agreed by {group} on {}", meeting.date.value())
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
        by: one.by.to_string(),
    };
    Numbered {
        items: all.iter().enumerate().map(item).collect(),
        empty: "The chair makes no recommendation in this report.",
    }
}
