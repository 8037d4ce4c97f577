//! The timeline of milestones to excellence, first dates and present ones. Knows how milestones stand; what late means was decided in the analysis.

use crate::analysis::Assessment;
use crate::analysis::milestone::{MilestoneStanding, MilestoneState};
use crate::analysis::slippage::Slippage;
use crate::charts::milestones::{self, Milestone, Reached, Timeline};
use crate::charts::scene::Size;
use crate::charts::{Label, Measure};
use crate::draw::said::{Said, cut, how_many};
use crate::draw::table::{Column, table};
use crate::draw::window::period;
use crate::draw::{DataTable, Drawn, convert};
use crate::words;

/// A milestone that has a date, and its dates.
struct Dated<'a, 'p> {
    standing: &'a MilestoneStanding<'p>,
    dates: &'a Slippage<'p>,
}

/// The timeline; `None` where no milestone has a date.
pub(super) fn milestones(assessment: &Assessment<'_>, measure: &dyn Measure) -> Option<Drawn> {
    let all = dated(&assessment.plan.milestones);
    let aim = *assessment.programme.charter.excellence.date.value();
    let as_at = assessment.occasion.as_at;
    let timeline = Timeline {
        width: Size::FULL.width,
        rows: all.iter().filter_map(row).collect(),
        as_at: (convert::day(as_at)?, Label::from(as_at.to_string())),
        aim: Some((convert::day(aim)?, Label::from(format!("Excellence by {aim}")))),
    };
    let first = all
        .iter()
        .map(|one| one.dates.first.min(one.dates.current))
        .min()?;
    let last = all.iter().map(|one| one.dates.current).fold(aim, Ord::max);
    let said = Said {
        title: title(&all),
        subtitle: format!(
            "Milestones, first and present dates, {}",
            period(first.month(), last.month())
        ),
        alt: alt(&all),
        notes: cut(all.len(), "milestones").into_iter().collect(),
        data: data(&all),
    };
    Some(Drawn::of(milestones::lay_out(&timeline, measure), said))
}

fn dated<'a, 'p>(all: &'a [MilestoneStanding<'p>]) -> Vec<Dated<'a, 'p>> {
    all.iter()
        .filter_map(|standing| {
            Some(Dated {
                standing,
                dates: standing.dates.as_ref()?,
            })
        })
        .collect()
}

fn row(one: &Dated<'_, '_>) -> Option<Milestone> {
    let milestone = one.standing.milestone;
    let state = match one.standing.state {
        MilestoneState::Achieved(on) => Reached::On(convert::day(on)?),
        MilestoneState::Missed | MilestoneState::ForecastLate(_) | MilestoneState::Due => {
            Reached::Due(convert::day(one.dates.current)?)
        }
    };
    Some(Milestone {
        name: Label::from(format!("{} {}", milestone.reference, milestone.title)),
        first: convert::day(one.dates.first)?,
        state,
        note: Some(Label::from(note(one))),
    })
}

/// A few words at the end of a row.
fn note(one: &Dated<'_, '_>) -> String {
    let current = one.dates.current.short();
    match one.standing.state {
        MilestoneState::Achieved(on) => format!("{}, reached", on.short()),
        MilestoneState::Missed => format!("{current}, missed"),
        MilestoneState::ForecastLate(expected) => format!("{current}, expected {}", expected.short()),
        MilestoneState::Due => match one.dates.times_moved() {
            0 => current,
            1 => format!("{current}, put off once"),
            2 => format!("{current}, put off twice"),
            times => format!("{current}, put off {} times", words::cardinal(times)),
        },
    }
}

/// Which of four groups a milestone is in: reached, missed, expected late, still to come.
fn group(state: MilestoneState) -> usize {
    match state {
        MilestoneState::Achieved(_) => 0,
        MilestoneState::Missed => 1,
        MilestoneState::ForecastLate(_) => 2,
        MilestoneState::Due => 3,
    }
}

fn title(all: &[Dated<'_, '_>]) -> String {
    let of = |wanted: usize| {
        all.iter()
            .filter(|one| group(one.standing.state) == wanted)
            .count()
    };
    let reached = format!(
        "{} of {} reached",
        words::capitalised(&how_many(of(0))),
        words::count(all.len(), "milestone", "milestones")
    );
    let others = [(of(1), "missed"), (of(2), "expected late")];
    let others = others
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| format!(", {} {what}", words::cardinal(*number)));
    std::iter::once(reached).chain(others).collect()
}

/// What a listener is told: those reached and missed, the next one, those put off, and the rest.
fn alt(all: &[Dated<'_, '_>]) -> Vec<String> {
    let in_group = |wanted: usize| -> Vec<String> {
        all.iter()
            .filter(|one| group(one.standing.state) == wanted)
            .map(|one| one.standing.milestone.reference.clone())
            .collect()
    };
    let sentence = |before: &str, names: Vec<String>| {
        (!names.is_empty()).then(|| format!("{before}: {}.", words::list_of(&names)))
    };
    let put_off = all.iter().filter(|one| one.dates.times_moved() > 0);
    let sentences = [
        sentence("Reached", in_group(0)),
        sentence("Missed", in_group(1)),
        sentence("Expected after their date", in_group(2)),
        next(all),
        sentence("Put off", put_off.map(moved).collect()),
        sentence("Still to come", in_group(3)),
    ];
    sentences.into_iter().flatten().collect()
}

/// The first that is still to be reached.
fn next(all: &[Dated<'_, '_>]) -> Option<String> {
    let ahead = all.iter().filter(|one| group(one.standing.state) > 1);
    let next = ahead.min_by_key(|one| one.dates.current)?;
    let milestone = next.standing.milestone;
    Some(format!(
        "Next, on {}: {} {}",
        next.dates.current,
        milestone.reference,
        words::sentence(&milestone.title)
    ))
}

/// From which day to which a milestone was put off.
fn moved(one: &Dated<'_, '_>) -> String {
    format!(
        "{} from {} to {}",
        one.standing.milestone.reference,
        one.dates.first.short(),
        one.dates.current.short()
    )
}

fn data(all: &[Dated<'_, '_>]) -> DataTable {
    let milestone = |one: &Dated<'_, '_>| one.standing.milestone.title.clone();
    table([
        Column::of("Ref", all, |one| one.standing.milestone.reference.clone()),
        Column::of("Milestone", all, milestone),
        Column::of("First date", all, |one| one.dates.first.to_string()),
        Column::of("Present date", all, |one| one.dates.current.to_string()),
        Column::of("Times put off", all, |one| one.dates.times_moved().to_string()),
        Column::of("State", all, |one| one.standing.state.word().to_owned()),
        Column::of("Reached or expected", all, |one| match one.standing.state {
            MilestoneState::Achieved(day) | MilestoneState::ForecastLate(day) => day.to_string(),
            MilestoneState::Missed | MilestoneState::Due => one
                .standing
                .forecast
                .map_or_else(String::new, |day| day.to_string()),
        }),
    ])
}
