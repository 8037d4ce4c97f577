//! The press by itself: small manuscripts, given as strings, become papers or findings. Knows the library's
//! typesetting; refuses to know the programme's own layouts and inputs.

#![expect(clippy::expect_used, reason = "a test that cannot be set up must stop")]

use board_papers::finding::{Code, Finding, Findings, short};
use board_papers::place::{SourceText, SourceTexts};
use board_papers::typeset::{Cut, Fonts, Manuscript, page_texts, typeset};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

const MAIN: &str = "report-templates/small/paper.typ";
const TABLES: &str = "report-templates/shared/tables.typ";

const PAPER_TYP: &str = r#"#import "/report-templates/shared/tables.typ": figures
#let data = json("/data/paper.json")
#set document(title: data.title, date: datetime(year: 2010, month: 11, day: 8))
#set text(font: "Inter", size: 11pt, lang: "en", region: "GB", number-width: "tabular")
#set page(paper: "a4", numbering: "1 of 1")
= Assessments in time
The figure ≥ 75% was *met* – see the _note_. #link("https://example.org")[Definitions]
#figures(data.rows)
#pagebreak()
== The last three months
#figure(image("/charts/01.svg", alt: data.alt), caption: [Assessments in time, per cent])
#pdf.attach("figures.csv", read("/data/figures.csv", encoding: none), relationship: "data", mime-type: "text/csv", description: "The figures of this paper")
"#;

const TABLES_TYP: &str = r#"#let figures(rows) = table(
  columns: 2,
  table.header[Month][Per cent],
  ..rows.map(row => (pdf.header-cell(scope: "row", row.month), row.value)).flatten(),
)
"#;

const PAPER_JSON: &str = r##"{
  "title": "A small paper",
  "alt": "Assessments in time were 75.8% in October 2010, above the target of 75%",
  "rows": [{ "month": "September", "value": "74.1" }, { "month": "October", "value": "#read(\"/x\") *75.8*" }]
}"##;

const CHART_SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60" viewBox="0 0 200 60">
<path d="M5 50L100 30L195 10" fill="none" stroke="#1d4e89" stroke-width="1.5" stroke-dasharray="3 2"/>
<text x="100" y="20" font-family="Inter" font-weight="600" font-size="9">October ▲ 75.8%</text></svg>"##;

fn small() -> Manuscript {
    Manuscript::new(MAIN, "small-2010-10")
        .with(MAIN, PAPER_TYP.as_bytes())
        .with(TABLES, TABLES_TYP.as_bytes())
        .with("/data/paper.json", PAPER_JSON.as_bytes())
        .with("/data/figures.csv", *b"month,value\n2010-10,75.8\n")
        .with("/charts/01.svg", CHART_SVG.as_bytes())
}

/// A one-page manuscript: what every paper needs, and `body` from line 2 on.
fn sheet(body: &str) -> Manuscript {
    let head = "#set document(title: \"t\", date: datetime(year: 2010, month: 1, day: 1)); #set text(font: \"Inter\")";
    Manuscript::new(MAIN, "sheet").with(MAIN, format!("{head}\n{body}").into_bytes())
}

/// What is found wrong with a manuscript, one line a finding.
fn faults(manuscript: &Manuscript) -> String {
    let findings = typeset(manuscript, &Fonts::embedded()).expect_err("it is wrong");
    assert!(
        findings.iter().all(|finding| finding.code() == Code::LayoutError),
        "{findings:?}"
    );
    short::render(&findings, &texts(manuscript))
}

/// The layouts of a manuscript, as the programme's folder has them.
fn texts(manuscript: &Manuscript) -> SourceTexts {
    let text = |(path, bytes): (&str, &std::sync::Arc<[u8]>)| {
        let text = std::str::from_utf8(bytes).ok()?;
        Some(SourceText::new(path.trim_start_matches('/'), text))
    };
    manuscript.files().filter_map(text).collect()
}

