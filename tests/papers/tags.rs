//! What a screen reader meets in each kind of paper, beyond what validators see: headings, lists, tables with their heads, pictures
//! with their words, the order in which all is read. The tag trees of the neutral programme's papers stand as text.

use crate::house::{desk, papers, set};
use crate::support::Folder;
use crate::tagged::{Child, Tag, Tagged};
use board_papers::domain::PaperKind;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::LazyLock;

/// The neutral programme's papers: the monthly report of June 2024, the chair's report and its first letter.
static PAPERS: LazyLock<Vec<(&str, Tagged)>> = LazyLock::new(|| {
    let desk = desk(&Folder::neutral().with_layouts());
    let monthly = papers(&desk, PaperKind::Monthly, "2024-06").remove(0);
    let mut chair = papers(&desk, PaperKind::SixMonthly, "2024-06").into_iter();
    let six_monthly = chair.next().unwrap();
    let letter = chair.next().unwrap();
    [
        ("monthly", monthly),
        ("six-monthly", six_monthly),
        ("letter", letter),
    ]
    .into_iter()
    .map(|(name, paper)| (name, Tagged::read(&set(&desk, &paper).pdf)))
    .collect()
});

/// A tag tree as text: a block a line, a row of a table a line, what stands within a line in brackets.
fn told(paper: &Tagged) -> String {
    let mut text = String::new();
    tell(paper, &paper.root, 0, &mut text);
    let heads: BTreeSet<_> = paper.artifacts.iter().flat_map(|page| page.lines()).collect();
    let heads: Vec<_> = heads.into_iter().filter(|line| !line.trim().is_empty()).collect();
    writeln!(text, "Not read out: {}", heads.join(" | ")).unwrap();
    writeln!(text, "Bookmarks: {}", paper.bookmarks().join(" | ")).unwrap();
    text
}

fn tell(paper: &Tagged, tag: &Tag, depth: usize, text: &mut String) {
    let indent = "  ".repeat(depth);
    let is_block = |tag: &Tag| {
        !matches!(
            tag.role.as_str(),
            "Span" | "Strong" | "Em" | "Link" | "Lbl" | "Reference"
        )
    };
    if tag.role == "TR" {
        let cells: Vec<_> = tag.inner().map(|cell| cell_told(paper, cell)).collect();
        writeln!(text, "{indent}TR {}", cells.join(" | ")).unwrap();
    } else if tag.inner().any(is_block) {
        writeln!(text, "{indent}{}", tag.role).unwrap();
        tag.inner().for_each(|inner| tell(paper, inner, depth + 1, text));
    } else {
        writeln!(text, "{indent}{} {}", tag.role, inline(paper, tag)).unwrap();
    }
}

fn cell_told(paper: &Tagged, cell: &Tag) -> String {
    let scope = cell.scope.as_deref().map(|scope| format!("[{scope}]"));
    let words = inline(paper, cell);
    format!("{}{} {words}", cell.role, scope.unwrap_or_default())
}

/// What a tag says in one line.
fn inline(paper: &Tagged, tag: &Tag) -> String {
    let mut said: Vec<String> = tag.alt.iter().map(|alt| format!("(alt: {alt})")).collect();
    let links: Vec<_> = tag.all("Link").into_iter().map(called).collect();
    let alts = tag
        .inner()
        .flat_map(|inner| inner.all("Figure"))
        .filter_map(|figure| figure.alt.as_ref());
    if tag.role != "Figure" {
        said.push(paper.words(tag));
    }
    said.extend(alts.map(|alt| format!("(alt: {alt})")));
    said.extend(links.iter().map(|name| format!("(link: {name})")));
    said.retain(|one| !one.is_empty());
    said.join(" ")
}

