//! Whether a process will meet a target if nothing changes: the limits beside the target, never the latest figure.
//! Knows the reference's rule for one value (SPEC section 9); that for a range is our extension and marked so.

use crate::analysis::exact::binary64;
use crate::analysis::method::Method;
use crate::analysis::phases::{Phase, improvement};
use crate::analysis::rating::Aim;
use crate::domain::Good;
use crate::statistics::xmr::{Assurance, Limits, Target};

/// The mark for assurance: what the process will do with a target if nothing changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AssuranceMark {
    /// It will be met: ordinary variation lies wholly on the good side.
    WillMeet,
    /// It may or may not be met from month to month.
    MayOrMayNot,
    /// It will be missed: ordinary variation lies wholly on the other side.
    WillMiss,
    /// Too few values yet for limits.
    TooSoon,
    /// There are no limits, no target or no good direction.
    NotTested,
}

impl AssuranceMark {
    /// The name by which layouts choose its icon.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::WillMeet => "passes",
            Self::MayOrMayNot => "hit_or_miss",
            Self::WillMiss => "fails",
            Self::TooSoon => "too_soon",
            Self::NotTested => "not_tested",
        }
    }
}

/// What the process of the current phase will do with `aim`.
#[must_use]
pub fn assurance(aim: Option<Aim>, good: Good, method: Method, phase: Option<&Phase<'_>>) -> AssuranceMark {
    let limits = phase.and_then(|phase| phase.lines).map(|lines| lines.limits);
    match (aim, limits) {
        (Some(aim), Some(limits)) => against(aim, good, &limits),
        (None, _) => AssuranceMark::NotTested,
        (Some(_), None) => match method {
            Method::TooSoon { .. } | Method::RunChart { .. } if good != Good::Neutral => {
                AssuranceMark::TooSoon
            }
            Method::TooSoon { .. }
            | Method::RunChart { .. }
            | Method::ControlChart { .. }
            | Method::SampleInterval
            | Method::TimeBetween
            | Method::PlainLine(_) => AssuranceMark::NotTested,
        },
    }
}

fn against(aim: Aim, good: Good, limits: &Limits) -> AssuranceMark {
    match (good, aim) {
        (Good::High | Good::Low, Aim::Value(target)) => {
            let target = binary64(target).and_then(|target| Target::new(target).ok());
            let tested = target.and_then(|target| Assurance::of(target, Some(limits), improvement(good)));
            tested.map_or(AssuranceMark::NotTested, |assurance| match assurance {
                Assurance::ConsistentPass => AssuranceMark::WillMeet,
                Assurance::Inconsistent => AssuranceMark::MayOrMayNot,
                Assurance::ConsistentFail => AssuranceMark::WillMiss,
            })
        }
        (Good::Range, Aim::Range(low, high)) => binary64(low)
            .zip(binary64(high))
            .map_or(AssuranceMark::NotTested, |range| against_range(range, limits)),
        (Good::High | Good::Low, Aim::Range(..)) | (Good::Range, Aim::Value(_)) | (Good::Neutral, _) => {
            AssuranceMark::NotTested
        }
    }
}

/// Our extension: limits inside the range pass, limits wholly outside it fail. As with one value, a limit on a bound decides
/// nothing.
fn against_range((low, high): (f64, f64), limits: &Limits) -> AssuranceMark {
    if low < limits.lower && limits.upper < high {
        AssuranceMark::WillMeet
    } else if limits.upper < low || high < limits.lower {
        AssuranceMark::WillMiss
    } else {
        AssuranceMark::MayOrMayNot
    }
}
