//! The verdict on one indicator: rating, direction and statistics in one value, which says itself in plain words.
//! Table, chart, exception, alternative text and prose take the same value; nothing else may say how an indicator does.

use crate::analysis::rating::{Aim, Rated, Rating};
use crate::analysis::saying::{
    assurance_clause, figure_clause, is_improving, movement_clause, movement_phrase, standing,
};
use crate::analysis::series::Reading;
use crate::analysis::target::{EndTarget, absolute_aim};
use crate::domain::{Indicator, Month, Unit};
use crate::words::{capitalised, cardinal, figure};
use rust_decimal::Decimal;

pub use crate::analysis::assurance::AssuranceMark;
pub use crate::analysis::movement::{Direction, Movement, NotTested, Signal, VariationMark};

/// The verdict on one indicator in one paper.
#[derive(Debug, Clone, Copy)]
pub struct Verdict<'p> {
    /// The indicator.
    pub indicator: &'p Indicator,
    /// The month of its latest figure, or the one in which that is missing.
    pub month: Month,
    /// The latest figure, or why it is missing; `None` where no month owes one yet.
    pub reading: Option<Reading<'p>>,
    /// The month's target.
    pub aim: Option<Aim>,
    /// How the figure stands against it.
    pub rated: Rated,
    /// How the indicator moves.
    pub movement: Movement,
    /// What the process will do with the month's target.
    pub assurance: AssuranceMark,
    /// The last point of the target's trajectory.
    pub end_target: Option<EndTarget>,
    /// What the process will do with the end target.
    pub end_assurance: AssuranceMark,
}

impl Verdict<'_> {
    /// The latest value as printed.
    #[must_use]
    pub fn value(&self) -> Option<Decimal> {
        match self.reading {
            Some(Reading::Known(known)) => Some(known.published),
            Some(Reading::Absent(_)) | None => None,
        }
    }

    /// The mark for variation.
    #[must_use]
    pub fn variation(&self) -> VariationMark {
        self.movement.mark()
    }

    /// About ten words, for the title of a chart: `Initial assessments in time: improving since June, still below target`.
    #[must_use]
    pub fn title(&self) -> String {
        format!("{}: {}", self.indicator.name, self.headline())
    }

    /// The title without the indicator's name, for the scorecard and wherever the name stands beside it.
    #[must_use]
    pub fn short(&self) -> String {
        capitalised(&self.headline())
    }

    /// The same without a capital, to go on after the indicator's name.
    #[must_use]
    pub fn headline(&self) -> String {
        let standing = standing(self);
        let movement = if self.is_breach() {
            None
        } else {
            movement_phrase(self)
        };
        let first = movement.unwrap_or_else(|| self.value_phrase());
        if standing.is_empty() {
            first
        } else {
            format!("{first}, {standing}")
        }
    }

    /// Whether a single case is a breach and there was one.
    #[must_use]
    pub fn is_breach(&self) -> bool {
        absolute_aim(self.indicator).is_some() && self.rated.rating == Rating::OffTarget
    }

    fn value_phrase(&self) -> String {
        let month = self.month.name();
        let Some(value) = self.value() else {
            return format!("no figure for {month}");
        };
        let is_none = value.is_zero() && absolute_aim(self.indicator).is_some();
        let said = if is_none {
            "none".to_owned()
        } else {
            self.figure_said(value)
        };
        format!("{said} in {month}")
    }

    /// A value of the indicator as a sentence begins with it: a small number of cases in a word.
    pub(crate) fn figure_said(&self, value: Decimal) -> String {
        let whole = *self.indicator.decimals.value() == 0;
        let cases = usize::try_from(value).ok().filter(|_| whole);
        match (self.indicator.unit, cases) {
            (Unit::Number, Some(few @ 1..=9)) => cardinal(few),
            (Unit::Number | Unit::Percent | Unit::RatePer10000 | Unit::Days | Unit::Ratio, _) => {
                self.figure(value)
            }
        }
    }

    /// A value of the indicator with its unit.
    pub(crate) fn figure(&self, value: Decimal) -> String {
        figure(value, self.indicator.unit, *self.indicator.decimals.value())
    }

    /// Everything in one sentence: the figure against its target, how it moves and how one knows, and what the process will do
    /// with the target if nothing changes.
    #[must_use]
    pub fn sentence(&self) -> String {
        let clauses = [
            Some(figure_clause(self)),
            movement_clause(self),
            assurance_clause(self),
        ];
        let clauses: Vec<String> = clauses.into_iter().flatten().collect();
        format!("{}.", capitalised(&clauses.join("; ")))
    }

    /// What the process will do with the end target, in a sentence; `None` where that cannot be said, or where the end target
    /// is the month's own.
    #[must_use]
    pub fn end_sentence(&self) -> Option<String> {
        let end = self.end_target.filter(|end| Some(end.aim) != self.aim)?;
        let target = format!(
            "The end target of {}, for {},",
            self.aim_words(end.aim),
            end.month
        );
        let outcome = match self.end_assurance {
            AssuranceMark::WillMeet => "will be met every month if nothing changes",
            AssuranceMark::MayOrMayNot => {
                "will be met in some months and missed in others if nothing changes"
            }
            AssuranceMark::WillMiss => {
                let until = self.missed_until();
                return Some(format!(
                    "{target} lies beyond what the process delivers, and will be missed {until}."
                ));
            }
            AssuranceMark::TooSoon | AssuranceMark::NotTested => return None,
        };
        Some(format!("{target} {outcome}."))
    }

    /// What must happen for a target to be met that the process does not reach: something new, or more of what improves it already.
    #[must_use]
    pub fn missed_until(&self) -> &'static str {
        if is_improving(&self.movement) {
            "unless the improvement goes on"
        } else {
            "until something changes"
        }
    }

    /// That the end target is out of reach, where it is: in few words, for where the rule says what that means.
    #[must_use]
    pub fn out_of_reach(&self) -> Option<String> {
        let end = self
            .end_target
            .filter(|_| self.end_assurance == AssuranceMark::WillMiss)?;
        let (target, month) = (self.aim_words(end.aim), end.month);
        let unless = if is_improving(&self.movement) {
            format!(" {}", self.missed_until())
        } else {
            String::new()
        };
        Some(format!(
            "The end target of {target}, for {month}, is out of reach{unless}."
        ))
    }

    /// A target in words: `80.0%`, or `10.0% to 15.0%`.
    #[must_use]
    pub fn aim_words(&self, aim: Aim) -> String {
        match aim {
            Aim::Value(target) => self.figure(target),
            Aim::Range(low, high) => format!("{} to {}", self.figure(low), self.figure(high)),
        }
    }
}
