//! What `facts --format json` prints: every fact of a paper by its name, and the whole analysis behind them, for programs.
//! Decimals are text, the numbers of the statistics numbers, an absence is a reason and never `null`; keys and words are
//! only ever added to. Knows the form; every figure is the assessment's.

mod board;
mod indicator;
mod places;
mod plan;
mod plan_vocabulary;
mod progress;
mod schema;
mod series;
mod values;
mod verdict;
mod vocabulary;
mod words_of;

use super::facts::Fact;
use super::ledger;
use crate::analysis::Assessment;
use crate::place::SourceTexts;
use board::{Assured, Exception, Exit, FalseSignals};
use indicator::Indicator;
use places::Places;
use plan::Plan;
pub use schema::schema;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use values::{Exactly, InMonth, OnDay};
use vocabulary::Unit;

/// The version of the form. Keys are only ever added to it.
const FORMAT: u32 = 1;

/// The facts of one paper and the analysis behind them.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Facts of a paper, as `board-papers facts --format json` prints them")]
struct Document {
    /// The version of this form. Keys and words are only ever added to it.
    format: u32,
    /// The month of the paper.
    month: InMonth,
    /// The last day of the month: it alone decides what is overdue.
    as_at: OnDay,
    /// Nothing that became known after this day is in the paper.
    cut_off: OnDay,
    /// Every fact that prose may name.
    facts: BTreeMap<String, Listed>,
    /// Everything that is said of each indicator, in the order of the programme.
    indicators: Vec<Indicator>,
    /// How many signals are to be expected by chance.
    false_signals: FalseSignals,
    /// How the plan stands.
    plan: Plan,
    /// What a board must look at, the gravest first.
    exceptions: Vec<Exception>,
    /// The three questions of the Leader's letter, then the five assurances of the terms of reference.
    assurances: Vec<Assured>,
    /// How far the programme is from the end of intervention.
    exit: Exit,
}

/// A fact.
#[derive(Debug, Serialize, JsonSchema)]
struct Listed {
    /// As the paper prints it.
    published: String,
    /// What it was computed from, for a count out of a count.
    #[serde(skip_serializing_if = "Option::is_none")]
    numerator: Option<Exactly>,
    /// Out of what.
    #[serde(skip_serializing_if = "Option::is_none")]
    denominator: Option<Exactly>,
    /// Its unit, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<Unit>,
    /// Where it, or what it was computed from, was typed: file, line, column.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
}

/// The facts and the analysis of one paper, as one JSON object.
#[must_use]
pub fn json(assessment: &Assessment<'_>, texts: &SourceTexts) -> String {
    serde_json::to_string_pretty(&document(assessment, Places(texts))).unwrap_or_default() + "\n"
}

fn document(assessment: &Assessment<'_>, places: Places<'_>) -> Document {
    let (occasion, facts) = (assessment.occasion, ledger::facts(assessment));
    Document {
        format: FORMAT,
        month: occasion.period.into(),
        as_at: occasion.as_at.into(),
        cut_off: occasion.cut_off.into(),
        facts: facts
            .iter()
            .map(|(name, fact)| (name.to_owned(), listed(fact, places)))
            .collect(),
        indicators: assessment
            .indicators
            .iter()
            .map(|one| indicator::indicator(places, one))
            .collect(),
        false_signals: board::false_signals(assessment),
        plan: plan::plan(&assessment.plan),
        exceptions: assessment.exceptions.iter().map(board::exception).collect(),
        assurances: assessment.assurances().into_iter().map(Into::into).collect(),
        exit: board::exit(&assessment.exit),
    }
}

fn listed(fact: &Fact, places: Places<'_>) -> Listed {
    let (numerator, denominator) = fact.parts.unzip();
    Listed {
        published: fact.published.clone(),
        numerator: numerator.map(Into::into),
        denominator: denominator.map(Into::into),
        unit: fact.unit.map(Into::into),
        at: fact.at.as_ref().map(|place| places.said(place)),
    }
}
