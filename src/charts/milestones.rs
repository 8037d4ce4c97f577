//! Knows the timeline of milestones: when each was first due, when it is due now, whether it is reached; the
//! as-at day and the day by which all should be. Refuses to judge which of them is late.

use super::Svg;
use super::finite::place;
use super::label::Label;
use super::measure::{Measure, Weight};
use super::month::{Day, Month};
use super::month_axis::{FOOT, Room, draw_month, month_ticks, years_apart};
use super::palette::{ACHIEVED, BACKWARD, BREAK, CURRENT, FIRST, GRIDLINE, MOVE, Mark, ONWARD, TARGET};
use super::rows::{Across, Row, Rows, Subject};
use super::scene::{Anchor, Rect, Role, Scene, Size, Spot, Typist, spot};
use super::strip::{Drop, Sign, Strip};

/// Least height of a row, in points.
const ROW: f64 = 19.0;
/// From the texts above to the first row.
const UNDER_STRIP: f64 = 6.0;
/// From the plot to the notes at the right.
const GAP: f64 = 8.0;
/// Share of the width that notes may take.
const NOTES_SHARE: f64 = 0.24;
/// From the end of a move to the middle of the mark that it leads to.
const SHY: f64 = 7.0;

/// Milestones on their way to a day.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// Width in points; the height follows from the rows.
    pub width: f64,
    /// One row a milestone, at most [`super::MOST_ROWS`]; further ones are not drawn.
    pub rows: Vec<Milestone>,
    /// The day to which all this is known, and what it is called.
    pub as_at: (Day, Label),
    /// The day by which all should be reached, and what it is called.
    pub aim: Option<(Day, Label)>,
}

/// A milestone.
#[derive(Clone, Debug)]
pub struct Milestone {
    /// Its name.
    pub name: Label,
    /// The day first agreed.
    pub first: Day,
    /// Where it stands.
    pub state: Reached,
    /// A few words at the right: the day as text, times moved.
    pub note: Option<Label>,
}

/// Whether a milestone is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// Not yet; due on the day as now agreed.
    Due(Day),
    /// On a day.
    On(Day),
}

impl Milestone {
    fn now(&self) -> Day {
        match self.state {
            Reached::Due(day) | Reached::On(day) => day,
        }
    }

    fn mark(&self) -> Mark {
        match self.state {
            Reached::Due(_) => CURRENT,
            Reached::On(_) => ACHIEVED,
        }
    }
}

/// The months that the timeline spans, and where they lie.
struct Span {
    first: Month,
    count: usize,
    across: Across,
    left: f64,
    right: f64,
}

impl Span {
    /// From the first month in which anything lies to the end of the last.
    fn new(timeline: &Timeline, left: f64, right: f64) -> Self {
        let days = timeline.rows.iter().flat_map(|row| [row.first, row.now()]);
        let days = days
            .chain([timeline.as_at.0])
            .chain(timeline.aim.iter().map(|(day, _)| *day));
        let months: Vec<Month> = days.map(Day::month).collect();
        let first = months.iter().min().copied().unwrap_or(timeline.as_at.0.month());
        let last = months.iter().max().copied().unwrap_or(first);
        let count = usize::try_from(last.since(first)).unwrap_or(0) + 1;
        Self {
            first,
            count,
            across: Across::new(0.0..place(count), left, right),
            left,
            right,
        }
    }

    fn x(&self, day: Day) -> f64 {
        self.across.x(day.months_from(self.first))
    }
}

/// Lays the timeline out.
pub fn lay_out(timeline: &Timeline, measure: &dyn Measure) -> Scene {
    let typist = Typist(measure);
    let subjects = || {
        timeline
            .rows
            .iter()
            .map(|row| subject(row, timeline.width, typist))
    };
    let left = Rows::new(subjects(), (timeline.width, 0.0, ROW), typist).left + CURRENT.reach;
    let notes = notes_width(timeline, typist);
    let span = Span::new(timeline, left, timeline.width - notes.max(CURRENT.reach + 1.0));
    let strip = strip(timeline, &span, typist);
    let rows = Rows::new(
        subjects(),
        (timeline.width, strip.height() + UNDER_STRIP, ROW),
        typist,
    );
    let mut scene = Scene::new(Size {
        width: timeline.width,
        height: rows.bottom + FOOT,
    });
    let plot = Rect {
        left,
        top: strip.height() + UNDER_STRIP,
        right: span.right,
        bottom: rows.bottom,
    };
    draw_months(&span, &plot, &mut scene, typist);
    strip.draw(&plot, &mut scene);
    rows.draw_names(&mut scene, typist);
    for (row, milestone) in rows.rows.iter().zip(&timeline.rows) {
        draw_milestone(milestone, row, &span, &mut scene);
        draw_note(
            &note(milestone, timeline.width, typist),
            spot(span.right + GAP, row.middle()),
            &mut scene,
            typist,
        );
    }
    scene
}

