//! The pictures of one indicator, each with its words: the full chart, the sparkline, the forecast, the small multiple.
//! Knows which of them there are; how a line is drawn or a sentence made stands beside.

use crate::analysis::indicator::Assessed;
use crate::charts::scene::Size;
use crate::charts::series as chart;
use crate::charts::small_multiple::{self, SmallMultiple};
use crate::charts::sparkline::{self, Sparkline};
use crate::charts::{Label, Measure};
use crate::draw::said::Said;
use crate::draw::series::{self, Detail};
use crate::draw::window::Window;
use crate::draw::{DataTable, Drawn, IndicatorCharts, forecast, series_notes, series_table, series_words};

/// Months of a full chart: as many as its axis can name without crowding.
const MOST_MONTHS: i32 = 60;
/// Months of a small multiple: two years, and the same month of the year before them.
const SMALL_MONTHS: i32 = 25;
/// Months of a sparkline: a year, and the same month of the year before.
const SPARK_MONTHS: i32 = 13;

/// The charts of an indicator; `None` where it has no figure at all.
pub(super) fn charts(assessed: &Assessed<'_>, measure: &dyn Measure) -> Option<IndicatorCharts> {
    assessed
        .series
        .observations()
        .iter()
        .find(|observation| observation.known().is_some())?;
    Some(IndicatorCharts {
        series: full(assessed, measure)?,
        sparkline: spark(assessed)?,
        forecast: forecast::forecast(assessed, Window::of(&assessed.series, MOST_MONTHS)?, measure),
        small: small(assessed, measure)?,
    })
}

fn full(assessed: &Assessed<'_>, measure: &dyn Measure) -> Option<Drawn> {
    let window = Window::of(&assessed.series, MOST_MONTHS)?;
    let scene = chart::lay_out(&series::series(assessed, window, Detail::Full)?, measure);
    let said = Said {
        title: assessed.verdict.title(),
        subtitle: series_words::subtitle(assessed, window),
        alt: series_words::full(assessed, window),
        notes: series_notes::notes(assessed, window),
        data: series_table::table(assessed, window),
    };
    Some(Drawn::of(scene, said))
}

fn small(assessed: &Assessed<'_>, measure: &dyn Measure) -> Option<Drawn> {
    let window = Window::of(&assessed.series, SMALL_MONTHS)?;
    let small = SmallMultiple {
        title: Label::from(assessed.indicator.name.as_str()),
        series: series::series(assessed, window, Detail::Small)?,
    };
    let said = Said {
        title: assessed.verdict.title(),
        subtitle: series_words::subtitle(assessed, window),
        alt: series_words::small(assessed, window),
        notes: Vec::new(),
        data: series_table::table(assessed, window),
    };
    Some(Drawn::of(small_multiple::lay_out(&small, measure), said))
}

fn spark(assessed: &Assessed<'_>) -> Option<Drawn> {
    let window = Window::of(&assessed.series, SPARK_MONTHS)?;
    let spark = Sparkline {
        size: Size::SPARK,
        points: series::points(assessed, window),
        breaks: series::breaks(assessed, window, Detail::Small),
    };
    let said = Said {
        title: assessed.verdict.title(),
        subtitle: series_words::subtitle(assessed, window),
        alt: series_words::spark(assessed, window),
        notes: Vec::new(),
        data: DataTable::default(),
    };
    Some(Drawn::of(sparkline::lay_out(&spark), said))
}
