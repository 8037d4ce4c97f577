//! What holds for every plan: the order of the inputs does not matter, and the rating is the first that holds.

use crate::stage::{Stage, day, june, moments};
use crate::support::Folder;
use board_papers::analysis::action::ActionStanding;
use board_papers::analysis::funding;
use board_papers::analysis::rating::{ActionRating, ActionReason};
use board_papers::analysis::risks::register;
use board_papers::domain::{
    ActionState, ActionUpdate, Confidence, Date, DueDate, Evidence, Located, Programme, Return,
};
use board_papers::place::Place;
use proptest::prelude::*;
use std::sync::{Arc, OnceLock};

fn typed<T>(value: T) -> Located<T> {
    Located::new(value, Place::whole("inputs/plan.yaml"))
}

fn neutral() -> &'static Programme {
    static NEUTRAL: OnceLock<Programme> = OnceLock::new();
    NEUTRAL.get_or_init(|| Folder::neutral().check().into_parts().0.expect("no mistakes"))
}

/// Everything that the plan half says of June, but for the order of lists that follow the order of the inputs.
fn said(programme: &Programme) -> String {
    let plan = june(programme);
    let mut actions: Vec<String> = plan.actions.iter().map(|one| format!("{one:?}")).collect();
    actions.sort();
    let register = register(programme, &moments(programme, "2024-06"));
    let funding = funding::standing(programme, plan.moment.month);
    format!(
        "{actions:?} {:?} {:?} {:?} {register:?} {funding:?}",
        plan.now, plan.before, plan.burn_up
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_returns_meetings_and_actions_does_not_matter(
        returns in Just((0..6).collect::<Vec<usize>>()).prop_shuffle(),
        meetings in Just((0..6).collect::<Vec<usize>>()).prop_shuffle(),
        actions in Just((0..5).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let mut shuffled = neutral().clone();
        shuffled.returns = returns.iter().map(|at| neutral().returns[*at].clone()).collect();
        shuffled.calendar.meetings = meetings.iter().map(|at| neutral().calendar.meetings[*at].clone()).collect();
        shuffled.plan.actions = actions.iter().map(|at| neutral().plan.actions[*at].clone()).collect();
        prop_assert_eq!(said(&shuffled), said(neutral()));
    }

    #[test]
    fn a_later_month_changes_nothing(month in 7_u32..=12) {
        let mut later = neutral().clone();
        let mut sent = Return::clone(&neutral().returns[5]);
        sent.month = typed(format!("2024-{month:02}").parse().expect("a month"));
        later.returns.push(sent.into());
        prop_assert_eq!(said(&later), said(neutral()));
    }
}

/// An action that may be anything: its start, its dates, each agreed in June, and its update in June's return.
#[derive(Debug, Clone)]
struct Anything {
    start: Date,
    due: Vec<Date>,
    state: ActionState,
    confidence: Option<Confidence>,
    forecast: Option<Date>,
    completed: Option<Date>,
    accepted: Option<Date>,
}

fn dates() -> impl Strategy<Value = Date> {
    (0_u64..200).prop_map(|days| day("2024-04-15").plus_days(days))
}

fn anything() -> impl Strategy<Value = Anything> {
    let states = [
        ActionState::NotStarted,
        ActionState::InProgress,
        ActionState::Complete,
    ];
    let confidences = [Confidence::OnTrack, Confidence::AtRisk, Confidence::OffTrack];
    (
        dates(),
        prop::collection::vec(dates(), 1..4),
        prop::sample::select(states.to_vec()),
        prop::option::of(prop::sample::select(confidences.to_vec())),
        prop::option::of(dates()),
        prop::option::of(dates()),
        prop::option::of(dates()),
    )
        .prop_map(
            |(start, due, state, confidence, forecast, completed, accepted)| Anything {
                start,
                due,
                state,
                confidence,
                forecast,
                completed,
                accepted,
            },
        )
}

impl Anything {
    fn programme(&self) -> Programme {
        let mut programme = neutral().clone();
        programme.plan.actions.truncate(1);
        let action = &mut programme.plan.actions[0];
        action.start = typed(self.start);
        action.due = self
            .due
            .iter()
            .enumerate()
            .map(|(at, date)| due(at, *date))
            .collect();
        let id = action.id.clone();
        for sent in programme.returns.iter_mut().map(Arc::make_mut) {
            sent.actions.0.clear();
        }
        let june = programme
            .returns
            .iter_mut()
            .rfind(|sent| sent.from.value().as_str() == "northmere");
        Arc::make_mut(june.expect("June's return"))
            .actions
            .0
            .push((id, self.update()));
        programme
    }

    fn update(&self) -> ActionUpdate {
        let held = "A list".to_owned();
        ActionUpdate {
            state: self.state,
            confidence: self.confidence,
            forecast: self.forecast.map(typed),
            completed: self.completed.map(typed),
            evidence: self.accepted.map(|on| Evidence {
                held,
                accepted: Some(typed(on)),
            }),
            note: None,
        }
    }

    fn is_done(&self) -> bool {
        self.state == ActionState::Complete && self.completed.is_none_or(|on| on <= as_at())
    }
}

fn due(at: usize, date: Date) -> DueDate {
    let agreed = (at > 0).then(|| typed("group_2024_06".parse().expect("a name")));
    DueDate {
        date: typed(date),
        agreed,
        reason: None,
    }
}

fn as_at() -> Date {
    day("2024-06-30")
}

/// The reasons for red, one at a time, straight from what was typed.
fn red(of: &Anything) -> Vec<ActionReason> {
    let current = *of.due.last().expect("a date");
    let put_off = of.due.windows(2).filter(|pair| pair[1] > pair[0]);
    let after_due = put_off.clone().any(|pair| day("2024-06-20") > pair[0]);
    let done_later = of
        .completed
        .filter(|on| of.state == ActionState::Complete && *on > as_at());
    let forecast = done_later.or(of.forecast);
    let mut reasons = Vec::new();
    reasons.extend((current < as_at()).then_some(ActionReason::Overdue(current)));
    reasons.extend(
        forecast
            .filter(|on| *on > current)
            .map(ActionReason::ForecastLate),
    );
    reasons.extend((of.confidence == Some(Confidence::OffTrack)).then_some(ActionReason::OffTrack));
    reasons.extend((put_off.clone().count() > 1).then(|| ActionReason::MovedTwice(put_off.count())));
    reasons.extend(after_due.then_some(ActionReason::MovedAfterDue));
    reasons
}

fn standing_of(programme: &Programme) -> ActionStanding<'_> {
    june(programme).actions.swap_remove(0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_rating_is_the_first_that_holds(of in anything()) {
        let programme = of.programme();
        let standing = standing_of(&programme);
        let expected_red = red(&of);
        let explained = matches!(standing.rating, ActionRating::Red | ActionRating::Amber);
        prop_assert_eq!(explained, !standing.reasons.is_empty(), "red and amber give reasons, and nothing else does");
        if of.is_done() {
            let accepted = of.accepted.is_some_and(|on| on <= as_at());
            let rating = if accepted { ActionRating::Complete } else { ActionRating::EvidenceAwaited };
            prop_assert_eq!(standing.rating, rating);
        } else if !expected_red.is_empty() {
            prop_assert_eq!(standing.rating, ActionRating::Red);
            prop_assert_eq!(standing.reasons, expected_red);
        } else {
            prop_assert_ne!(standing.rating, ActionRating::Red);
            let at_risk = of.confidence == Some(Confidence::AtRisk);
            prop_assert!(!at_risk || standing.rating == ActionRating::Amber);
        }
    }

    #[test]
    fn slippage_is_the_sum_of_its_moves(of in anything()) {
        let programme = of.programme();
        let standing = standing_of(&programme);
        let dates = standing.dates.as_ref().expect("dates");
        let moved: i64 = dates.moves.iter().map(|change| change.days()).sum();
        prop_assert_eq!(dates.days(), moved);
        prop_assert_eq!(dates.first, of.due[0]);
        prop_assert_eq!(Some(&dates.current), of.due.last());
    }
}

#[test]
fn the_stage_and_the_neutral_programme_agree_on_the_paper() {
    let programme = Stage::new().programme();
    assert_eq!(
        moments(&programme, "2024-06").now,
        moments(neutral(), "2024-06").now
    );
}
