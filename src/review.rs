//! The stage `review`: what only the analysis can see. Whether a paper has what a finished paper needs: its
//! author's words and approval. Knows what is missing and where it would be written; a late figure is not its
//! business, for that is the paper's to report.

use crate::analysis::Assessment;
use crate::catalogue::Occasion;
use crate::domain::{Id, PaperKind};
use crate::finding::{Code, Finding, Findings};
use crate::place::Place;

/// Something that a finished paper needs and this one lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// The words of the office that signs it.
    Words(Id),
    /// The approval of the office that signs it.
    Approval(Id),
}

/// What the paper lacks, the gravest first.
#[must_use]
pub fn missing(assessment: &Assessment<'_>) -> Vec<Missing> {
    let (programme, occasion) = (assessment.programme, assessment.occasion);
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
    words.into_iter().chain(approval).collect()
}

/// What a paper lacks, as findings at the file in which it would be written.
#[must_use]
pub fn review(assessment: &Assessment<'_>) -> Findings {
    missing(assessment)
        .into_iter()
        .map(|missing| finding(assessment, &missing))
        .collect()
}

fn finding(assessment: &Assessment<'_>, missing: &Missing) -> Finding {
    let (programme, occasion) = (assessment.programme, assessment.occasion);
    let paper = format!("the {} for {}", occasion.kind.words(), occasion.period);
    let (code, message, file) = match missing {
        Missing::Words(office) => {
            let office = programme.charter.office_title(office);
            (
                Code::MissingWords,
                format!("{paper} has no words of the {office}"),
                words_file(occasion),
            )
        }
        Missing::Approval(office) => {
            let office = programme.charter.office_title(office);
            let message = format!("{paper} is not approved by the {office} by {}", occasion.cut_off);
            (Code::NotApproved, message, "inputs/approvals.yaml".to_owned())
        }
    };
    Finding::new(code, message)
        .at(&Place::whole(file))
        .help("add it there, or build with `--draft`")
}

fn words_file(occasion: &Occasion) -> String {
    match occasion.kind {
        PaperKind::Monthly => format!("inputs/returns/{}/director.yaml", occasion.period.iso()),
        PaperKind::SixMonthly => format!("inputs/chair/{}.yaml", occasion.period.iso()),
    }
}
