//! The stages of one monthly paper, in this process. Knows their order from the pipeline.

use crate::office::repository;
use crate::table::Row;
use board_papers::analysis::analyse;
use board_papers::catalogue::{before, occasions};
use board_papers::check::check;
use board_papers::compose::{Standing, compose};
use board_papers::domain::PaperKind;
use board_papers::draw::draw;
use board_papers::load::load;
use board_papers::pipeline::Printed;
use board_papers::typeset::{Fonts, typeset};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// How often each is done; the median counts.
const TIMES: usize = 15;

/// Each stage by itself, for the monthly paper of the latest month.
pub fn rows() -> Vec<Row> {
    let folder = repository();
    let sources = load(&folder).expect("inputs");
    let fonts = Fonts::embedded();
    let prints = |character| fonts.covers(character);
    let (programme, _) = check(&sources, &prints).into_parts();
    let programme = programme.expect("a programme without errors");
    let papers = occasions(&programme);
    let occasion = papers
        .iter()
        .rfind(|paper| paper.kind == PaperKind::Monthly)
        .expect("a paper");
    let know = || {
        let earlier = before(&programme, occasion).into_iter();
        let known = earlier.map(|one| (one.clone(), programme.as_known_at(one.cut_off)));
        (programme.as_known_at(occasion.cut_off), known.collect::<Vec<_>>())
    };
    let (known, earlier) = know();
    let assessment = analyse(&known, occasion, &earlier);
    let measure = Printed(&fonts);
    let charts = draw(&assessment, &measure);
    let composed = || compose(&assessment, &charts, &sources.layouts, &Standing::Final);
    let papers = composed().expect("prose without faults");
    let manuscript = &papers.first().expect("a paper").manuscript;
    let digest = || manuscript.digest(&fonts);
    vec![
        stage("load", || load(&folder)),
        stage("check", || check(&sources, &prints)),
        stage("what was known, for this paper and the one before", know),
        stage("analyse", || analyse(&known, occasion, &earlier)),
        stage("draw every chart", || draw(&assessment, &measure)),
        stage("compose", composed),
        stage("digest of the manuscript", digest),
        stage("typeset", || typeset(manuscript, &fonts)),
    ]
}

fn stage<T>(what: &str, mut one: impl FnMut() -> T) -> Row {
    let time = crate::office::median(TIMES, || timed(&mut one));
    Row::time(format!("stage: {what}"), time)
}

fn timed<T>(one: &mut impl FnMut() -> T) -> Duration {
    let start = Instant::now();
    let result = black_box(one());
    let time = start.elapsed();
    drop(result);
    time
}
