//! Knows value axes: where one starts and ends, its round ticks and how they are printed. Refuses to let a
//! percentage pass 100 or a count fall below nought unless the figures themselves do.

use super::finite::Finite;
use crate::typography::with_commas;

/// What the numbers of an axis are, which decides its natural ends and how ticks are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Percentages: 0 to 100, ticks with a per cent sign.
    Percent,
    /// Whole numbers.
    Count,
    /// Anything measured: rates, days, ratios.
    Amount,
    /// Money in pounds.
    Pounds,
}

/// The least and greatest of some numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Extent {
    low: f64,
    high: f64,
}

impl Extent {
    /// The extent of the figures themselves; `None` when there are none.
    pub(crate) fn of(values: impl IntoIterator<Item = Finite>) -> Option<Self> {
        values
            .into_iter()
            .map(Finite::get)
            .fold(None, |extent: Option<Self>, value| {
                Some(extent.map_or(
                    Self {
                        low: value,
                        high: value,
                    },
                    |known| known.with(value),
                ))
            })
    }

    /// Least and greatest, apart even when they are one and the same.
    pub(crate) fn ends(self) -> (f64, f64) {
        let Self { low, high } = widened(self);
        (low, high)
    }

    fn with(self, value: f64) -> Self {
        Self {
            low: self.low.min(value),
            high: self.high.max(value),
        }
    }

    /// Also shows lines of reference (targets, limits), as far as the unit's natural ends: a process limit of
    /// 104 per cent is no reason for an axis that passes 100.
    pub(crate) fn and(self, unit: Unit, lines: impl IntoIterator<Item = Finite>) -> Self {
        let (floor, ceiling) = self.natural_ends(unit);
        lines.into_iter().fold(self, |extent, line| {
            extent.with(line.get().max(floor).min(ceiling))
        })
    }

    /// The ends that the axis may not pass: no figure of this unit lies beyond them, and none here does.
    fn natural_ends(self, unit: Unit) -> (f64, f64) {
        let floor = if self.low >= 0.0 { 0.0 } else { f64::NEG_INFINITY };
        match unit {
            Unit::Percent if self.high <= 100.0 => (floor, 100.0),
            Unit::Percent | Unit::Count | Unit::Amount | Unit::Pounds => (floor, f64::INFINITY),
        }
    }
}

/// Where a value axis may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AxisFrom {
    /// At nought: bars, and whatever is read by its length.
    Zero,
    /// Near the figures, if from nought they would fill less than half of the height.
    Figures,
}

/// A line across the chart with its number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tick {
    pub(crate) value: f64,
    pub(crate) text: String,
}

/// A value axis.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Scale {
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) ticks: Vec<Tick>,
}

/// Distance between ticks: 1, 2, 25 or 5 times a power of ten, kept apart so that ticks come out exact.
#[derive(Clone, Copy, Debug)]
struct Step {
    mantissa: f64,
    exponent: i32,
}

/// Smallest and largest power of ten between two ticks.
const EXPONENTS: std::ops::RangeInclusive<i32> = -9..=15;
/// A scale never has more ticks than this, whatever is asked.
const MOST_TICKS: u32 = 24;

impl Step {
    /// The number so many steps from nought. Multiplying or dividing once by a power of ten rounds once.
    fn times(self, count: f64) -> f64 {
        let power = power_of_ten(self.exponent.unsigned_abs());
        if self.exponent >= 0 {
            count * self.mantissa * power
        } else {
            count * self.mantissa / power
        }
    }

    /// Steps below and above that enclose the extent.
    fn around(self, extent: Extent) -> (f64, f64) {
        let step = self.times(1.0);
        (
            (extent.low / step + 1e-9).floor(),
            (extent.high / step - 1e-9).ceil(),
        )
    }
}

fn power_of_ten(exponent: u32) -> f64 {
    (0..exponent.min(30)).fold(1.0, |power, _| power * 10.0)
}

/// Every distance between ticks, the smallest first. Quarters (25, 250 …) only where they stay whole.
fn steps(unit: Unit) -> impl Iterator<Item = Step> {
    let smallest = if unit == Unit::Count {
        0
    } else {
        *EXPONENTS.start()
    };
    (smallest..=*EXPONENTS.end()).flat_map(|exponent| {
        let quarter = (exponent >= 1).then_some(Step {
            mantissa: 25.0,
            exponent: exponent - 1,
        });
        let [one, two, five] = [1.0, 2.0, 5.0].map(|mantissa| Step { mantissa, exponent });
        [Some(one), Some(two), quarter, Some(five)].into_iter().flatten()
    })
}

