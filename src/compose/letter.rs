//! The letters of transmittal: one to each addressee, with an address and a salutation of its own.

use super::composed::Standing;
use super::context::{Context, Desk};
use super::paper::{self, Named, PaperData};
use super::shapes::{Attachment, Words};
use crate::catalogue::letter_name;
use crate::domain::Recipient;
use serde::Serialize;

/// The layout that it is set from.
pub(super) const LAYOUT: &str = "/report-templates/letter/main.typ";

/// All that the layout reads.
#[derive(Serialize)]
pub(super) struct Letter {
    pub paper: PaperData,
    attachments: Vec<Attachment>,
    letter: Sheet,
}

/// What stands on the sheet.
#[derive(Serialize)]
struct Sheet {
    sender: Party,
    addressee: Party,
    date: String,
    salutation: String,
    subject: String,
    body: Words,
    close: &'static str,
    signed: String,
    enclosures: Vec<String>,
    copies: Vec<String>,
}

/// An office and its address.
#[derive(Serialize)]
struct Party {
    office: String,
    address: Vec<String>,
}

fn recipients<'a>(context: &Context<'a>) -> Vec<&'a Recipient> {
    context.assessment.occasion.recipients(context.programme())
}

/// The chair's words to each addressee, in the order of precedence.
pub(super) fn bodies(context: &Context<'_>, desk: &mut Desk<'_>) -> Vec<Words> {
    let said = context.chairs_report().map(|said| &said.letters);
    let mut body = |to: &Recipient| {
        said.and_then(|letters| letters.get(to.role.value()))
            .map(|body| desk.words(body))
    };
    recipients(context)
        .into_iter()
        .map(|to| body(to).unwrap_or_default())
        .collect()
}

/// A letter to each addressee, in the order of precedence, of these words.
pub(super) fn letters(context: &Context<'_>, bodies: Vec<Words>, standing: &Standing) -> Vec<Letter> {
    recipients(context)
        .into_iter()
        .zip(bodies)
        .map(|(recipient, body)| letter(context, body, standing, recipient))
        .collect()
}

fn letter(context: &Context<'_>, body: Words, standing: &Standing, to: &Recipient) -> Letter {
    let (charter, occasion) = (context.charter(), context.assessment.occasion);
    let report = charter.papers.six_monthly.title.as_str();
    let subject = format!("{report}, {}", context.period());
    let office = charter.office_title(to.office.value());
    let signing = charter.office_title(occasion.author(context.programme()));
    let date = occasion
        .approval(context.programme())
        .map_or(occasion.due, |approval| *approval.on.value());
    Letter {
        paper: paper::head(context, standing, named(to, report, office)),
        attachments: Vec::new(),
        letter: Sheet {
            sender: Party {
                office: signing.to_owned(),
                address: vec![charter.name.clone()],
            },
            addressee: Party {
                office: office.to_owned(),
                address: to.address.clone(),
            },
            date: date.to_string(),
            salutation: to.salutation.clone(),
            subject: subject.clone(),
            body,
            close: "Yours sincerely",
            signed: signing.to_owned(),
            enclosures: vec![subject],
            copies: others(context, to),
        },
    }
}

fn named(to: &Recipient, report: &str, office: &str) -> Named {
    Named {
        kind: "letter",
        name: letter_name(to),
        title: format!("Letter to the {office}"),
        short_title: format!("Letter to the {office}"),
        description: format!("Letter that goes with the {report}"),
    }
}

/// One text, two addressees: each knows that the other has it.
fn others(context: &Context<'_>, to: &Recipient) -> Vec<String> {
    let others = recipients(context)
        .into_iter()
        .filter(|one| one.role.value() != to.role.value());
    others
        .map(|one| context.charter().office_title(one.office.value()).to_owned())
        .collect()
}
