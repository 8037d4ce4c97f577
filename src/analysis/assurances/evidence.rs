//! The evidence for each line of the first page: what is counted, and the sentence that says so.
//! Knows where in the assessment each count lies; the rule from counts to answer is `assurances`'.

use crate::analysis::Assessment;
use crate::analysis::action::{ActionStanding, Freshness};
use crate::analysis::assurances::sentence::{Noun, Said, of, or_none, so_many};
use crate::analysis::assurances::{AssuranceLine, Question, Share, resources};
use crate::analysis::comparison::Comparability;
use crate::analysis::exceptions::Subject;
use crate::analysis::explanation::explanation;
use crate::analysis::half_year;
use crate::analysis::indicator::{Assessed, Life};
use crate::analysis::milestone::MilestoneState;
use crate::analysis::movement::{Direction, Movement};
use crate::analysis::rating::{ActionRating, Rating};
use crate::analysis::returns::Arrival;
use crate::domain::{Good, Id, Measure, Owed};
use crate::words;

const ACTIONS: Noun = ("action", "actions");
const INDICATORS: Noun = ("indicator", "indicators");

/// The line for one question.
pub(super) fn line(assessment: &Assessment<'_>, question: Question) -> AssuranceLine {
    let evidence = match question {
        Question::WellPlanned => well_planned(assessment),
        Question::Targeted => targeted(assessment),
        Question::Pace => pace(assessment),
        Question::BestPractice => best_practice(assessment),
        Question::Resources => resources::resources(assessment),
        Question::RobustData => robust_data(assessment),
        Question::IssuesDealtWith => issues_dealt_with(assessment),
        Question::OnTrack => on_track(assessment),
    };
    AssuranceLine {
        question,
        answer: Share::answer_of(&evidence.shares),
        evidence: format!("{}.", words::capitalised(&evidence.parts.join("; "))),
        rule: evidence.rule,
    }
}

/// What a line rests on.
pub(super) struct Evidence {
    /// What is counted.
    pub(super) shares: Vec<Share>,
    /// The parts of the sentence.
    pub(super) parts: Vec<String>,
    /// What is counted, for the notes.
    pub(super) rule: &'static str,
}

fn well_planned(assessment: &Assessment<'_>) -> Evidence {
    let actions = Share::among(in_plan(assessment), |standing| is_measured(standing));
    let answered = Share::among(&assessment.plan.by_recommendation, |part| part.now.in_plan() > 0);
    let dates = in_plan(assessment).filter_map(|standing| standing.dates.as_ref());
    let kept = Share::among(dates, |dates| dates.times_moved() == 0);
    let measured = Said::Does("has a date and a measure", "have a date and a measure");
    let answer = Said::Does("has an action", "have an action");
    let mut parts = vec![
        of(actions, ACTIONS, measured),
        of(answered, ("recommendation", "recommendations"), answer),
    ];
    if actions.of > 0 {
        let put_off = Said::Does("was put off", "were put off");
        parts.push(so_many(kept.of - kept.holds, ACTIONS, put_off));
    }
    Evidence {
        shares: vec![actions, answered, kept],
        parts,
        rule: "Actions of the plan that have a date and a measure of success; recommendations that an action answers; actions \
            that were never put off.",
    }
}

fn in_plan<'a, 'p>(assessment: &'a Assessment<'p>) -> impl Iterator<Item = &'a ActionStanding<'p>> {
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
    let rule =
        "Indicators off target or with a signal of concern that are the measure of an action under way.";
    let troubled = in_use(assessment).filter(|assessed| is_troubled(assessed));
    let addressed = Share::among(troubled, |assessed| {
        is_addressed(assessment, assessed.indicator.id.value())
    });
    if addressed.of == 0 && in_use(assessment).any(is_rated) {
        // Nothing needs an action: that is the best there is, not a want of evidence.
        let none = "no indicator is off target or shows a signal of concern".to_owned();
        return Evidence {
            shares: vec![Share { holds: 1, of: 1 }],
            parts: vec![none],
            rule,
        };
    }
    let noun = (
        "indicator off target or of concern",
        "indicators off target or of concern",
    );
    let verb = Said::Is(
        "the measure of an action under way",
        "measures of actions under way",
    );
    Evidence {
        shares: vec![addressed],
        parts: vec![of(addressed, noun, verb)],
        rule,
    }
}

