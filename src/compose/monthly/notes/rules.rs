//! The rules of the paper in plain words: ratings, exceptions, answers, methods, rounding and dates.
//! Knows the words of each rule; the rule itself stands where it is applied.

use crate::analysis::assurances::{self, HOW_ANSWERED};
use crate::analysis::exceptions::Rule;
use crate::analysis::method::{self, Method};
use crate::analysis::rating::{ActionRating, Rating};
use crate::compose::context::Context;
use crate::compose::printed;
use crate::compose::shapes::{Cell, Column, Table, Words, paragraph};
use crate::domain::Counting;
use crate::words;

/// How an indicator is rated.
pub fn rating() -> Table {
    Table::new(
        "notes-rating",
        "How an indicator is rated",
        [Column::marks("Rating"), Column::words("Rule", 5)],
        Rating::ALL.map(|rating| vec![Cell::mark(rating), rating_rule(rating).into()]),
        "",
    )
}

fn rating_rule(rating: Rating) -> &'static str {
    match rating {
        Rating::BetterThanPlanned => {
            "Beyond the target by more than the tolerance on the better side: check whether the figure is right."
        }
        Rating::OnTarget => {
            "At the target of the figure’s own month, or better; for a range, within its bounds. A target of none or of all is tested on \
             the counts; where no single case is tolerated, one is off target."
        }
        Rating::WithinTolerance => {
            "Short of the target, by no more than the tolerance on the worse side; for a range, outside it by no more than the tolerance on \
             that side."
        }
        Rating::OffTarget => "Short of the target by more than the tolerance.",
        Rating::NoData => "A figure is owed and is not there.",
        Rating::NotRated => {
            "Neither high nor low is good, there is no target of the same definition, there are too few cases, or the target lies within \
             the range of a sample."
        }
    }
}

/// The ratings of actions in the order in which their rules are asked.
const AS_ASKED: [ActionRating; 8] = [
    ActionRating::Withdrawn,
    ActionRating::Superseded,
    ActionRating::Complete,
    ActionRating::EvidenceAwaited,
    ActionRating::Red,
    ActionRating::Amber,
    ActionRating::NotDue,
    ActionRating::Green,
];

/// How an action is rated.
pub fn plan() -> Table {
    Table::new(
        "notes-plan-rating",
        "How an action of the plan is rated: the first rule that holds",
        [Column::marks("Rating"), Column::words("Rule", 5)],
        AS_ASKED.map(|rating| vec![Cell::mark(rating), action_rule(rating).into()]),
        "",
    )
}

fn action_rule(rating: ActionRating) -> &'static str {
    match rating {
        ActionRating::Withdrawn => "A meeting agreed that it leaves the plan.",
        ActionRating::Superseded => "A meeting agreed that another action takes its place.",
        ActionRating::Complete => "Done, and the evidence accepted.",
        ActionRating::EvidenceAwaited => "Its owner says that it is done; the evidence is not accepted yet.",
        ActionRating::Red => {
            "Past its current date, expected after it, off track, put off twice or more, or put off after it fell due."
        }
        ActionRating::Amber => "At risk, or put off once and no update since then says that it is on track.",
        ActionRating::NotDue => "The day on which work starts is still to come.",
        ActionRating::Green => "On track to its current date.",
    }
}

/// What makes an exception, the gravest rule first.
pub fn exceptions() -> Table {
    let rows = Rule::ALL.iter().zip(1_u32..);
    Table::new(
        "notes-exceptions",
        "What makes an exception, the gravest rule first; then by months running, then by name in the inputs",
        [Column::short("Rank"), Column::words("Rule", 1)],
        rows.map(|(rule, rank)| vec![rank.to_string().into(), rule.words().into()]),
        "",
    )
}

