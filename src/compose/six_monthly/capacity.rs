//! Risk, capacity and workforce: the chair's words, then the register and the workforce as the council reports them.

use crate::compose::context::{Context, Desk};
use crate::compose::monthly::{risks, workforce};
use crate::compose::shapes::{Chart, Table, Words};
use serde::Serialize;

/// The section.
#[derive(Debug, Serialize)]
pub(super) struct Capacity {
    words: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    movement: Option<Chart>,
    risks: Table,
    #[serde(skip_serializing_if = "Option::is_none")]
    posts: Option<Chart>,
    tiers: Table,
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
        .map(|drawn| desk.pictures.place(drawn, "risks-movement"));
    let posts = charts
        .workforce
        .as_ref()
        .map(|drawn| desk.pictures.place(drawn, "workforce-posts"));
    Capacity {
        words,
        movement,
        risks: risks::risks_table(context, &context.assessment.register.risks),
        posts,
        tiers: workforce::tiers(context),
        funding: workforce::funding(context),
    }
}
