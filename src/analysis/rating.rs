//! Ratings and directions: the words of a verdict, as types. Computed once and printed everywhere alike.

use crate::domain::{Date, Exact, Good, Located, Month, Tolerance};
use rust_decimal::Decimal;

/// How a figure stands against its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rating {
    /// Far beyond the target on the good side: check the data before celebrating.
    BetterThanPlanned,
    /// The target is met.
    OnTarget,
    /// Missed, by no more than the tolerance.
    WithinTolerance,
    /// Missed by more than the tolerance.
    OffTarget,
    /// Owed, and not there.
    NoData,
    /// Neutral, without a target, or of too few cases to rate.
    NotRated,
}

impl Rating {
    /// All of them, in the order of counts on the first pages.
    pub const ALL: [Self; 6] = [
        Self::BetterThanPlanned,
        Self::OnTarget,
        Self::WithinTolerance,
        Self::OffTarget,
        Self::NoData,
        Self::NotRated,
    ];

    /// Whether the target is met.
    #[must_use]
    pub fn is_met(self) -> bool {
        match self {
            Self::BetterThanPlanned | Self::OnTarget => true,
            Self::WithinTolerance | Self::OffTarget | Self::NoData | Self::NotRated => false,
        }
    }

    /// Whether it judges a figure: there was one, and a target to hold it against.
    #[must_use]
    pub fn is_judged(self) -> bool {
        match self {
            Self::BetterThanPlanned | Self::OnTarget | Self::WithinTolerance | Self::OffTarget => true,
            Self::NoData | Self::NotRated => false,
        }
    }

    /// The word on paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::BetterThanPlanned => "Better than planned: check",
            Self::OnTarget => "On target",
            Self::WithinTolerance => "Within tolerance",
            Self::OffTarget => "Off target",
            Self::NoData => "No data",
            Self::NotRated => "Not rated",
        }
    }

    /// The name by which layouts choose its mark.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::BetterThanPlanned => "better_than_planned",
            Self::OnTarget => "on_target",
            Self::WithinTolerance => "within_tolerance",
            Self::OffTarget => "off_target",
            Self::NoData => "no_data",
            Self::NotRated => "not_rated",
        }
    }
}

/// A target at one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// One value.
    Value(Decimal),
    /// Between two bounds, both included.
    Range(Decimal, Decimal),
}

/// The rating of a printed value against a target (the notes of every monthly paper print the rule). High values good: met at the target or above, within
/// tolerance down to the target less the tolerance on the worse side, better than planned above the target and the
/// tolerance on the better side. Low values good: the mirror image. A range: met between its bounds, which belong to it, and
/// within tolerance as far below the lower one as the tolerance below allows, and above the upper one as that above. Neutral, or a target of another kind: not rated.
#[must_use]
pub fn rate(value: Decimal, aim: Aim, good: Good, tolerance: &Tolerance) -> Rating {
    match (good, aim) {
        (Good::High, Aim::Value(target)) => by_margin(value - target, tolerance),
        (Good::Low, Aim::Value(target)) => by_margin(target - value, tolerance),
        (Good::Range, Aim::Range(low, high)) => {
            let side = if value < low {
                &tolerance.below
            } else {
                &tolerance.above
            };
            by_shortfall(outside(value, low, high), side.as_ref())
        }
        (Good::High | Good::Low, Aim::Range(..)) | (Good::Range, Aim::Value(_)) | (Good::Neutral, _) => {
            Rating::NotRated
        }
    }
}

/// How far a value lies outside a range: nought inside it and on its bounds.
#[must_use]
pub fn outside(value: Decimal, low: Decimal, high: Decimal) -> Decimal {
    (low - value).max(value - high).max(Decimal::ZERO)
}

/// How far a value is from meeting a target; negative where it is beyond it on the good side. A range is met or not: inside it
/// the distance is nought. `None` where there is no good direction, or the target is of another kind.
#[must_use]
pub fn shortfall(value: Decimal, aim: Aim, good: Good) -> Option<Decimal> {
    match (good, aim) {
        (Good::High, Aim::Value(target)) => Some(target - value),
        (Good::Low, Aim::Value(target)) => Some(value - target),
        (Good::Range, Aim::Range(low, high)) => Some(outside(value, low, high)),
        (Good::High | Good::Low, Aim::Range(..)) | (Good::Range, Aim::Value(_)) | (Good::Neutral, _) => None,
    }
}

