//! The evidence for each line of the first page: what is counted, and the sentence that says so.
//! Knows where in the assessment each count lies; the rule from counts to answer is `assurances`'.

use crate::analysis::Assessment;
use crate::analysis::action::{ActionStanding, Freshness};
use crate::analysis::assurances::{AssuranceLine, Question, Share};
use crate::analysis::comparison::Comparability;
use crate::analysis::exceptions::Subject;
use crate::analysis::funding::{FundingStanding, GrantYear};
use crate::analysis::half_year;
use crate::analysis::indicator::{Assessed, Life};
use crate::analysis::milestone::MilestoneState;
use crate::analysis::movement::{Direction, Movement};
use crate::analysis::rating::{ActionRating, Rating};
use crate::analysis::returns::Arrival;
use crate::domain::{Good, Id, Measure};
use crate::words;
use rust_decimal::Decimal;

/// The line for one question.
pub(super) fn line(assessment: &Assessment<'_>, question: Question) -> AssuranceLine {
    let (shares, evidence, rule) = match question {
        Question::WellPlanned => well_planned(assessment),
        Question::Targeted => targeted(assessment),
        Question::Pace => pace(assessment),
        Question::BestPractice => best_practice(assessment),
        Question::Resources => resources(assessment),
        Question::RobustData => robust_data(assessment),
        Question::IssuesDealtWith => issues_dealt_with(assessment),
        Question::OnTrack => on_track(assessment),
    };
    AssuranceLine {
        question,
        answer: Share::answer_of(&shares),
        evidence: format!("{}.", words::capitalised(&evidence.join("; "))),
        rule,
    }
}

