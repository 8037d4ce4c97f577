//! Exceptions: what a board must look at, each with its chart, the verdict, the rule, and what its owner says.
//! Knows where the owner's words are; that there are none is printed, never filled.

use crate::analysis::action_words::times_in_words;
use crate::analysis::exceptions::{Exception, Rule, Subject};
use crate::analysis::indicator::{Assessed, Difference};
use crate::analysis::series::Gap;
use crate::analysis::slippage::Slippage;
use crate::analysis::verdict::Verdict;
use crate::compose::context::{Context, Desk};
use crate::compose::monthly::glance::anchor;
use crate::compose::monthly::remarks::{Remark, remarks};
use crate::compose::monthly::told::{Told, from_note, told};
use crate::compose::printed;
use crate::compose::shapes::{Chart, Labelled, State};
use crate::domain::Id;
use crate::words;
use serde::Serialize;

/// The section.
#[derive(Debug, Serialize)]
pub struct Exceptions {
    /// In which order they stand.
    pub how: String,
    /// What is printed when there are none.
    pub empty: String,
    /// All of them, the gravest first.
    pub items: Vec<Item>,
    /// What owners say of other figures.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<Remark>,
}

/// One exception.
#[derive(Debug, Serialize)]
pub struct Item {
    /// Its id in the paper.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// What is the matter.
    pub verdict: String,
    /// The gravest rule that it meets.
    pub rule: String,
    /// The others, in words.
    pub other_rules: Vec<String>,
    /// Its rating.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating: Option<State>,
    /// How an indicator moves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variation: Option<&'static str>,
    /// Whether an indicator's process would meet its target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assurance: Option<&'static str>,
    /// An indicator's chart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<Chart>,
    /// The figures behind it.
    pub facts: Vec<Labelled>,
    /// What its owner says, and what is being done.
    #[serde(flatten)]
    pub told: Told,
}

/// The exceptions of the paper's month.
pub fn exceptions(context: &Context<'_>, desk: &mut Desk<'_>) -> Exceptions {
    let all = &context.assessment.exceptions;
    Exceptions {
        how: "The gravest first, each subject once; the rules are in the notes. In a chart the shaded band is the target's tolerance, and \
              dashed lines are the limits of ordinary variation."
            .to_owned(),
        empty: "No indicator, action or milestone met a rule that would make it an exception.".to_owned(),
        items: all
            .iter()
            .map(|exception| item(context, desk, exception))
            .collect(),
        remarks: remarks(context, desk),
    }
}

/// What an exception is about, in a few words.
#[must_use]
pub fn title(subject: Subject<'_>) -> String {
    match subject {
        Subject::Indicator(indicator) => indicator.name.clone(),
        Subject::Action(action) => format!("Action {}: {}", action.reference, action.title),
        Subject::Milestone(milestone) => format!("Milestone {}: {}", milestone.reference, milestone.title),
    }
}

/// The rule that put it here, and for how long it has held.
#[must_use]
pub fn rule(exception: &Exception<'_>) -> String {
    let words = exception.rule.words();
    let said_by_rule = if exception.rule == Rule::OffTargetTwice {
        2
    } else {
        1
    };
    match exception.months_running {
        Some(months) if months > said_by_rule => {
            format!("{words}, now for {}", words::count(months, "month", "months"))
        }
        Some(_) | None => words.to_owned(),
    }
}

fn item(context: &Context<'_>, desk: &mut Desk<'_>, exception: &Exception<'_>) -> Item {
    let bare = Item {
        id: anchor(exception.subject),
        title: title(exception.subject),
        verdict: exception.sentence.clone(),
        rule: rule(exception),
        other_rules: exception
            .also
            .iter()
            .map(|rule| words::uncapitalised(rule.words()))
            .collect(),
        rating: None,
        variation: None,
        assurance: None,
        figure: None,
        facts: Vec::new(),
        told: Told::default(),
    };
    match exception.subject {
        Subject::Indicator(indicator) => match context.assessment.indicator(indicator.id.value()) {
            Some(assessed) => of_indicator(context, desk, (exception, assessed), bare),
            None => bare,
        },
        Subject::Action(action) => of_action(context, action.id.value(), bare),
        Subject::Milestone(milestone) => of_milestone(context, milestone.id.value(), bare),
    }
}

fn of_indicator(
    context: &Context<'_>,
    desk: &mut Desk<'_>,
    (exception, assessed): (&Exception<'_>, &Assessed<'_>),
    bare: Item,
) -> Item {
    let id = assessed.indicator.id.value();
    let verdict = &assessed.verdict;
    let drawn = context.charts.indicators.get(id);
    let (variation, assurance) = tested(verdict);
    Item {
        rating: Some(verdict.rated.rating.into()),
        variation,
        assurance,
        figure: drawn.map(|drawn| {
            untitled(
                desk.pictures.place(&drawn.series, format!("figure-{id}")),
                verdict,
            )
        }),
        facts: facts(assessed, exception),
        told: told(context, desk, exception, assessed.indicator),
        ..bare
    }
}

