//! How many indicators have each rating, now and in the paper before. Counts what was rated; rates nothing.

use crate::analysis::Assessment;
use crate::analysis::indicator::Assessed;
use crate::analysis::moment::Moments;
use crate::analysis::rating::Rating;
use crate::domain::Month;

/// How many indicators have one rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RatingCount {
    /// The rating.
    pub rating: Rating,
    /// How many have it in the month of the paper.
    pub now: usize,
    /// How many had it in the month of the paper before of the same kind.
    pub before: usize,
}

/// Counts of indicators by rating, in the order of the first pages, ratings that none has left out. An indicator counts with its latest
/// figure owed by the month, as long as it is in use; one that owes a figure every quarter keeps its rating in between.
#[must_use]
pub fn counts(assessment: &Assessment<'_>) -> Vec<RatingCount> {
    let (now, before) = months(assessment);
    let count = |rating: Rating, month: Month| {
        let rated = |assessed: &&Assessed<'_>| rating_in(assessed, month) == Some(rating);
        assessment.indicators.iter().filter(rated).count()
    };
    Rating::ALL
        .into_iter()
        .map(|rating| RatingCount {
            rating,
            now: count(rating, now),
            before: count(rating, before),
        })
        .filter(|count| count.now + count.before > 0)
        .collect()
}

/// The month of the paper, and that of the paper before of the same kind.
#[must_use]
pub fn months(assessment: &Assessment<'_>) -> (Month, Month) {
    let before = Moments::of(assessment.programme, assessment.occasion).before;
    (assessment.occasion.period, before.month)
}

/// The rating that an indicator has in a paper of `month`: that of its latest figure owed by then.
#[must_use]
pub fn rating_in(assessed: &Assessed<'_>, month: Month) -> Option<Rating> {
    let indicator = assessed.indicator;
    let ended = indicator
        .ends
        .as_ref()
        .is_some_and(|end| *end.month.value() < month);
    let latest = indicator.figure_month(month);
    let owed = assessed
        .series
        .owed()
        .rfind(|observation| observation.month <= latest)?;
    (!ended).then_some(owed.rated.rating)
}