/// The rules of a profile that a PDF breaks.
fn broken_rules(pdf: &[u8], profile: &str) -> Vec<String> {
    let profile: ValidationProfile = profile.parse().expect("a profile");
    let report = validate_pdf_bytes(pdf, &ValidationOptions::default().profile(profile)).expect("a PDF");
    report
        .failures
        .iter()
        .map(|failure| format!("{}: {}", failure.rule_id, failure.message))
        .collect()
}

#[test]
fn a_paper_is_accessible_and_fit_for_the_archive() {
    let paper = typeset(&small(), &Fonts::embedded()).expect("a paper");
    assert_eq!(paper.pages, 2);
    assert_eq!(broken_rules(&paper.pdf, "ua1"), Vec::<String>::new());
    assert_eq!(broken_rules(&paper.pdf, "3a"), Vec::<String>::new());
}

#[test]
fn the_validator_does_object_to_a_paper_that_claims_too_much() {
    let mut pdf = typeset(&small(), &Fonts::embedded()).expect("a paper").pdf;
    let claim = b"<pdfuaid:part>1";
    let at = pdf
        .windows(claim.len())
        .position(|window| window == claim)
        .expect("the claim is there");
    pdf[at + claim.len() - 1] = b'7';
    assert_ne!(broken_rules(&pdf, "ua1"), Vec::<String>::new());
}

#[test]
fn the_same_manuscript_gives_the_same_bytes() {
    let first = typeset(&small(), &Fonts::embedded()).expect("a paper").pdf;
    assert_eq!(first, typeset(&small(), &Fonts::embedded()).expect("a paper").pdf);
    let other = small().with("/data/figures.csv", *b"month,value\n2010-10,75.9\n");
    assert_ne!(first, typeset(&other, &Fonts::embedded()).expect("a paper").pdf);
}

#[test]
fn papers_set_side_by_side_are_as_if_set_alone() {
    let fonts = Fonts::embedded();
    let alone = typeset(&small(), &fonts).expect("a paper").pdf;
    std::thread::scope(|scope| {
        let papers: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| typeset(&small(), &fonts).expect("a paper").pdf))
            .collect();
        for paper in papers {
            assert_eq!(paper.join().expect("no panic"), alone);
        }
    });
}

#[test]
fn a_paper_says_who_made_it() {
    let pdf = typeset(&small(), &Fonts::embedded()).expect("a paper").pdf;
    let creator = concat!("board-papers ", env!("CARGO_PKG_VERSION")).as_bytes();
    assert!(pdf.windows(creator.len()).any(|window| window == creator));
}

#[test]
fn text_is_read_back_page_by_page_and_typed_text_comes_out_as_typed() {
    let pages = page_texts(&small(), &Fonts::embedded()).expect("pages");
    assert_eq!(pages.len(), 2);
    assert!(
        pages[0].contains("Assessments in time\nThe figure ≥ 75% was met – see the note. Definitions\n"),
        "{}",
        pages[0]
    );
    assert!(pages[0].contains("#read(\"/x\") *75.8*"), "{}", pages[0]);
    assert!(pages[1].contains("2 of 2"), "{}", pages[1]);
}

#[test]
fn a_fault_in_a_layout_is_found_where_it_was_written() {
    let typo = PAPER_TYP.replace("data.rows", "data.rwos");
    let shown = faults(&small().with(MAIN, typo.into_bytes()));
    let expected = "report-templates/small/paper.typ:8:15: error[layout-error]: dictionary does not contain key \"rwos\" (help: ";
    assert!(shown.starts_with(expected), "{shown}");
}

