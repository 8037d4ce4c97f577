//! Knows a series with what is expected of it: a forecast with its interval up to a day, and what was aimed
//! at for that day. Refuses to forecast.

use super::Svg;
use super::ends::Ends;
use super::finite::{Finite, place};
use super::frame::{DrawnAs, Frame, Months, intervals};
use super::label::Label;
use super::layers::{draw_points, newest};
use super::measure::{Measure, Weight};
use super::palette::{AIM, FORECAST, INTERVAL, TINT};
use super::scale::{Extent, Scale};
use super::scene::{Item, Role, Scene, Spot, Typist};
use super::series::Series;
use super::series::layout::{draw_under, extent, name_latest, strip};

/// A series and its forecast.
#[derive(Clone, Debug)]
pub struct Fan {
    /// The figures so far. Labels of mean and limits are not printed: their lines end in the midst of the
    /// chart.
    pub series: Series,
    /// What is expected of each month after the series' last.
    pub ahead: Vec<Expected>,
    /// The forecast's name and its last value with its interval.
    pub label: Option<Label>,
    /// What is aimed at.
    pub aim: Option<Aim>,
}

/// What is expected of a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected {
    /// The forecast itself.
    pub middle: Finite,
    /// The lower end of its interval.
    pub lower: Finite,
    /// The upper end of its interval.
    pub upper: Finite,
}

/// A value aimed at for a month.
#[derive(Clone, Debug)]
pub struct Aim {
    /// The month, counted from the series' first; the chart reaches as far, up to ten years ahead.
    pub month: usize,
    /// The value.
    pub value: Finite,
    /// What it is called.
    pub label: Label,
}

/// A chart looks no further ahead than this.
const MOST_MONTHS_AHEAD: usize = 120;

/// Lays the chart out.
pub fn lay_out(fan: &Fan, measure: &dyn Measure) -> Scene {
    let typist = Typist(measure);
    let series = &fan.series;
    let months = Months {
        first: series.first,
        count: months(fan),
        drawn_as: DrawnAs::Points,
    };
    let scale = Scale::over(
        whole_extent(fan),
        series.unit,
        series.axis_from,
        intervals(series.size, 0.0),
    );
    let ends = ends(fan, &scale, typist);
    let frame = Frame::new(series.size, months, scale, ends.width(), typist);
    let strip = strip(series, &frame, typist);
    let frame = frame.lowered(strip.height());
    let mut scene = Scene::new(series.size);
    draw_interval(fan, &frame, &mut scene);
    draw_under(series, &frame, &mut scene, typist);
    strip.draw(&frame.plot, &mut scene);
    draw_forecast(fan, &frame, &mut scene);
    draw_points(&series.points, &series.breaks, &frame, &mut scene);
    ends.draw(&frame, &mut scene);
    name_latest(series, &frame, &mut scene, typist);
    scene
}

/// Draws the chart. If its axis does not start at nought, it says so above the axis.
pub fn draw(fan: &Fan, measure: &dyn Measure) -> Svg {
    lay_out(fan, measure).draw()
}

fn months(fan: &Fan) -> usize {
    let known = fan.series.points.len();
    let aimed = fan.aim.as_ref().map_or(0, |aim| aim.month.saturating_add(1));
    (known + fan.ahead.len())
        .max(aimed)
        .min(known + MOST_MONTHS_AHEAD)
}

fn whole_extent(fan: &Fan) -> Option<Extent> {
    let ahead = fan
        .ahead
        .iter()
        .flat_map(|month| [month.middle, month.lower, month.upper]);
    let all: Vec<Finite> = ahead.chain(fan.aim.iter().map(|aim| aim.value)).collect();
    let known = extent(&fan.series).or_else(|| Extent::of(all.iter().copied()));
    known.map(|known| known.and(fan.series.unit, all))
}

fn ends<'a>(fan: &Fan, scale: &Scale, typist: Typist<'a>) -> Ends<'a> {
    let mut ends = Ends::new(typist, fan.series.size);
    let aim = fan.aim.as_ref().map(|aim| (&aim.label, aim.value));
    let forecast = fan.label.as_ref().zip(fan.ahead.last().map(|month| month.middle));
    for (rank, (label, value)) in (0..).zip([aim, forecast].into_iter().flatten()) {
        if scale.shows(value.get()) {
            ends.add(Some(label), value.get(), rank, Weight::Regular);
        }
    }
    ends
}

/// From the latest figure on: the places of one of the forecast's three lines.
fn path(fan: &Fan, frame: &Frame, value: fn(&Expected) -> Finite) -> Vec<Spot> {
    let within = |value: f64| value.clamp(frame.scale.low, frame.scale.high);
    let known = fan.series.points.len();
    let start = newest(&fan.series.points).filter(|_| !fan.ahead.is_empty());
    let start = start.map(|(month, latest)| frame.at(place(month), latest.get()));
    let ahead = fan.ahead.iter().zip(known..frame.months.count);
    let ahead = ahead.map(|(month, at)| frame.at(place(at), within(value(month).get())));
    start.into_iter().chain(ahead).collect()
}

fn draw_interval(fan: &Fan, frame: &Frame, scene: &mut Scene) {
    let (lower, upper) = (
        path(fan, frame, |month| month.lower),
        path(fan, frame, |month| month.upper),
    );
    if lower.len() > 1 {
        scene.items.push(Item::Area(
            lower.iter().copied().chain(upper.iter().rev().copied()).collect(),
            TINT,
        ));
    }
    scene.line(vec![lower, upper], INTERVAL, Role::Meaning);
}

fn draw_forecast(fan: &Fan, frame: &Frame, scene: &mut Scene) {
    scene.line(
        vec![path(fan, frame, |month| month.middle)],
        FORECAST,
        Role::Meaning,
    );
    let aim = fan
        .aim
        .iter()
        .filter(|aim| frame.scale.shows(aim.value.get()) && aim.month < frame.months.count);
    scene.marks(
        aim.map(|aim| frame.at(place(aim.month), aim.value.get()))
            .collect(),
        AIM,
    );
}
