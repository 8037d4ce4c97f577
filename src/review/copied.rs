//! Rule: a return is of its own month. Knows when every figure that a file brings, or the words of whoever signs a paper, are those of
//! the time before: a file that was copied to begin with, and sent before it was filled in.

use crate::domain::{Figure, Located, Month, Programme, Prose, Return};
use crate::finding::{Code, Finding};

/// How many figures must be as they were before anybody is asked: so many do not stand still together by chance.
const FEWEST: usize = 4;

/// Tells of returns of wanted months that say what the return before said.
pub(super) fn findings(programme: &Programme, wanted: &dyn Fn(Month) -> bool) -> Vec<Finding> {
    let mut found = Vec::new();
    for sent in programme.sent().filter(|sent| wanted(*sent.month.value())) {
        let month = *sent.month.value();
        let of_last_month = || {
            programme
                .sent()
                .filter(|other| other.month.value().plus(1) == month)
        };
        found.extend(of_last_month().find_map(|before| same_figures(before, sent)));
        found.extend(of_last_month().find_map(|before| same_words(before, sent)));
    }
    found.extend(same_reports(programme, wanted));
    found
}

/// A figure of nought, or one that is missing, may well be so again.
fn tells(figure: &Figure) -> bool {
    match figure {
        Figure::Value(value) => !value.0.is_zero(),
        Figure::Parts { numerator, .. } => !numerator.0.is_zero(),
        Figure::Missing { .. } => false,
    }
}

fn same_figures(before: &Return, now: &Return) -> Option<Finding> {
    let telling = now
        .figures
        .iter()
        .filter(|(_, supplied)| tells(&supplied.value().figure));
    let telling: Vec<_> = telling.collect();
    let is_as_before = telling.iter().all(|(id, supplied)| {
        let earlier = before.figures.get(id.value());
        earlier.is_some_and(|earlier| earlier.value().figure == supplied.value().figure)
    });
    (telling.len() >= FEWEST && is_as_before).then(|| {
        let message = format!(
            "the {} figures of the return for {} are those of {}, every one",
            telling.len(),
            now.month.value(),
            before.month.value()
        );
        let finding = Finding::new(Code::StaleCommentary, message).at(now.month.place());
        let finding = finding.also(before.month.place(), "the return before");
        finding.help("was the file of last month copied? type the figures of this one")
    })
}

fn same_words(before: &Return, now: &Return) -> Option<Finding> {
    let (old, new) = (&before.words.as_ref()?.summary, &now.words.as_ref()?.summary);
    let of = |sent: &Return| sent.month.value().to_string();
    words_of_before(old, new, &of(before), &of(now))
}

/// The chair's judgement of a half-year beside that of the one before.
fn same_reports(programme: &Programme, wanted: &dyn Fn(Month) -> bool) -> Vec<Finding> {
    let mut reports: Vec<_> = programme.chair.iter().collect();
    reports.sort_by_key(|report| *report.period.value());
    let pairs = reports.iter().zip(reports.iter().skip(1));
    let told = pairs
        .filter(|(_, now)| wanted(*now.period.value()))
        .filter_map(|(before, now)| {
            let of = |month: &Month| format!("the half-year to {month}");
            let (old, new) = (&before.words.judgement, &now.words.judgement);
            words_of_before(old, new, &of(before.period.value()), &of(now.period.value()))
        });
    told.collect()
}

fn words_of_before(old: &Located<Prose>, new: &Located<Prose>, before: &str, now: &str) -> Option<Finding> {
    let words = |text: &'_ Located<Prose>| -> Vec<String> {
        text.value().text.split_whitespace().map(str::to_owned).collect()
    };
    (words(old) == words(new)).then(|| {
        let message = format!("the words for {now} are those for {before}");
        let finding = Finding::new(Code::StaleCommentary, message).at(new.place());
        let finding = finding.also(old.place(), "the words before");
        finding.help("say what is so now; if nothing is new, say that, and since when")
    })
}
