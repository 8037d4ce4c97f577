//! The words of a verdict: phrases for a title, clauses for a sentence. What is said rests on the verdict alone.
//! Knows plain English for lay members; no arrow and no direction word where no signal fired.

use crate::analysis::assurance::AssuranceMark;
use crate::analysis::movement::{Direction, Movement, NotTested, Signal};
use crate::analysis::rare::TimeBetween;
use crate::analysis::rating::{Aim, Basis, Rating, outside};
use crate::analysis::series::Reading;
use crate::analysis::verdict::Verdict;
use crate::domain::{Good, Month, Nature};
use crate::statistics::xmr::{Lean, Rule};
use crate::words::{cardinal, change, count, month_said_in};
use rust_decimal::Decimal;

/// How the figure stands, for a title; empty where it is not rated for want of a target.
pub(crate) fn standing(verdict: &Verdict<'_>) -> String {
    if verdict.is_breach() {
        return breach(verdict.indicator.good).to_owned();
    }
    let standing = match verdict.rated.rating {
        Rating::BetterThanPlanned => "better than planned".to_owned(),
        Rating::OnTarget => on_target(verdict),
        Rating::WithinTolerance => format!("just {}", missed(verdict)),
        Rating::OffTarget if is_improving(&verdict.movement) => format!("still {}", missed(verdict)),
        Rating::OffTarget => missed(verdict).to_owned(),
        Rating::NoData => String::new(),
        Rating::NotRated => unrated(verdict.rated.basis).to_owned(),
    };
    match verdict.rated.basis {
        Basis::Pooled { from, .. } => {
            format!(
                "{standing} over {}",
                count(months_to(from, verdict.month), "month", "months")
            )
        }
        Basis::Value
        | Basis::Counts
        | Basis::Neutral
        | Basis::NoTarget
        | Basis::TooFew
        | Basis::WithinInterval
        | Basis::NothingToRate
        | Basis::NoFigure => standing,
    }
}

fn breach(good: Good) -> &'static str {
    match good {
        Good::Low => "where there should be none",
        Good::High | Good::Range | Good::Neutral => "where it should be all",
    }
}

fn on_target(verdict: &Verdict<'_>) -> String {
    let concern = verdict
        .movement
        .signal()
        .is_some_and(|signal| signal.direction.is_concern());
    let still = if concern { "still " } else { "" };
    let place = match verdict.indicator.good {
        Good::Range => "inside its range",
        Good::High | Good::Low | Good::Neutral => "on target",
    };
    format!("{still}{place}")
}

fn missed(verdict: &Verdict<'_>) -> &'static str {
    match verdict.indicator.good {
        Good::High | Good::Neutral => "below target",
        Good::Low => "above target",
        Good::Range => "outside its range",
    }
}

fn unrated(basis: Basis) -> &'static str {
    match basis {
        Basis::TooFew => "too few cases to rate",
        Basis::WithinInterval => "too close to target to say",
        Basis::Neutral
        | Basis::NoTarget
        | Basis::NothingToRate
        | Basis::NoFigure
        | Basis::Value
        | Basis::Counts
        | Basis::Pooled { .. } => "",
    }
}

/// Whether a signal leads towards what is good.
pub(crate) fn is_improving(movement: &Movement) -> bool {
    movement
        .signal()
        .is_some_and(|signal| signal.direction.is_improvement())
}

fn months_to(from: Month, until: Month) -> usize {
    usize::try_from(until.months_since(from) + 1).unwrap_or(0)
}

/// How the indicator moves, for a title; `None` where it is not tested and the value itself says more.
pub(crate) fn movement_phrase(verdict: &Verdict<'_>) -> Option<String> {
    match &verdict.movement {
        Movement::Signal(signal) => Some(signal_phrase(signal, verdict.month)),
        Movement::Changed { .. } => Some("changed, direction not established".to_owned()),
        Movement::Ordinary => Some("no clear change".to_owned()),
        Movement::TooSoon { .. } => Some("too soon for a trend".to_owned()),
        Movement::NotTested(_) | Movement::NoFigure => None,
    }
}

