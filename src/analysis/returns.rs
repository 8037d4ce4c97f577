//! Who sent what for the month, on time, late or not at all, and which figures are missing.
//! Knows what was owed and when it came; not what the figures say.

use crate::analysis::indicator::Assessed;
use crate::analysis::plan_progress::has_news_of;
use crate::analysis::series::{Gap, Observation};
use crate::domain::{Contributor, Date, Indicator, Month, Owed, Programme, Return};

/// Whether something owed came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arrival {
    /// It came by its day.
    OnTime(Date),
    /// It came after its day, in time for this paper.
    Late(Date),
    /// It did not come by the paper's cut-off.
    NotReceived,
}

impl Arrival {
    /// The word on paper.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::OnTime(_) => "On time",
            Self::Late(_) => "Late",
            Self::NotReceived => "Not received",
        }
    }

    /// The name by which layouts choose its mark.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::OnTime(_) => "on_time",
            Self::Late(_) => "late",
            Self::NotReceived => "not_received",
        }
    }
}

/// One thing that a contributor owes, and whether it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delivery {
    /// What is owed.
    pub owed: Owed,
    /// Whether it came: the last of it, where it came in several files, for only then is it whole.
    pub arrival: Arrival,
}

/// What one contributor sent for the month.
#[derive(Debug, Clone)]
pub struct Contribution<'p> {
    /// The contributor: body, office and what it owes.
    pub contributor: &'p Contributor,
    /// The day by which it was due.
    pub due: Date,
    /// The latest day on which any of its data was drawn.
    pub extracted: Option<Date>,
    /// What it owes for the month, in the order of the programme.
    pub deliveries: Vec<Delivery>,
}

/// A figure that was owed and is not there.
#[derive(Debug, Clone, Copy)]
pub struct MissingFigure<'p> {
    /// The indicator.
    pub indicator: &'p Indicator,
    /// The month that the figure is of.
    pub month: Month,
    /// Why.
    pub gap: Gap<'p>,
}

/// Whether each of a contributor's returns over some months came.
#[derive(Debug, Clone)]
pub struct Record<'p> {
    /// The contributor.
    pub contributor: &'p Contributor,
    /// A month each, the earliest first: the latest of what was owed.
    pub months: Vec<(Month, Arrival)>,
}

/// The month's returns.
#[derive(Debug, Clone)]
pub struct ReturnsReceived<'p> {
    /// The month.
    pub month: Month,
    /// A contributor each, in the order of the programme.
    pub contributions: Vec<Contribution<'p>>,
    /// How many figures were owed.
    pub figures_owed: usize,
    /// Those that are not there, in the order of the indicators.
    pub missing: Vec<MissingFigure<'p>>,
}

impl Contribution<'_> {
    /// One of the things owed, where it is.
    #[must_use]
    pub fn arrival_of(&self, owed: Owed) -> Option<Arrival> {
        let delivery = self.deliveries.iter().find(|delivery| delivery.owed == owed);
        delivery.map(|delivery| delivery.arrival)
    }

    /// All of it together: not received if anything is not there, else the last to come.
    #[must_use]
    pub fn arrival(&self) -> Arrival {
        let all = self.deliveries.iter().map(|delivery| delivery.arrival);
        all.max().unwrap_or(Arrival::OnTime(self.due))
    }
}

/// The month's returns, contributor by contributor, and the figures that are missing.
#[must_use]
pub fn received<'p>(
    programme: &'p Programme,
    indicators: &[Assessed<'p>],
    month: Month,
) -> ReturnsReceived<'p> {
    let owed = || indicators.iter().filter_map(|assessed| owed_in(assessed, month));
    ReturnsReceived {
        month,
        contributions: contributions(programme, month),
        figures_owed: owed().count(),
        missing: owed()
            .filter_map(|(indicator, observation)| missing(indicator, observation))
            .collect(),
    }
}

/// Whether the contributors' returns came, month by month.
#[must_use]
pub fn record<'p>(programme: &'p Programme, from: Month, until: Month) -> Vec<Record<'p>> {
    let of = |contributor: &'p Contributor| {
        let arrival = |month| (month, contribution(programme, contributor, month).arrival());
        Record {
            contributor,
            months: from.through(until).map(arrival).collect(),
        }
    };
    programme.charter.contributors.iter().map(of).collect()
}

/// What each contributor sent for the month, in the order of the programme.
#[must_use]
pub fn contributions(programme: &Programme, month: Month) -> Vec<Contribution<'_>> {
    let contributors = programme.charter.contributors.iter();
    contributors
        .map(|contributor| contribution(programme, contributor, month))
        .collect()
}

fn contribution<'p>(
    programme: &'p Programme,
    contributor: &'p Contributor,
    month: Month,
) -> Contribution<'p> {
    let due = programme
        .calendar
        .working_day_of(month.plus(1), contributor.due_working_day);
    let body = contributor.body.value();
    let mine = |sent: &&Return| sent.from.value() == body && *sent.month.value() == month;
    let sent: Vec<&Return> = programme.sent().filter(mine).collect();
    let owed = contributor
        .owes
        .iter()
        .copied()
        .filter(|owed| is_owed(programme, contributor, *owed, month));
    Contribution {
        contributor,
        due,
        extracted: sent.iter().map(|sent| *sent.extracted.value()).max(),
        deliveries: owed
            .map(|owed| Delivery {
                owed,
                arrival: arrival(&sent, owed, due),
            })
            .collect(),
    }
}

/// Figures are owed by a body that has an indicator whose turn it is, news of the plan by one that has a part in it just now; all
/// else is owed every month.
fn is_owed(programme: &Programme, contributor: &Contributor, owed: Owed, month: Month) -> bool {
    match owed {
        Owed::Figures => programme.indicators.iter().any(|indicator| {
            indicator.body.value() == contributor.body.value()
                && indicator.is_owed(indicator.figure_month(month))
        }),
        Owed::Plan => has_news_of(programme, contributor.body.value(), month),
        Owed::Risks | Owed::Words => true,
    }
}

fn arrival(sent: &[&Return], owed: Owed, due: Date) -> Arrival {
    let holding = sent.iter().filter(|sent| holds(sent, owed));
    match holding.map(|sent| *sent.received.value()).max() {
        None => Arrival::NotReceived,
        Some(day) if day <= due => Arrival::OnTime(day),
        Some(day) => Arrival::Late(day),
    }
}

fn holds(sent: &Return, owed: Owed) -> bool {
    match owed {
        Owed::Figures => !sent.figures.is_empty(),
        Owed::Plan => !sent.actions.is_empty() || !sent.milestones.is_empty(),
        Owed::Risks => !sent.risks.is_empty() || !sent.issues.is_empty(),
        Owed::Words => sent.words.is_some(),
    }
}

fn owed_in<'a, 'p>(assessed: &'a Assessed<'p>, month: Month) -> Option<(&'p Indicator, &'a Observation<'p>)> {
    let observation = assessed.series.at(assessed.indicator.figure_month(month))?;
    observation.is_owed().then_some((assessed.indicator, observation))
}

fn missing<'p>(indicator: &'p Indicator, observation: &Observation<'p>) -> Option<MissingFigure<'p>> {
    let gap = *observation.gap().filter(|gap| gap.is_missing())?;
    Some(MissingFigure {
        indicator,
        month: observation.month,
        gap,
    })
}