#[test]
fn a_fault_inside_a_shared_layout_says_how_it_was_reached() {
    let typo = TABLES_TYP.replace("row.value", "row.vale");
    let manuscript = small().with(TABLES, typo.into_bytes());
    let findings = typeset(&manuscript, &Fonts::embedded()).expect_err("it is wrong");
    let finding = findings.iter().next().expect("one");
    assert_eq!(finding.place().map(|place| place.file().as_ref()), Some(TABLES));
    let reached: Vec<_> = finding
        .further()
        .iter()
        .map(|(place, words)| (place.file().as_ref(), words.as_str()))
        .collect();
    assert!(
        reached.contains(&(MAIN, "while calling `figures`")),
        "{reached:?}"
    );
}

/// What each sheet is refused with: what a screen reader could not read out, and whatever is not in the manuscript.
#[test]
fn refusals() {
    let bodies = [
        "#text(font: \"Arial\")[a warning of Typst is an error of ours]",
        "#image(\"/a.svg\")",
        "= One\n=== Three",
        "漢",
        "#set document(title: none)",
        "#read(\"/etc/passwd\")",
        "#read(\"/../../../../etc/passwd\")",
        "#include \"other.typ\"",
        "#import \"@preview/cetz:0.3.0\"",
        "#datetime.today().display()",
        "#image(\"/peeping.svg\", alt: \"a\")",
    ];
    let peeping = r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>"#;
    let refused = |body: &str| {
        let sheet = sheet(body)
            .with("/a.svg", CHART_SVG.as_bytes())
            .with("/peeping.svg", peeping.as_bytes());
        format!("{body}\n-> {}\n", faults(&sheet))
    };
    insta::assert_snapshot!(bodies.map(refused).concat());
}

#[test]
fn a_manuscript_without_its_main_layout_is_refused() {
    let shown = faults(&Manuscript::new(MAIN, "x"));
    assert!(
        shown.starts_with("report-templates/small/paper.typ: error[layout-error]: "),
        "{shown}"
    );
}

#[test]
fn layouts_that_never_end_are_refused_without_a_crash() {
    for (body, refusal) in [
        (
            "#let f() = f()\n#f()".to_owned(),
            "maximum function call depth exceeded",
        ),
        (
            "#show heading: it => heading(level: 1)[x]\n= x".to_owned(),
            "maximum show rule depth exceeded",
        ),
        ("#while true {}".to_owned(), "condition is always true"),
        (
            format!("#{}{}", "(".repeat(5_000), ")".repeat(5_000)),
            "maximum parsing depth exceeded",
        ),
        (
            format!("{}x{}", "#[".repeat(5_000), "]".repeat(5_000)),
            "maximum parsing depth exceeded",
        ),
    ] {
        let shown = faults(&sheet(&body));
        assert!(shown.contains(refusal), "{shown}");
    }
}

#[test]
fn a_manuscript_whose_main_path_is_none_is_our_own_fault() {
    let findings = typeset(&Manuscript::new("a\\b", "x"), &Fonts::embedded()).expect_err("no path");
    assert_eq!(
        findings.iter().map(Finding::code).collect::<Vec<_>>(),
        [Code::InternalError]
    );
    assert!(Findings::has_errors(&findings));
}

/// The charts measure with our sum of advances what Typst then sets: never too narrow, and at most 3% too wide.
#[test]
fn text_is_measured_as_typst_sets_it() {
    let fonts = Fonts::embedded();
    let mut body = String::new();
    for (text, cut, style) in [
        ("October 2010", Cut::Regular, "weight: 400"),
        ("Target 75.0%", Cut::SemiBold, "weight: 600"),
        ("Within tolerance", Cut::Bold, "weight: 700"),
        ("Average to March", Cut::Italic, "style: \"italic\""),
    ] {
        let ours = fonts.advance(text, 8.0, cut);
        body += &format!(
            "#context {{ let w = measure(text(size: 8pt, {style}, \"{text}\")).width.pt(); \
             assert(w <= {ours} + 0.001 and w >= {ours} * 0.97, message: \"{text}: ours {ours}, Typst's \" + repr(w)) }}\n"
        );
    }
    typeset(&sheet(&body), &fonts).expect("measures agree");
}
