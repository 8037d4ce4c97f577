//! What every section of a paper is composed from, and the desk on which its pictures and its faults gather.
//! Knows one paper; not what any section says.

use super::markdown::Block;
use super::paper::period_words;
use super::prose::Renderer;
use super::shapes::{Chart, Picture, Words};
use crate::analysis::Assessment;
use crate::analysis::indicator::{Assessed, Life};
use crate::charts::Svg;
use crate::domain::{
    ChairReport, Charter, Date, DirectorsWords, Id, Located, Month, Programme, Prose, Return, Section,
};
use crate::draw::{Charts, DataTable, Drawn};
use crate::finding::Findings;
use std::collections::BTreeMap;

/// What every section is composed from.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// What the figures and the plan say.
    pub assessment: &'a Assessment<'a>,
    /// The pictures that were drawn of it.
    pub charts: &'a Charts,
}

impl<'a> Context<'a> {
    /// The programme, as known at the paper's cut-off.
    #[must_use]
    pub fn programme(&self) -> &'a Programme {
        self.assessment.programme
    }

    /// Who takes part, what is reported, to whom and when.
    #[must_use]
    pub fn charter(&self) -> &'a Charter {
        &self.assessment.programme.charter
    }

    /// The month of the paper, or the last of its period.
    #[must_use]
    pub fn month(&self) -> Month {
        self.assessment.occasion.period
    }

    /// The last day of the paper's period.
    #[must_use]
    pub fn as_at(&self) -> Date {
        self.assessment.occasion.as_at
    }

    /// The indicators in use in the month of the paper, in the order of the programme.
    pub fn in_use(&self) -> impl Iterator<Item = &'a Assessed<'a>> + use<'a> {
        self.assessment
            .indicators
            .iter()
            .filter(|assessed| match assessed.life {
                Life::InUse => true,
                Life::NotBegun | Life::Ended(_) => false,
            })
    }

    /// The indicators in use whose heading is told in that section, in the order of the programme.
    pub fn told_in(&self, section: Section) -> impl Iterator<Item = &'a Assessed<'a>> + use<'a> {
        let headings = &self.charter().headings;
        self.in_use().filter(move |assessed| {
            let of = assessed.indicator.heading.value();
            headings
                .iter()
                .any(|heading| heading.id.value() == of && heading.section == Some(section))
        })
    }

    /// What is said where nothing of a section stands: the words given, unless no heading is told there at all.
    #[must_use]
    pub fn nothing_in(&self, section: Section, words: &'static str) -> &'static str {
        let mut headings = self.charter().headings.iter();
        if headings.any(|heading| heading.section == Some(section)) {
            words
        } else {
            "The programme names no heading that is told here."
        }
    }

    /// The director's own words for the paper's month.
    #[must_use]
    pub fn directors_words(&self) -> Option<&'a DirectorsWords> {
        self.assessment.occasion.directors_words(self.programme())
    }

    /// The returns of the paper's month, the last to come first: what it says of a thing is the latest word.
    #[must_use]
    pub fn sent(&self) -> Vec<&'a Return> {
        let month = self.month();
        let of_month = |sent: &&Return| *sent.month.value() == month;
        let mut sent: Vec<&Return> = self.programme().sent().filter(of_month).collect();
        sent.sort_by_key(|sent| (*sent.received.value(), sent.from.value()));
        sent.reverse();
        sent
    }

    /// The chair's words for the half-year, where they are known.
    #[must_use]
    pub fn chairs_report(&self) -> Option<&'a ChairReport> {
        self.assessment.occasion.chairs_report(self.programme())
    }

    /// The paper's period: `October 2010`, or `June to November 2010`.
    #[must_use]
    pub fn period(&self) -> String {
        period_words(self.assessment.occasion)
    }

    /// The returns of the paper's whole period, the earliest month first.
    #[must_use]
    pub fn sent_in_period(&self) -> Vec<&'a Return> {
        let first = self.assessment.occasion.first_month();
        let within = |sent: &&Return| (first..=self.month()).contains(sent.month.value());
        self.programme().sent().filter(within).collect()
    }

    /// An office's title; that of another body than the council with the body's short name, where the title does not name it already.
    #[must_use]
    pub fn office(&self, id: &Id) -> String {
        let charter = self.charter();
        let body = charter.office(id).and_then(|office| office.body.as_ref());
        match body {
            Some(body)
                if body.value() != charter.council.value()
                    && !charter
                        .office_title(id)
                        .contains(charter.body_short(body.value())) =>
            {
                format!(
                    "{}, {}",
                    charter.office_title(id),
                    charter.body_short(body.value())
                )
            }
            Some(_) | None => charter.office_title(id).to_owned(),
        }
    }
}

