//! One indicator's figures, month by month, as they are known: what was supplied, by whom, what superseded it, what is not there.
//! Knows returns, corrections and the back series; not what the figures are worth.

use crate::analysis::exact::Rounding;
use crate::analysis::rating::{Aim, Rated};
use crate::domain::{Absence, Correction, Date, Figure, Month, Return, Unit};
use crate::place::Place;
use rust_decimal::Decimal;

/// Who supplied a figure.
#[derive(Debug, Clone, Copy)]
pub enum Supplier<'p> {
    /// The back series, from before the first return.
    History,
    /// A month's return.
    Return(&'p Return),
    /// A later return, which restates the month.
    Correction(&'p Return, &'p Correction),
}

/// Where a figure comes from: the ledger's origin of it.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'p> {
    /// The file and the characters that hold it.
    pub place: &'p Place,
    /// Who supplied it.
    pub supplier: Supplier<'p>,
}

/// A figure that is there.
#[derive(Debug, Clone, Copy)]
pub struct Known<'p> {
    /// As supplied.
    pub figure: &'p Figure,
    /// Where it comes from.
    pub origin: Origin<'p>,
    /// The indicator's unit.
    pub unit: Unit,
    /// The value as printed, at the indicator's decimals. Never 0 or 100 per cent where the exact value is not.
    pub published: Decimal,
    /// Whether that is the rounded value or one held away from 0 or 100.
    pub rounding: Rounding,
    /// What was first supplied for the month, where a correction has superseded it.
    pub superseded: Option<&'p Figure>,
}

/// Why there is no figure.
#[derive(Debug, Clone, Copy)]
pub enum Gap<'p> {
    /// The contributor says so, and why.
    Stated {
        /// The reason.
        reason: Absence,
        /// What happened and when it is expected.
        note: Option<&'p str>,
        /// Where it was said.
        origin: Origin<'p>,
    },
    /// The denominator is nought: there was nothing to measure (`[z]`).
    NothingToMeasure(Origin<'p>),
    /// The contributor's figures for the month had not come by the cut-off.
    NoReturn,
    /// The contributor's figures came without this one, or the back series has none for the month.
    LeftOut,
    /// None is owed for the month: by its frequency, before its beginning or after its end.
    NotOwed,
}

/// A month's figure, or why there is none.
#[derive(Debug, Clone, Copy)]
pub enum Reading<'p> {
    /// It is there.
    Known(Known<'p>),
    /// It is not.
    Absent(Gap<'p>),
}

/// Something that a reader should know about a figure, in the shorthand of the Government Statistical Service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// The first month of another definition (`[b]`).
    Break,
    /// Drawn before its month was over, so incomplete (`[p]`).
    Provisional,
    /// A correction changed what was first published (`[r]`).
    Revised,
    /// Of fewer cases than the programme's smallest denominator (`[u]`).
    LowReliability,
    /// Would round to 0, or to 100 per cent, and is not: held a step away (`[k]`).
    HeldFromRounding,
}

/// One month of one indicator.
#[derive(Debug, Clone)]
pub struct Observation<'p> {
    /// The month that the figure is of (not the month of the return that it came in).
    pub month: Month,
    /// The number of the definition it follows.
    pub version: u32,
    /// The figure, or why there is none.
    pub reading: Reading<'p>,
    /// What a reader should know about it, in order.
    pub marks: Vec<Mark>,
    /// The target of the month, of the same definition.
    pub aim: Option<Aim>,
    /// The month's own rating.
    pub rated: Rated,
}

/// An indicator's months in order, without holes: from the first one with a figure (or the first one owed) to the month of the paper,
/// less the indicator's lag.
#[derive(Debug, Clone)]
pub struct Series<'p> {
    observations: Vec<Observation<'p>>,
}

impl Mark {
    /// The shorthand, in square brackets.
    #[must_use]
    pub fn shorthand(self) -> &'static str {
        match self {
            Self::Break => "[b]",
            Self::Provisional => "[p]",
            Self::Revised => "[r]",
            Self::LowReliability => "[u]",
            Self::HeldFromRounding => "[k]",
        }
    }

    /// What it says, for the notes.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Break => "break in the series",
            Self::Provisional => "provisional",
            Self::Revised => "revised",
            Self::LowReliability => "low reliability",
            Self::HeldFromRounding => "would round to 0 or 100 and is not",
        }
    }
}

