//! Layouts of a page that are set in no time, for tests of what happens around the setting of pages.

use crate::office::Office;

/// Prints every number that the paper's data holds, so that a changed figure makes another page.
const LAYOUT: &str = r#"
#let data = json("/data/paper.json")
#let day = data.paper.date
#set document(title: data.paper.title, date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set text(font: "Inter", lang: "en", region: "GB")
= #data.paper.title
#data.paper.programme
#repr(data).matches(regex("[0-9.]+")).map(found => found.text).join(" ")
"#;

impl Office {
    /// The neutral programme with layouts of a page.
    pub fn plain() -> Self {
        let kinds = ["monthly", "six-monthly", "letter"];
        Self::open().with(|folder| {
            kinds.iter().fold(folder, |folder, kind| {
                folder.put(&format!("../report-templates/{kind}/main.typ"), LAYOUT)
            })
        })
    }
}
