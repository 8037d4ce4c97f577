//! How a PDF is written: its standards and what it says of itself. Knows Typst's exporter; refuses to know the
//! manuscript.

use typst::diag::{EcoVec, SourceDiagnostic, SourceResult, eco_vec};
use typst::foundations::Smart;
use typst::syntax::DiagSpan;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// The standards that every paper keeps, in one file: PDF/A-3a, the one archival standard that lets figures be
/// attached and goes with PDF/UA-1, and PDF/UA-1 itself.
const STANDARDS: [PdfStandard; 2] = [PdfStandard::A_3a, PdfStandard::Ua_1];

/// What a paper says it was made with.
const CREATOR: &str = concat!("board-papers ", env!("CARGO_PKG_VERSION"));

/// How every PDF of this program, of any version, says so in its metadata.
const MARK: &[u8] = b"<xmp:CreatorTool>board-papers ";

/// Whether a file is a PDF that says that this program, in whatever version, set it.
pub fn is_set_by_us(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-") && bytes.windows(MARK.len()).any(|window| window == MARK)
}

/// All of the above as text, with the version of Typst, for digests.
pub(super) fn settings() -> String {
    format!(
        "{CREATOR}, Typst {}, {STANDARDS:?}",
        typst::utils::version().raw()
    )
}

/// Writes laid-out pages as a PDF. Its date is the one that the layout gives.
pub(super) fn export(document: &PagedDocument, ident: &str) -> SourceResult<Vec<u8>> {
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some(CREATOR.to_owned())),
        standards: standards()?,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options)
}

/// The standards as Typst wants them. That they go together is shown by the tests.
fn standards() -> Result<PdfStandards, EcoVec<SourceDiagnostic>> {
    PdfStandards::new(&STANDARDS).map_err(|refusal| {
        eco_vec![SourceDiagnostic::error(
            DiagSpan::detached(),
            refusal.message().clone()
        )]
    })
}