/// A full chart that the paper shows, with the figures in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The chart's id in the paper.
    pub id: String,
    /// What it shows, unit, period.
    pub what: String,
    /// Its figures.
    pub data: DataTable,
    /// The id of the table of the same section in which they stand, where one has them.
    pub table: Option<&'static str>,
}

/// The pictures of one paper in the order in which they were placed, under the paths that layouts read.
#[derive(Debug, Default)]
pub struct Pictures {
    files: Vec<(String, Svg)>,
    shown: Vec<Shown>,
}

impl Pictures {
    /// Places a full chart with its words, under an id of its own in the paper.
    pub fn place(&mut self, drawn: &Drawn, id: impl Into<String>) -> Chart {
        self.show(drawn, id.into(), None)
    }

    /// The same for a chart whose figures stand in a table of its section, so that the notes need not have them again.
    pub fn place_beside(&mut self, drawn: &Drawn, id: impl Into<String>, table: &'static str) -> Chart {
        self.show(drawn, id.into(), Some(table))
    }

    fn show(&mut self, drawn: &Drawn, id: String, table: Option<&'static str>) -> Chart {
        self.shown.push(Shown {
            table,
            id: id.clone(),
            what: drawn.subtitle.clone(),
            data: drawn.data.clone(),
        });
        Chart {
            id,
            file: self.keep(drawn),
            width: drawn.size.width,
            height: drawn.size.height,
            title: drawn.title.clone(),
            subtitle: drawn.subtitle.clone(),
            alt: drawn.alt.clone(),
            note: drawn.note.clone(),
        }
    }

    /// Places a small chart in a row of a table.
    pub fn small(&mut self, drawn: &Drawn) -> Picture {
        Picture {
            file: self.keep(drawn),
            width: drawn.size.width,
            height: drawn.size.height,
            alt: drawn.alt.clone(),
        }
    }

    /// The full charts placed so far, in order.
    #[must_use]
    pub fn shown(&self) -> &[Shown] {
        &self.shown
    }

    /// The pictures with their paths, in order.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Svg)> {
        self.files.iter().map(|(path, svg)| (path.as_str(), svg))
    }

    fn keep(&mut self, drawn: &Drawn) -> String {
        let path = format!("/charts/{:02}.svg", self.files.len() + 1);
        self.files.push((path.clone(), drawn.svg.clone()));
        path
    }
}

/// The desk on which a paper is composed: it sets people's words, and keeps the pictures and the faults.
/// Sections come to it in the order of the paper, so that pictures are numbered as a reader meets them.
pub struct Desk<'a> {
    prose: &'a Renderer,
    /// Earlier months' own figures, for words of theirs that are told again.
    earlier: BTreeMap<Month, Option<Renderer>>,
    /// The pictures placed so far.
    pub pictures: Pictures,
    /// The faults found in people's words so far.
    pub findings: Findings,
}

impl<'a> Desk<'a> {
    /// An empty desk.
    #[must_use]
    pub fn new(prose: &'a Renderer) -> Self {
        Self {
            prose,
            earlier: BTreeMap::new(),
            pictures: Pictures::default(),
            findings: Findings::new(),
        }
    }

    /// A piece of prose with its figures put in. Faults are kept, and nothing is set for it.
    pub fn words(&mut self, prose: &Located<Prose>) -> Words {
        let set = self.prose.render(prose);
        self.set(set)
    }

    /// The same of words that came in the return of a month: with the figures of that month's own paper, for nobody has said of later
    /// ones what is said here.
    pub fn words_of(&mut self, context: &Context<'_>, month: Month, prose: &Located<Prose>) -> Words {
        let of_now = month == context.month() || !prose.value().names_figures();
        let earlier = if of_now {
            None
        } else {
            let renderer = self.earlier.entry(month);
            renderer
                .or_insert_with(|| Renderer::of_month(context.programme(), month))
                .as_ref()
        };
        let set = earlier.unwrap_or(self.prose).render(prose);
        self.set(set)
    }

    fn set(&mut self, set: Result<Words, Findings>) -> Words {
        set.unwrap_or_else(|faults| {
            self.findings.extend(faults);
            Vec::<Block>::new()
        })
    }
}
