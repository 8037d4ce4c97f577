//! The page at a glance: what needs attention, where we stand with last month beside it, what comes next.

use crate::analysis::exceptions::{Exception, Subject};
use crate::analysis::indicator::Assessed;
use crate::analysis::milestone::MilestoneStanding;
use crate::analysis::rating::ActionRating;
use crate::analysis::rating_counts::{self, RatingCount};
use crate::analysis::revisions::Revision;
use crate::analysis::verdict::Movement;
use crate::compose::context::Context;
use crate::compose::monthly::milestones;
use crate::compose::printed;
use crate::compose::shapes::{Cell, State};
use crate::domain::Date;
use crate::words::{self, month_said_in};
use serde::Serialize;

/// The page at a glance. The layout takes what fits and says how much more there is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Glance {
    days: String,
    days_are: String,
    excellence_date: String,
    exceptions: Vec<Line>,
    #[serde(skip_serializing_if = "Option::is_none")]
    empty: Option<String>,
    this_month: String,
    last_month: String,
    indicators: Vec<Count>,
    actions: Vec<Count>,
    moves: String,
    milestones: Vec<Next>,
    #[serde(skip_serializing_if = "Option::is_none")]
    no_milestones: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Line {
    anchor: String,
    subject: String,
    headline: String,
    rule: &'static str,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Count {
    rating: State,
    now: String,
    before: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Next {
    due: String,
    title: String,
    state: Cell,
}

/// The page at a glance.
pub(super) fn glance(context: &Context<'_>) -> Glance {
    let plan = &context.assessment.plan;
    let exceptions: Vec<Line> = context
        .assessment
        .exceptions
        .iter()
        .map(|one| line(context, one))
        .collect();
    let milestones: Vec<Next> = plan.next_milestones().into_iter().map(next).collect();
    Glance {
        days: plan.days_to_excellence.unsigned_abs().to_string(),
        days_are: days_are(plan.days_to_excellence, context.as_at()),
        excellence_date: context.charter().excellence.date.value().to_string(),
        empty: exceptions
            .is_empty()
            .then(|| "No rule for an exception was met this month.".to_owned()),
        exceptions,
        this_month: context.month().short_name().to_owned(),
        last_month: context.month().plus(-1).short_name().to_owned(),
        indicators: indicators(context),
        actions: actions(context),
        moves: moves(context),
        no_milestones: milestones
            .is_empty()
            .then(|| "No milestone is still to come.".to_owned()),
        milestones,
    }
}

/// What the number of days counts, up to the date set for excellence: a programme goes on after that date if it must.
fn days_are(left: i64, as_at: Date) -> String {
    let days = if left.unsigned_abs() == 1 { "day" } else { "days" };
    if left < 0 {
        format!("{days} at {as_at} since")
    } else {
        format!("{days} from {as_at} to")
    }
}

fn line(context: &Context<'_>, exception: &Exception<'_>) -> Line {
    Line {
        anchor: anchor(exception.subject),
        subject: subject(exception.subject),
        headline: headline(context, exception),
        rule: exception.rule.short(),
    }
}

/// What happened, to go on after the subject's name.
fn headline(context: &Context<'_>, exception: &Exception<'_>) -> String {
    match exception.subject {
        Subject::Indicator(indicator) => context
            .assessment
            .indicator(indicator.id.value())
            .map_or_else(String::new, |assessed| {
                indicators_headline(assessed, &exception.known_late)
            }),
        Subject::Action(action) => {
            let (_, why) = exception
                .sentence
                .split_once(": ")
                .unwrap_or(("", &exception.sentence));
            format!("{}; {}", clause(&action.title), why.trim_end_matches('.'))
        }
        Subject::Milestone(milestone) => {
            let due = context
                .assessment
                .plan
                .milestone(milestone.id.value())
                .and_then(|one| one.dates.as_ref());
            let due = due.map_or_else(String::new, |dates| format!("; due on {}", dates.current));
            format!("{}{due}", clause(&milestone.title))
        }
    }
}

/// The verdict; where the figure is missing, with the last that there was; and for which months a breach became known late.
fn indicators_headline(assessed: &Assessed<'_>, known_late: &[Revision<'_>]) -> String {
    let verdict = assessed.verdict.headline();
    if !known_late.is_empty() {
        let months: Vec<String> = known_late.iter().map(|late| late.month.to_string()).collect();
        return format!("{verdict}; a breach became known for {}", words::list_of(&months));
    }
    let last = assessed
        .series
        .owed()
        .rev()
        .find(|earlier| earlier.known().is_some());
    match last.filter(|last| last.month < assessed.verdict.month) {
        Some(last) => format!(
            "{verdict}, after {} in {}",
            printed::observation(assessed.indicator, Some(last)),
            month_said_in(last.month, assessed.verdict.month)
        ),
        None => verdict,
    }
}

