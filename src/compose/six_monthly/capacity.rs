//! Risk, capacity and workforce: the chair's words, then how risks moved, posts and funding as the council reports them;
//! the register stands in an annex, the indicators of the workforce among the others.

use crate::compose::context::{Context, Desk};
use crate::compose::monthly::workforce;
use crate::compose::shapes::{Chart, Table, Words};
use serde::Serialize;

/// The section.
#[derive(Debug, Serialize)]
pub(super) struct Capacity {
    words: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    movement: Option<Chart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    posts: Option<Chart>,
    funding: Table,
}

pub(super) fn capacity(context: &Context<'_>, desk: &mut Desk<'_>) -> Capacity {
    let words = context
        .chairs_report()
        .map(|said| desk.words(&said.words.capacity))
        .unwrap_or_default();
    let charts = context.charts;
    let movement = charts
        .risks
        .as_ref()
        .map(|drawn| desk.pictures.place_beside(drawn, "risks-movement", "risks-table"));
    let posts = charts
        .workforce
        .as_ref()
        .map(|drawn| desk.pictures.place(drawn, "workforce-posts"));
    Capacity {
        words,
        movement,
        posts,
        funding: workforce::funding(context),
    }
}
