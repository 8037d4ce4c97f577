//! What every paper says of itself: title, period, marking, author, dates, whether it is a draft. Document control.

use super::composed::Standing;
use super::context::Context;
use crate::catalogue::Occasion;
use crate::digest::Digest;
use crate::domain::{Charter, FiguresAre, PaperKind};
use crate::review::{self, Missing};
use serde::Serialize;

/// The edition that is made so far: complete, with its marking.
const EDITION: &str = "Board edition";

/// The words on every page of a programme whose figures are not real.
const ILLUSTRATIVE: &str = "Illustrative figures";

/// What is missing from a paper that is a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Draft {
    /// A line each.
    pub missing: Vec<String>,
}

/// What every paper says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaperData {
    /// `monthly`, `six_monthly` or `letter`.
    pub kind: &'static str,
    /// Its id, such as `monthly-2010-10`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its title in the running head.
    pub short_title: String,
    /// The programme.
    pub programme: String,
    /// Its period, such as `October 2010`.
    pub period: String,
    /// Its edition.
    pub edition: String,
    /// The protective marking.
    pub marking: Option<String>,
    /// The words on every page that say the figures are illustrative.
    pub figures_notice: Option<String>,
    /// The same in full, on the first page.
    pub figures_statement: Option<String>,
    /// Who signs it.
    pub author: String,
    /// What it is, for a search engine.
    pub description: String,
    /// Words to find it by.
    pub keywords: Vec<String>,
    /// Its date: year, month, day.
    pub date: (i32, u32, u32),
    /// When it was made again with later knowledge: as known when.
    pub known_at: Option<String>,
    /// What is missing, when it is a draft.
    pub draft: Option<Draft>,
}

/// What is different from paper to paper.
pub(super) struct Named {
    /// `monthly`, `six_monthly` or `letter`.
    pub kind: &'static str,
    /// The stem of its file, such as `letter-leader`.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its title in the running head.
    pub short_title: String,
    /// A sentence on what it is.
    pub description: String,
}

/// The head of a paper.
pub(super) fn head(context: &Context<'_>, standing: &Standing, named: Named) -> PaperData {
    let (charter, occasion) = (context.charter(), context.assessment.occasion);
    let notice = match charter.figures {
        FiguresAre::Illustrative => Some(ILLUSTRATIVE.to_owned()),
        FiguresAre::Actual => None,
    };
    PaperData {
        kind: named.kind,
        id: format!("{}-{}", named.name, occasion.period.iso()),
        title: named.title,
        short_title: named.short_title,
        programme: charter.name.clone(),
        period: period_words(occasion),
        edition: EDITION.to_owned(),
        marking: Some(charter.marking.clone()).filter(|marking| !marking.is_empty()),
        figures_statement: charter.notice.clone().filter(|_| notice.is_some()),
        description: described(&named.description, notice.as_deref()),
        figures_notice: notice,
        author: charter.office_of_body(occasion.author(context.programme())),
        keywords: keywords(charter),
        date: occasion.cut_off.parts(),
        known_at: (occasion.cut_off != occasion.due).then(|| format!("As known on {}", occasion.cut_off)),
        draft: draft(charter, standing),
    }
}

/// What a paper is, with the notice that every page has: whoever finds the file is told before opening it.
fn described(description: &str, notice: Option<&str>) -> String {
    match notice {
        Some(notice) => format!("{description}. {notice}."),
        None => format!("{description}."),
    }
}

fn keywords(charter: &Charter) -> Vec<String> {
    let themes = charter.themes.iter().map(|theme| theme.name.clone());
    std::iter::once(charter.body_name(charter.council.value()).to_owned())
        .chain(themes)
        .collect()
}

/// `October 2010`, or `June to November 2010` for a half-year.
pub(super) fn period_words(occasion: &Occasion) -> String {
    match occasion.kind {
        PaperKind::Monthly => occasion.period.to_string(),
        PaperKind::SixMonthly => {
            let first = occasion.first_month();
            let same_year = first.year() == occasion.period.year();
            let first = if same_year {
                first.name().to_owned()
            } else {
                first.to_string()
            };
            format!("{first} to {}", occasion.period)
        }
    }
}

fn draft(charter: &Charter, standing: &Standing) -> Option<Draft> {
    let missing = standing.lacks()?.iter();
    Some(Draft {
        missing: missing.map(|one| lacking(charter, one)).collect(),
    })
}

fn lacking(charter: &Charter, missing: &Missing) -> String {
    match missing {
        Missing::Words(office) => format!("The words of the {}", charter.office_title(office)),
        Missing::Letter { office, .. } => format!("The letter to the {}", charter.office_title(office)),
        Missing::Approval(office) => format!("The approval of the {}", charter.office_title(office)),
        Missing::ApprovalOfChange { office, on, .. } => format!(
            "The approval of the {}, for the paper has changed since it was approved on {on}",
            charter.office_title(office)
        ),
    }
}

/// `Approved by the Director … on 19 November 2010`, or that nobody has, or not what it says now.
pub(super) fn approval_words(context: &Context<'_>, content: Digest) -> String {
    let (charter, occasion) = (context.charter(), context.assessment.occasion);
    match occasion.approval(context.programme()) {
        Some(approval) => {
            let changed = review::changed(context.assessment, content);
            format!(
                "Approved by the {} on {}{}",
                charter.office_title(approval.by.value()),
                approval.on.value(),
                changed.map_or("", |_| "; changed since, and not approved as it stands")
            )
        }
        None => {
            format!(
                "Not approved by the {}",
                charter.office_title(occasion.author(context.programme()))
            )
        }
    }
}
