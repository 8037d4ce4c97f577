//! Knows how to name a point in the midst of a plot: as near as may be, where nothing is touched.

use super::label::Label;
use super::measure::Weight;
use super::palette::LEADER;
use super::scene::{Anchor, Rect, Role, Scene, Spot, Typist, Words, spot};

/// Directions tried, the most natural first: above, below, then round about. Across in label widths, down in
/// points.
const DIRECTIONS: [(f64, f64); 8] = [
    (0.0, -1.0),
    (0.0, 1.0),
    (-0.5, -1.0),
    (0.5, -1.0),
    (-0.5, 1.0),
    (0.5, 1.0),
    (0.8, 0.0),
    (-0.8, 0.0),
];
/// Distances tried, in points.
const DISTANCES: [f64; 9] = [10.0, 12.0, 14.0, 17.0, 20.0, 28.0, 38.0, 50.0, 64.0];
/// A label further away than this is led back to its point.
const NEAR: f64 = 17.0;
/// Kept clear around the text, in points.
const CLEAR: f64 = 1.5;

/// Names the point at `at`, if there is any clear place near it; the picture is better without a label than
/// with one across a line, and the value stands in the chart's words.
pub(crate) fn call_out(label: &Label, at: Spot, plot: &Rect, scene: &mut Scene, typist: Typist<'_>) {
    let width = typist.setting(Weight::SemiBold).width(label.as_str());
    let set = |place: Spot| typist.set(label.as_str(), place, Anchor::Middle, Weight::SemiBold);
    let clear: Vec<Spot> = places(at, width)
        .filter(|place| is_clear(&set(*place), plot, scene))
        .collect();
    let off_the_grid = |place: &&Spot| !scene.crosses_help(&set(**place).extent());
    let mut near = clear.iter().take_while(|place| (place.y - at.y).abs() <= NEAR);
    if let Some(place) = near.find(off_the_grid).or(clear.first()) {
        let words = set(*place);
        if (place.y - at.y).abs() > NEAR {
            lead(at, *place, &words.extent(), scene);
        }
        scene.words(words);
    }
}

/// Where the middle of the label may stand, the best places first.
fn places(at: Spot, width: f64) -> impl Iterator<Item = Spot> {
    DISTANCES.iter().flat_map(move |distance| {
        DIRECTIONS.map(|(across, down)| spot(at.x + across * (width + distance), at.y + down * distance))
    })
}

fn is_clear(words: &Words, plot: &Rect, scene: &Scene) -> bool {
    let extent = words.extent().shrunk(-CLEAR);
    plot.holds(&extent) && scene.is_clear(&extent)
}

/// A short line from the label's nearer edge to just before the point.
fn lead(at: Spot, place: Spot, extent: &Rect, scene: &mut Scene) {
    let edge = if place.y < at.y {
        extent.bottom + 1.0
    } else {
        extent.top - 1.0
    };
    let start = spot(at.x.clamp(extent.left, extent.right), edge);
    let end = spot(at.x, at.y + if place.y < at.y { -4.0 } else { 4.0 });
    scene.segment(start, end, LEADER, Role::Help);
}
