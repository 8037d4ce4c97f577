//! How pages look: the first pages of the neutral programme's report as small pictures, held against those in
//! `tests/pictures/neutral`. `UPDATE_PICTURES=1 cargo test --test papers pictures` accepts what has changed; and
//! `CONTACT_SHEETS=a-folder cargo test --test papers contact_sheet` lays every page of two papers, and every kind of chart,
//! side by side.

use crate::house::{desk, papers, set};
use crate::support::{Folder, repository};
use board_papers::domain::PaperKind;
use board_papers::typeset::{Fonts, Manuscript, typeset};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use std::fs;
use std::io::Cursor;
use std::path::Path;

/// Pages that are held against pictures, of the monthly report.
const KEPT: usize = 4;
/// Pixels a point: 40 dots an inch.
const SMALL: f32 = 40.0 / 72.0;
/// How far a channel of a pixel may be off: processors differ in the last bits of a curve's edge.
const OFF: u8 = 40;
/// Of how many pixels in a thousand that is forgiven.
const FORGIVEN: usize = 2;

/// The pages of a PDF as pictures.
pub fn pictures(pdf: &[u8], scale: f32, count: usize) -> Vec<Pixmap> {
    let pdf = Pdf::new(pdf.to_vec()).unwrap();
    let cache = RenderCache::new();
    let settings = RenderSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: WHITE,
        ..RenderSettings::default()
    };
    let pages = pdf.pages().iter().take(count);
    pages
        .map(|page| render(page, &cache, &InterpreterSettings::default(), &settings))
        .collect()
}

/// What differs between two pictures, for a person. `None` when nothing does that matters.
fn difference(was: &Pixmap, is: &Pixmap) -> Option<String> {
    if (was.width(), was.height()) != (is.width(), is.height()) {
        return Some(format!(
            "was {} by {}, is {} by {}",
            was.width(),
            was.height(),
            is.width(),
            is.height()
        ));
    }
    let pixels = was
        .data_as_u8_slice()
        .chunks(4)
        .zip(is.data_as_u8_slice().chunks(4));
    let off: Vec<usize> = pixels
        .enumerate()
        .filter(|(_, (was, is))| was.iter().zip(*is).any(|(was, is)| was.abs_diff(*is) > OFF))
        .map(|(at, _)| at)
        .collect();
    let forgiven = was.data_as_u8_slice().len() / 4 * FORGIVEN / 1000;
    let width = usize::from(was.width());
    let rows = || off.iter().map(|at| at / width);
    let columns = || off.iter().map(|at| at % width);
    (off.len() > forgiven).then(|| {
        format!(
            "{} pixels differ, between {} and {} across, {} and {} down, of {width} by {}",
            off.len(),
            columns().min().unwrap(),
            columns().max().unwrap(),
            rows().min().unwrap(),
            rows().max().unwrap(),
            was.height()
        )
    })
}

fn kept(path: &Path) -> Option<Pixmap> {
    Pixmap::from_png(Cursor::new(fs::read(path).ok()?)).ok()
}

#[test]
fn pictures_of_the_first_pages_are_as_they_were() {
    let desk = desk(&Folder::neutral().with_layouts());
    let paper = papers(&desk, PaperKind::Monthly, "2024-06").remove(0);
    let folder = repository().join("tests/pictures/neutral");
    let accepts = std::env::var_os("UPDATE_PICTURES").is_some();
    let changed = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    fs::create_dir_all(&changed).unwrap();
    let mut report = String::new();
    for (number, picture) in pictures(&set(&desk, &paper).pdf, SMALL, KEPT)
        .into_iter()
        .enumerate()
    {
        let name = format!("monthly-{}.png", number + 1);
        let was = kept(&folder.join(&name));
        let differs = was.map_or(Some("there was none".to_owned()), |was| {
            difference(&was, &picture)
        });
        let Some(how) = differs else { continue };
        let target = if accepts { &folder } else { &changed };
        fs::create_dir_all(target).unwrap();
        fs::write(target.join(&name), picture.into_png().unwrap()).unwrap();
        report += &format!("{name}: {how}; it is now {}\n", target.join(&name).display());
    }
    let advice = "if it is meant: UPDATE_PICTURES=1 cargo test --test papers pictures";
    assert!(accepts || report.is_empty(), "\n{report}{advice}");
}

#[test]
fn a_picture_that_differs_is_reported() {
    let white = |width| pictures_of_white(width, 40);
    let mut other = white(30);
    for across in 3..20 {
        other.set_pixel(
            across,
            7,
            hayro::vello_cpu::peniko::color::PremulRgba8 {
                r: 0,
                g: 0,
                b: 0,
                a: 255,
            },
        );
    }
    assert_eq!(difference(&white(30), &white(30)), None);
    let told = difference(&white(30), &other).unwrap();
    assert_eq!(
        told,
        "17 pixels differ, between 3 and 19 across, 7 and 7 down, of 30 by 40"
    );
    assert_eq!(
        difference(&white(30), &white(31)).unwrap(),
        "was 30 by 40, is 31 by 40"
    );
}

