//! The ledger: every figure that a paper may print, under its name. Table, chart, alternative text, prose and the
//! attached data take from it or from what it takes from: the assessment. Knows names; decides nothing.

use super::facts::{Fact, Facts};
use super::printed;
use crate::analysis::Assessment;
use crate::analysis::indicator::{Assessed, Difference};
use crate::analysis::rating::ActionRating;
use crate::analysis::series::Observation;
use crate::analysis::year_to_date::Pooled;
use crate::domain::{FactName, Indicator, OfIndicator, OfPlan};
use crate::words;
use rust_decimal::Decimal;

/// The facts of one paper.
#[must_use]
pub fn facts(assessment: &Assessment<'_>) -> Facts {
    let mut facts = Facts::default();
    for assessed in &assessment.indicators {
        indicator(&mut facts, assessed);
    }
    plan(&mut facts, assessment);
    facts.insert(
        FactName::Month.to_string(),
        Fact::computed(assessment.occasion.period.to_string()),
    );
    facts
}

fn indicator(facts: &mut Facts, assessed: &Assessed<'_>) {
    let indicator = assessed.indicator;
    let mut add = |what: OfIndicator, fact: Option<Fact>| {
        let name = FactName::OfIndicator(indicator.id.value(), what).to_string();
        if let Some(fact) = fact {
            facts.insert(name, fact);
        }
    };
    if let Some(current) = assessed.current() {
        of_month(&mut add, indicator, current);
    }
    let previous = assessed.previous().and_then(|month| value(indicator, month));
    add(OfIndicator::Previous, previous);
    let end = assessed.end_target.map(|end| printed::aim(indicator, end.aim));
    add(OfIndicator::EndTarget, end.map(Fact::computed));
    if let Difference::By { amount, .. } = assessed.difference {
        add(
            OfIndicator::Change,
            Some(Fact::computed(change(amount, indicator))),
        );
    }
    let periods = &assessed.periods;
    let pooled = |pooled: &Pooled| Fact::computed(printed::value(indicator, pooled.published));
    add(
        OfIndicator::YearToDate,
        periods.year_to_date.as_ref().ok().map(pooled),
    );
    add(OfIndicator::HalfYear, periods.half_year.as_ref().ok().map(pooled));
}

/// What the month itself gives: its name, value, target and counts.
fn of_month(
    add: &mut impl FnMut(OfIndicator, Option<Fact>),
    indicator: &Indicator,
    current: &Observation<'_>,
) {
    let whole = |count: Decimal| Fact::computed(words::number(count, count.normalize().scale()));
    let target = current.aim.map(|aim| Fact {
        unit: Some(indicator.unit),
        ..Fact::computed(printed::aim(indicator, aim))
    });
    add(
        OfIndicator::Month,
        Some(Fact::computed(current.month.to_string())),
    );
    add(OfIndicator::Value, value(indicator, current));
    add(OfIndicator::Target, target);
    add(OfIndicator::Numerator, current.numerator().map(whole));
    add(OfIndicator::Denominator, current.denominator().map(whole));
}

fn value(indicator: &Indicator, observation: &Observation<'_>) -> Option<Fact> {
    let known = observation.known()?;
    Some(Fact {
        published: printed::value(indicator, known.published),
        parts: observation.numerator().zip(observation.denominator()),
        unit: Some(indicator.unit),
        at: Some(known.origin.place.clone()),
    })
}

/// A change as prose prints it: `up 2.1 percentage points`, `down 12`, `no change`.
fn change(amount: Decimal, indicator: &Indicator) -> String {
    let size = words::change(amount, indicator.unit, *indicator.decimals.value());
    match amount.cmp(&Decimal::ZERO) {
        std::cmp::Ordering::Greater => format!("up {size}"),
        std::cmp::Ordering::Less => format!("down {size}"),
        std::cmp::Ordering::Equal => "no change".to_owned(),
    }
}

fn plan(facts: &mut Facts, assessment: &Assessment<'_>) {
    let plan = &assessment.plan;
    let counted = [
        (OfPlan::Actions, plan.now.in_plan()),
        (OfPlan::Complete, plan.now.of(ActionRating::Complete)),
        (
            OfPlan::EvidenceAwaited,
            plan.now.of(ActionRating::EvidenceAwaited),
        ),
        (OfPlan::Green, plan.now.of(ActionRating::Green)),
        (OfPlan::Amber, plan.now.of(ActionRating::Amber)),
        (OfPlan::Red, plan.now.of(ActionRating::Red)),
        (OfPlan::NotDue, plan.now.of(ActionRating::NotDue)),
        (OfPlan::Overdue, plan.overdue().len()),
        (OfPlan::Slipped, plan.slipped().len()),
        (OfPlan::DueNext, plan.due_next().len()),
        (OfPlan::NoUpdate, plan.silent().len()),
    ];
    for (what, count) in counted {
        facts.insert(
            FactName::OfPlan(what).to_string(),
            Fact::computed(count.to_string()),
        );
    }
    facts.insert(
        FactName::DaysToExcellence.to_string(),
        Fact::computed(plan.days_to_excellence.to_string()),
    );
}
