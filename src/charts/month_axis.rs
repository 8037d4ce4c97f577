//! Knows the months under a chart: which are named so that names never crowd, from one month to ten years of
//! them. Year under the first month and under each January.

use super::finite::place;
use super::measure::Weight;
use super::month::Month;
use super::palette::{GRIDLINE, MUTED};
use super::scene::{Anchor, LINE_HEIGHT, Role, Scene, Spot, Typist, spot};

/// Months between names, the closest first. They divide the year, so that January is always among them, until
/// years do not fit either.
const STEPS: [i32; 9] = [1, 3, 6, 12, 24, 60, 120, 240, 600];
/// Under a plot: a tick, the names of months, the years.
pub(crate) const FOOT: f64 = 27.0;
/// From the plot's foot to the middle of the names.
const NAME_DOWN: f64 = 9.5;
/// Least room between two names, in points.
const APART: f64 = 4.0;

/// A month under the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MonthTick {
    /// Which of the chart's months it is, from 0.
    pub(crate) index: usize,
    /// `Jan` to `Dec`; `None` where only the year is printed.
    pub(crate) name: Option<&'static str>,
    /// The year, under the first month and each January.
    pub(crate) year: Option<String>,
}

/// Widths in points that decide how many names fit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    /// From one month to the next.
    pub(crate) spacing: f64,
    /// The widest name of a month.
    pub(crate) name: f64,
    /// The widest year.
    pub(crate) year: f64,
}

impl Room {
    /// Room for the paper's type.
    pub(crate) fn of(spacing: f64, typist: Typist<'_>) -> Self {
        let width = |text: &str| typist.regular().width(text);
        Self {
            spacing,
            name: width("Mar").max(width("Aug")),
            year: width("2000"),
        }
    }
}

/// The months to name among `count` months from `first`.
pub(crate) fn month_ticks(first: Month, count: usize, room: Room) -> Vec<MonthTick> {
    let step = step(room);
    let regular = (0..count)
        .filter(|index| first.plus(*index).since(january(first)) % step == 0)
        .collect();
    let named = if step < 12 {
        with_the_ends(regular, count, room)
    } else {
        regular
    };
    let ticks = named.into_iter().map(|index| tick(first, index, step)).collect();
    with_the_first_year(ticks, first, count, room)
}

/// Points from the names of months to the years: a line of type, or nothing where there are only years.
pub(crate) fn years_apart(ticks: &[MonthTick]) -> f64 {
    if ticks.iter().any(|tick| tick.name.is_some()) {
        LINE_HEIGHT
    } else {
        0.0
    }
}

/// Draws a tick under `foot` and its texts, moved inwards where they would leave the picture.
pub(crate) fn draw_month(
    tick: &MonthTick,
    foot: Spot,
    years_apart: f64,
    scene: &mut Scene,
    typist: Typist<'_>,
) {
    scene.segment(foot, spot(foot.x, foot.y + 3.0), GRIDLINE, Role::Help);
    for (text, below) in [(tick.name, 0.0), (tick.year.as_deref(), years_apart)] {
        let at = spot(foot.x, foot.y + NAME_DOWN + below);
        let mut words = typist
            .set(text.unwrap_or(""), at, Anchor::Middle, Weight::Regular)
            .coloured(MUTED);
        let reach = words.width / 2.0;
        words.at.x = at.x.clamp(reach, (scene.size.width - reach).max(reach));
        scene.words(words);
    }
}

/// A January from which every step is counted: that of a year divisible by all of them.
fn january(first: Month) -> Month {
    Month::new((first.year() - first.year() % 50).max(1), 1).unwrap_or(first)
}

fn step(room: Room) -> i32 {
    let fits = |step: &i32| {
        let width = if *step < 12 { room.name } else { room.year };
        f64::from(*step) * room.spacing >= width + APART
            && 12.0_f64.max(f64::from(*step)) * room.spacing >= room.year + APART
    };
    STEPS.iter().copied().find(fits).unwrap_or(600)
}