/// What a link is called.
fn called(link: &Tag) -> String {
    let annotations = link.children.iter().filter_map(|child| match child {
        Child::Annotation(name) => Some(name.clone()),
        Child::Tag(_) | Child::Content(_) => None,
    });
    annotations.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_tags_of_each_paper_are_as_they_were() {
    for (name, paper) in PAPERS.iter() {
        insta::assert_snapshot!(*name, told(paper));
    }
}

/// No table is without heads, and no cell without those it belongs to. Where a table has heads of rows, every row has one.
#[test]
fn every_table_has_heads_with_a_scope() {
    for (name, paper) in PAPERS.iter() {
        for table in paper.root.all("Table") {
            let words = paper.words(table);
            let heads = table.all("TH");
            assert!(!heads.is_empty(), "{name}: {words}");
            assert!(heads.iter().all(|head| head.scope.is_some()), "{name}: {words}");
            let of_rows = heads.iter().filter(|head| head.scope.as_deref() == Some("Row"));
            let rows = table
                .all("TR")
                .into_iter()
                .filter(|row| !row.all("TD").is_empty());
            let without = rows.filter(|row| row.all("TH").is_empty());
            assert!(of_rows.count() == 0 || without.count() == 0, "{name}: {words}");
            for cell in table.all("TD") {
                assert!(
                    cell.has_headers,
                    "{name}: a cell of nothing: {}",
                    paper.words(cell)
                );
            }
        }
    }
}

#[test]
fn no_head_of_a_table_is_silent() {
    for (name, paper) in PAPERS.iter() {
        for head in paper.root.all("TH") {
            assert!(!paper.words(head).is_empty(), "{name}: {head:?}");
        }
    }
}

/// What a mark or an icon says, a word says: its own, or one that only a listener hears. So no cell says by colour alone what it
/// says, and none says nothing.
#[test]
fn no_cell_of_a_table_is_silent() {
    for (name, paper) in PAPERS.iter() {
        for cell in paper.root.all("TD") {
            let is_told = cell
                .all("Figure")
                .iter()
                .any(|icon| icon.alt.as_ref().is_some_and(|alt| alt.len() > 3));
            let words = paper.words(cell);
            // A lone letter is that of an icon.
            let is_icon = words.chars().all(char::is_uppercase) && words.chars().count() == 1;
            assert!(is_told || !(words.is_empty() || is_icon), "{name}: {cell:?}");
        }
    }
}

#[test]
fn pictures_are_told_in_words_of_their_own() {
    for (name, paper) in PAPERS.iter() {
        let spoken: BTreeSet<String> = ["Caption", "H1", "H2", "H3", "P"]
            .iter()
            .flat_map(|role| paper.root.all(role))
            .map(|tag| paper.words(tag))
            .collect();
        for figure in paper
            .root
            .all("Figure")
            .into_iter()
            .filter(|figure| figure.alt.is_some())
        {
            let alt = figure.alt.as_deref().unwrap();
            assert!(alt.split_whitespace().count() < 80, "{name}: {alt}");
            assert!(alt.trim().chars().count() > 3, "{name}: {alt:?}");
            assert!(
                !alt.contains(".svg") && !alt.starts_with("Chart of"),
                "{name}: {alt:?}"
            );
            let is_icon = alt.split_whitespace().count() < 4;
            assert!(is_icon || !spoken.contains(alt), "{name}: said twice: {alt:?}");
        }
    }
}

/// The alternative text of no two charts is the same; icons of ratings are words and may be.
#[test]
fn no_two_charts_are_told_alike() {
    for (name, paper) in PAPERS.iter() {
        let mut told = BTreeSet::new();
        let alts = paper
            .root
            .all("Figure")
            .into_iter()
            .filter_map(|figure| figure.alt.as_deref());
        for alt in alts.filter(|alt| alt.split_whitespace().count() > 8) {
            assert!(told.insert(alt), "{name}: {alt:?}");
        }
    }
}

/// Who signs a letter, in bold at its foot.
const SIGNED: &str = "Independent Chair of the Board";

/// A paragraph that is bold from end to end, short, and no sentence, would be a heading that is not one.
#[test]
fn headings_are_headings() {
    for (name, paper) in PAPERS.iter() {
        for block in paper.root.all("P") {
            let words = paper.words(block);
            let bold: String = block
                .inner()
                .filter(|inner| inner.role == "Strong")
                .map(|bold| paper.words(bold))
                .collect();
            let is_sentence = words.ends_with(['.', ':', '?']);
            assert!(
                words.is_empty() || words == SIGNED || is_sentence || bold != words,
                "{name}: {words:?} looks like a heading"
            );
        }
    }
}

#[test]
fn headings_go_down_one_level_at_a_time_and_are_the_bookmarks() {
    for (name, paper) in PAPERS.iter() {
        let headings: Vec<_> = paper
            .tags()
            .into_iter()
            .filter(|tag| tag.role.len() == 2 && tag.role.starts_with('H'))
            .collect();
        let levels: Vec<u32> = headings
            .iter()
            .map(|heading| heading.role[1..].parse().unwrap())
            .collect();
        assert!(
            levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
            "{name}: {levels:?}"
        );
        if *name == "letter" {
            continue;
        }
        assert!(levels.len() > 5 && levels[0] == 1, "{name}: {levels:?}");
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        let marked: Vec<_> = paper.bookmarks().iter().map(|title| squeezed(title)).collect();
        for heading in headings.iter().filter(|heading| heading.role == "H1") {
            let words = squeezed(&paper.words(heading));
            // The list of contents is not among the contents.
            if words == "Contents" {
                continue;
            }
            assert!(
                marked.iter().any(|title| words.ends_with(title.as_str())),
                "{name}: {words} of {marked:?}"
            );
        }
    }
}

#[test]
fn the_language_is_british_english() {
    for (name, paper) in PAPERS.iter() {
        assert_eq!(paper.said(b"Lang").as_deref(), Some("en-GB"), "{name}");
    }
}

#[test]
fn every_link_is_called_something() {
    for (name, paper) in PAPERS.iter() {
        for link in paper.root.all("Link") {
            let (called, words) = (called(link), paper.words(link));
            assert!(
                called.len() > 2 && !words.is_empty(),
                "{name}: {called:?}: {words:?}"
            );
            let is_address = called.contains("://") || called.contains('@');
            let names_no_more_than_a_number =
                called.starts_with("Section") || called.starts_with("page") || called.starts_with("Page");
            assert!(
                is_address || !names_no_more_than_a_number,
                "{name}: {called:?} does not say where {words:?} leads"
            );
        }
    }
}

/// Content is read in the order in which it is drawn, which goes down each page; all of it is read, and once.
#[test]
fn what_is_read_is_what_is_printed_in_its_order() {
    for (name, paper) in PAPERS.iter() {
        let read = paper.root.marks();
        let printed: Vec<_> = paper.marked.keys().copied().collect();
        let once: BTreeSet<_> = read.iter().copied().collect();
        assert_eq!(once.len(), read.len(), "{name}: something is read twice");
        assert_eq!(
            once.into_iter().collect::<Vec<_>>(),
            printed,
            "{name}: something is not read"
        );
        let back: Vec<_> = read
            .windows(2)
            .filter(|pair| pair[1] < pair[0])
            .map(|pair| pair.map_words(paper))
            .collect();
        assert_eq!(back, Vec::<String>::new(), "{name}");
    }
}

/// Two pieces of content as they would be named to a person.
trait Named {
    fn map_words(&self, paper: &Tagged) -> String;
}

impl Named for [(usize, i64)] {
    fn map_words(&self, paper: &Tagged) -> String {
        let words = |mark: &(usize, i64)| format!("page {}: {}", mark.0 + 1, paper.marked[mark].words);
        self.iter().map(words).collect::<Vec<_>>().join(" BEFORE ")
    }
}
