//! The stage `draw`: the pictures of one paper, each with the words that say the same. Knows which chart an
//! indicator or a part of the plan gets; how marks are set is the charts' business, where they stand compose's.

mod aim;
mod audits;
mod convert;
mod forecast;
mod funding;
mod indicator;
mod milestones;
mod plan;
mod printed;
mod ratings;
mod risks;
mod said;
mod series;
mod series_notes;
mod series_table;
mod series_words;
mod table;
mod window;
mod workforce;

use crate::analysis::Assessment;
use crate::charts::scene::{Scene, Size};
use crate::charts::{Measure, Svg};
use crate::domain::Id;
use std::collections::BTreeMap;

/// A chart with everything that must go with it: no picture without its words and its data.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// The picture.
    pub svg: Svg,
    /// The same as it was laid out: whether a label touches anything can be asked of it.
    pub scene: Scene,
    /// Its size in points.
    pub size: Size,
    /// The verdict, about ten words: printed above the picture, as text.
    pub title: String,
    /// What, unit, period.
    pub subtitle: String,
    /// What a reader of the picture learns, in under 80 words, for somebody who cannot see it.
    pub alt: String,
    /// What a reader must know beside it: why the line breaks, trial limits. (Where the axis begins stands in the picture.)
    pub note: Option<String>,
    /// The figures that it shows.
    pub data: DataTable,
}

/// The figures of a chart as text, for the paper's data tables and the attached CSV.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DataTable {
    /// Column heads.
    pub heads: Vec<String>,
    /// Rows, a text a column; the first names the row.
    pub rows: Vec<Vec<String>>,
}

/// The charts of one indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorCharts {
    /// The full chart by the indicator's method: control chart, run chart, plain line or interval.
    pub series: Drawn,
    /// The last thirteen months in small, for a row of the scorecard; its data is that of `series`.
    pub sparkline: Drawn,
    /// The series with its forecast to the excellence date, where there is one.
    pub forecast: Option<Drawn>,
    /// The series at the size of small multiples, for the chair's report.
    pub small: Drawn,
}

/// The pictures of one paper.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Charts {
    /// By indicator; those without a figure have none.
    pub indicators: BTreeMap<Id, IndicatorCharts>,
    /// Indicators by rating, this month beside last.
    pub ratings: Option<Drawn>,
    /// Actions by rating, a bar a recommendation.
    pub plan_status: Option<Drawn>,
    /// Actions completed against planned, month by month.
    pub burn_up: Option<Drawn>,
    /// Milestones to excellence, first and current dates.
    pub milestones: Option<Drawn>,
    /// Posts by tier: permanent, agency, vacant.
    pub workforce: Option<Drawn>,
    /// Grades of audited cases, month by month.
    pub audits: Option<Drawn>,
    /// Risks, their score then and now.
    pub risks: Option<Drawn>,
    /// Grants and what was spent of them.
    pub funding: Option<Drawn>,
}

/// Draws the pictures of one paper, each with its words, from what the analysis found. Text in them is as wide as `measure` says.
#[must_use]
pub fn draw(assessment: &Assessment<'_>, measure: &dyn Measure) -> Charts {
    let indicator = |assessed: &crate::analysis::indicator::Assessed<'_>| {
        Some((
            assessed.indicator.id.value().clone(),
            indicator::charts(assessed, measure)?,
        ))
    };
    Charts {
        indicators: assessment.indicators.iter().filter_map(indicator).collect(),
        ratings: ratings::ratings(assessment, measure),
        plan_status: plan::status(assessment, measure),
        burn_up: plan::burn_up(assessment, measure),
        milestones: milestones::milestones(assessment, measure),
        workforce: workforce::workforce(assessment, measure),
        audits: audits::audits(assessment, measure),
        risks: risks::risks(assessment, measure),
        funding: funding::funding(assessment, measure),
    }
}