fn signal_phrase(signal: &Signal, now: Month) -> String {
    let phrase = match (signal.direction, signal.months, signal.rule) {
        (Direction::Improving, 1, _) => "unusually good",
        (Direction::Worsening, 1, _) => "unusually poor",
        (Direction::Improving, ..) => "improving",
        (Direction::Worsening, ..) => "getting worse",
        (Direction::Nearer, ..) => "moving closer",
        (Direction::Further, ..) => "moving further out",
        (Direction::Higher, _, Rule::Trend) => "rising",
        (Direction::Lower, _, Rule::Trend) => "falling",
        (Direction::Higher, ..) => "unusually high",
        (Direction::Lower, ..) => "unusually low",
    };
    match signal.months {
        1 => format!("{phrase} in {}", now.name()),
        _ => format!("{phrase} since {}", month_said_in(signal.since, now)),
    }
}

/// The figure and how it stands against the target, for a sentence.
pub(crate) fn figure_clause(verdict: &Verdict<'_>) -> String {
    let when = period(verdict.indicator.nature, verdict.month);
    let value = match &verdict.reading {
        None => return "no figure is owed yet".to_owned(),
        Some(Reading::Absent(gap)) => {
            return format!("there is no figure for {}: {}", verdict.month, gap.words());
        }
        Some(Reading::Known(known)) => known.published,
    };
    let figure = verdict.figure_said(value);
    match (verdict.rated.basis, verdict.aim) {
        (Basis::Counts, Some(_)) if value.is_zero() && verdict.rated.rating.is_met() => {
            format!("none {when}, as it should be")
        }
        _ if verdict.is_breach() => format!("{figure} {when}, {}", breach(verdict.indicator.good)),
        (Basis::TooFew, _) => format!("{figure} {when}, of too few cases to rate"),
        (Basis::Pooled { from, published }, Some(aim)) => format!(
            "{figure} {when}, of too few cases to rate alone; {} since {} together, {}",
            verdict.figure(published),
            month_said_in(from, verdict.month),
            against(verdict, published, aim)
        ),
        (Basis::Value | Basis::Counts, Some(aim)) => {
            format!("{figure} {when}, {}", against(verdict, value, aim))
        }
        (
            Basis::Value
            | Basis::Counts
            | Basis::Pooled { .. }
            | Basis::Neutral
            | Basis::NoTarget
            | Basis::WithinInterval
            | Basis::NothingToRate
            | Basis::NoFigure,
            _,
        ) => format!("{figure} {when}"),
    }
}

/// The time that a figure is of.
fn period(nature: Nature, month: Month) -> String {
    match nature {
        Nature::Stock => format!("at the end of {month}"),
        Nature::Cumulative => format!("from {} to {month}", month.financial_year_start()),
        Nature::Rolling => format!("in the twelve months to {month}"),
        Nature::Flow | Nature::Rare | Nature::Sample => format!("in {month}"),
    }
}

/// A value against a target: how far, on which side, and whether the tolerance forgives it.
fn against(verdict: &Verdict<'_>, value: Decimal, aim: Aim) -> String {
    let words = verdict.aim_words(aim);
    match verdict.rated.rating {
        Rating::BetterThanPlanned => {
            format!("far better than the target of {words}: the data should be checked")
        }
        Rating::OnTarget => match aim {
            Aim::Value(_) => format!("which meets the target of {words}"),
            Aim::Range(..) => format!("inside the range of {words}"),
        },
        Rating::WithinTolerance => format!("{}, within the tolerance", off(verdict, value, aim, &words)),
        Rating::OffTarget | Rating::NoData | Rating::NotRated => off(verdict, value, aim, &words),
    }
}

fn off(verdict: &Verdict<'_>, value: Decimal, aim: Aim, words: &str) -> String {
    let (difference, what) = match aim {
        Aim::Value(target) => (value - target, "target"),
        Aim::Range(low, high) if value < low => (-outside(value, low, high), "range"),
        Aim::Range(low, high) => (outside(value, low, high), "range"),
    };
    let side = if difference < Decimal::ZERO {
        "below"
    } else {
        "above"
    };
    let size = change(
        difference,
        verdict.indicator.unit,
        *verdict.indicator.decimals.value(),
    );
    format!("{size} {side} the {what} of {words}")
}

