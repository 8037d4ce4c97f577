//! The marks and icons of the layouts, drawn: any two that may stand in one column differ in grey and to the colour-blind, by
//! what is drawn and not by its colour alone; and beside or behind each there is a word.

use crate::pictures::pictures;
use crate::support::repository;
use board_papers::typeset::{Fonts, Manuscript, typeset};
use std::fs;

/// The vocabularies of which one column holds states, by the file that draws them.
const VOCABULARIES: [(&str, &str, &str); 3] = [
    ("marks", "shapes", "shape"),
    ("icons", "variations", "shape.at(0)"),
    ("icons", "assurances", "shape.at(0)"),
];

/// Dots an icon's point: enough to see its letter.
const SCALE: f32 = 4.0;

/// How sure one must be of a difference, as a share of the dots that either icon covers.
const APART: f64 = 0.08;
/// How far two dots are apart, in lightness from 0 to 1, when they differ.
const LIGHTNESS: f64 = 0.25;

/// What a sight makes of red, green and blue: everybody's, and the three common deficiencies at their worst, as Machado,
/// Oliveira and Fernandes simulate them (IEEE TVCG 15, 2009).
const SIGHTS: [(&str, [[f64; 3]; 3]); 4] = [
    ("in grey", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// The names of the states of a vocabulary.
fn states(file: &str, vocabulary: &str) -> Vec<String> {
    let text = fs::read_to_string(repository().join(format!("report-templates/shared/{file}.typ"))).unwrap();
    let (_, listed) = text.split_once(&format!("#let {vocabulary} = (\n")).unwrap();
    let (listed, _) = listed.split_once("\n)").unwrap();
    let names = listed.lines().filter_map(|line| line.trim().split_once(": "));
    names.map(|(name, _)| name.to_owned()).collect()
}

/// Every shape of a vocabulary on a small page of its own, each dot as red, green and blue.
fn drawn(file: &str, vocabulary: &str, shape: &str) -> Vec<Vec<[f64; 3]>> {
    let layout = format!(
        "#import \"/report-templates/shared/{file}.typ\": {vocabulary}\n\
         #set document(title: \"Icons\", date: datetime(year: 2010, month: 1, day: 1))\n\
         #set text(font: \"Inter\", lang: \"en\")\n\
         #set page(width: 30pt, height: 30pt, margin: 7pt)\n\
         #for (name, shape) in {vocabulary}.pairs() {{ page({shape}) }}\n"
    );
    let mut manuscript = Manuscript::new("icons.typ", "icons").with("icons.typ", layout.into_bytes());
    for shared in ["palette", file] {
        let path = format!("report-templates/shared/{shared}.typ");
        manuscript.insert(&path, fs::read(repository().join(&path)).unwrap());
    }
    let pdf = typeset(&manuscript, &Fonts::embedded()).unwrap().pdf;
    let pages = pictures(&pdf, SCALE, usize::MAX);
    let dots = |dot: &[u8]| [dot[0], dot[1], dot[2]].map(|channel| f64::from(channel) / 255.0);
    let page = |page: &hayro::vello_cpu::Pixmap| page.data_as_u8_slice().chunks(4).map(dots).collect();
    pages.iter().map(page).collect()
}

/// How light a dot is to a sight, near enough.
fn lightness(dot: [f64; 3], sight: &[[f64; 3]; 3]) -> f64 {
    let linear = dot.map(|channel| channel * channel);
    let seen = sight.map(|row| (0..3).map(|at| row[at] * linear[at]).sum::<f64>().clamp(0.0, 1.0));
    (0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]).sqrt()
}

/// The share of the dots of two icons that differ.
fn difference(one: &[[f64; 3]], other: &[[f64; 3]], sight: &[[f64; 3]; 3]) -> f64 {
    let (mut covered, mut off) = (0.0, 0.0);
    for (one, other) in one.iter().zip(other) {
        let (one, other) = (lightness(*one, sight), lightness(*other, sight));
        covered += f64::from(u8::from(one.min(other) < 0.9));
        off += f64::from(u8::from((one - other).abs() > LIGHTNESS));
    }
    off / covered
}

#[test]
fn any_two_icons_of_a_column_differ_in_grey_and_to_the_colour_blind() {
    for (file, vocabulary, shape) in VOCABULARIES {
        let names = states(file, vocabulary);
        let icons = drawn(file, vocabulary, shape);
        assert_eq!(names.len(), icons.len(), "{vocabulary}");
        assert!(names.len() > 4, "{vocabulary}: {names:?}");
        for (sight, matrix) in SIGHTS {
            for (at, one) in icons.iter().enumerate() {
                for (other, next) in icons.iter().enumerate().skip(at + 1) {
                    let off = difference(one, next, &matrix);
                    assert!(
                        off > APART,
                        "{vocabulary}, {sight}: {} and {} differ in {off:.3} of their dots",
                        names[at],
                        names[other]
                    );
                }
            }
        }
    }
}

#[test]
fn two_discs_of_other_colours_are_one_icon_in_grey() {
    // Red and green of one lightness: nothing but their hue differs.
    let disc = |colour: [f64; 3]| {
        let mut dots = vec![[1.0; 3]; 20];
        dots.extend(vec![colour; 20]);
        dots
    };
    let everybodys = &SIGHTS[0].1;
    let (red, green) = ([0.76, 0.0, 0.0], [0.0, 0.41, 0.0]);
    assert!(difference(&disc(red), &disc(green), everybodys) < APART);
    assert!(difference(&disc(red), &disc([0.0; 3]), everybodys) > APART);
}
