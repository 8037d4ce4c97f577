//! What the tests of rules share: the neutral programme with words replaced, and what one rule says of it.

use crate::finding::{Finding, Findings, short};
use crate::input::documents::Documents;
use crate::input::register::Register;
use crate::input::told::Told;
use crate::load::{Sources, load};
use crate::place::SourceText;
use std::path::Path;

/// A rule.
type Rule = fn(&Register<'_>, &mut Told);

/// The sources of the neutral programme, some of them changed.
pub struct Inputs(Sources);

impl Inputs {
    /// The neutral programme as it is.
    pub fn neutral() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/neutral");
        Self(load(&root).unwrap())
    }

    /// Replaces words that stand in a file once. The path counts from `inputs/`.
    #[track_caller]
    pub fn replace(mut self, path: &str, old: &str, new: &str) -> Self {
        let path = format!("inputs/{path}");
        let text = self.0.texts.get(&path).unwrap().text().to_owned();
        assert_eq!(text.matches(old).count(), 1, "{old:?} must stand once in {path}");
        self.0.texts.insert(SourceText::new(path, text.replace(old, new)));
        self
    }

    /// What a rule says, a line each (see [`Inputs::line`]). Paths count from `inputs/`.
    #[track_caller]
    pub fn told_by(&self, rule: Rule) -> Vec<String> {
        let mut structure = Told::default();
        Documents::read(&self.0, &|_| true, &mut structure);
        let structure = structure.into_findings();
        assert!(
            structure.is_empty(),
            "{}",
            short::render(&structure, &self.0.texts)
        );
        self.told_in_spite_of_structure(rule)
    }

    /// The same, of inputs whose structure is at fault.
    pub fn told_in_spite_of_structure(&self, rule: Rule) -> Vec<String> {
        self.found_by(rule)
            .iter()
            .map(|finding| self.line(finding))
            .collect()
    }

    /// What a rule finds.
    pub fn found_by(&self, rule: Rule) -> Findings {
        let documents = Documents::read(&self.0, &|_| true, &mut Told::default());
        let mut findings = Told::default();
        rule(&Register::new(&documents), &mut findings);
        findings.into_findings()
    }

    /// `path «what stands there» code: message (help)`: no line numbers, so that the fixture may grow.
    fn line(&self, finding: &Finding) -> String {
        let place = finding.place().unwrap();
        let text = self.0.texts.get(place.file()).unwrap();
        let typed = &text.text()[place.range()];
        let path = place.file().trim_start_matches("inputs/");
        let help = finding.advice().unwrap_or("nothing to do");
        format!(
            "{path} «{typed}» {}: {} ({help})",
            finding.code(),
            finding.message()
        )
    }
}

/// What a rule says of the neutral programme with words of one file replaced.
#[track_caller]
pub fn told(rule: Rule, path: &str, old: &str, new: &str) -> Vec<String> {
    Inputs::neutral().replace(path, old, new).told_by(rule)
}

/// Asserts that a rule says exactly one thing, at this place and with these words in it.
#[track_caller]
pub fn assert_told(told: &[String], place: &str, words: &str) {
    let [line] = told else {
        panic!("one finding is expected: {told:#?}")
    };
    assert!(line.starts_with(place), "{line}");
    assert!(line.contains(words), "{line}");
}
