//! What an owner says of an exception, in the return of the month or, where that will do, in an earlier one. Knows which
//! words speak of what, and for how long they hold; what they are worth is for the board to judge.

use crate::analysis::Assessment;
use crate::analysis::exceptions::{Exception, Rule, Subject};
use crate::analysis::series::Gap;
use crate::domain::{Commentary, Id, Month, Return};

/// For how many months words hold on a process that will not reach its end target: that is no news of the month, and its answer is
/// the plan's. From one quarterly meeting of the board to the next somebody should have spoken of it.
const MONTHS_OF_A_SLOW_MATTER: i32 = 3;

/// What an owner says of an exception.
#[derive(Debug, Clone, Copy)]
pub enum Explanation<'p> {
    /// Commentary on an indicator, with the month of the return that it came in.
    Words(Month, &'p Commentary),
    /// A missing figure's own note, typed with its absence.
    OfAbsence,
    /// The reason that a breach which became known late was not known: of the correction, or that the return was late.
    OfLateness,
    /// The note on an action or a milestone, in a return of the month.
    Note(&'p str),
    /// Nothing.
    None,
}

impl Explanation<'_> {
    /// Whether the owner says anything.
    #[must_use]
    pub fn is_given(&self) -> bool {
        match self {
            Self::Words(..) | Self::OfAbsence | Self::OfLateness | Self::Note(_) => true,
            Self::None => false,
        }
    }
}

/// What the owner says of this exception. Of two returns the one that came last is heard.
#[must_use]
pub fn explanation<'p>(assessment: &Assessment<'p>, exception: &Exception<'p>) -> Explanation<'p> {
    let note = |note: Option<&'p String>| note.map_or(Explanation::None, |note| Explanation::Note(note));
    match exception.subject {
        Subject::Indicator(indicator) => {
            let said = of_indicator(assessment, exception.rule, indicator.id.value());
            if !said.is_given() && is_only_late(assessment, exception) {
                Explanation::OfLateness
            } else {
                said
            }
        }
        Subject::Action(action) => note(heard(assessment, 0, |sent| {
            sent.actions.get(action.id.value())?.note.as_ref()
        })),
        Subject::Milestone(milestone) => note(heard(assessment, 0, |sent| {
            sent.milestones.get(milestone.id.value())?.note.as_ref()
        })),
    }
}

fn of_indicator<'p>(assessment: &Assessment<'p>, rule: Rule, id: &Id) -> Explanation<'p> {
    let months = match rule {
        Rule::EndTargetOutOfReach => MONTHS_OF_A_SLOW_MATTER,
        Rule::ZeroToleranceBreach
        | Rule::MissingData
        | Rule::ConcernOutsideLimits
        | Rule::ConcernSignal
        | Rule::Unusual
        | Rule::OffTargetTwice
        | Rule::ActionRed
        | Rule::MilestoneMissed => 1,
    };
    // What was said before there were papers was said of figures that none of them printed.
    let first = assessment.programme.charter.papers.monthly.first;
    let words = (0..months).find_map(|ago| {
        let month = assessment.occasion.period.plus(-ago);
        let commentary = heard(assessment, ago, |sent| sent.commentary.get(id))?;
        (first <= month).then_some(Explanation::Words(month, commentary))
    });
    words.unwrap_or_else(|| of_absence(assessment, id))
}

/// Whether an exception is about earlier months alone: then there is nothing to say of the month's own figure.
fn is_only_late(assessment: &Assessment<'_>, exception: &Exception<'_>) -> bool {
    let assessed = assessment.indicator(exception.subject.id());
    exception.rule == Rule::ZeroToleranceBreach
        && !exception.known_late.is_empty()
        && assessed.is_some_and(|assessed| !assessed.verdict.is_breach())
}

fn of_absence<'p>(assessment: &Assessment<'p>, id: &Id) -> Explanation<'p> {
    let current = assessment.indicator(id).and_then(|assessed| assessed.current());
    match current.and_then(|observation| observation.gap()) {
        Some(Gap::Stated { note: Some(_), .. }) => Explanation::OfAbsence,
        Some(
            Gap::Stated { note: None, .. }
            | Gap::NothingToMeasure(_)
            | Gap::NoReturn
            | Gap::LeftOut
            | Gap::NotOwed,
        )
        | None => Explanation::None,
    }
}

/// What the returns of so many months ago say: the one that came last, of those that say it.
fn heard<'p, T>(
    assessment: &Assessment<'p>,
    months_ago: i32,
    said: impl Fn(&'p Return) -> Option<T>,
) -> Option<T> {
    let month = assessment.occasion.period.plus(-months_ago);
    let sent = assessment.programme.sent();
    let of_month = sent.filter(|sent| *sent.month.value() == month);
    let speaking =
        of_month.filter_map(|sent| Some(((sent.received.value(), sent.from.value()), said(sent)?)));
    speaking.max_by_key(|(came, _)| *came).map(|(_, said)| said)
}
