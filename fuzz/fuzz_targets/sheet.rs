//! What any sentence becomes on a page: whatever the small Markdown lets through, Typst sets and exports to the standards,
//! save for characters that no font has, which `check` refuses before.
#![no_main]

use board_papers::compose::markdown::read;
use board_papers::finding::short;
use board_papers::place::SourceTexts;
use board_papers::typeset::{Manuscript, typeset};
use board_papers_fuzz::FONTS;
use libfuzzer_sys::fuzz_target;

const MAIN: &str = "report-templates/small/paper.typ";
const PROSE: &str = "report-templates/shared/prose.typ";
const PALETTE: &str = "report-templates/shared/palette.typ";

const SHEET: &str = r#"#import "/report-templates/shared/prose.typ": prose
#set document(title: "A sheet", date: datetime(year: 2024, month: 7, day: 8))
#set text(font: "Inter", size: 11pt, lang: "en", region: "GB")
= A sheet
#prose(json("/data/paper.json"))
"#;

fuzz_target!(|text: &str| {
    let text: String = text
        .chars()
        .filter(|c| *c == '\n' || FONTS.covers(*c))
        .take(2_000)
        .collect();
    let sheet = Manuscript::new(MAIN, "sheet")
        .with(MAIN, SHEET.as_bytes())
        .with(PROSE, include_bytes!("../../report-templates/shared/prose.typ").as_slice())
        .with(PALETTE, include_bytes!("../../report-templates/shared/palette.typ").as_slice())
        .with("/data/paper.json", serde_json::to_vec(&read(&text)).expect("JSON"));
    if let Err(findings) = typeset(&sheet, &FONTS) {
        panic!("{}", short::render(&findings, &SourceTexts::default()));
    }
});
