//! The ledger: every figure that a paper may print, under its name. Table, chart, alternative text, prose and the
//! attached data take from it or from what it takes from: the assessment. Knows names; decides nothing.

use super::facts::{Fact, Facts};
use super::printed;
use crate::analysis::Assessment;
use crate::analysis::indicator::{Assessed, Difference};
use crate::analysis::rating::ActionRating;
use crate::analysis::series::Observation;
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
    let mut add = |what: OfIndicator, fact: Fact| {
        facts.insert(
            FactName::OfIndicator(indicator.id.value(), what).to_string(),
            fact,
        );
    };
    if let Some(current) = assessed.current() {
        add(OfIndicator::Month, Fact::computed(current.month.to_string()));
        if let Some(fact) = value(indicator, current) {
            add(OfIndicator::Value, fact);
        }
        if let Some(aim) = current.aim {
            add(
                OfIndicator::Target,
                Fact {
                    unit: Some(indicator.unit),
                    ..Fact::computed(printed::aim(indicator, aim))
                },
            );
        }
        counts(&mut add, current);
    }
    if let Some(fact) = assessed
        .previous()
        .and_then(|previous| value(indicator, previous))
    {
        add(OfIndicator::Previous, fact);
    }
    if let Some(end) = assessed.end_target {
        add(
            OfIndicator::EndTarget,
            Fact::computed(printed::aim(indicator, end.aim)),
        );
    }
    if let Difference::By { amount, .. } = assessed.difference {
        add(OfIndicator::Change, Fact::computed(change(amount, indicator)));
    }
    if let Ok(pooled) = &assessed.periods.year_to_date {
        add(
            OfIndicator::YearToDate,
            Fact::computed(printed::value(indicator, pooled.published)),
        );
    }
    if let Ok(pooled) = &assessed.periods.half_year {
        add(
            OfIndicator::HalfYear,
            Fact::computed(printed::value(indicator, pooled.published)),
        );
    }
}

fn counts(add: &mut impl FnMut(OfIndicator, Fact), observation: &Observation<'_>) {
    let whole = |count: Decimal| words::number(count, count.normalize().scale());
    if let Some(numerator) = observation.numerator() {
        add(OfIndicator::Numerator, Fact::computed(whole(numerator)));
    }
    if let Some(denominator) = observation.denominator() {
        add(OfIndicator::Denominator, Fact::computed(whole(denominator)));
    }
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