impl Gap<'_> {
    /// The shorthand for a table; nothing is printed where nothing is owed.
    #[must_use]
    pub fn shorthand(&self) -> &'static str {
        match self {
            Self::Stated { reason, .. } => reason.shorthand(),
            Self::NothingToMeasure(_) => "[z]",
            Self::NoReturn | Self::LeftOut => "[x]",
            Self::NotOwed => "",
        }
    }

    /// In words, for a sentence.
    #[must_use]
    pub fn words(&self) -> &'static str {
        match self {
            Self::Stated { reason, .. } => reason.words(),
            Self::NothingToMeasure(_) => "not applicable: nothing to measure",
            Self::NoReturn => "no return received",
            Self::LeftOut => "not in the return",
            Self::NotOwed => "not owed for this month",
        }
    }

    /// Whether a figure is owed and might still come, so that its absence is a loss.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        match self {
            Self::Stated { reason, .. } => *reason != Absence::NotApplicable,
            Self::NoReturn | Self::LeftOut => true,
            Self::NothingToMeasure(_) | Self::NotOwed => false,
        }
    }
}

impl<'p> Origin<'p> {
    /// The day on which the figure came; the back series has none.
    #[must_use]
    pub fn received(&self) -> Option<Date> {
        match self.supplier {
            Supplier::History => None,
            Supplier::Return(sent) | Supplier::Correction(sent, _) => Some(*sent.received.value()),
        }
    }

    /// Why it restates an earlier figure, where it does.
    #[must_use]
    pub fn correction(&self) -> Option<&'p Correction> {
        match self.supplier {
            Supplier::History | Supplier::Return(_) => None,
            Supplier::Correction(_, correction) => Some(correction),
        }
    }
}

impl<'p> Observation<'p> {
    /// The figure, where it is there.
    #[must_use]
    pub fn known(&self) -> Option<&Known<'p>> {
        match &self.reading {
            Reading::Known(known) => Some(known),
            Reading::Absent(_) => None,
        }
    }

    /// Why there is no figure, where there is none.
    #[must_use]
    pub fn gap(&self) -> Option<&Gap<'p>> {
        match &self.reading {
            Reading::Known(_) => None,
            Reading::Absent(gap) => Some(gap),
        }
    }

    /// The exact value.
    #[must_use]
    pub fn exact(&self) -> Option<Decimal> {
        self.known().and_then(|known| known.figure.exact(known.unit))
    }

    /// The value as printed.
    #[must_use]
    pub fn published(&self) -> Option<Decimal> {
        self.known().map(|known| known.published)
    }

    /// What is counted, where the figure is a count out of a count.
    #[must_use]
    pub fn numerator(&self) -> Option<Decimal> {
        self.known().and_then(|known| known.figure.numerator())
    }

    /// Out of what.
    #[must_use]
    pub fn denominator(&self) -> Option<Decimal> {
        self.known().and_then(|known| known.figure.denominator())
    }

    /// Whether the month owes a figure.
    #[must_use]
    pub fn is_owed(&self) -> bool {
        !matches!(self.reading, Reading::Absent(Gap::NotOwed))
    }
}

impl<'p> Series<'p> {
    /// A series of months, which are in order and without holes.
    pub(crate) fn new(observations: Vec<Observation<'p>>) -> Self {
        Self { observations }
    }

    /// All months, in order.
    #[must_use]
    pub fn observations(&self) -> &[Observation<'p>] {
        &self.observations
    }

    /// The months that owe a figure, in order.
    pub fn owed(&self) -> impl DoubleEndedIterator<Item = &Observation<'p>> {
        self.observations
            .iter()
            .filter(|observation| observation.is_owed())
    }

    /// The month's observation.
    #[must_use]
    pub fn at(&self, month: Month) -> Option<&Observation<'p>> {
        self.between(month, month).first()
    }

    /// The months before that one, in order.
    #[must_use]
    pub fn before(&self, month: Month) -> &[Observation<'p>] {
        self.observations.get(..self.place_of(month)).unwrap_or_default()
    }

    /// The months from one to another, both included, in order; none where the second comes first.
    #[must_use]
    pub fn between(&self, from: Month, until: Month) -> &[Observation<'p>] {
        self.observations
            .get(self.place_of(from)..self.place_of(until.plus(1)))
            .unwrap_or_default()
    }

    /// How many months come before that one: there are no holes.
    fn place_of(&self, month: Month) -> usize {
        let after = self
            .observations
            .first()
            .map_or(0, |first| month.months_since(first.month));
        usize::try_from(after).unwrap_or(0).min(self.observations.len())
    }

    /// The latest month that owes a figure.
    #[must_use]
    pub fn current(&self) -> Option<&Observation<'p>> {
        self.owed().next_back()
    }

    /// The month that owes a figure before the latest.
    #[must_use]
    pub fn previous(&self) -> Option<&Observation<'p>> {
        self.owed().nth_back(1)
    }
}
