//! What is asked of every picture, and how one is written down to be compared.

use board_papers::analysis::{Assessment, analyse};
use board_papers::catalogue::{Occasion, occasions};
use board_papers::charts::{Measure, Weight};
use board_papers::domain::{Month, PaperKind, Programme};
use board_papers::draw::{Charts, DataTable, Drawn, draw};
use board_papers::typeset::{Cut, Fonts};
use std::fmt::Write;

/// The fonts of the papers.
pub struct Printed(Fonts);

impl Printed {
    pub fn new() -> Self {
        Self(Fonts::embedded())
    }
}

impl Measure for Printed {
    fn width(&self, text: &str, size: f64, weight: Weight) -> f64 {
        let cut = match weight {
            Weight::Regular => Cut::Regular,
            Weight::SemiBold => Cut::SemiBold,
        };
        self.0.advance(text, size, cut)
    }
}

/// The paper of that kind and month.
pub fn occasion(programme: &Programme, kind: PaperKind, month: &str) -> Occasion {
    let month: Month = month.parse().unwrap();
    occasions(programme)
        .into_iter()
        .find(|paper| paper.kind == kind && paper.period == month)
        .unwrap()
}

/// Does something with the assessment of a paper.
pub fn assessed<T>(
    programme: &Programme,
    occasion: &Occasion,
    use_it: impl FnOnce(&Assessment<'_>) -> T,
) -> T {
    let known = programme.as_known_at(occasion.cut_off);
    use_it(&analyse(&known, occasion, &[]))
}

/// The pictures of a paper.
pub fn charts(programme: &Programme, occasion: &Occasion) -> Charts {
    assessed(programme, occasion, |assessment| {
        draw(assessment, &Printed::new())
    })
}

/// Every picture of a paper with a name for it.
pub fn all(charts: &Charts) -> Vec<(String, &Drawn)> {
    let mut all = Vec::new();
    for (id, of) in &charts.indicators {
        all.push((format!("{id}, series"), &of.series));
        all.push((format!("{id}, sparkline"), &of.sparkline));
        all.push((format!("{id}, small"), &of.small));
        all.extend(
            of.forecast
                .as_ref()
                .map(|drawn| (format!("{id}, forecast"), drawn)),
        );
    }
    all.extend(
        wholes(charts)
            .into_iter()
            .map(|(name, drawn)| (name.to_owned(), drawn)),
    );
    all
}

/// The pictures that are of no single indicator.
pub fn wholes(charts: &Charts) -> Vec<(&'static str, &Drawn)> {
    let wholes = [
        ("ratings", &charts.ratings),
        ("plan status", &charts.plan_status),
        ("burn-up", &charts.burn_up),
        ("milestones", &charts.milestones),
        ("workforce", &charts.workforce),
        ("audits", &charts.audits),
        ("risks", &charts.risks),
        ("funding", &charts.funding),
    ];
    wholes
        .into_iter()
        .filter_map(|(name, drawn)| Some((name, drawn.as_ref()?)))
        .collect()
}

/// How many words an alternative text has.
pub fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// A picture's words, and its figures where they are asked for.
pub fn written(name: &str, drawn: &Drawn, with_data: bool) -> String {
    let mut text = format!("== {name}\n{}\n{}\n", drawn.title, drawn.subtitle);
    let _ = writeln!(text, "alt ({}): {}", words(&drawn.alt), drawn.alt);
    if let Some(note) = &drawn.note {
        let _ = writeln!(text, "note: {note}");
    }
    if with_data {
        text += &table(&drawn.data);
    }
    text
}

fn table(data: &DataTable) -> String {
    let row = |cells: &Vec<String>| format!("| {} |\n", cells.join(" | "));
    row(&data.heads) + &data.rows.iter().map(row).collect::<String>()
}