/// How the questions of the first page are answered.
pub fn answers(context: &Context<'_>) -> Table {
    let counted = assurances::lines(context.assessment);
    let rows = counted.iter().map(|line| (line.question.words(), line.rule));
    Table::new(
        "notes-answers",
        "What is counted for each answer in the director’s summary",
        [Column::words("Question", 2), Column::words("What is counted", 5)],
        rows.chain([("The answer", HOW_ANSWERED)])
            .map(|(question, rule)| vec![question.into(), rule.into()]),
        "",
    )
}

/// How each kind of series is tested.
pub fn methods() -> Table {
    let row = |rule: &'static str| {
        let (kind, done) = rule.split_once(": ").unwrap_or(("", rule));
        vec![kind.into(), words::capitalised(done).into()]
    };
    Table::new(
        "notes-methods",
        "How each kind of series is tested",
        [
            Column::words("Kind", 1),
            Column::words("What is done, and why", 5),
        ],
        method::TABLE.map(|(_, rule)| row(rule)),
        "",
    )
}

/// False signals, rounding and dates.
pub fn in_words(context: &Context<'_>) -> Words {
    let charts = context
        .in_use()
        .filter(|one| matches!(one.method, Method::ControlChart { .. }))
        .count();
    let rounding = "Percentages, rates and averages are computed from their counts and rounded once, half away from nought. What is \
                    not 0 or 100 per cent is never printed so. Differences are taken between printed values, so that what is printed \
                    explains itself.";
    let signals = format!(
        "A control chart signals a value outside its limits, seven values in a row on one side of the average, seven in a row rising \
         or falling, and two of three close to a limit. Words say since when the pattern that holds now has run; charts colour every \
         month of any pattern. Of {}, {}.",
        words::count(charts, "control chart", "control charts"),
        printed::by_chance(charts)
    );
    let small = few_cases(context.charter().disclosure.smallest_denominator);
    [
        signals,
        ASSURED.to_owned(),
        small,
        IN_A_ROW.to_owned(),
        AHEAD.to_owned(),
        rounding.to_owned(),
        dates(context),
    ]
    .map(paragraph)
    .into()
}

/// What the icons of assurance say.
const ASSURED: &str = "A process passes where its limits lie on the good side of the target, and fails where they lie on the other; between \
                       them it hits or misses by chance. For a range, passing with both limits inside it and failing with both outside \
                       is our own extension of the method.";

/// How months at target are counted.
const IN_A_ROW: &str = "Months in a row at target, or off it, are those up to the latest. Within tolerance is neither. A month of which \
                        nothing can be said ends the row, and so does a new definition.";

/// When there is a forecast.
const AHEAD: &str = "Pace is what was gained a month since the baseline, against what is needed a month for the end target; a baseline of \
                     several months stands in the middle of them. A forecast is made only for monthly flows with limits that do not \
                     follow the seasons: a damped trend, nine months ahead at most, with the range that holds 95 in a hundred.";

/// How few cases are too few.
fn few_cases(smallest: u32) -> String {
    format!(
        "A percentage of fewer than {smallest} cases is marked [u]. It is rated only together with the months before it, as many as bring \
         the cases to {smallest} and no more than twelve; a number on a day is never taken together. A sample is rated only where the \
         range of its uncertainty (Wilson, 95%) leaves the target out."
    )
}

fn dates(context: &Context<'_>) -> String {
    let occasion = context.assessment.occasion;
    let rule = occasion.due_rule(context.programme());
    let days = usize::try_from(rule.working_days).unwrap_or_default();
    let counted = match rule.count {
        Counting::Clear => "clear days: neither the day on which it is sent nor that of the meeting counts",
        Counting::Back => "counted back from the meeting, whose own day does not count",
    };
    format!(
        "“Overdue” and days left go by {}, the last day of the month. The paper holds what was known on {}, its cut-off. It is due {} \
         before its meeting ({}), {counted}.",
        occasion.as_at,
        occasion.cut_off,
        words::count(days, "working day", "working days"),
        rule.source,
    )
}
