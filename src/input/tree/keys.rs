//! Which keys a mapping may have. Knows keys of YAML; not which of them mean something.

use super::{Kind, Node};
use crate::finding::{Code, Finding, quoted};
use crate::input::syntax;
use crate::input::told::Told;
use crate::place::{Place, SourceText};
use std::collections::BTreeMap;

/// A key that is a word, is not YAML's `<<`, and has not stood in the same mapping before.
pub fn accept_key(
    key: Node,
    first: &mut BTreeMap<String, Place>,
    source: &SourceText,
    findings: &mut Told,
) -> Option<Node> {
    let Some(text) = key.text() else {
        if key.kind != Kind::Spoilt {
            let start = key.place.range().start;
            findings.push(
                syntax::seen::reference_without_quotes(source, start).unwrap_or_else(|| {
                    let finding =
                        Finding::new(Code::Syntax, "a list or mapping cannot be a key").at(&key.place);
                    finding.help("write a word before the colon")
                }),
            );
        }
        return None;
    };
    if text == "<<" {
        let message = "`<<` merges mappings, which these files do without";
        let finding = Finding::new(Code::YamlFeature, message).at(&key.place);
        findings.push(finding.help("write the keys out"));
        return None;
    }
    if let Some(earlier) = first.get(text) {
        let message = format!("{} stands here twice", quoted(text));
        let finding = Finding::new(Code::DuplicateKey, message)
            .at(&key.place)
            .also(earlier, "the first");
        findings.push(finding.help("keep one of the two"));
        return None;
    }
    first.insert(text.to_owned(), key.place.clone());
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::tree::parse;

    #[test]
    fn of_a_key_that_stands_twice_the_first_is_kept() {
        let mut told = Told::default();
        let root = parse(&SourceText::new("a.yaml", "a: 1\na: 2\n"), &mut told).unwrap();
        assert_eq!(root.get("a").and_then(Node::text), Some("1"));
        let findings = told.into_findings();
        let found: Vec<_> = findings
            .iter()
            .map(|found| (found.code(), found.further().len()))
            .collect();
        assert_eq!(found, [(Code::DuplicateKey, 1)]);
    }
}