impl Scale {
    /// An axis over `extent` with at most `intervals` intervals between ticks (and never fewer allowed than
    /// two).
    pub(crate) fn over(extent: Option<Extent>, unit: Unit, from: AxisFrom, intervals: u32) -> Self {
        let shown = extent.unwrap_or(whole(unit));
        let (floor, ceiling) = shown.natural_ends(unit);
        let wide = roomy(shown, unit, from);
        let within = Extent {
            low: wide.low.max(floor),
            high: wide.high.min(ceiling),
        };
        let most = f64::from(intervals.clamp(2, MOST_TICKS));
        let coarse = Step {
            mantissa: 5.0,
            exponent: *EXPONENTS.end(),
        };
        let fits = |step: &Step| {
            let (first, last) = step.around(within);
            last - first <= most
        };
        let step = steps(unit).find(fits).unwrap_or(coarse);
        let (first, last) = step.around(within);
        Self::ticked(step, first, last, unit)
    }

    fn ticked(step: Step, first: f64, last: f64, unit: Unit) -> Self {
        let (low, high) = (step.times(first), step.times(last));
        let print = Print::of(step, low.abs().max(high.abs()), unit);
        let ticks = (0..=MOST_TICKS)
            .map(|count| first + f64::from(count))
            .take_while(|count| *count <= last)
            .map(|count| Tick {
                value: step.times(count),
                text: print.text(step.times(count)),
            })
            .collect();
        Self { low, high, ticks }
    }

    /// Whether a value lies on the axis.
    pub(crate) fn shows(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// The first tick's text if the axis does not start at nought (or have it in the middle).
    pub(crate) fn starts_off_zero(&self) -> Option<&str> {
        let off = self.low > 0.0 || self.high < 0.0;
        self.ticks.first().filter(|_| off).map(|tick| tick.text.as_str())
    }
}

/// The extent widened if it is a single number, begun at nought where it should be, else with some room at
/// both ends.
fn roomy(extent: Extent, unit: Unit, from: AxisFrom) -> Extent {
    let nothing = extent.low.abs().max(extent.high.abs()) < 1e-9;
    let Extent { low, high } = if nothing { whole(unit) } else { widened(extent) };
    let room = (high - low) * 0.06;
    if from == AxisFrom::Zero || (low >= 0.0 && low <= high / 2.0) || (high <= 0.0 && high >= low / 2.0) {
        return Extent {
            low: low.min(0.0),
            high: high.max(0.0),
        };
    }
    Extent {
        low: low - room,
        high: high + room,
    }
}

/// What an axis shows when there is nothing to show, or only noughts.
fn whole(unit: Unit) -> Extent {
    let high = if unit == Unit::Percent { 100.0 } else { 1.0 };
    Extent { low: 0.0, high }
}

/// A range of no width gets a tenth of its value on both sides; nought gets one above.
fn widened(extent: Extent) -> Extent {
    let least = (extent.low.abs().max(extent.high.abs()) * 1e-6).max(1e-6);
    if extent.high - extent.low >= least {
        return extent;
    }
    match extent.high.abs() * 0.1 {
        margin if margin < 1e-6 => Extent { low: 0.0, high: 1.0 },
        margin => Extent {
            low: extent.low - margin,
            high: extent.high + margin,
        },
    }
}

/// How ticks are printed: in ones, thousands (of pounds), millions or thousands of millions.
struct Print {
    divisor: f64,
    decimals: usize,
    prefix: &'static str,
    suffix: &'static str,
}

impl Print {
    fn of(step: Step, greatest: f64, unit: Unit) -> Self {
        let (power, suffix) = match greatest {
            huge if huge >= 1e9 => (9, "bn"),
            large if large >= 1e6 => (6, "m"),
            thousands if thousands >= 1e4 && unit == Unit::Pounds => (3, "k"),
            _ => (0, if unit == Unit::Percent { "%" } else { "" }),
        };
        Self {
            divisor: power_of_ten(power),
            decimals: usize::try_from(i32::try_from(power).unwrap_or(0) - step.exponent).unwrap_or(0),
            prefix: if unit == Unit::Pounds { "£" } else { "" },
            suffix,
        }
    }

