//! That every mark can be seen, and that any two on one chart can be told apart in colour, in grey and by the
//! colour-blind.

use super::contrast::{linear, luminance, ratio};
use super::*;

/// Two greys closer than this are one grey on paper.
const APART: f64 = 1.5;

/// What a sight makes of red, green and blue in linear light: Machado, Oliveira and Fernandes, "A
/// Physiologically-based Model for Simulation of Color Vision Deficiency" (IEEE TVCG 15, 2009), severity 1.
const SIGHTS: [(&str, [[f64; 3]; 3]); 4] = [
    (
        "full, or in grey",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

fn seen(colour: Colour, sight: &[[f64; 3]; 3]) -> f64 {
    let (red, green, blue) = colour.channels();
    let light = [red, green, blue].map(linear);
    let mixed = sight.map(|row| (row[0] * light[0] + row[1] * light[1] + row[2] * light[2]).clamp(0.0, 1.0));
    luminance(mixed)
}

/// How a mark differs from others besides its colour, and the colour that it shows most of.
type Look = (&'static str, String, Colour);

fn line(name: &'static str, stroke: Stroke) -> Look {
    (name, format!("{:?}", stroke.dash), stroke.colour)
}

fn point(name: &'static str, mark: Mark) -> Look {
    (name, format!("{:?}", mark.shape), mark.colour)
}

fn bar(name: &'static str, fill: Fill) -> Look {
    (name, format!("{:?}", fill.pattern), fill.ground)
}

/// Marks that can meet on one chart, chart by chart.
fn companies() -> Vec<Vec<Look>> {
    vec![
        vec![
            line("data", DATA),
            line("centre", CENTRE),
            line("limit", LIMIT),
            line("trial limit", TRIAL_LIMIT),
            line("target", TARGET),
            line("tolerance", TOLERANCE),
            line("break", BREAK),
            line("forecast", FORECAST),
            line("interval", INTERVAL),
            ("whisker", "upright, capped".into(), WHISKER.colour),
        ],
        vec![
            point("ordinary", ORDINARY),
            point("concern", CONCERN),
            point("improvement", IMPROVEMENT),
            point("unusual", UNUSUAL),
            point("aim", AIM),
        ],
        vec![
            point("first", FIRST),
            point("current", CURRENT),
            point("achieved", ACHIEVED),
            point("onward", ONWARD),
            point("backward", BACKWARD),
        ],
        Tone::ALL.iter().map(|tone| bar("rating", tone.fill())).collect(),
        GRADES.iter().map(|grade| bar("grade", *grade)).collect(),
        vec![
            bar("there", SOLID),
            bar("for the time being", STRIPED),
            bar("not there", HOLLOW),
        ],
    ]
}

#[test]
fn contrast_is_what_the_guidelines_define() {
    assert!((Colour::new(0, 0, 0).contrast(WHITE) - 21.0).abs() < 1e-9);
    let published = [
        (DARK_BLUE, 10.25),
        (TURQUOISE, 3.17),
        (DARK_PINK, 9.77),
        (ORANGE, 3.03),
        (MID_BLUE, 4.95),
    ];
    for (colour, contrast) in published {
        assert!(
            (colour.contrast(WHITE) - contrast).abs() < 0.005,
            "{}",
            colour.hex()
        );
    }
}

#[test]
fn text_has_a_contrast_of_four_and_a_half_and_every_mark_of_three() {
    assert!([INK, MUTED].iter().all(|text| text.contrast(WHITE) >= 4.5));
    for (name, _, colour) in companies().into_iter().take(3).flatten() {
        assert!(colour.contrast(WHITE) >= 3.0, "{name}");
    }
    let fills = Tone::ALL
        .map(Tone::fill)
        .into_iter()
        .chain(GRADES)
        .chain([SOLID, STRIPED, HOLLOW]);
    for fill in fills {
        assert!(
            fill.ground.contrast(WHITE) >= 3.0 || fill.pen.contrast(WHITE) >= 3.0,
            "{fill:?}"
        );
        let under_text = if fill.pattern == Pattern::Plain {
            fill.ground
        } else {
            WHITE
        };
        assert!(fill.text().contrast(under_text) >= 4.5, "{fill:?}");
    }
}

#[test]
fn any_two_marks_of_a_chart_differ_in_lightness_or_in_shape() {
    for company in companies() {
        for (index, (name, shape, colour)) in company.iter().enumerate() {
            for (other, other_shape, other_colour) in company.iter().skip(index + 1) {
                for (sight, matrix) in &SIGHTS {
                    let apart = ratio(seen(*colour, matrix), seen(*other_colour, matrix)) >= APART;
                    assert!(apart || shape != other_shape, "{name} and {other} under {sight}");
                }
            }
        }
    }
}

#[test]
fn the_analysis_functions_turquoise_and_orange_are_one_grey() {
    assert!(
        TURQUOISE.contrast(ORANGE) < APART,
        "if not, the patterns are not needed"
    );
}