/// By how much the target is exceeded; negative where it is missed.
fn by_margin(margin: Decimal, tolerance: &Tolerance) -> Rating {
    let surprising = tolerance
        .above
        .as_ref()
        .is_some_and(|above| margin > above.value().0);
    match (surprising, margin >= Decimal::ZERO) {
        (true, true) => Rating::BetterThanPlanned,
        (false, true) => Rating::OnTarget,
        (_, false) => by_shortfall(-margin, tolerance.below.as_ref()),
    }
}

fn by_shortfall(shortfall: Decimal, tolerance: Option<&Located<Exact>>) -> Rating {
    let allowed = tolerance.map_or(Decimal::ZERO, |tolerance| tolerance.value().0);
    if shortfall.is_zero() {
        Rating::OnTarget
    } else if shortfall <= allowed {
        Rating::WithinTolerance
    } else {
        Rating::OffTarget
    }
}

/// What a rating rests on, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The month's value, as printed.
    Value,
    /// The counts themselves: a target of none or of all, or an indicator without tolerance for a single case.
    Counts,
    /// The latest months taken together, because one has too few cases.
    Pooled {
        /// The first of the months.
        from: Month,
        /// The value of the months together, as printed.
        published: Decimal,
    },
    /// Neither high nor low is good.
    Neutral,
    /// The month has no target of its definition.
    NoTarget,
    /// Too few cases, and taking months together does not help.
    TooFew,
    /// The target lies within the interval of the sample.
    WithinInterval,
    /// No figure is owed for the month, or there was nothing to measure.
    NothingToRate,
    /// The figure is owed, and not there.
    NoFigure,
}

impl Basis {
    /// Whether there is a figure, and it is too uncertain to be rated: of too few cases, or of a sample too near its target.
    #[must_use]
    pub fn is_uncertain(self) -> bool {
        match self {
            Self::TooFew | Self::WithinInterval => true,
            Self::Value
            | Self::Counts
            | Self::Pooled { .. }
            | Self::Neutral
            | Self::NoTarget
            | Self::NothingToRate
            | Self::NoFigure => false,
        }
    }
}

/// A rating and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rated {
    /// The rating.
    pub rating: Rating,
    /// What it rests on.
    pub basis: Basis,
}

/// The rating of an action of the plan, the first that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActionRating {
    /// Left the plan without being done.
    Withdrawn,
    /// Another action took its place.
    Superseded,
    /// Done, and the evidence accepted.
    Complete,
    /// Done says the owner; the evidence is not accepted yet.
    EvidenceAwaited,
    /// Overdue, forecast late, off track, moved twice or moved after it fell due.
    Red,
    /// At risk, or moved and not yet back on track.
    Amber,
    /// Not due to start yet.
    NotDue,
    /// On track to its current date.
    Green,
}

impl ActionRating {
    /// All of them, in the order of counts on the first pages.
    pub const ALL: [Self; 8] = [
        Self::Complete,
        Self::EvidenceAwaited,
        Self::Green,
        Self::Amber,
        Self::Red,
        Self::NotDue,
        Self::Superseded,
        Self::Withdrawn,
    ];

    /// Whether what is rated so is in the plan: neither withdrawn nor superseded.
    #[must_use]
    pub fn is_in_plan(self) -> bool {
        match self {
            Self::Withdrawn | Self::Superseded => false,
            Self::Complete | Self::EvidenceAwaited | Self::Red | Self::Amber | Self::NotDue | Self::Green => {
                true
            }
        }
    }

    /// The word on paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Withdrawn => "Withdrawn",
            Self::Superseded => "Superseded",
            Self::Complete => "Complete",
            Self::EvidenceAwaited => "Complete, evidence awaited",
            Self::Red => "Red",
            Self::Amber => "Amber",
            Self::NotDue => "Not due to start",
            Self::Green => "Green",
        }
    }

    /// The name by which layouts choose its mark.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::Superseded => "superseded",
            Self::Complete => "complete",
            Self::EvidenceAwaited => "evidence_awaited",
            Self::Red => "red",
            Self::Amber => "amber",
            Self::NotDue => "not_due",
            Self::Green => "green",
        }
    }
}

