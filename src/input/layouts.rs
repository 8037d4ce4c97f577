//! Layouts that no paper is set with: Typst files that neither a paper nor a preview reaches. Knows how one file names another; what
//! stands in them is for Typst to judge.

use crate::finding::{Code, Finding, quoted};
use crate::load::{LAYOUTS, Sources};
use crate::place::{Place, file_name, folder};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The files in the folder of a paper from which everything else is reached: the paper itself, and what a person looks at while
/// editing.
const ENTRIES: [&str; 2] = ["main.typ", "preview.typ"];

/// Tells of every Typst file that nothing imports.
pub fn findings(sources: &Sources) -> Vec<Finding> {
    let texts = sources
        .texts
        .iter()
        .filter(|text| text.path().starts_with(LAYOUTS));
    let layouts: BTreeMap<&Arc<str>, &str> = texts
        .filter(|text| text.path().ends_with(".typ"))
        .map(|text| (text.path(), text.text()))
        .collect();
    let mut reached: BTreeSet<String> = BTreeSet::new();
    let entries = layouts.keys().filter(|path| ENTRIES.contains(&file_name(path)));
    let mut ahead: Vec<String> = entries.map(|path| path.to_string()).collect();
    while let Some(path) = ahead.pop() {
        if !reached.insert(path.clone()) {
            continue;
        }
        // An import of what is not there is for Typst to tell of, and the file that was meant may be any.
        let Some(text) = layouts.get(&Arc::from(path.as_str())) else {
            return Vec::new();
        };
        ahead.extend(named(text, &path).filter(|next| !reached.contains(next)));
    }
    let unreached = layouts.keys().filter(|path| !reached.contains(path.as_ref()));
    unreached.map(|path| finding(path)).collect()
}

fn finding(path: &Arc<str>) -> Finding {
    let message = format!("no layout imports {}", quoted(file_name(path)));
    Finding::new(Code::Unused, message)
        .at(&Place::whole(Arc::clone(path)))
        .help("import it where it is meant to be set, or take the file out")
}

/// The Typst files that a text names in quotation marks, by the path that is meant. A name in a comment counts too: a file that is
/// spoken of is not forgotten.
fn named<'t>(text: &'t str, of: &'t str) -> impl Iterator<Item = String> + 't {
    let quoted = text.lines().flat_map(|line| line.split('"').skip(1).step_by(2));
    quoted
        .filter(|name| name.ends_with(".typ"))
        .map(move |name| match name.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => resolved(folder(of), name),
        })
}

/// A path that counts from a folder, without its `.` and `..`.
fn resolved(folder: &str, name: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in name.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;
    use crate::place::SourceText;
    use std::path::Path;

    fn told(added: &[(&str, &str)]) -> Vec<String> {
        let mut sources = load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        for (path, text) in added {
            sources.texts.insert(SourceText::new(
                format!("report-templates/{path}"),
                (*text).to_owned(),
            ));
        }
        findings(&sources)
            .iter()
            .map(|finding| finding.message().to_owned())
            .collect()
    }

    #[test]
    fn every_shipped_layout_is_used() {
        assert_eq!(told(&[]), [""; 0]);
    }

    #[test]
    fn a_layout_that_nothing_imports_is_told() {
        assert_eq!(
            told(&[("shared/old.typ", "#import \"page.typ\": section")]),
            ["no layout imports `old.typ`"]
        );
        let two = [
            ("shared/old.typ", "#import \"./older.typ\": *"),
            ("shared/older.typ", "#import \"../shared/old.typ\": *"),
        ];
        assert_eq!(
            told(&two).len(),
            2,
            "two that only know each other are used by nobody"
        );
        let broken = [
            ("shared/old.typ", ""),
            (
                "annual/main.typ",
                "#import \"/report-templates/shared/odl.typ\": *",
            ),
        ];
        assert_eq!(told(&broken), [""; 0], "the import is what is wrong");
        let often = "// \"page.typ\"\n".repeat(60_000);
        assert_eq!(
            told(&[("shared/old.typ", &often)]),
            ["no layout imports `old.typ`"],
            "named however often, a file is looked into once"
        );
        let round = format!(
            "#import \"/report-templates/shared/page.typ\": *\n{}",
            "// \"main.typ\"\n".repeat(60_000)
        );
        assert_eq!(told(&[("annual/main.typ", &round)]), [""; 0]);
        let another = [
            (
                "annual/main.typ",
                "#import \"/report-templates/annual/paper.typ\": paper",
            ),
            ("annual/paper.typ", ""),
        ];
        assert_eq!(told(&another), [""; 0], "a paper of one's own");
    }
}
