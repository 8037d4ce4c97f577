//! The plan: progress by recommendation and theme, the lists that a board asks for, then every action.
//! Knows which list holds what; how an action is rated is worked out before.

use crate::analysis::action::ActionStanding;
use crate::analysis::plan_progress::{Part, PlanProgress};
use crate::analysis::rating::ActionRating;
use crate::analysis::tally::Tally;
use crate::compose::context::{Context, Desk};
use crate::compose::monthly::every_action::every_action;
use crate::compose::printed;
use crate::compose::shapes::{Cell, Chart, Column, Table, Words, paragraph};
use crate::domain::{Date, Month, Office, Theme};
use crate::words;
use serde::Serialize;

/// The section.
#[derive(Debug, Serialize)]
pub struct Plan {
    /// The plan in sum, then the director's words.
    pub words: Words,
    /// Actions by rating, a bar a recommendation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Chart>,
    /// Completed against planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub burn_up: Option<Chart>,
    /// Counts by recommendation.
    pub by_recommendation: Table,
    /// Counts by theme.
    pub by_theme: Table,
    /// Past their date.
    pub overdue: Table,
    /// Put off.
    pub slipped: Table,
    /// Done, without accepted evidence.
    pub evidence_awaited: Table,
    /// Due in the next two months.
    pub due_next: Table,
    /// Without an update, by owner.
    pub no_update: Table,
    /// Every action, by recommendation.
    pub all: Table,
}

/// The section of the paper's month.
pub fn plan(context: &Context<'_>, desk: &mut Desk<'_>) -> Plan {
    let plan = &context.assessment.plan;
    let said = context.directors_words().and_then(|words| words.plan.as_ref());
    let mut words = vec![paragraph(in_sum(context))];
    words.extend(said.map(|said| desk.words(said)).unwrap_or_default());
    let (status, burn_up) = (
        context.charts.plan_status.as_ref(),
        context.charts.burn_up.as_ref(),
    );
    Plan {
        words,
        status: status.map(|drawn| {
            desk.pictures
                .place_beside(drawn, "plan-status", "plan-by-recommendation")
        }),
        burn_up: burn_up.map(|drawn| desk.pictures.place(drawn, "plan-burn-up")),
        by_recommendation: by_recommendation(context),
        by_theme: by_theme(context),
        overdue: overdue(context, &plan.overdue()),
        slipped: slipped(context, &plan.slipped()),
        evidence_awaited: evidence_awaited(context, &plan.evidence_awaited()),
        due_next: due_next(context, &plan.due_next()),
        no_update: no_update(context),
        all: every_action(context),
    }
}

fn in_sum(context: &Context<'_>) -> String {
    let plan = &context.assessment.plan;
    if plan.now.total() == 0 {
        return "The plan has no actions.".to_owned();
    }
    let planned = plan
        .burn_up_now()
        .map(|now| planned(now.planned_current, now.planned_first));
    let sentences = [Some(complete(plan)), planned, Some(troubled(plan))];
    let sentences: Vec<String> = sentences.into_iter().flatten().collect();
    sentences.join(" ")
}

/// `14 of 61 actions are complete with their evidence accepted; four more are done, and their evidence is still to be accepted.`
fn complete(plan: &PlanProgress<'_>) -> String {
    let (done, awaited) = (
        plan.now.of(ActionRating::Complete),
        plan.now.of(ActionRating::EvidenceAwaited),
    );
    let all = words::count(plan.now.in_plan(), "action", "actions");
    let number = words::capitalised(&printed::number_or_none(done));
    let verb = if done <= 1 { "is" } else { "are" };
    let accepted = match done {
        0 => String::new(),
        _ => " with their evidence accepted".to_owned(),
    };
    let more = match awaited {
        0 => String::new(),
        some => format!(
            "; {} more {} done, and {} evidence is still to be accepted",
            words::cardinal(some),
            if some == 1 { "is" } else { "are" },
            if some == 1 { "its" } else { "their" },
        ),
    };
    format!("{number} of {all} {verb} complete{accepted}{more}.")
}

fn planned(current: usize, first: usize) -> String {
    match (current, first) {
        (0, 0) => "None was to be complete by now.".to_owned(),
        (current, first) if current == first => {
            format!(
                "{} should be complete by now.",
                words::capitalised(&words::cardinal(current))
            )
        }
        (current, first) => format!(
            "By their current dates {} should be complete by now, by their first dates {}.",
            printed::number_or_none(current),
            printed::number_or_none(first)
        ),
    }
}

