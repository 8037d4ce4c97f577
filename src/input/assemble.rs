//! From documents to the programme. Knows in which order things belong; judges nothing.

use crate::domain::{Month, Programme};
use crate::input::documents::Documents;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The programme that the documents make; `None` when one of those is missing without which there is none.
pub fn assemble(documents: Documents) -> Option<Programme> {
    let Documents {
        charter,
        calendar,
        indicators,
        plan,
        history,
        returns,
        awaited,
        chair,
        approvals,
        months: _,
        lost: _,
        dark: _,
        faults: _,
        extent: _,
    } = documents;
    let mut returns: Vec<_> = returns
        .into_iter()
        .map(|filed| (filed.month, filed.path, filed.content))
        .collect();
    returns.sort_by(|(month, path, _), (other_month, other_path, _)| {
        (month, path).cmp(&(other_month, other_path))
    });
    let mut calendar = calendar?;
    calendar.meetings.sort_by_key(|meeting| *meeting.date.value());
    let (history_source, figures) = history.map(|history| (history.source, history.figures)).unzip();
    let awaited: BTreeSet<Month> = awaited.into_iter().map(|filed| filed.month).collect();
    let mut chair: Vec<_> = chair.into_iter().map(|filed| filed.content).collect();
    chair.sort_by_key(|report| *report.period.value());
    Some(Programme {
        charter: charter?,
        calendar,
        indicators,
        plan: plan?,
        history: figures.unwrap_or_default(),
        history_source,
        returns: returns
            .into_iter()
            .map(|(_, _, content)| Arc::new(content))
            .collect(),
        awaited: awaited.into_iter().collect(),
        chair,
        approvals: approvals.map(|file| file.approvals).unwrap_or_default(),
    })
}