/// What the tests found, where they were made. Where it is too soon for both, that is said once.
fn tested(verdict: &Verdict<'_>) -> (Option<&'static str>, Option<&'static str>) {
    let made = |key: &&'static str| *key != "not_tested";
    let variation = Some(verdict.variation().key()).filter(made);
    let assurance = Some(verdict.assurance.key()).filter(made);
    (variation, assurance.filter(|_| assurance != variation))
}

/// The heading names the indicator, so that title and subtitle need not.
fn untitled(chart: Chart, verdict: &Verdict<'_>) -> Chart {
    let named = format!("{}, ", verdict.indicator.name);
    Chart {
        title: verdict.short(),
        subtitle: chart
            .subtitle
            .strip_prefix(&named)
            .map_or(chart.subtitle.clone(), words::capitalised),
        ..chart
    }
}

/// Latest, change and end target in one line of the page. Where the end target is the matter, the sentence names it.
fn facts(assessed: &Assessed<'_>, exception: &Exception<'_>) -> Vec<Labelled> {
    let Some(latest) = assessed.current() else {
        return Vec::new();
    };
    let counts = printed::counts(assessed.indicator, latest).map(|counts| format!("Counts: {counts}."));
    let end = end(assessed).filter(|_| exception.rule != Rule::EndTargetOutOfReach);
    let told = match latest.gap() {
        Some(gap) => [Some(missing(assessed, gap)), None, None, end],
        None => [Some(exception.sentence.clone()), counts, change(assessed), end],
    };
    let told: Vec<String> = told.into_iter().flatten().collect();
    vec![Labelled::new("The figures", told.join(" "))]
}

/// Why there is no figure, what the return says of it, and the last that there was.
fn missing(assessed: &Assessed<'_>, gap: &Gap<'_>) -> String {
    let month = assessed.verdict.month;
    let note = match gap {
        Gap::Stated { note: Some(note), .. } => format!(" The return says: {}.", note.trim_end_matches('.')),
        Gap::Stated { note: None, .. }
        | Gap::NothingToMeasure(_)
        | Gap::NoReturn
        | Gap::LeftOut
        | Gap::NotOwed => String::new(),
    };
    let last = assessed
        .series
        .owed()
        .rev()
        .find(|earlier| earlier.known().is_some());
    let last = last.map_or_else(String::new, |last| {
        format!(
            " The last figure, for {}, is {}.",
            last.month,
            printed::observation(assessed.indicator, Some(last))
        )
    });
    format!("{month}: {}.{note}{last}", gap.words())
}

fn change(assessed: &Assessed<'_>) -> Option<String> {
    match assessed.difference {
        Difference::By { amount, since } if amount.is_zero() => Some(format!("No change since {since}.")),
        Difference::By { .. } | Difference::Break(_) | Difference::NoFigureBefore(_) => Some(format!(
            "Change: {}.",
            printed::difference(assessed.indicator, &assessed.difference)
        )),
        Difference::NoFigure | Difference::First => None,
    }
}

fn end(assessed: &Assessed<'_>) -> Option<String> {
    let end = assessed
        .end_target
        .filter(|end| assessed.verdict.month < end.month)?;
    Some(format!(
        "Target by {}: {}.",
        end.month,
        printed::aim(assessed.indicator, end.aim)
    ))
}

/// What an action's owner says stands in the note of its update.
fn of_action(context: &Context<'_>, action: &Id, bare: Item) -> Item {
    let Some(standing) = context.assessment.plan.action(action) else {
        return bare;
    };
    let update = standing
        .update
        .as_ref()
        .filter(|update| update.month == context.month());
    let expected = standing.update.as_ref().and_then(|update| update.forecast);
    Item {
        rating: Some(standing.rating.into()),
        facts: standing.dates.iter().map(dates).collect(),
        told: from_note(
            context,
            standing.action.owner.value(),
            update.and_then(|update| update.note),
            expected,
        ),
        ..bare
    }
}

fn of_milestone(context: &Context<'_>, milestone: &Id, bare: Item) -> Item {
    let Some(standing) = context.assessment.plan.milestone(milestone) else {
        return bare;
    };
    let note = standing
        .note
        .filter(|_| standing.updated == Some(context.month()));
    Item {
        rating: Some(standing.into()),
        facts: standing.dates.iter().map(dates).collect(),
        told: from_note(context, standing.milestone.owner.value(), note, standing.forecast),
        ..bare
    }
}

/// The date that holds, and how it came to be another than the first; then each reason, a sentence of its own.
fn dates(dates: &Slippage<'_>) -> Labelled {
    let moved = match dates.times_moved() {
        0 => "not put off".to_owned(),
        times => format!("first {}, put off {}.", dates.first, times_in_words(times)),
    };
    let reasons: Vec<&str> = dates.moves.iter().filter_map(|change| change.reason).collect();
    let each = reasons
        .iter()
        .enumerate()
        .map(|(number, reason)| match (number, reasons.len()) {
            (_, 1) => words::sentence(reason),
            (0, _) => format!("First: {}", words::sentence(reason)),
            _ => format!("Then: {}", words::sentence(reason)),
        });
    let told = std::iter::once(format!("{}; {moved}", dates.current));
    let told: Vec<String> = told.chain(each).collect();
    Labelled::new("Due", told.join(" "))
}