/// A title as it goes on within a sentence.
fn clause(title: &str) -> String {
    words::uncapitalised(title.trim_end_matches('.'))
}

/// The id of an exception's place in the paper.
#[must_use]
pub fn anchor(subject: Subject<'_>) -> String {
    format!("exception-{}", subject.id())
}

/// What an exception is about, by its name on paper.
#[must_use]
pub fn subject(subject: Subject<'_>) -> String {
    match subject {
        Subject::Indicator(indicator) => indicator.name.clone(),
        Subject::Action(action) => format!("Action {}", action.reference),
        Subject::Milestone(milestone) => format!("Milestone {}", milestone.reference),
    }
}

fn indicators(context: &Context<'_>) -> Vec<Count> {
    let counted = rating_counts::counts(context.assessment).into_iter();
    let count = |one: RatingCount| Count {
        rating: one.rating.into(),
        now: one.now.to_string(),
        before: one.before.to_string(),
    };
    counted.map(count).collect()
}

/// Actions by rating; those that left the plan only where there are any.
fn actions(context: &Context<'_>) -> Vec<Count> {
    let plan = &context.assessment.plan;
    let shown = |rating: &ActionRating| rating.is_in_plan() || plan.now.of(*rating) > 0;
    let count = |rating: ActionRating| Count {
        rating: rating.into(),
        now: plan.now.of(rating).to_string(),
        before: plan.before.of(rating).to_string(),
    };
    ActionRating::ALL.into_iter().filter(shown).map(count).collect()
}

/// How many ratings changed, and how many of these moves are no more than ordinary variation: counted, not headlined.
fn moves(context: &Context<'_>) -> String {
    let (now, before) = rating_counts::months(context.assessment);
    // What was not rated has no rating to change: a target that begins is no move.
    let rating =
        |one: &Assessed<'_>, month| rating_counts::rating_in(one, month).filter(|rating| rating.is_judged());
    let pair = |one: &Assessed<'_>| rating(one, now).zip(rating(one, before));
    let both: Vec<_> = context
        .in_use()
        .filter_map(|one| Some((one, pair(one)?)))
        .collect();
    let moved = both.iter().filter(|(_, (now, before))| now != before);
    let moved: Vec<_> = moved.map(|(one, _)| one).collect();
    let ordinary = moved
        .iter()
        .filter(|one| matches!(one.verdict.movement, Movement::Ordinary))
        .count();
    let all = words::count(both.len(), "indicator", "indicators");
    let changed = match (moved.len(), both.len()) {
        (_, 0) => return "No indicator was rated in both months.".to_owned(),
        (0, _) => return words::capitalised(&format!("{all} rated in both months: no rating changed.")),
        (some, _) => format!(
            "{} of {all} rated in both months changed {} rating",
            words::cardinal(some),
            its(some)
        ),
    };
    let sentence = words::capitalised(&changed);
    match ordinary {
        0 => format!("{sentence}."),
        all if all == moved.len() => format!("{sentence}, within ordinary variation."),
        some => format!(
            "{sentence}; {} of these changes {} ordinary variation.",
            words::cardinal(some),
            are(some)
        ),
    }
}

fn its(number: usize) -> &'static str {
    if number == 1 { "its" } else { "their" }
}

fn are(number: usize) -> &'static str {
    if number == 1 { "is" } else { "are" }
}

fn next(standing: &MilestoneStanding<'_>) -> Next {
    let due = standing
        .dates
        .as_ref()
        .map_or_else(|| "No date".to_owned(), |dates| dates.current.short());
    Next {
        due,
        title: standing.milestone.title.clone(),
        state: milestones::state(standing),
    }
}