/// How the indicator moves and how one knows, for a sentence; `None` where nothing can be said.
pub(crate) fn movement_clause(verdict: &Verdict<'_>) -> Option<String> {
    match &verdict.movement {
        Movement::Signal(signal) => Some(signal_clause(signal, verdict.month)),
        Movement::Changed { since } => Some(format!(
            "something has changed since {since}, but in which direction is not established"
        )),
        Movement::Ordinary => Some("its movement is no more than ordinary variation".to_owned()),
        Movement::TooSoon { verdict_from } => Some(format!(
            "it is too soon to say how it moves: a verdict is possible from {verdict_from}"
        )),
        Movement::NotTested(NotTested::Sample(interval)) => {
            interval.map(|(low, high)| sample_clause(verdict, low, high))
        }
        Movement::NotTested(NotTested::Rare(between)) => Some(rare_clause(between)),
        Movement::NotTested(NotTested::Plain(_)) | Movement::NoFigure => None,
    }
}

fn signal_clause(signal: &Signal, now: Month) -> String {
    let direction = match (signal.direction, signal.months) {
        (Direction::Improving, 1) => "it is unusually good",
        (Direction::Worsening, 1) => "it is unusually poor",
        (Direction::Improving, _) => "it is improving",
        (Direction::Worsening, _) => "it is getting worse",
        (Direction::Nearer, _) => "it is nearer to its range",
        (Direction::Further, _) => "it is further from its range",
        (Direction::Higher, _) => "it is unusually high, which is neither good nor bad in itself",
        (Direction::Lower, _) => "it is unusually low, which is neither good nor bad in itself",
    };
    format!("{direction}: {}", pattern(signal, now))
}

/// The pattern that fired, in words.
fn pattern(signal: &Signal, now: Month) -> String {
    let since = month_said_in(signal.since, now);
    let (side, limit, step) = match signal.lean {
        Lean::High => ("above", "upper", "higher"),
        Lean::Low => ("below", "lower", "lower"),
    };
    let months = cardinal(signal.months);
    match signal.rule {
        Rule::Outside if signal.months == 1 => {
            format!(
                "{} lies {side} the {limit} limit of ordinary variation",
                now.name()
            )
        }
        Rule::Outside => {
            format!(
                "{months} months in a row lie {side} the {limit} limit of ordinary variation, since {since}"
            )
        }
        Rule::Trend => format!("{months} months in a row, each {step} than the one before, since {since}"),
        Rule::TwoInThree => {
            format!(
                "at least two of every three months lie near the {limit} limit of ordinary variation, since {since}"
            )
        }
        Rule::Shift => format!("{months} months in a row lie {side} the average, since {since}"),
    }
}

fn sample_clause(verdict: &Verdict<'_>, low: Decimal, high: Decimal) -> String {
    let so = match verdict.rated.basis {
        Basis::WithinInterval => ", so that whether the target is met cannot be said",
        Basis::Value
        | Basis::Counts
        | Basis::Pooled { .. }
        | Basis::Neutral
        | Basis::NoTarget
        | Basis::TooFew
        | Basis::NothingToRate
        | Basis::NoFigure => "",
    };
    let (low, high) = (verdict.figure(low), verdict.figure(high));
    format!("as this is a sample, the true figure probably lies between {low} and {high}{so}")
}

fn rare_clause(between: &TimeBetween) -> String {
    let months = count(
        usize::try_from(between.months_since).unwrap_or(0),
        "month",
        "months",
    );
    let known = match (between.last, between.months_since) {
        (Some(last), 1..) => format!("the last was in {last}, {months} before"),
        (Some(_), 0) => between.longest_before.map_or_else(
            || "it is the first since the series began".to_owned(),
            |longest| format!("the longest time without any so far was {}", stretch(longest)),
        ),
        (None, _) => format!("there has been none since the series began, {months} before"),
    };
    match between.gap {
        Some(gap) => format!("{known}, though {gap} has no figure"),
        None => known,
    }
}

/// A time from one month with any to the next, as the months without any between them.
fn stretch(between: u32) -> String {
    count(
        usize::try_from(between.saturating_sub(1)).unwrap_or(0),
        "month",
        "months",
    )
}

/// What the process will do with the month's target, for a sentence.
pub(crate) fn assurance_clause(verdict: &Verdict<'_>) -> Option<String> {
    match verdict.assurance {
        AssuranceMark::WillMeet => Some("if nothing changes, the target will be met every month".to_owned()),
        AssuranceMark::MayOrMayNot => {
            Some("if nothing changes, the target will be met in some months and missed in others".to_owned())
        }
        AssuranceMark::WillMiss => Some(format!("the target will be missed {}", verdict.missed_until())),
        AssuranceMark::TooSoon | AssuranceMark::NotTested => None,
    }
}