fn troubled(plan: &PlanProgress<'_>) -> String {
    let (red, amber) = (plan.now.of(ActionRating::Red), plan.now.of(ActionRating::Amber));
    match (red, amber, plan.overdue().len()) {
        (0, 0, 0) => "None is red, amber or past its date.".to_owned(),
        (red, amber, overdue) => format!(
            "{} red and {} amber; {} past the date set.",
            words::capitalised(&printed::so_many_are(red)),
            printed::so_many_are(amber),
            printed::so_many_are(overdue)
        ),
    }
}

/// The ratings of actions that are in the plan, with the heads of their columns.
const COUNTED: [(ActionRating, &str); 6] = [
    (ActionRating::Complete, "Complete"),
    (ActionRating::EvidenceAwaited, "Evidence awaited"),
    (ActionRating::Green, "Green"),
    (ActionRating::Amber, "Amber"),
    (ActionRating::Red, "Red"),
    (ActionRating::NotDue, "Not due"),
];

fn by_recommendation(context: &Context<'_>) -> Table {
    let plan = &context.assessment.plan;
    let columns = [Column::words("Recommendation", 1), Column::figures("Actions")];
    let ratings = COUNTED.map(|(_, head)| Column::figures(head));
    let row = |name: String, tally: &Tally| {
        let counts = COUNTED.map(|(rating, _)| tally.of(rating));
        let counts = std::iter::once(tally.in_plan()).chain(counts);
        std::iter::once(name)
            .chain(counts.map(|count| count.to_string()))
            .map(Cell::from)
            .collect()
    };
    let parts = plan.by_recommendation.iter();
    let rows = parts.map(|part| row(format!("{} {}", part.of.reference, part.of.title), &part.now));
    let all = (plan.now.total() > 0).then(|| row("The whole plan".to_owned(), &plan.now));
    Table::new(
        "plan-by-recommendation",
        format!(
            "Number of actions by recommendation and rating, {}",
            context.as_at()
        ),
        columns.into_iter().chain(ratings),
        rows.chain(all),
        "The plan has no actions.",
    )
    .summed_up("An action that answers two recommendations is counted for both, and once in the last row.")
}

fn by_theme(context: &Context<'_>) -> Table {
    let columns = [
        Column::words("Theme", 1),
        Column::figures("Actions"),
        Column::figures("Complete"),
        Column::figures("Planned to be complete"),
        Column::figures("Overdue"),
    ];
    let plan = &context.assessment.plan;
    Table::new(
        "plan-by-theme",
        format!("Number of actions by theme, {}", context.as_at()),
        columns,
        plan.by_theme.iter().map(|part| theme(plan, part)),
        "The plan has no actions.",
    )
}

/// Complete is complete with its evidence accepted; planned goes by the current dates.
fn theme(plan: &PlanProgress<'_>, part: &Part<'_, Theme>) -> Vec<Cell> {
    let mine = || {
        plan.actions
            .iter()
            .filter(|one| one.action.theme.value() == part.of.id.value())
    };
    let as_at = plan.moment.as_at;
    let planned = mine().filter(|one| one.is_in_plan() && current(one).is_some_and(|due| due <= as_at));
    let overdue = mine().filter(|one| one.overdue_days.is_some());
    let counts = [
        part.now.in_plan(),
        part.now.of(ActionRating::Complete),
        planned.count(),
        overdue.count(),
    ];
    std::iter::once(part.of.name.clone())
        .chain(counts.map(|count| count.to_string()))
        .map(Cell::from)
        .collect()
}

fn current(standing: &ActionStanding<'_>) -> Option<Date> {
    standing.dates.as_ref().map(|dates| dates.current)
}

fn first(standing: &ActionStanding<'_>) -> Option<Date> {
    standing.dates.as_ref().map(|dates| dates.first)
}

/// The number of an action and what is to be done.
fn named(standing: &ActionStanding<'_>) -> [String; 2] {
    [standing.action.reference.clone(), standing.action.title.clone()]
}

fn row(cells: impl IntoIterator<Item = String>) -> Vec<Cell> {
    cells.into_iter().map(Cell::from).collect()
}

