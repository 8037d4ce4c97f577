//! Whether a paper has what a finished paper needs: its author's words, and approval of what it says. Knows what is
//! missing and where it would be written; a late figure is not its business, for that is the paper's to report.

use crate::analysis::Assessment;
use crate::catalogue::Occasion;
use crate::digest::Digest;
use crate::domain::{Date, Id, PaperKind, Programme, approvals_path, chair_path, return_path};
use crate::finding::{Code, Finding, Findings, quoted};
use crate::place::Place;

/// Something that a finished paper needs and this one lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// The words of the office that signs it.
    Words(Id),
    /// The words of the letter to one of its addressees.
    Letter {
        /// The office to which it goes.
        office: Id,
        /// The role by which the letter is known.
        role: Id,
        /// Where the letters stand.
        letters: Place,
    },
    /// The approval of the office that signs it.
    Approval(Id),
    /// The approval of what it says now: it was approved as something else.
    ApprovalOfChange {
        /// The office that signs it.
        office: Id,
        /// The day on which it approved what the paper said then.
        on: Date,
        /// Where the approval names what it approved.
        named: Place,
        /// The digest of what the paper says now.
        content: Digest,
    },
}

/// What the paper lacks, the gravest first. `programme` knows no more than the paper may.
#[must_use]
pub fn missing(programme: &Programme, occasion: &Occasion) -> Vec<Missing> {
    let author = occasion.author(programme);
    let has_words = match occasion.kind {
        PaperKind::Monthly => occasion.directors_words(programme).is_some(),
        PaperKind::SixMonthly => occasion.chairs_report(programme).is_some(),
    };
    let words = (!has_words).then(|| Missing::Words(author.clone()));
    let approval = occasion
        .approval(programme)
        .is_none()
        .then(|| Missing::Approval(author.clone()));
    let letters = letters(programme, occasion);
    words.into_iter().chain(letters).chain(approval).collect()
}

/// The letters that would go out without a word. Where there is no report, that is what is missing.
fn letters(programme: &Programme, occasion: &Occasion) -> Vec<Missing> {
    let report = match occasion.kind {
        PaperKind::Monthly => None,
        PaperKind::SixMonthly => occasion.chairs_report(programme),
    };
    let Some(report) = report else {
        return Vec::new();
    };
    let first = report.letters.iter().next().map(|(role, _)| role.place());
    let recipients = occasion.recipients(programme).into_iter();
    let without = recipients.filter(|one| report.letters.get(one.role.value()).is_none());
    without
        .map(|one| Missing::Letter {
            office: one.office.value().clone(),
            role: one.role.value().clone(),
            letters: first.unwrap_or(report.period.place()).clone(),
        })
        .collect()
}

/// What a paper lacks whose approval names another content than `content`, the digest of its words and figures.
#[must_use]
pub fn changed(assessment: &Assessment<'_>, content: Digest) -> Option<Missing> {
    let approval = assessment.occasion.approval(assessment.programme)?;
    let named = approval.digest.as_ref()?;
    let is_as_approved = named.value().begins(&content.to_string());
    (!is_as_approved).then(|| Missing::ApprovalOfChange {
        office: approval.by.value().clone(),
        on: *approval.on.value(),
        named: named.place().clone(),
        content,
    })
}

/// What a paper lacks, as findings at the file in which it would be written. `programme` is all that the inputs say: an approval that
/// came too late for the paper is told where it stands.
#[must_use]
pub fn lacking(programme: &Programme, assessment: &Assessment<'_>) -> Findings {
    missing(assessment.programme, assessment.occasion)
        .into_iter()
        .map(|missing| {
            too_late(programme, assessment, &missing).unwrap_or_else(|| finding(assessment, &missing))
        })
        .collect()
}

/// An approval that is there, and that the paper cannot know of.
fn too_late(programme: &Programme, assessment: &Assessment<'_>, missing: &Missing) -> Option<Finding> {
    let Missing::Approval(office) = missing else {
        return None;
    };
    let occasion = assessment.occasion;
    let approval = occasion.approval(programme)?;
    let message = format!(
        "the {} for {} was approved by the {} on {}, after {}, the last day of which it can know",
        occasion.kind.words(),
        occasion.period,
        assessment.programme.charter.office_title(office),
        approval.on.value(),
        occasion.cut_off
    );
    let finding = Finding::new(Code::NotApproved, message).at(approval.on.place());
    Some(finding.help("mend the day if it is wrong; a paper that was approved too late stays a draft: build it with `--draft`"))
}

/// One thing that a paper lacks, as a finding.
#[must_use]
pub fn finding(assessment: &Assessment<'_>, missing: &Missing) -> Finding {
    let (charter, occasion) = (&assessment.programme.charter, assessment.occasion);
    let paper = format!("the {} for {}", occasion.kind.words(), occasion.period);
    match missing {
        Missing::Words(office) => {
            let message = format!("{paper} has no words of the {}", charter.office_title(office));
            Finding::new(Code::MissingWords, message)
                .at(&Place::whole(words_file(assessment.programme, occasion)))
                .help(match occasion.kind {
                    PaperKind::Monthly => {
                        "add them under `words` in a return of the month, or build with `--draft`"
                    }
                    PaperKind::SixMonthly => "add them in that file, or build with `--draft`",
                })
        }
        Missing::Letter {
            office,
            role,
            letters,
        } => {
            let message = format!("{paper} has no letter to the {}", charter.office_title(office));
            Finding::new(Code::MissingWords, message)
                .at(letters)
                .help(format!(
                    "add {} with its words under `letters`, or build with `--draft`",
                    quoted(role.as_str())
                ))
        }
        Missing::Approval(office) => {
            let office = charter.office_title(office);
            let message = format!("{paper} is not approved by the {office} by {}", occasion.cut_off);
            Finding::new(Code::NotApproved, message)
                .at(&Place::whole(approvals_path()))
                .help("add it in that file if it was given by that day, or build with `--draft`")
        }
        Missing::ApprovalOfChange {
            office,
            on,
            named,
            content,
        } => {
            let office = charter.office_title(office);
            let message = format!("{paper} has changed since the {office} approved it on {on}");
            let now = content.in_groups();
            Finding::new(Code::ChangedSinceApproval, message)
                .at(named)
                .help(format!(
                    "it is now `{now}`: have it approved again under that digest, or build with `--draft`"
                ))
        }
    }
}

/// The file in which the words would stand: of the same name as that in which they came before.
fn words_file(programme: &Programme, occasion: &Occasion) -> String {
    match occasion.kind {
        PaperKind::Monthly => {
            let mut latest = programme.returns.iter().rev();
            let before = latest.find(|sent| sent.words.is_some());
            let name = before.map_or("director.yaml", |sent| sent.month.place().file_name());
            return_path(occasion.period, name)
        }
        PaperKind::SixMonthly => chair_path(occasion.period),
    }
}
