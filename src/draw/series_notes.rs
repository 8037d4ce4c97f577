//! What a reader should know beside an indicator's chart: why the line breaks, how firm its limits are, what its kind of series means.

use crate::analysis::indicator::Assessed;
use crate::analysis::method::SEASONAL;
use crate::analysis::phases::{Phase, PhaseStart};
use crate::domain::{Indicator, Nature};
use crate::draw::series::VALUES_FOR_FIRM_LIMITS;
use crate::draw::series_words::phases_begun;
use crate::draw::window::Window;
use crate::words::sentence;

/// The notes, sentence by sentence.
pub(super) fn notes(assessed: &Assessed<'_>, window: Window) -> Vec<String> {
    let breaks = phases_begun(assessed, window).filter_map(break_in_full);
    let others = [
        trial(assessed),
        nature(assessed.indicator).map(str::to_owned),
        assessed.indicator.seasonal.then(|| SEASONAL.to_owned()),
        earlier_months(assessed, window),
    ];
    breaks.chain(others.into_iter().flatten()).collect()
}

fn break_in_full(phase: &Phase<'_>) -> Option<String> {
    let from = phase.from()?;
    match phase.start {
        PhaseStart::Beginning => None,
        PhaseStart::Definition(version) => Some(format!(
            "Another definition from {from} ({}): {}",
            version.label,
            sentence(&version.reason)
        )),
        PhaseStart::Recalculation(recalculation) => Some(format!(
            "Limits calculated anew from {from}: {}",
            sentence(&recalculation.reason)
        )),
    }
}

fn trial(assessed: &Assessed<'_>) -> Option<String> {
    let phase = assessed.phases.last()?;
    let values = phase.values();
    (phase.lines.is_some() && values < VALUES_FOR_FIRM_LIMITS).then(|| {
        format!("Trial limits: they rest on {values} values, and are firm from {VALUES_FOR_FIRM_LIMITS} on.")
    })
}

fn nature(indicator: &Indicator) -> Option<&'static str> {
    match indicator.nature {
        Nature::Sample => {
            Some("A sample: the upright lines show, at 95%, where the figure of all cases lies.")
        }
        Nature::Cumulative => Some("Counted from April of each year, so that the line begins anew."),
        Nature::Flow | Nature::Stock | Nature::Rolling | Nature::Rare => None,
    }
}

fn earlier_months(assessed: &Assessed<'_>, window: Window) -> Option<String> {
    let is_earlier = |month| month < window.first;
    assessed
        .series
        .owed()
        .any(|observation| is_earlier(observation.month))
        .then(|| format!("Months before {} are not shown.", window.first))
}
