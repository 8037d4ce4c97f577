//! How many indicators have each rating, now and in the paper before. Draws what the analysis counted; rates nothing.

use crate::analysis::Assessment;
use crate::analysis::rating::Rating;
use crate::analysis::rating_counts::{RatingCount, counts, months};
use crate::charts::palette::Tone;
use crate::charts::rating_bars::{self, RatingBars, RatingRow};
use crate::charts::scene::Size;
use crate::charts::{Label, Measure};
use crate::domain::Month;
use crate::draw::said::{Said, how_many};
use crate::draw::table::{Column, table};
use crate::draw::{Drawn, convert};
use crate::words;

/// The picture of the counts; `None` where nothing is rated.
pub(super) fn ratings(assessment: &Assessment<'_>, measure: &dyn Measure) -> Option<Drawn> {
    let counts = counts(assessment);
    let (now, before) = months(assessment);
    counts.first()?;
    let bars = RatingBars {
        width: Size::FULL.width,
        this_time: Label::from(format!("in {}", now.name())),
        last_time: Label::from(format!("in {}", before.name())),
        rows: counts.iter().map(row).collect(),
    };
    let said = Said {
        title: title(&counts),
        subtitle: format!("Indicators by rating, number, {now} and {before}"),
        alt: alt(&counts, now, before),
        notes: Vec::new(),
        data: table([
            Column::of("Rating", &counts, |count| count.rating.word().to_owned()),
            Column::of(now.to_string(), &counts, |count| count.now.to_string()),
            Column::of(before.to_string(), &counts, |count| count.before.to_string()),
        ]),
    };
    Some(Drawn::of(rating_bars::lay_out(&bars, measure), said))
}

fn row(count: &RatingCount) -> RatingRow {
    RatingRow {
        name: Label::from(count.rating.word()),
        tone: tone(count.rating),
        now: convert::count(count.now),
        before: Some(convert::count(count.before)),
    }
}

/// How a rating's bar is filled.
fn tone(rating: Rating) -> Tone {
    match rating {
        Rating::BetterThanPlanned => Tone::Blue,
        Rating::OnTarget => Tone::Green,
        Rating::WithinTolerance => Tone::Amber,
        Rating::OffTarget => Tone::Red,
        Rating::NoData | Rating::NotRated => Tone::Grey,
    }
}

/// Those that meet their target, and those that miss it, of all that are rated.
fn title(counts: &[RatingCount]) -> String {
    let sum = |holds: fn(Rating) -> bool| -> usize {
        counts
            .iter()
            .filter(|count| holds(count.rating))
            .map(|count| count.now)
            .sum()
    };
    format!(
        "{} of {} rated indicators on target, {} off target",
        words::capitalised(&how_many(sum(Rating::is_met))),
        how_many(sum(Rating::is_judged)),
        how_many(sum(|rating| rating == Rating::OffTarget)),
    )
}

fn alt(counts: &[RatingCount], now: Month, before: Month) -> Vec<String> {
    let name = |rating: Rating| {
        let word = rating.word().to_lowercase();
        word.split_once(':')
            .map_or(word.clone(), |(name, _)| name.to_owned())
    };
    let each: Vec<String> = counts
        .iter()
        .map(|count| format!("{} {}, was {}", name(count.rating), count.now, count.before))
        .collect();
    vec![format!(
        "Indicators in {now}, beside {before}: {}.",
        each.join("; ")
    )]
}