/// Draws the timeline.
pub fn draw(timeline: &Timeline, measure: &dyn Measure) -> Svg {
    lay_out(timeline, measure).draw()
}

fn subject<'m>(milestone: &'m Milestone, width: f64, typist: Typist<'_>) -> Subject<'m> {
    Subject {
        name: &milestone.name,
        lines_beside: note(milestone, width, typist).len(),
    }
}

/// The lines of a milestone's note on a timeline so wide.
fn note(milestone: &Milestone, width: f64, typist: Typist<'_>) -> Vec<String> {
    let note = milestone.note.as_ref().map_or("", Label::as_str);
    typist.regular().wrap(note, width * NOTES_SHARE, 2)
}

fn notes_width(timeline: &Timeline, typist: Typist<'_>) -> f64 {
    let lines = timeline
        .rows
        .iter()
        .flat_map(|row| note(row, timeline.width, typist));
    lines
        .map(|line| typist.regular().width(&line) + GAP + 1.0)
        .fold(0.0, f64::max)
}

fn strip<'a>(timeline: &Timeline, span: &Span, typist: Typist<'a>) -> Strip<'a> {
    let mut strip = Strip::new(typist, timeline.width, f64::INFINITY);
    let (as_at, called) = &timeline.as_at;
    let mut drops = vec![Drop {
        x: span.x(*as_at),
        text: called.as_str(),
        stroke: BREAK,
    }];
    if let Some((aim, called)) = &timeline.aim {
        drops.push(Drop {
            x: span.x(*aim),
            text: called.as_str(),
            stroke: TARGET,
        });
    }
    drops.sort_by(|a, b| a.x.total_cmp(&b.x));
    strip.drops(&drops);
    strip.key(&key(timeline));
    strip
}

fn key(timeline: &Timeline) -> Vec<(Sign, &'static str)> {
    let any = |test: fn(&Milestone) -> bool| timeline.rows.iter().any(test);
    let entries = [
        (any(|row| row.first != row.now()), Sign::Mark(FIRST), "First due"),
        (
            any(|row| matches!(row.state, Reached::Due(_))),
            Sign::Mark(CURRENT),
            "Due now",
        ),
        (
            any(|row| matches!(row.state, Reached::On(_))),
            Sign::Mark(ACHIEVED),
            "Reached",
        ),
    ];
    entries
        .into_iter()
        .filter(|(present, ..)| *present)
        .map(|(_, sign, word)| (sign, word))
        .collect()
}

fn draw_note(lines: &[String], at: Spot, scene: &mut Scene, typist: Typist<'_>) {
    for words in typist.stack(lines, at, Anchor::Start, Weight::Regular) {
        scene.words(words);
    }
}

/// Month names under the rows, and a light line up from each.
fn draw_months(span: &Span, plot: &Rect, scene: &mut Scene, typist: Typist<'_>) {
    let spacing = span.across.x(1.0) - span.left;
    let ticks = month_ticks(span.first, span.count, Room::of(spacing, typist));
    for tick in &ticks {
        let foot = spot(span.across.x(place(tick.index)), plot.bottom);
        scene.segment(spot(foot.x, plot.top), foot, GRIDLINE, Role::Help);
        draw_month(tick, foot, years_apart(&ticks), scene, typist);
    }
}

fn draw_milestone(milestone: &Milestone, row: &Row, span: &Span, scene: &mut Scene) {
    let y = row.middle();
    scene.segment(spot(span.left, y), spot(span.right, y), GRIDLINE, Role::Help);
    let (was, is) = (span.x(milestone.first), span.x(milestone.now()));
    if milestone.first != milestone.now() {
        draw_move(was, is, y, scene);
        scene.marks(vec![spot(was, y)], FIRST);
    }
    scene.marks(vec![spot(is, y)], milestone.mark());
}

/// A line from the old place to the new, and an arrow's head before the new if the move is long enough to
/// have room for one.
pub(crate) fn draw_move(was: f64, is: f64, y: f64, scene: &mut Scene) {
    let (shy, head) = if is > was { (-SHY, ONWARD) } else { (SHY, BACKWARD) };
    if (is - was).abs() > SHY {
        scene.segment(spot(was, y), spot(is + shy, y), MOVE, Role::Meaning);
    }
    if (is - was).abs() > 3.0 * SHY {
        scene.marks(vec![spot(is + shy, y)], head);
    }
}