pub(super) fn in_use<'a, 'p>(assessment: &'a Assessment<'p>) -> impl Iterator<Item = &'a Assessed<'p>> {
    assessment
        .indicators
        .iter()
        .filter(|assessed| match assessed.life {
            Life::InUse => true,
            Life::NotBegun | Life::Ended(_) => false,
        })
}

pub(super) fn is_rated(assessed: &Assessed<'_>) -> bool {
    assessed.verdict.rated.rating.is_judged()
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
    let is_under_way =
        |standing: &&ActionStanding<'_>| standing.is_unfinished() && standing.rating != ActionRating::NotDue;
    let under_way = in_plan(assessment).filter(is_under_way);
    let measures = under_way.flat_map(|standing| &standing.action.measures);
    measures
        .filter_map(|measure| measure.indicator.as_ref())
        .any(|named| named.value() == indicator)
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
    let done = Said::Is("complete with evidence", "complete with evidence");
    let enough = Said::Does(
        "is at its end target, or closes the gap as fast as it must",
        "are at their end target, or close the gap as fast as they must",
    );
    Evidence {
        shares: vec![completed, fast],
        parts: vec![
            match (plan.planned_current, plan.planned_first) {
                (0, 0) => format!(
                    "{}; none was planned to be yet",
                    so_many(plan.completed, ACTIONS, done)
                ),
                (current, first) => format!(
                    "{}, against {} planned ({} by first dates)",
                    so_many(plan.completed, ACTIONS, done),
                    or_none(current),
                    or_none(first)
                ),
            },
            of(fast, INDICATORS, enough),
        ],
        rule: "Actions complete with evidence accepted, of those planned by their current dates; indicators that have \
            met their end target or close the gap at the pace that it needs.",
    }
}

fn best_practice(assessment: &Assessment<'_>) -> Evidence {
    let compared = in_use(assessment).filter_map(compares_well);
    let share = Share::among(compared, |well| *well);
    let until = assessment.occasion.period;
    let period = assessment.occasion.first_month()..=until;
    let sent = assessment
        .programme
        .returns
        .iter()
        .filter(|sent| period.contains(sent.month.value()));
    let reports = sent.map(|sent| sent.reports.len()).sum();
    let noun = (
        "indicator with a published comparator",
        "indicators with a published comparator",
    );
    let came = Said::Does("came from a sub-group", "came from sub-groups");
    Evidence {
        shares: vec![share],
        parts: vec![
            of(share, noun, Said::Is("as good or better", "as good or better")),
            so_many(reports, ("report", "reports"), came),
        ],
        rule: "Indicators as good as the published figure of others that may stand beside them, or better: all that figures can \
            say of it.",
    }
}

/// Whether the latest figure is as good as the first published figure that may stand beside it.
fn compares_well(assessed: &Assessed<'_>) -> Option<bool> {
    let value = assessed.verdict.value()?;
    let beside = assessed
        .comparators
        .iter()
        .find(|compared| match compared.comparability {
            Comparability::Comparable | Comparability::Old => true,
            Comparability::Superseded | Comparability::OtherDefinition(_) => false,
        })?;
    let theirs = beside.comparator.value.value().0;
    match assessed.indicator.good {
        Good::High => Some(value >= theirs),
        Good::Low => Some(value <= theirs),
        Good::Range | Good::Neutral => None,
    }
}