fn overdue(context: &Context<'_>, actions: &[&ActionStanding<'_>]) -> Table {
    let columns = [
        Column::short("Action"),
        Column::words("What is to be done", 4),
        Column::words("Owner", 3),
        Column::short("Due"),
        Column::figures("Days over"),
    ];
    let rows = actions.iter().map(|one| {
        let owner = context.office(one.action.owner.value());
        let days = one.overdue_days.unwrap_or_default().to_string();
        row(named(one)
            .into_iter()
            .chain([owner, printed::day_or_none(current(one)), days]))
    });
    Table::new(
        "plan-overdue",
        format!(
            "Actions past their current date at {}, the longest first",
            context.as_at()
        ),
        columns,
        rows,
        "No action is past its current date.",
    )
}

fn slipped(context: &Context<'_>, actions: &[&ActionStanding<'_>]) -> Table {
    let columns = [
        Column::short("Action"),
        Column::words("What is to be done", 4),
        Column::short("First date"),
        Column::short("Current date"),
        Column::figures("Days later"),
        Column::figures("Times put off"),
    ];
    let rows = actions.iter().map(|one| {
        let days = one.dates.as_ref().map_or(0, |dates| dates.days()).to_string();
        let times = one
            .dates
            .as_ref()
            .map_or(0, |dates| dates.times_moved())
            .to_string();
        let day = printed::day_or_none;
        row(named(one)
            .into_iter()
            .chain([day(first(one)), day(current(one)), days, times]))
    });
    Table::new(
        "plan-slipped",
        format!(
            "Unfinished actions whose date is later than the first agreed, {}",
            context.as_at()
        ),
        columns,
        rows,
        "No unfinished action has a later date than the first that was agreed.",
    )
}

fn evidence_awaited(context: &Context<'_>, actions: &[&ActionStanding<'_>]) -> Table {
    let columns = [
        Column::short("Action"),
        Column::words("What was to be done", 4),
        Column::short("Completed"),
        Column::words("Evidence held", 3),
    ];
    let rows = actions.iter().map(|one| {
        let update = one.update.as_ref();
        let held = update.and_then(|update| update.evidence.as_ref());
        let held = held.map_or_else(|| "None named".to_owned(), |evidence| evidence.held.to_owned());
        let done = printed::day_or_none(update.and_then(|update| update.completed));
        row(named(one).into_iter().chain([done, held]))
    });
    Table::new(
        "plan-evidence",
        format!(
            "Actions complete whose evidence was not accepted by {}",
            context.as_at()
        ),
        columns,
        rows,
        "No complete action waits for its evidence to be accepted.",
    )
}

fn due_next(context: &Context<'_>, actions: &[&ActionStanding<'_>]) -> Table {
    let columns = [
        Column::short("Action"),
        Column::words("What is to be done", 4),
        Column::words("Owner", 3),
        Column::short("Due"),
        Column::marks("Rating"),
    ];
    let rows = actions.iter().map(|one| {
        let owner = context.office(one.action.owner.value());
        let day = printed::day_or_none(current(one));
        let mut cells = row(named(one).into_iter().chain([owner, day]));
        cells.push(Cell::mark(one.rating));
        cells
    });
    let (next, last) = (context.month().plus(1), context.month().plus(2));
    Table::new(
        "plan-due-next",
        format!("Actions due in {next} and {last}, the earliest first"),
        columns,
        rows,
        format!("No unfinished action falls due in {next} or {last}."),
    )
}

fn no_update(context: &Context<'_>) -> Table {
    let plan = &context.assessment.plan;
    let month = context.month();
    let silent = plan.silent_by_owner();
    let empty = if plan.actions.is_empty() {
        "The plan has no actions.".to_owned()
    } else {
        format!("Every live action had an update for {month}.")
    };
    Table::new(
        "plan-no-update",
        format!("Actions without an update for {month}, by owner"),
        [
            Column::words("Owner", 2),
            Column::words("Actions, with the month of the last update", 3),
        ],
        silent
            .iter()
            .map(|(office, actions)| owner(context, office, actions)),
        empty,
    )
}

fn owner(context: &Context<'_>, office: &Office, actions: &[&ActionStanding<'_>]) -> Vec<Cell> {
    let last = |month: Option<Month>| month.map_or_else(|| "none".to_owned(), Month::short);
    let listed = actions.iter().map(|one| {
        let month = one.update.as_ref().map(|update| update.month);
        format!("{} ({})", one.action.reference, last(month))
    });
    let listed: Vec<String> = listed.collect();
    row([context.office(office.id.value()), listed.join(", ")])
}
