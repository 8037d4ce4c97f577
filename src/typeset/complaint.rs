//! Typst's complaints as findings of ours. Knows where in which layout Typst points; refuses to judge: what is
//! a warning to Typst is an error to us, for the layouts are our own.

use typst::WorldExt;
use typst::diag::{SourceDiagnostic, Tracepoint};
use typst::syntax::DiagSpan;

use super::world::{Desk, NOT_AMONG_THEM};
use crate::finding::{Code, Finding, Findings};
use crate::place::Place;

/// What to do where Typst has no advice.
const WHERE_TO_LOOK: &str = "report-templates/README.md says how to look at a layout by itself";

/// What to do where a layout asks for a file that is not there.
const PUT_IT_BACK: &str =
    "layouts read what lies in `report-templates/`: put the file there, or mend the path";

/// What Typst says, each with its place, how it was reached, and Typst's advice.
pub(super) fn complaints(desk: &Desk, diagnostics: &[SourceDiagnostic]) -> Findings {
    diagnostics
        .iter()
        .map(|diagnostic| complaint(desk, diagnostic))
        .collect()
}

/// A finding against the program itself.
pub(super) fn internal(message: &str) -> Findings {
    Finding::internal(message).into()
}

/// One complaint. What has no place of its own is laid at the head of the main layout.
fn complaint(desk: &Desk, diagnostic: &SourceDiagnostic) -> Finding {
    let at = place(desk, diagnostic.span).unwrap_or_else(|| Place::whole(desk.main_path()));
    let mut finding = Finding::new(Code::LayoutError, &diagnostic.message).at(&at);
    let calls = diagnostic.trace.iter().filter(|point| !is_way_to_file(&point.v));
    for point in calls {
        if let Some(place) = place(desk, point.span.into()) {
            finding = finding.also(&place, point.v.to_string());
        }
    }
    // Advice on the options of Typst's own command is no use to whoever runs ours.
    for hint in diagnostic.hints.iter().filter(|hint| !hint.v.contains("`--")) {
        finding = match place(desk, hint.span) {
            Some(place) => finding.also(&place, &hint.v),
            None => finding.help(&hint.v),
        };
    }
    match finding.advice() {
        Some(_) => finding,
        None if diagnostic.message.contains(NOT_AMONG_THEM) => finding.help(PUT_IT_BACK),
        None => finding.help(WHERE_TO_LOOK),
    }
}

/// Whether it says only how a file was reached: the fault is in the file, by whichever way and for however many papers.
fn is_way_to_file(point: &Tracepoint) -> bool {
    match point {
        Tracepoint::Import(_) | Tracepoint::Include(_) => true,
        Tracepoint::Call(_) | Tracepoint::Show(_) => false,
    }
}

/// Where a span of Typst's lies. Virtual paths are those of the disk, but for their slash.
fn place(desk: &Desk, span: DiagSpan) -> Option<Place> {
    let file = span.id()?.get().vpath().get_without_slash().to_owned();
    Some(Place::new(file, desk.range(span)?))
}