/// Why an action is red or amber, for the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActionReason {
    /// Past its current date at the as-at date.
    Overdue(Date),
    /// Forecast after its current date.
    ForecastLate(Date),
    /// Its owner says off track.
    OffTrack,
    /// Its date has moved twice or more.
    MovedTwice(usize),
    /// Its date moved after it had fallen due.
    MovedAfterDue,
    /// Its owner says at risk.
    AtRisk,
    /// Its date has moved and no update since says on track.
    MovedOnce,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Exact;
    use crate::place::{Located, Place};
    use proptest::prelude::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn tolerance(below: Option<&str>, above: Option<&str>) -> Tolerance {
        let typed = |text: &str| Located::new(Exact(decimal(text)), Place::whole("indicators.yaml"));
        Tolerance {
            below: below.map(typed),
            above: above.map(typed),
        }
    }

    fn rated(value: &str, aim: Aim, good: Good) -> Rating {
        rate(decimal(value), aim, good, &tolerance(Some("2.0"), Some("5.0")))
    }

    /// A target of 80.0 with 2.0 points of tolerance below and 5.0 above (domain 5.6: tolerances may differ).
    #[test]
    fn high_is_good() {
        let aim = Aim::Value(decimal("80.0"));
        assert_eq!(rated("85.1", aim, Good::High), Rating::BetterThanPlanned);
        assert_eq!(rated("85.0", aim, Good::High), Rating::OnTarget);
        assert_eq!(rated("80.0", aim, Good::High), Rating::OnTarget);
        assert_eq!(rated("79.9", aim, Good::High), Rating::WithinTolerance);
        assert_eq!(rated("78.0", aim, Good::High), Rating::WithinTolerance);
        assert_eq!(rated("77.9", aim, Good::High), Rating::OffTarget);
    }

    #[test]
    fn low_is_good() {
        let aim = Aim::Value(decimal("10.0"));
        assert_eq!(rated("4.9", aim, Good::Low), Rating::BetterThanPlanned);
        assert_eq!(rated("5.0", aim, Good::Low), Rating::OnTarget);
        assert_eq!(rated("10.0", aim, Good::Low), Rating::OnTarget);
        assert_eq!(rated("12.0", aim, Good::Low), Rating::WithinTolerance);
        assert_eq!(rated("12.1", aim, Good::Low), Rating::OffTarget);
    }

    /// NI 65: 10 to 15 per cent is good. Each side has its own tolerance.
    #[test]
    fn a_range_is_good() {
        let aim = Aim::Range(decimal("10"), decimal("15"));
        for (value, rating) in [
            ("7.9", Rating::OffTarget),
            ("8.0", Rating::WithinTolerance),
            ("10.0", Rating::OnTarget),
            ("15.0", Rating::OnTarget),
            ("15.1", Rating::WithinTolerance),
            ("20.0", Rating::WithinTolerance),
            ("20.1", Rating::OffTarget),
        ] {
            assert_eq!(rated(value, aim, Good::Range), rating, "{value}");
        }
    }

    #[test]
    fn without_tolerance_a_miss_is_off_target() {
        let aim = Aim::Value(decimal("80"));
        assert_eq!(
            rate(decimal("79.9"), aim, Good::High, &Tolerance::default()),
            Rating::OffTarget
        );
        assert_eq!(
            rate(decimal("99.9"), aim, Good::High, &Tolerance::default()),
            Rating::OnTarget
        );
    }

    #[test]
    fn what_is_neutral_or_aimed_otherwise_is_not_rated() {
        let (value, range) = (Aim::Value(Decimal::TEN), Aim::Range(Decimal::ONE, Decimal::TEN));
        assert_eq!(rated("5", value, Good::Neutral), Rating::NotRated);
        assert_eq!(rated("5", range, Good::High), Rating::NotRated);
        assert_eq!(rated("5", value, Good::Range), Rating::NotRated);
    }

    proptest! {
        /// Flipping what is good, and figure and target with it, changes no rating.
        #[test]
        fn ratings_are_mirrored(value in -2000_i64..2000, target in -2000_i64..2000, below in 0_i64..100, above in 0_i64..100) {
            let [value, target] = [value, target].map(|tenths| Decimal::new(tenths, 1));
            let tolerance = tolerance(Some(&Decimal::new(below, 1).to_string()), Some(&Decimal::new(above, 1).to_string()));
            prop_assert_eq!(
                rate(value, Aim::Value(target), Good::High, &tolerance),
                rate(-value, Aim::Value(-target), Good::Low, &tolerance)
            );
        }
    }
}
