//! What a board looks at first, in the facts document: exceptions, the answers of the first page, and the way out of
//! intervention. Knows what was found; judges nothing.

use super::plan_vocabulary::{Answer, ExceptionRule, ExitState, Question, SubjectKind, Tested};
use super::values::{Binary, InMonth, OnDay};
use crate::analysis::Assessment;
use crate::analysis::assurances::AssuranceLine;
use crate::analysis::exceptions;
use crate::analysis::exit::{self, ExitStanding, LadderPosition};
use crate::analysis::indicator::Life;
use crate::analysis::method::Method;
use crate::domain::Criterion;
use crate::statistics::false_signals::expected_false_signals;
use schemars::JsonSchema;
use serde::Serialize;

/// An exception; the gravest stands first.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Exception {
    /// What it is about.
    subject: Subject,
    /// The gravest rule that it meets.
    rule: ExceptionRule,
    /// That rule in words.
    words: &'static str,
    /// The other rules that it meets, the gravest first.
    also: Vec<ExceptionRule>,
    /// For how many months running the gravest rule has held, where that can be counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    months_running: Option<usize>,
    /// What is the matter: for an indicator its verdict.
    sentence: String,
}

/// What an exception is about.
#[derive(Debug, Serialize, JsonSchema)]
struct Subject {
    kind: SubjectKind,
    /// Its name in the inputs.
    id: String,
    /// Its reference on paper.
    #[serde(rename = "ref")]
    reference: String,
    /// Its name on paper.
    title: String,
    /// The office that answers for it.
    owner: String,
}

/// A question of the first page and what the data says to it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Assured {
    question: Question,
    /// The question in words.
    words: &'static str,
    answer: Answer,
    /// The evidence, in one sentence.
    evidence: String,
    /// What is counted.
    rule: &'static str,
}

/// How far the programme is from the end of intervention.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Exit {
    /// Every criterion, in the order of the plan.
    criteria: Vec<CriterionStanding>,
    /// The ladder, where the programme stands on a rung of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    ladder: Option<Ladder>,
}

/// How one criterion stands.
#[derive(Debug, Serialize, JsonSchema)]
struct CriterionStanding {
    id: String,
    #[serde(rename = "ref")]
    reference: String,
    text: String,
    state: ExitState,
    /// Since when it is met, where that can be known.
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<InMonth>,
    /// What the outcome rests on.
    evidence: String,
    /// What is still missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<String>,
    /// For a criterion over months, the months that decide it.
    months: Vec<MonthTested>,
}

/// One month's test against an end target.
#[derive(Debug, Serialize, JsonSchema)]
struct MonthTested {
    month: InMonth,
    tested: Tested,
}

/// Where the programme stands on the ladder of intervention.
#[derive(Debug, Serialize, JsonSchema)]
struct Ladder {
    /// The rung that it stands on, by its name in the inputs.
    rung: String,
    /// Since when.
    since: OnDay,
    /// The next rung down.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    /// The criteria that the step down needs.
    needs: Vec<Need>,
}

/// A criterion that a step down needs.
#[derive(Debug, Serialize, JsonSchema)]
struct Need {
    criterion: String,
    state: ExitState,
}

/// How many signals of a month are to be expected by chance.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FalseSignals {
    /// Control charts of indicators in use.
    control_charts: usize,
    /// How many of them are to be expected to signal although nothing has changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    expected_a_month: Option<Binary>,
}

/// An exception.
pub fn exception(exception: &exceptions::Exception<'_>) -> Exception {
    let subject = exception.subject;
    Exception {
        subject: Subject {
            kind: subject.into(),
            id: subject.id().to_string(),
            reference: subject.reference().to_owned(),
            title: subject.title().to_owned(),
            owner: subject.owner().to_string(),
        },
        rule: exception.rule.into(),
        words: exception.rule.words(),
        also: exception.also.iter().map(|rule| (*rule).into()).collect(),
        months_running: exception.months_running,
        sentence: exception.sentence.clone(),
    }
}

impl From<AssuranceLine> for Assured {
    fn from(line: AssuranceLine) -> Self {
        Self {
            question: line.question.into(),
            words: line.question.words(),
            answer: line.answer.into(),
            evidence: line.evidence,
            rule: line.rule,
        }
    }
}

/// How far the programme is from the end of intervention.
pub fn exit(exit: &exit::Exit<'_>) -> Exit {
    Exit {
        criteria: exit.criteria.iter().map(criterion).collect(),
        ladder: exit.ladder.as_ref().map(ladder),
    }
}

fn criterion(standing: &ExitStanding<'_>) -> CriterionStanding {
    let criterion = standing.criterion;
    let since = match standing.state {
        exit::ExitState::Met { since } => since,
        exit::ExitState::NotMet | exit::ExitState::NotYetTestable | exit::ExitState::ForTheChair => None,
    };
    CriterionStanding {
        id: criterion.id.value().to_string(),
        reference: criterion.reference.clone(),
        text: criterion.text.clone(),
        state: standing.state.into(),
        since: since.map(Into::into),
        evidence: standing.evidence.clone(),
        missing: standing.missing.clone(),
        months: standing
            .months
            .iter()
            .map(|(month, tested)| MonthTested {
                month: (*month).into(),
                tested: (*tested).into(),
            })
            .collect(),
    }
}

fn ladder(position: &LadderPosition<'_>) -> Ladder {
    let need = |(criterion, state): &(&Criterion, exit::ExitState)| Need {
        criterion: criterion.id.value().to_string(),
        state: (*state).into(),
    };
    Ladder {
        rung: position.rung.id.value().to_string(),
        since: position.since.into(),
        next: position.next.map(|rung| rung.id.value().to_string()),
        needs: position.needs.iter().map(need).collect(),
    }
}

/// What chance alone is to be expected to show.
pub fn false_signals(assessment: &Assessment<'_>) -> FalseSignals {
    let charts = assessment.indicators.iter().filter(|assessed| {
        matches!(
            (assessed.life, assessed.method),
            (Life::InUse, Method::ControlChart { .. })
        )
    });
    let control_charts = charts.count();
    FalseSignals {
        control_charts,
        expected_a_month: Binary::of(expected_false_signals(control_charts)),
    }
}