fn robust_data(assessment: &Assessment<'_>) -> Evidence {
    let returns = &assessment.returns;
    let owed = returns.figures_owed;
    let figures = Share {
        holds: owed.saturating_sub(returns.missing.len()),
        of: owed,
    };
    // Plans and words that come late say nothing against the figures.
    let arrivals = returns
        .contributions
        .iter()
        .filter_map(|sent| sent.arrival_of(Owed::Figures));
    let on_time = Share::among(arrivals, |arrival| match arrival {
        Arrival::OnTime(_) => true,
        Arrival::Late(_) | Arrival::NotReceived => false,
    });
    let revised = Said::Does(
        "was revised since the last issue",
        "were revised since the last issue",
    );
    Evidence {
        shares: vec![figures, on_time],
        parts: vec![
            of(
                figures,
                ("figure owed", "figures owed"),
                Said::Does("came", "came"),
            ),
            of(
                on_time,
                ("contributor", "contributors"),
                Said::Does("sent its figures on time", "sent their figures on time"),
            ),
            so_many(assessment.revisions.len(), ("figure", "figures"), revised),
        ],
        rule: "Figures that came, of those owed; contributors whose figures came on time.",
    }
}

fn issues_dealt_with(assessment: &Assessment<'_>) -> Evidence {
    let of_indicators = assessment.exceptions.iter().filter(|one| match one.subject {
        Subject::Indicator(_) => true,
        Subject::Action(_) | Subject::Milestone(_) => false,
    });
    let explained = Share::among(of_indicators, |one| explanation(assessment, one).is_given());
    let owing = in_plan(assessment).filter(|standing| standing.freshness != Freshness::NotOwed);
    let updated = Share::among(owing, |standing| standing.freshness == Freshness::Received);
    let exceptions = (
        "indicator among the exceptions",
        "indicators among the exceptions",
    );
    let explanation = Said::Is("explained", "explained");
    let owed = ("action that owed an update", "actions that owed an update");
    Evidence {
        shares: vec![explained, updated],
        parts: vec![
            of(explained, exceptions, explanation),
            of(updated, owed, Said::Does("had one", "had one")),
        ],
        rule: "Indicators among the exceptions that their owners explain, in the last three months where the end target is out of reach; actions that owed an update and had one.",
    }
}

fn on_track(assessment: &Assessment<'_>) -> Evidence {
    let is_red = |standing: &&ActionStanding<'_>| standing.rating == ActionRating::Red;
    let red = Share::among(in_plan(assessment), is_red);
    let sound = Share {
        holds: red.of - red.holds,
        of: red.of,
    };
    let milestones = || assessment.plan.milestones.iter();
    // One that is reached before its day has not fallen due.
    let fell_due = milestones().filter(|standing| standing.days_left.is_some_and(|left| left <= 0));
    let achieved = Share::among(fell_due, |standing| match standing.state {
        MilestoneState::Achieved(_) => true,
        MilestoneState::Missed | MilestoneState::ForecastLate(_) | MilestoneState::Due => false,
    });
    let late = Share::among(milestones(), |standing| match standing.state {
        MilestoneState::ForecastLate(_) => true,
        MilestoneState::Achieved(_) | MilestoneState::Missed | MilestoneState::Due => false,
    });
    let expected = Said::Is("expected late", "expected late");
    let mut parts = vec![of(red, ACTIONS, Said::Is("red", "red"))];
    if red.of > 0 {
        let overdue = assessment.plan.overdue().len();
        parts.push(so_many(overdue, ACTIONS, Said::Is("overdue", "overdue")));
    }
    parts.push(fell_due_in_words(achieved));
    if late.holds > 0 {
        parts.push(so_many(late.holds, ("milestone", "milestones"), expected));
    }
    let kept = Share {
        holds: achieved.holds,
        of: achieved.of + late.holds,
    };
    Evidence {
        shares: vec![sound, kept],
        parts,
        rule: "Actions of the plan that are not red; milestones achieved, of those that fell due or are expected late.",
    }
}

fn fell_due_in_words(achieved: Share) -> String {
    let fell_due = ("milestone that fell due", "milestones that fell due");
    match achieved.of {
        0 => "no milestone has fallen due yet".to_owned(),
        _ => of(achieved, fell_due, Said::Is("achieved", "achieved")),
    }
}
