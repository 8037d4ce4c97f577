//! Rule: a return that is there brings every figure that its body owes for the month, or says why it does not. Knows what is
//! owed and what came; that a whole return is missing is a fact, and the paper's to report.

use crate::domain::{Id, Indicator, Located, Month, Owed, Programme, Return};
use crate::finding::{Code, Finding, quoted};
use crate::place::Place;
use std::collections::{BTreeMap, BTreeSet};

/// Tells of every figure that a return of a wanted month left out.
///
/// An error: whoever reads `[x]` on paper takes it that nobody had the figure, and a figure that fell out in copying would be lost
/// without anybody having said so. A contributor may send several files, and one of them may be late like any return; so
/// figures that came together last time and of which none has come now are taken for a file that is not there yet.
pub(super) fn findings(programme: &Programme, wanted: &dyn Fn(Month) -> bool) -> Vec<Finding> {
    let mut months: BTreeMap<Month, Vec<&Return>> = BTreeMap::new();
    for sent in &programme.returns {
        months.entry(*sent.month.value()).or_default().push(sent);
    }
    let mut last = Last::new();
    let mut found = Vec::new();
    for (month, returns) in &months {
        let came = came(returns);
        if wanted(*month) {
            found.extend(left_out(programme, *month, returns, &came, &last));
        }
        last.extend(came);
    }
    found
}

/// Where a figure stands, or stood last.
type Last<'p> = BTreeMap<&'p Id, &'p Place>;

/// The figures that these returns bring.
fn came<'p>(returns: &[&'p Return]) -> Last<'p> {
    let figures = returns.iter().flat_map(|sent| sent.figures.iter());
    figures.map(|(id, _)| (id.value(), id.place())).collect()
}

fn left_out(
    programme: &Programme,
    month: Month,
    returns: &[&Return],
    came: &Last<'_>,
    last: &Last<'_>,
) -> Vec<Finding> {
    let here = Here::new(returns, came, last);
    let contributors = programme.charter.contributors.iter();
    let owing: BTreeSet<&Id> = contributors
        .filter(|contributor| contributor.owes.contains(&Owed::Figures))
        .map(|contributor| contributor.body.value())
        .collect();
    let owed = programme.indicators.iter().filter(|indicator| {
        owing.contains(indicator.body.value()) && indicator.is_owed(indicator.figure_month(month))
    });
    owed.filter(|indicator| !came.contains_key(indicator.id.value()))
        .filter_map(|indicator| here.finding(indicator, month, last.get(indicator.id.value()).copied()))
        .collect()
}

/// What there is of one month.
struct Here<'a> {
    returns: &'a [&'a Return],
    /// The files in which figures stood last that have come again.
    renewed: BTreeSet<&'a str>,
}

impl<'a> Here<'a> {
    fn new(returns: &'a [&'a Return], came: &Last<'_>, last: &Last<'a>) -> Self {
        let before = came.keys().filter_map(|id| last.get(id));
        Self {
            returns,
            renewed: before.map(|place| &**place.file()).collect(),
        }
    }

    /// What is wrong when a figure is not among those that came; nothing where its return has not come.
    fn finding(&self, indicator: &Indicator, month: Month, last: Option<&Place>) -> Option<Finding> {
        let mine = || {
            let returns = self.returns.iter();
            returns.filter(|sent| sent.from.value() == indicator.body.value())
        };
        let namesake =
            last.and_then(|last| mine().find(|sent| sent.from.place().file_name() == last.file_name()));
        let is_renewed = last.is_none_or(|last| self.renewed.contains(&**last.file()));
        let other = || mine().find(|sent| is_renewed && !sent.figures.is_empty());
        let sent = namesake.or_else(other)?;
        Some(told(indicator, month, &sent.from, last))
    }
}

fn told(indicator: &Indicator, month: Month, from: &Located<Id>, last: Option<&Place>) -> Finding {
    let figure = quoted(indicator.id.value().as_str());
    let of = match indicator.lag {
        0 => String::new(),
        _ => format!(", of {}", indicator.figure_month(month)),
    };
    let message = format!(
        "{} owes {figure} for {month}{of}, and its return neither has the figure nor says why not",
        quoted(from.value().as_str())
    );
    let finding = Finding::new(Code::MissingFigure, message).at(from.place());
    let finding = match last {
        Some(last) => finding.also(last, "where it stood last"),
        None => finding,
    };
    finding.help(format!(
        "add it under `figures`, or write `{}: {{ missing: not_yet_available, note: \"…\" }}` with the reason",
        indicator.id.value()
    ))
}