    fn text(&self, value: f64) -> String {
        let sign = if value < 0.0 { "\u{2212}" } else { "" };
        let digits = format!("{:.*}", self.decimals, (value / self.divisor).abs());
        format!("{sign}{}{}{}", self.prefix, with_commas(&digits), self.suffix)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn finite(values: &[f64]) -> Vec<Finite> {
        values.iter().filter_map(|value| Finite::new(*value)).collect()
    }

    fn ticks(values: &[f64], unit: Unit, from: AxisFrom) -> Vec<String> {
        let scale = Scale::over(Extent::of(finite(values)), unit, from, 5);
        scale.ticks.into_iter().map(|tick| tick.text).collect()
    }

    #[test]
    fn ticks_are_round() {
        assert_eq!(
            ticks(&[3.0, 47.0], Unit::Count, AxisFrom::Figures),
            ["0", "10", "20", "30", "40", "50"]
        );
        assert_eq!(
            ticks(&[70.2, 84.9], Unit::Percent, AxisFrom::Figures),
            ["65%", "70%", "75%", "80%", "85%", "90%"]
        );
        assert_eq!(
            ticks(&[0.001, 0.003], Unit::Amount, AxisFrom::Figures),
            ["0.000", "0.001", "0.002", "0.003"]
        );
        assert_eq!(
            ticks(&[0.0, 1e9], Unit::Count, AxisFrom::Zero),
            ["0.0bn", "0.2bn", "0.4bn", "0.6bn", "0.8bn", "1.0bn"]
        );
        assert_eq!(
            ticks(&[0.0, 180_000.0], Unit::Pounds, AxisFrom::Zero),
            ["£0k", "£50k", "£100k", "£150k", "£200k"]
        );
        assert_eq!(
            ticks(&[-30.0, 20.0], Unit::Amount, AxisFrom::Figures),
            ["−40", "−20", "0", "20", "40"]
        );
        assert_eq!(ticks(&[0.0, 1.0], Unit::Count, AxisFrom::Figures), ["0", "1"]);
    }

    #[test]
    fn a_percentage_does_not_pass_a_hundred_nor_fall_below_nought() {
        assert_eq!(
            ticks(&[97.0, 99.5], Unit::Percent, AxisFrom::Figures)
                .last()
                .unwrap(),
            "100%"
        );
        let extent = Extent::of(finite(&[92.0, 99.0]))
            .unwrap()
            .and(Unit::Percent, finite(&[104.0, -20.0]));
        let scale = Scale::over(Some(extent), Unit::Percent, AxisFrom::Figures, 5);
        assert_eq!((scale.low, scale.high), (0.0, 100.0));
        assert!(Scale::over(Extent::of(finite(&[140.0])), Unit::Percent, AxisFrom::Figures, 5).high > 140.0);
    }

    #[test]
    fn bars_start_at_nought_and_lines_say_when_they_do_not() {
        assert_eq!(
            ticks(&[70.0, 84.0], Unit::Count, AxisFrom::Zero).first().unwrap(),
            "0"
        );
        let scale = Scale::over(
            Extent::of(finite(&[70.2, 84.9])),
            Unit::Percent,
            AxisFrom::Figures,
            5,
        );
        assert_eq!(scale.starts_off_zero(), Some("65%"));
        assert_eq!(
            Scale::over(None, Unit::Count, AxisFrom::Figures, 5).starts_off_zero(),
            None
        );
    }

    proptest! {
        #[test]
        fn any_figures_get_a_few_ticks_around_them(
            values in prop::collection::vec(prop_oneof![-1e15..1e15, -100.0..100.0, -1e-7..1e-7], 0..9),
            unit in prop_oneof![Just(Unit::Percent), Just(Unit::Count), Just(Unit::Amount), Just(Unit::Pounds)],
            from in prop_oneof![Just(AxisFrom::Zero), Just(AxisFrom::Figures)],
            intervals in 0_u32..8,
        ) {
            let scale = Scale::over(Extent::of(finite(&values)), unit, from, intervals);
            prop_assert!((2..=9).contains(&scale.ticks.len()), "{scale:?}");
            prop_assert!(scale.low < scale.high);
            for value in &values {
                let slack = (scale.high - scale.low) * 1e-6;
                prop_assert!(*value >= scale.low - slack && *value <= scale.high + slack, "{value} {scale:?}");
            }
        }
    }
}
