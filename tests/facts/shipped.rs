//! The shipped programme, read once for all tests: its facts documents and its papers. Knows where they come from.

use board_papers::analysis::analyse;
use board_papers::catalogue::{Occasion, occasions};
use board_papers::domain::{Month, PaperKind, Programme};
use board_papers::draw::{Charts, draw};
use board_papers::pipeline::{Desk, Finish, Printed};
use board_papers::typeset::Manuscript;
use serde_json::Value;
use std::path::Path;
use std::sync::OnceLock;

/// The shipped programme.
pub struct Shipped {
    desk: Desk,
}

/// The shipped programme, of which no input is at fault.
pub fn shipped() -> &'static Shipped {
    static SHIPPED: OnceLock<Shipped> = OnceLock::new();
    SHIPPED.get_or_init(|| Shipped {
        desk: Desk::open(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap(),
    })
}

impl Shipped {
    /// The programme, as known at the end.
    pub fn programme(&self) -> &Programme {
        self.desk.checked.value().expect("inputs without an error")
    }

    /// Its monthly papers, the earliest first.
    pub fn monthly(&self) -> Vec<Occasion> {
        let all = occasions(self.programme()).into_iter();
        all.filter(|paper| paper.kind == PaperKind::Monthly).collect()
    }

    fn paper_of(&self, month: &str) -> Occasion {
        let month: Month = month.parse().unwrap();
        self.monthly()
            .into_iter()
            .find(|paper| paper.period == month)
            .expect("a paper of that month")
    }

    /// The facts document of a paper of that programme, as it is printed.
    pub fn facts_of(&self, programme: &Programme, paper: &Occasion) -> String {
        self.desk.facts_document(programme, paper)
    }

    /// The facts document of a month.
    pub fn facts(&self, month: &str) -> Value {
        let text = self.facts_of(self.programme(), &self.paper_of(month));
        serde_json::from_str(&text).unwrap()
    }

    /// The pictures of every indicator in the monthly paper of a month, whether or not the paper shows them.
    pub fn charts(&self, month: &str) -> Charts {
        let paper = self.paper_of(month);
        let known = self.programme().as_known_at(paper.cut_off);
        draw(&analyse(&known, &paper, &[]), &Printed(&self.desk.fonts))
    }

    /// What the monthly paper of a month is set from.
    pub fn manuscript(&self, month: &str) -> Manuscript {
        let papers = self
            .desk
            .manuscripts(self.programme(), &self.paper_of(month), Finish::Final);
        papers.unwrap().papers.swap_remove(0).manuscript
    }
}

/// A file of a manuscript.
pub fn file(manuscript: &Manuscript, path: &str) -> String {
    String::from_utf8(
        manuscript
            .file(path)
            .unwrap_or_else(|| panic!("no {path}"))
            .to_vec(),
    )
    .unwrap()
}

/// The data that the layouts of a monthly paper read.
pub fn paper(manuscript: &Manuscript) -> Value {
    serde_json::from_str(&file(manuscript, "/data/paper.json")).unwrap()
}

/// The one of `list` with that id.
pub fn by_id<'v>(list: &'v Value, id: &str) -> &'v Value {
    let found = list
        .as_array()
        .expect("a list")
        .iter()
        .find(|one| one["id"] == id);
    found.unwrap_or_else(|| panic!("no {id}"))
}

/// Every text in a value, at any depth.
pub fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(entries) => entries.values().flat_map(texts).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

/// Whether any text in a value says this.
pub fn says(value: &Value, words: &str) -> bool {
    texts(value).iter().any(|text| text.contains(words))
}
