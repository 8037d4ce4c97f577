//! The ledger: every figure that a paper may print, under its name. Table, chart, alternative text, prose and the
//! attached data take from it or from what it takes from: the assessment. Knows names; decides nothing.

use super::facts::{Fact, Facts};
use super::printed;
use crate::analysis::Assessment;
use crate::analysis::indicator::{Assessed, Difference};
use crate::analysis::rating::ActionRating;
use crate::analysis::series::Observation;
use crate::domain::Indicator;
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
    facts.insert("month", Fact::computed(assessment.occasion.period.to_string()));
    facts
}

fn indicator(facts: &mut Facts, assessed: &Assessed<'_>) {
    let indicator = assessed.indicator;
    let mut add = |name: &str, fact: Fact| facts.insert(format!("{}.{name}", indicator.id.value()), fact);
    if let Some(current) = assessed.current() {
        add("month", Fact::computed(current.month.to_string()));
        if let Some(fact) = value(indicator, current) {
            add("value", fact);
        }
        if let Some(aim) = current.aim {
            add(
                "target",
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
        add("previous", fact);
    }
    if let Some(end) = assessed.end_target {
        add("end_target", Fact::computed(printed::aim(indicator, end.aim)));
    }
    if let Difference::By { amount, .. } = assessed.difference {
        add("change", Fact::computed(change(amount, indicator)));
    }
    if let Ok(pooled) = &assessed.periods.year_to_date {
        add(
            "year_to_date",
            Fact::computed(printed::value(indicator, pooled.published)),
        );
    }
    if let Ok(pooled) = &assessed.periods.half_year {
        add(
            "half_year",
            Fact::computed(printed::value(indicator, pooled.published)),
        );
    }
}

fn counts(add: &mut impl FnMut(&str, Fact), observation: &Observation<'_>) {
    let whole = |count: Decimal| words::number(count, count.normalize().scale());
    if let Some(numerator) = observation.numerator() {
        add("numerator", Fact::computed(whole(numerator)));
    }
    if let Some(denominator) = observation.denominator() {
        add("denominator", Fact::computed(whole(denominator)));
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
        ("actions", plan.now.in_plan()),
        ("complete", plan.now.of(ActionRating::Complete)),
        ("evidence_awaited", plan.now.of(ActionRating::EvidenceAwaited)),
        ("green", plan.now.of(ActionRating::Green)),
        ("amber", plan.now.of(ActionRating::Amber)),
        ("red", plan.now.of(ActionRating::Red)),
        ("not_due", plan.now.of(ActionRating::NotDue)),
        ("overdue", plan.overdue().len()),
        ("slipped", plan.slipped().len()),
        ("due_next", plan.due_next().len()),
        ("no_update", plan.silent().len()),
    ];
    for (name, count) in counted {
        facts.insert(format!("plan.{name}.count"), Fact::computed(count.to_string()));
    }
    facts.insert(
        "days_to_excellence",
        Fact::computed(plan.days_to_excellence.to_string()),
    );
}