/// What is counted, the parts of the sentence, and the rule for the notes.
type Evidence = (Vec<Share>, Vec<String>, &'static str);

/// Words for one and for several.
type Number = (&'static str, &'static str);

const ARE: Number = ("is", "are");
const WERE: Number = ("was", "were");
const HAVE: Number = ("has", "have");
const ACTIONS: Number = ("action", "actions");
const INDICATORS: Number = ("indicator", "indicators");

/// `five of seven actions have`, `all seven actions have`, `the one action has`, `no actions have`.
fn of(share: Share, noun: Number, verb: Number) -> String {
    let all = words::cardinal(share.of);
    match (share.holds, share.of) {
        (_, 0) => format!("no {} {}", noun.1, verb.1),
        (0, _) => format!("none of {} {}", words::count(share.of, noun.0, noun.1), verb.0),
        (_, 1) => format!("the one {} {}", noun.0, verb.0),
        (holds, of) if holds >= of => format!("all {all} {} {}", noun.1, verb.1),
        (1, _) => format!("one of {all} {} {}", noun.1, verb.0),
        (holds, _) => format!("{} of {all} {} {}", words::cardinal(holds), noun.1, verb.1),
    }
}

/// `no actions are`, `one action is`, `three actions are`.
fn so_many(number: usize, noun: Number, verb: Number) -> String {
    let verb = if number == 1 { verb.0 } else { verb.1 };
    format!("{} {verb}", words::count(number, noun.0, noun.1))
}

fn well_planned(assessment: &Assessment<'_>) -> Evidence {
    let actions = Share::among(live(assessment), |standing| is_measured(standing));
    let answered = Share::among(&assessment.plan.by_recommendation, |part| part.now.in_plan() > 0);
    let dates = live(assessment).filter_map(|standing| standing.dates.as_ref());
    let moved = dates.filter(|dates| dates.times_moved() > 0).count();
    let evidence = vec![
        format!("{} a date and a measure of success", of(actions, ACTIONS, HAVE)),
        format!(
            "{} answered by an action",
            of(answered, ("recommendation", "recommendations"), ARE)
        ),
        format!("{} had their date put off", so_many(moved, ACTIONS, HAVE)),
    ];
    let rule =
        "Actions in the plan with a date and a measure of success; recommendations with at least one action.";
    (vec![actions, answered], evidence, rule)
}

fn live<'a, 'p>(assessment: &'a Assessment<'p>) -> impl Iterator<Item = &'a ActionStanding<'p>> {
    assessment
        .plan
        .actions
        .iter()
        .filter(|standing| standing.is_in_plan())
}

fn is_measured(standing: &ActionStanding<'_>) -> bool {
    let named = |measure: &Measure| measure.text.is_some() || measure.indicator.is_some();
    standing.dates.is_some() && standing.action.measures.iter().any(named)
}

fn targeted(assessment: &Assessment<'_>) -> Evidence {
    let troubled = || in_use(assessment).filter(|assessed| is_troubled(assessed));
    let share = Share::among(troubled(), |assessed| {
        is_addressed(assessment, assessed.indicator.id.value())
    });
    let rated = in_use(assessment).any(|assessed| is_rated(assessed));
    let rule = "Indicators that are off target or show a signal of concern, and are the measure of an action under way.";
    if share.of == 0 && rated {
        // Nothing needs an action: that is the best there is, not a want of evidence.
        let none = "no indicator is off target or shows a signal of concern".to_owned();
        return (vec![Share { holds: 1, of: 1 }], vec![none], rule);
    }
    let evidence = format!("{} the measure of an action under way", of(share, TROUBLED, ARE));
    (vec![share], vec![evidence], rule)
}

const TROUBLED: Number = (
    "indicator that is off target or shows a signal of concern",
    "indicators that are off target or show a signal of concern",
);

fn in_use<'a, 'p>(assessment: &'a Assessment<'p>) -> impl Iterator<Item = &'a Assessed<'p>> {
    assessment
        .indicators
        .iter()
        .filter(|assessed| match assessed.life {
            Life::InUse => true,
            Life::NotBegun | Life::Ended(_) => false,
        })
}

fn is_rated(assessed: &Assessed<'_>) -> bool {
    match assessed.verdict.rated.rating {
        Rating::BetterThanPlanned | Rating::OnTarget | Rating::WithinTolerance | Rating::OffTarget => true,
        Rating::NoData | Rating::NotRated => false,
    }
}

fn is_troubled(assessed: &Assessed<'_>) -> bool {
    let concern = match assessed.verdict.movement {
        Movement::Signal(signal) => matches!(signal.direction, Direction::Worsening | Direction::Further),
        Movement::Changed { .. }
        | Movement::Ordinary
        | Movement::TooSoon { .. }
        | Movement::NotTested(_)
        | Movement::NoFigure => false,
    };
    concern || assessed.verdict.rated.rating == Rating::OffTarget
}

fn is_addressed(assessment: &Assessment<'_>, indicator: &Id) -> bool {
    live(assessment)
        .filter(|standing| standing.is_unfinished())
        .any(|standing| {
            let named = standing
                .action
                .measures
                .iter()
                .filter_map(|measure| measure.indicator.as_ref());
            named.into_iter().any(|named| named.value() == indicator)
        })
}

fn pace(assessment: &Assessment<'_>) -> Evidence {
    let plan = half_year::plan_pace(&assessment.plan);
    let completed = Share {
        holds: plan.completed,
        of: plan.planned_current,
    };
    let indicators = half_year::pace(&assessment.indicators);
    let fast = Share {
        holds: indicators.yes.len(),
        of: indicators.yes.len() + indicators.no.len(),
    };
    let evidence = vec![
        format!(
            "{} complete with evidence accepted, where {} were planned by their current dates and {} by their first",
            so_many(plan.completed, ACTIONS, ARE),
            words::cardinal(plan.planned_current),
            words::cardinal(plan.planned_first),
        ),
        format!(
            "{} at the end target or close on it fast enough",
            of(fast, INDICATORS, ARE)
        ),
    ];
    let rule = "Actions complete with evidence accepted against those planned by their current dates; indicators that \
        have met their end target or close the gap at the pace that it needs.";
    (vec![completed, fast], evidence, rule)
}

fn best_practice(assessment: &Assessment<'_>) -> Evidence {
    let compared = assessment.indicators.iter().filter_map(compares_well);
    let share = Share::among(compared, |well| *well);
    let month = assessment.occasion.period;
    let sent = assessment
        .programme
        .returns
        .iter()
        .filter(|sent| *sent.month.value() == month);
    let reports = sent.map(|sent| sent.reports.len()).sum();
    let evidence = vec![
        format!("{} as good as it or better", of(share, COMPARED, ARE)),
        format!(
            "{} of sub-groups or partners came this month",
            words::count(reports, "report", "reports")
        ),
    ];
    (
        vec![share],
        evidence,
        "Indicators as good as the published figure of others that may stand beside them, or better.",
    )
}

const COMPARED: Number = (
    "indicator with a comparable published figure",
    "indicators with a comparable published figure",
);

/// Whether the latest figure is as good as the first published figure that may stand beside it.
fn compares_well(assessed: &Assessed<'_>) -> Option<bool> {
    let value = assessed.verdict.value()?;
    let fit = |comparability| matches!(comparability, Comparability::Comparable | Comparability::Old);
    let beside = assessed
        .comparators
        .iter()
        .find(|compared| fit(compared.comparability))?;
    let theirs = beside.comparator.value.value().0;
    match assessed.indicator.good {
        Good::High => Some(value >= theirs),
        Good::Low => Some(value <= theirs),
        Good::Range | Good::Neutral => None,
    }
}

fn resources(assessment: &Assessment<'_>) -> Evidence {
    let workforce =
        in_use(assessment).filter(|assessed| assessed.indicator.tier.is_some() && is_rated(assessed));
    let staffed = Share::among(workforce, |assessed| {
        assessed.verdict.rated.rating != Rating::OffTarget
    });
    let spent = assessment.funding.iter().filter_map(|grant| grant.spent);
    let within = Share::among(spent, |spent| spent.left >= Decimal::ZERO);
    let mut evidence = vec![format!(
        "{} on target or within tolerance",
        of(staffed, ("workforce indicator", "workforce indicators"), ARE),
    )];
    evidence.extend(
        assessment
            .funding
            .iter()
            .filter(|grant| grant.year == GrantYear::Running)
            .map(spend_in_words),
    );
    let rule = "Workforce indicators on target or within tolerance; grants not overspent.";
    (vec![staffed, within], evidence, rule)
}

fn spend_in_words(grant: &FundingStanding<'_>) -> String {
    let per_cent = |share: Decimal| format!("{}%", words::number(share, 0));
    let gone = per_cent(grant.share_of_year());
    match grant.spent.and_then(|spent| spent.share) {
        Some(share) => format!(
            "{} of {} is spent, with {gone} of its year gone",
            per_cent(share),
            grant.grant.name
        ),
        None => format!(
            "no spend of {} is reported, with {gone} of its year gone",
            grant.grant.name
        ),
    }
}

fn robust_data(assessment: &Assessment<'_>) -> Evidence {
    let returns = &assessment.returns;
    let owed = returns.figures_owed;
    let figures = Share {
        holds: owed.saturating_sub(returns.missing.len()),
        of: owed,
    };
    let on_time = Share::among(&returns.contributions, |sent| match sent.arrival() {
        Arrival::OnTime(_) => true,
        Arrival::Late(_) | Arrival::NotReceived => false,
    });
    let evidence = vec![
        format!(
            "{} received",
            of(figures, ("figure that was owed", "figures that were owed"), WERE)
        ),
        format!(
            "{} sent everything on time",
            of(on_time, ("contributor", "contributors"), HAVE)
        ),
        format!(
            "{} been revised since the last issue",
            so_many(assessment.revisions.len(), ("figure", "figures"), HAVE)
        ),
    ];
    (
        vec![figures, on_time],
        evidence,
        "Figures that came, of those owed; contributors that sent all they owe on time.",
    )
}

fn issues_dealt_with(assessment: &Assessment<'_>) -> Evidence {
    let subjects = assessment
        .exceptions
        .iter()
        .filter_map(|exception| match exception.subject {
            Subject::Indicator(indicator) => Some(indicator.id.value()),
            Subject::Action(_) | Subject::Milestone(_) => None,
        });
    let explained = Share::among(subjects, |indicator| is_explained(assessment, indicator));
    let owing = live(assessment).filter(|standing| standing.freshness != Freshness::NotOwed);
    let updated = Share::among(owing, |standing| standing.freshness == Freshness::Received);
    let evidence = vec![
        format!("{} been explained by its owner", of(explained, EXCEPTIONAL, HAVE)),
        format!(
            "{} one",
            of(
                updated,
                ("action that owed an update", "actions that owed an update"),
                HAVE
            )
        ),
    ];
    (
        vec![explained, updated],
        evidence,
        "Indicators among the exceptions with an explanation; actions that owed an update and had one.",
    )
}

const EXCEPTIONAL: Number = (
    "indicator among the exceptions",
    "indicators among the exceptions",
);

fn is_explained(assessment: &Assessment<'_>, indicator: &Id) -> bool {
    let month = assessment.occasion.period;
    let sent = assessment
        .programme
        .returns
        .iter()
        .filter(|sent| *sent.month.value() == month);
    sent.into_iter()
        .any(|sent| sent.commentary.get(indicator).is_some())
}

fn on_track(assessment: &Assessment<'_>) -> Evidence {
    let actions = Share::among(live(assessment), |standing| standing.rating != ActionRating::Red);
    let overdue = assessment.plan.overdue().len();
    let due = assessment
        .plan
        .milestones
        .iter()
        .filter_map(|standing| match standing.state {
            MilestoneState::Achieved(_) => Some(true),
            MilestoneState::Missed => Some(false),
            MilestoneState::ForecastLate(_) | MilestoneState::Due => None,
        });
    let milestones = Share::among(due, |achieved| *achieved);
    let evidence = vec![
        format!("{} not red", of(actions, ACTIONS, ARE)),
        format!("{} overdue", so_many(overdue, ACTIONS, ARE)),
        format!(
            "{} achieved",
            of(
                milestones,
                ("milestone that fell due", "milestones that fell due"),
                ARE
            )
        ),
    ];
    (
        vec![actions, milestones],
        evidence,
        "Actions in the plan that are not red; milestones achieved, of those that fell due.",
    )
}
