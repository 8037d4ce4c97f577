//! The documents, with what rules look up in them again and again. Knows where things are; judges nothing.

use crate::domain::{Body, Date, Figure, Id, Indicator, Located, Meeting, Month, Office};
use crate::input::documents::Documents;
use crate::input::held::{Figures, figures};
use crate::place::Place;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// The documents and what is looked up in them.
#[derive(Debug)]
pub struct Register<'d> {
    /// The documents.
    pub documents: &'d Documents,
    indicators: BTreeMap<&'d Id, &'d Indicator>,
    meetings: BTreeMap<&'d Id, &'d Meeting>,
    offices: BTreeMap<&'d Id, &'d Office>,
    bodies: BTreeMap<&'d Id, &'d Body>,
    held: OnceCell<Figures<'d>>,
}

/// Each item of a list with the place where the next one begins: see [`Register::is_cut`].
pub fn with_next<'t, T>(
    items: &'t [T],
    begins: impl Fn(&'t T) -> &'t Place,
) -> impl Iterator<Item = (&'t T, Option<&'t Place>)> {
    let next: Vec<_> = items.iter().skip(1).map(|item| Some(begins(item))).collect();
    items.iter().zip(next.into_iter().chain([None]))
}

/// A figure wherever it was typed.
#[derive(Debug, Clone, Copy)]
pub struct Reported<'d> {
    /// The indicator.
    pub indicator: &'d Located<Id>,
    /// The month that the figure is of.
    pub month: Month,
    /// The figure.
    pub figure: &'d Figure,
    /// Where the figure stands.
    pub place: &'d Place,
}

impl<'d> Register<'d> {
    /// The register of `documents`. Of two things with one name it knows the first.
    pub fn new(documents: &'d Documents) -> Self {
        let indicators = documents.indicators.iter().rev();
        let meetings = documents
            .calendar
            .iter()
            .flat_map(|calendar| calendar.meetings.iter().rev());
        let charter = || documents.charter.iter();
        let offices = charter().flat_map(|charter| charter.offices.iter().rev());
        let bodies = charter().flat_map(|charter| charter.bodies.iter().rev());
        Self {
            documents,
            offices: offices.map(|office| (office.id.value(), office)).collect(),
            bodies: bodies.map(|body| (body.id.value(), body)).collect(),
            indicators: indicators
                .map(|indicator| (indicator.id.value(), indicator))
                .collect(),
            meetings: meetings.map(|meeting| (meeting.id.value(), meeting)).collect(),
            held: OnceCell::new(),
        }
    }

    /// The indicator of that name.
    pub fn indicator(&self, id: &Id) -> Option<&'d Indicator> {
        self.indicators.get(id).copied()
    }

    /// The office of that name.
    pub fn office(&self, id: &Id) -> Option<&'d Office> {
        self.offices.get(id).copied()
    }

    /// The body of that name.
    pub fn body(&self, id: &Id) -> Option<&'d Body> {
        self.bodies.get(id).copied()
    }

    /// Whether the structure was at fault in what begins at one place and ends before another of the same file: what is missing
    /// there may have been typed, and was told of.
    pub fn is_cut(&self, from: &Place, until: Option<&Place>) -> bool {
        let end = until.filter(|until| until.file() == from.file());
        let end = end.map_or(usize::MAX, |until| until.range().start);
        let faults = self.documents.faults.get(from.file());
        faults.is_some_and(|faults| faults.range(from.range().start..end).next().is_some())
    }

    /// The month that a figure in a return of `month` is of.
    pub fn figure_month(&self, id: &Id, month: Month) -> Month {
        self.indicator(id)
            .map_or(month, |indicator| indicator.figure_month(month))
    }

    /// The day of the meeting of that name.
    pub fn met_on(&self, meeting: &Located<Id>) -> Option<Date> {
        self.meetings
            .get(meeting.value())
            .map(|meeting| *meeting.date.value())
    }

    /// The figures that hold.
    pub fn held(&self) -> &Figures<'d> {
        self.held.get_or_init(|| figures(self))
    }

    /// Every figure: of the returns, their corrections, and the history.
    pub fn figures(&self) -> impl Iterator<Item = Reported<'d>> {
        let returns = || self.documents.returns.iter();
        let reported = returns().flat_map(move |filed| {
            let month = filed.month;
            filed
                .content
                .figures
                .iter()
                .map(move |(indicator, supplied)| Reported {
                    indicator,
                    month: self.figure_month(indicator.value(), month),
                    figure: &supplied.value().figure,
                    place: supplied.place(),
                })
        });
        let corrected = returns()
            .flat_map(|filed| &filed.content.corrections)
            .map(|correction| Reported {
                indicator: &correction.indicator,
                month: *correction.month.value(),
                figure: correction.figure.value(),
                place: correction.figure.place(),
            });
        reported.chain(corrected).chain(self.history())
    }

    /// Every figure of the history.
    pub fn history(&self) -> impl Iterator<Item = Reported<'d>> {
        let series = self
            .documents
            .history
            .iter()
            .flat_map(|history| history.figures.iter());
        series.flat_map(|(indicator, series)| {
            series.iter().map(move |(month, supplied)| Reported {
                indicator,
                month: *month.value(),
                figure: &supplied.value().figure,
                place: supplied.place(),
            })
        })
    }
}
