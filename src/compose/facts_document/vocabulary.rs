//! The words of the facts document for indicators: for each kind of thing that the analysis tells apart, the word by which
//! programs know it. Words are only ever added to. Knows names; what they mean stands where they are made.

use super::words_of::words_of;
use crate::analysis::{
    assurance, comparison, forecast, indicator, method, movement, phases, progress, rating, series, streak,
    year_to_date,
};
use crate::domain;
use crate::statistics::{interval, xmr};

words_of! {
    /// What a figure is measured in.
    Unit from domain::Unit { Percent, Number, #[serde(rename = "rate_per_10000")] RatePer10000, Days, Ratio }

    /// Which values are good.
    Good from domain::Good { High, Low, Range, Neutral }

    /// What kind of series the figures make.
    Nature from domain::Nature { Flow, Stock, Cumulative, Rolling, Rare, Sample }

    /// How often a figure is owed.
    Frequency from domain::Frequency { Monthly, Quarterly, Annual }

    /// How an indicator is tested.
    MethodName from method::Method {
        ControlChart { .. }, RunChart { .. }, SampleInterval, TimeBetween, PlainLine(_), TooSoon { .. },
    }

    /// Why a line is not tested.
    WhyPlain from method::WhyPlain { Stock, Cumulative, Rolling, NotMonthly, NoMovingRange, NoCounts, NoFigures }

    /// How a figure stands against its target.
    Rating from rating::Rating { BetterThanPlanned, OnTarget, WithinTolerance, OffTarget, NoData, NotRated }

    /// What a rating rests on, or why there is none.
    Basis from rating::Basis {
        Value, Counts, Pooled { .. }, Neutral, NoTarget, TooFew, WithinInterval, NothingToRate, NoFigure,
    }

    /// What a reader should know about a figure.
    Mark from series::Mark { Break, Provisional, Revised, LowReliability, HeldFromRounding }

    /// The label of a month on a control chart, letter for letter that of the reference.
    SignalLabel from xmr::SpecialCause {
        #[serde(rename = "Above UCL")] AboveLimit,
        #[serde(rename = "Below LCL")] BelowLimit,
        #[serde(rename = "7 Point Trend (Increasing)")] Increasing,
        #[serde(rename = "7 Point Trend (Decreasing)")] Decreasing,
        #[serde(rename = "2 in 3 Above CL")] TwoInThreeAbove,
        #[serde(rename = "2 in 3 Below CL")] TwoInThreeBelow,
        #[serde(rename = "7 Points Above CL")] SevenAbove,
        #[serde(rename = "7 Points Below CL")] SevenBelow,
        #[serde(rename = "Common Cause")] CommonCause,
    }

    /// That label as good, bad or neither, in the words of the reference.
    PointType from xmr::PointType {
        CommonCause,
        #[serde(rename = "special_cause_improvement")] Improvement,
        #[serde(rename = "special_cause_concern")] Concern,
        #[serde(rename = "special_cause_neutral_high")] NeutralHigh,
        #[serde(rename = "special_cause_neutral_low")] NeutralLow,
    }

    /// The rule that a signal rests on.
    SignalRule from xmr::Rule { Outside, Trend, TwoInThree, Shift }

    /// Which way a signal points on the chart.
    Lean from xmr::Lean { High, Low }

    /// Which way a signal points, seen through what is good.
    Towards from movement::Direction { Improving, Worsening, Nearer, Further, Higher, Lower }

    /// How an indicator moves, as far as that can be said.
    MovementKind from movement::Movement { Signal(_), Changed { .. }, Ordinary, TooSoon { .. }, NotTested(_), NoFigure }

    /// The mark for variation.
    Variation from movement::VariationMark {
        ImprovingHigh, ImprovingLow, ConcernHigh, ConcernLow, UnusualHigh, UnusualLow, Changed, Ordinary, TooSoon, NotTested,
    }

    /// What the process will do with a target if nothing changes.
    Assurance from assurance::AssuranceMark {
        #[serde(rename = "passes")] WillMeet,
        #[serde(rename = "hit_or_miss")] MayOrMayNot,
        #[serde(rename = "fails")] WillMiss,
        TooSoon,
        NotTested,
    }

    /// What came before the first figure of a row.
    Before from streak::Before { Otherwise(_), CannotBeSaid(_), NotRated(_), NothingToRate(_), Break(_), Nothing }

    /// Why months are not taken together.
    WhyNotPooled from year_to_date::WhyNotPooled { Stock, AlreadyPooled, NoCounts, NoFigures, TooLarge }

    /// Why two periods are not compared.
    WhyNoStep from progress::WhyNoStep { Neutral, Now(_), Then(_), Break, Overlap, NoBaseline }

    /// A difference seen through what is good.
    StepWord from progress::StepWord { Better, NoClearChange, Worse, NotTested }

    /// How a later figure stands against an earlier one, whatever is good.
    AgainstChance from interval::Change { Higher, Lower, WithinChance }

    /// Whether progress was held.
    Held from progress::Held { Sustained, NotSustained, CannotBeSaid }

    /// Whether something got better.
    Gain from progress::Gain { Improved, NoClearChange, Worse, CannotBeSaid }

    /// Whether the gap to the end target closes fast enough.
    PaceWord from forecast::PaceWord { Reached, Enough, TooSlow, NotClosing, OutOfTime }

    /// Why no pace can be stated.
    WhyNoPace from forecast::WhyNoPace { Neutral, NoEndTarget, NoFigure, NoStart, Uncertain }

    /// What a forecast says of the target of its last month.
    Prospect from forecast::OutlookForTarget { Likely, Open, Unlikely, NotTested }

    /// Why there is no forecast.
    WhyNoOutlook from forecast::WhyNoOutlook { NotFit, NothingAhead, NoFigure, Seasonal, Refused(_) }

    /// Whether a published figure may stand beside ours.
    Comparability from comparison::Comparability { Comparable, Old, Superseded, OtherDefinition(_) }

    /// Whether an indicator is in use.
    Life from indicator::Life<'_> { NotBegun, InUse, Ended(_) }

    /// What begins a phase.
    PhaseStart from phases::PhaseStart<'_> { Beginning, Definition(_), Recalculation(_) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Serialize;

    fn word(of: impl Serialize) -> String {
        serde_json::to_value(of).unwrap().as_str().unwrap().to_owned()
    }

    /// What layouts and programs call a thing is one word.
    #[test]
    fn words_are_those_of_the_layouts() {
        for rating in rating::Rating::ALL {
            assert_eq!(word(Rating::from(rating)), rating.key());
        }
        use assurance::AssuranceMark::{MayOrMayNot, NotTested, TooSoon, WillMeet, WillMiss};
        for mark in [WillMeet, MayOrMayNot, WillMiss, TooSoon, NotTested] {
            assert_eq!(word(Assurance::from(mark)), mark.key());
        }
    }

    /// The labels of the reference are copied letter for letter (SPEC section 6 and 7).
    #[test]
    fn labels_are_those_of_the_reference() {
        use xmr::SpecialCause::*;
        let causes = [
            AboveLimit,
            BelowLimit,
            Increasing,
            Decreasing,
            TwoInThreeAbove,
            TwoInThreeBelow,
            SevenAbove,
            SevenBelow,
            CommonCause,
        ];
        for cause in causes {
            assert_eq!(word(SignalLabel::from(cause)), cause.to_string());
        }
        use xmr::PointType;
        for worth in [
            PointType::CommonCause,
            PointType::Improvement,
            PointType::Concern,
            PointType::NeutralHigh,
            PointType::NeutralLow,
        ] {
            assert_eq!(word(super::PointType::from(worth)), worth.to_string());
        }
    }
}