/// The first and the last month are named too, where a name fits beside its neighbour.
fn with_the_ends(mut named: Vec<usize>, count: usize, room: Room) -> Vec<usize> {
    let fits = |a: usize, b: usize| place(b.saturating_sub(a)) * room.spacing >= room.name + APART;
    if named.first().is_none_or(|next| fits(0, *next)) && count > 0 {
        named.insert(0, 0);
    }
    let last = count.saturating_sub(1);
    if named.last().is_some_and(|before| fits(*before, last)) {
        named.push(last);
    }
    named
}

fn tick(first: Month, index: usize, step: i32) -> MonthTick {
    let month = first.plus(index);
    let year = (month.months_into_the_year() == 0).then(|| month.year().to_string());
    MonthTick {
        index,
        name: (step < 12).then(|| month.short_name()),
        year,
    }
}

/// The year under the first month, unless the next one stands too near.
fn with_the_first_year(mut ticks: Vec<MonthTick>, first: Month, count: usize, room: Room) -> Vec<MonthTick> {
    let next = ticks
        .iter()
        .find(|tick| tick.year.is_some())
        .map(|tick| tick.index);
    let clear = next.is_none_or(|index| place(index) * room.spacing >= room.year + APART);
    if !clear || count == 0 {
        return ticks;
    }
    let year = Some(first.year().to_string());
    match ticks.first_mut() {
        Some(tick) if tick.index == 0 => tick.year = year,
        _ => ticks.insert(
            0,
            MonthTick {
                index: 0,
                name: None,
                year,
            },
        ),
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: f64 = 19.0;
    const YEAR: f64 = 22.0;

    fn printed(year: i32, number: i32, count: usize, width: f64) -> Vec<String> {
        let room = Room {
            spacing: width / place(count),
            name: NAME,
            year: YEAR,
        };
        let first = Month::new(year, number).unwrap();
        let text = |tick: MonthTick| format!("{}{}", tick.name.unwrap_or(""), tick.year.unwrap_or_default());
        month_ticks(first, count, room).into_iter().map(text).collect()
    }

    #[test]
    fn few_months_are_all_named() {
        assert_eq!(printed(2010, 11, 3, 340.0), ["Nov2010", "Dec", "Jan2011"]);
    }

    #[test]
    fn two_years_are_named_by_quarter_and_by_their_ends() {
        let names = printed(2009, 3, 20, 340.0);
        assert_eq!(
            names,
            ["2009", "Apr", "Jul", "Oct", "Jan2010", "Apr", "Jul", "Oct"]
        );
    }

    #[test]
    fn many_years_are_named_by_january_alone() {
        assert_eq!(
            printed(2001, 4, 60, 130.0),
            ["2002", "2003", "2004", "2005", "2006"]
        );
        assert_eq!(printed(2001, 4, 240, 130.0), ["2005", "2010", "2015", "2020"]);
    }

    #[test]
    fn names_and_years_never_crowd() {
        for count in 1..=130 {
            for (number, width) in [(1, 340.0), (4, 340.0), (9, 110.0), (12, 60.0), (2, 24.0)] {
                let room = Room {
                    spacing: width / place(count),
                    name: NAME,
                    year: YEAR,
                };
                let ticks = month_ticks(Month::new(2008, number).unwrap(), count, room);
                let named: Vec<&MonthTick> = ticks.iter().filter(|tick| tick.name.is_some()).collect();
                let dated: Vec<&MonthTick> = ticks.iter().filter(|tick| tick.year.is_some()).collect();
                for (pairs, least) in [(named, NAME), (dated, YEAR)] {
                    for pair in pairs.windows(2) {
                        let apart = place(pair[1].index - pair[0].index) * room.spacing;
                        assert!(
                            apart >= least + APART,
                            "{count} months from {number} on {width}: {pair:?}"
                        );
                    }
                }
            }
        }
    }
}