fn pictures_of_white(width: u16, height: u16) -> Pixmap {
    let white = hayro::vello_cpu::peniko::color::PremulRgba8 {
        r: 255,
        g: 255,
        b: 255,
        a: 255,
    };
    Pixmap::from_parts(
        vec![white; usize::from(width) * usize::from(height)],
        width,
        height,
    )
}

/// Pictures side by side, so many in a row.
fn sheet(pictures: &[Pixmap], in_a_row: usize) -> Pixmap {
    const GAP: u16 = 8;
    let width = pictures.iter().map(Pixmap::width).max().unwrap() + GAP;
    let height = pictures.iter().map(Pixmap::height).max().unwrap() + GAP;
    let count = |number: usize| u16::try_from(number).unwrap();
    let columns = count(in_a_row.min(pictures.len()));
    let rows = count(pictures.len().div_ceil(in_a_row));
    let grey = hayro::vello_cpu::peniko::color::PremulRgba8 {
        r: 200,
        g: 204,
        b: 207,
        a: 255,
    };
    let (whole_width, whole_height) = (columns * width + GAP, rows * height + GAP);
    let ground = vec![grey; usize::from(whole_width) * usize::from(whole_height)];
    let mut sheet = Pixmap::from_parts(ground, whole_width, whole_height);
    for (number, picture) in pictures.iter().enumerate() {
        let left = count(number % in_a_row) * width + GAP;
        let top = count(number / in_a_row) * height + GAP;
        for down in 0..picture.height() {
            for across in 0..picture.width() {
                sheet.set_pixel(left + across, top + down, picture.sample(across, down));
            }
        }
    }
    sheet
}

/// Every kind of chart as `tests/charts` keeps it, each with its name, on sheets of paper.
fn chart_kinds() -> Manuscript {
    let mut layout = String::from(
        "#set document(title: \"Kinds of chart\", date: datetime(year: 2010, month: 1, day: 1))\n\
         #set text(font: \"Inter\", size: 10pt, lang: \"en\")\n#set page(width: 520pt, height: 760pt, margin: 24pt)\n",
    );
    let mut manuscript = Manuscript::new("charts.typ", "charts");
    let mut kept: Vec<_> = fs::read_dir(repository().join("tests/charts/snapshots"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    kept.sort();
    for path in kept {
        let name = path
            .file_stem()
            .unwrap()
            .to_string_lossy()
            .replace("charts__", "");
        let text = fs::read_to_string(&path).unwrap();
        let svg = &text[text.find("<svg").unwrap()..];
        manuscript.insert(&format!("charts/{name}.svg"), svg.as_bytes());
        layout += &format!(
            "#block(breakable: false)[{} \\ #image(\"/charts/{name}.svg\", alt: \"A sample\")]\n",
            name.replace('_', " ")
        );
    }
    manuscript.with("charts.typ", layout.into_bytes())
}

#[test]
fn every_kind_of_chart_goes_on_a_contact_sheet() {
    let manuscript = chart_kinds();
    assert!(manuscript.files().count() > 15);
    let paper = typeset(&manuscript, &Fonts::embedded()).unwrap();
    let Some(folder) = std::env::var_os("CONTACT_SHEETS") else {
        return;
    };
    fs::create_dir_all(&folder).unwrap();
    let all = sheet(&pictures(&paper.pdf, 1.2, usize::MAX), 3);
    fs::write(
        Path::new(&folder).join("chart-kinds.png"),
        all.into_png().unwrap(),
    )
    .unwrap();
}

/// Made only when asked for.
#[test]
fn contact_sheets_of_the_shipped_papers() {
    let Some(folder) = std::env::var_os("CONTACT_SHEETS") else {
        return;
    };
    let folder = Path::new(&folder);
    fs::create_dir_all(folder).unwrap();
    let desk = desk(&Folder::shipped().with_layouts());
    for (kind, month, name) in [
        (PaperKind::Monthly, "2010-10", "monthly-2010-10"),
        (PaperKind::SixMonthly, "2010-11", "six-monthly-2010-11"),
    ] {
        let pdf = set(&desk, &papers(&desk, kind, month).remove(0)).pdf;
        let all = sheet(&pictures(&pdf, 0.6, usize::MAX), 6);
        fs::write(folder.join(format!("{name}-all.png")), all.into_png().unwrap()).unwrap();
        let first = sheet(&pictures(&pdf, 0.58, 4), 4);
        fs::write(folder.join(format!("{name}.png")), first.into_png().unwrap()).unwrap();
    }
}
