//! A status for programs: one JSON object, versioned, only ever added to. Knows its own format.
//!
//! ```json
//! { "format": 1, "today": "2010-10-20",
//!   "papers": [{
//!     "paper": "monthly", "period": "2010-10", "title": "…", "state": "not_started",
//!     "as_at": "2010-10-31", "due": "2010-11-12", "due_rule": "three clear working days before the meeting (terms of reference 4.1)",
//!     "cut_off": "2010-11-12", "meeting": { "id": "group_2010_11", "group": "…", "date": "2010-11-18" },
//!     "author": { "office": "dcs", "title": "…", "body": "haringey" },
//!     "approved": "2010-11-12", "content": "7c1e40b29d55…", "wanted_of_author": ["words", "approval"],
//!     "returns": [{ "body": "nhs_haringey", "name": "NHS Haringey", "owner": { … }, "due": "2010-11-09",
//!                   "received": [{ "owed": "figures", "on": "2010-11-08", "late": false }], "missing": ["plan"] }],
//!     "figures_missing": [{ "indicator": "ni64", "ref": "NI 64", "name": "…", "month": "2010-10",
//!                           "body": "haringey", "owner": { … }, "why": "not yet available" }],
//!     "actions_without_update": [{ "action": "a7_1", "ref": "7.1", "title": "…", "body": "…", "owner": { … } }],
//!     "exceptions_without_commentary": [{ "subject": "ni59", "ref": "NI 59", "title": "…", "rule": "…", "owner": { … } }]
//!   }],
//!   "chase": [{ "who": { … }, "items": [{ "late": true, "due": "2010-11-09", "words": "…" }] }] }
//! ```
//!
//! `paper` is `monthly` or `six-monthly`; `state` is `not_started`, `draft`, `changed_since_approval` or `approved`.
//! `meeting`, `approved`, `content` and an owner's `body` are left out where there is none; nothing is ever `null`.

use super::chase::{Chased, Standing, owed_words};
use super::lacking::{MissingFigure, SilentAction, Unexplained};
use super::paper::{PaperStatus, ReturnStatus, State, WantedFromAuthor};
use super::{Status, Who};
use crate::analysis::returns::Arrival;
use serde_json::{Map, Value, json};

/// The version of the format.
const FORMAT: u32 = 1;

/// The status as one JSON object on lines of its own.
#[must_use]
pub fn render(status: &Status) -> String {
    let object = json!({
        "format": FORMAT,
        "today": status.today.iso(),
        "papers": status.papers.iter().map(paper).collect::<Vec<_>>(),
        "chase": status.chase.iter().map(chased).collect::<Vec<_>>(),
    });
    format!("{object:#}\n")
}

fn paper(paper: &PaperStatus) -> Value {
    let mut object = json!({
        "paper": paper.kind.name(),
        "period": paper.period.iso(),
        "title": paper.title,
        "state": state(paper.state),
        "as_at": paper.as_at.iso(),
        "due": paper.due.iso(),
        "due_rule": paper.due_rule,
        "cut_off": paper.cut_off.iso(),
        "author": who(&paper.author),
        "wanted_of_author": paper.wanted.iter().map(|wanted| wanted_of_author(*wanted)).collect::<Vec<_>>(),
        "returns": paper.returns.iter().map(of_return).collect::<Vec<_>>(),
        "figures_missing": paper.figures.iter().map(figure).collect::<Vec<_>>(),
        "actions_without_update": paper.actions.iter().map(action).collect::<Vec<_>>(),
        "exceptions_without_commentary": paper.exceptions.iter().map(exception).collect::<Vec<_>>(),
    });
    let meeting = paper.meeting.as_ref().map(
        |meeting| json!({ "id": meeting.id.as_str(), "group": meeting.group, "date": meeting.date.iso() }),
    );
    let optional = [
        ("meeting", meeting),
        ("approved", paper.approved.map(|day| day.iso().into())),
        ("content", paper.content.map(|digest| digest.to_string().into())),
    ];
    add(&mut object, optional);
    object
}

/// Adds what there is.
fn add<const N: usize>(object: &mut Value, optional: [(&str, Option<Value>); N]) {
    let known = optional
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)));
    if let Some(object) = object.as_object_mut() {
        object.extend(known.collect::<Map<_, _>>());
    }
}

fn state(state: State) -> &'static str {
    match state {
        State::NotStarted => "not_started",
        State::Draft => "draft",
        State::ChangedSinceApproval => "changed_since_approval",
        State::Approved => "approved",
    }
}

fn wanted_of_author(wanted: WantedFromAuthor) -> &'static str {
    match wanted {
        WantedFromAuthor::Words => "words",
        WantedFromAuthor::Approval => "approval",
    }
}

fn who(who: &Who) -> Value {
    let mut object = json!({ "office": who.office.as_str(), "title": who.title });
    add(
        &mut object,
        [("body", who.body.as_ref().map(|body| body.as_str().into()))],
    );
    object
}

fn of_return(one: &ReturnStatus) -> Value {
    let received = one.received.iter().filter_map(|(owed, arrival)| {
        let (day, late) = match arrival {
            Arrival::OnTime(day) => (day, false),
            Arrival::Late(day) => (day, true),
            Arrival::NotReceived => return None,
        };
        Some(json!({ "owed": owed_words(*owed), "on": day.iso(), "late": late }))
    });
    json!({
        "body": one.body.as_str(),
        "name": one.name,
        "owner": who(&one.owner),
        "due": one.due.iso(),
        "received": received.collect::<Vec<_>>(),
        "missing": one.missing.iter().map(|owed| owed_words(*owed)).collect::<Vec<_>>(),
    })
}

fn figure(figure: &MissingFigure) -> Value {
    json!({
        "indicator": figure.indicator.as_str(),
        "ref": figure.reference,
        "name": figure.name,
        "month": figure.month.iso(),
        "body": figure.body.as_str(),
        "owner": who(&figure.owner),
        "why": figure.why,
    })
}

fn action(action: &SilentAction) -> Value {
    json!({
        "action": action.action.as_str(),
        "ref": action.reference,
        "title": action.title,
        "body": action.body.as_str(),
        "owner": who(&action.owner),
    })
}

fn exception(one: &Unexplained) -> Value {
    json!({
        "subject": one.subject.as_str(),
        "ref": one.reference,
        "title": one.title,
        "rule": one.rule,
        "owner": who(&one.owner),
    })
}

fn chased(one: &Chased) -> Value {
    let items = one.items.iter().map(
        |item| json!({ "late": item.standing == Standing::Late, "due": item.due.iso(), "words": item.words }),
    );
    json!({ "who": who(&one.who), "items": items.collect::<Vec<_>>() })
}
