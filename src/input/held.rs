//! Which figure holds for which month: the history, over it the returns, over them corrections as they came. Knows what
//! supersedes what; judges nothing.

use crate::domain::{Correction, Figure, Id, Located, Month, Return, Supplied};
use crate::input::register::Register;
use crate::place::Place;
use std::collections::{BTreeMap, BTreeSet};

/// The figure that holds for a month.
#[derive(Debug, Clone, Copy)]
pub struct Held<'d> {
    /// The figure.
    pub figure: &'d Figure,
    /// Where it stands.
    pub place: &'d Place,
    /// Why it is right although it looks wrong, from a person who checked it.
    pub confirmed: Option<&'d str>,
    /// Whether it restates what came before.
    pub origin: Origin,
}

/// How a figure came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// As the first of its month.
    First,
    /// As a correction, which says why.
    Correction,
}

/// The figures of one indicator, by the month that they are of.
pub type Series<'d> = BTreeMap<Month, Held<'d>>;

/// The figures of all indicators.
pub type Figures<'d> = BTreeMap<&'d Id, Series<'d>>;

/// Every correction in the order in which it came, with what it restates and where that stands.
pub fn restated<'d>(register: &Register<'d>) -> Vec<(&'d Correction, &'d Figure, &'d Place)> {
    let returns = as_they_came(register);
    let corrections = || returns.iter().flat_map(|sent| &sent.corrections);
    let key = |correction: &'d Correction| (correction.indicator.value(), *correction.month.value());
    let wanted: BTreeSet<(&Id, Month)> = corrections().map(key).collect();
    let mut said: BTreeMap<(&Id, Month), (&Figure, &Place)> = BTreeMap::new();
    let history = register.documents.history.iter();
    for (id, series) in history.flat_map(|history| history.figures.iter()) {
        let typed = series
            .iter()
            .map(|(month, it)| ((id.value(), *month.value()), it));
        let typed = typed.filter(|(key, _)| wanted.contains(key));
        said.extend(typed.map(|(key, it)| (key, (&it.value().figure, it.place()))));
    }
    for sent in &returns {
        for (id, it) in sent.figures.iter() {
            let key = (id.value(), register.figure_month(id.value(), *sent.month.value()));
            if wanted.contains(&key) {
                said.insert(key, (&it.value().figure, it.place()));
            }
        }
    }
    let restated = corrections().filter_map(|correction| {
        let now = (correction.figure.value(), correction.figure.place());
        let (figure, place) = said.insert(key(correction), now)?;
        Some((correction, figure, place))
    });
    restated.collect()
}

/// The returns in the order in which they came.
fn as_they_came<'d>(register: &Register<'d>) -> Vec<&'d Return> {
    let filed = register.documents.returns.iter();
    let mut returns: Vec<_> = filed.map(|filed| &filed.content).collect();
    returns.sort_by_key(|sent| *sent.received.value());
    returns
}

/// What holds for each month of each indicator. A later absence takes the figure away.
pub fn figures<'d>(register: &Register<'d>) -> Figures<'d> {
    let mut held = Figures::new();
    let history = register.documents.history.iter();
    for (id, series) in history.flat_map(|history| history.figures.iter()) {
        for (month, supplied) in series.iter() {
            put(&mut held, id.value(), *month.value(), of(supplied));
        }
    }
    let returns = as_they_came(register);
    for sent in &returns {
        for (id, supplied) in sent.figures.iter() {
            let of_month = register.figure_month(id.value(), *sent.month.value());
            put(&mut held, id.value(), of_month, of(supplied));
        }
    }
    for correction in returns.iter().flat_map(|sent| &sent.corrections) {
        let (id, month) = (correction.indicator.value(), *correction.month.value());
        let before = held.get(id).and_then(|series| series.get(&month));
        let restated = Held {
            figure: correction.figure.value(),
            place: correction.figure.place(),
            confirmed: before.and_then(|before| before.confirmed),
            origin: Origin::Correction,
        };
        put(&mut held, id, month, restated);
    }
    held
}

fn of(supplied: &Located<Supplied>) -> Held<'_> {
    let Supplied { figure, confirmed } = supplied.value();
    Held {
        figure,
        place: supplied.place(),
        confirmed: confirmed.as_deref(),
        origin: Origin::First,
    }
}

fn put<'d>(figures: &mut Figures<'d>, indicator: &'d Id, month: Month, held: Held<'d>) {
    let series = figures.entry(indicator).or_default();
    match held.figure {
        Figure::Value(_) | Figure::Parts { .. } => drop(series.insert(month, held)),
        Figure::Missing { .. } => drop(series.remove(&month)),
    }
}
