//! A programme with one indicator, for a test to fill: its months, its targets, its breaks. Knows the neutral fixture,
//! of which it keeps the frame; not what is tested.

use board_papers::analysis::indicator::{Assessed, assess};
use board_papers::catalogue::Occasion;
use board_papers::domain::{
    Absence, Baseline, Correction, Date, Entries, Exact, Figure, Id, Indicator, Located, Month, PaperKind,
    Programme, Recalculation, Return, Shape, Supplied, Target, TargetPoint, Tolerance, Unit, Version,
};
use board_papers::place::Place;
use rust_decimal::Decimal;
use std::sync::{Arc, OnceLock};

/// A month, as typed.
pub fn month(text: &str) -> Month {
    text.parse().unwrap()
}

/// A day, as typed.
pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A decimal, as typed.
pub fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// Something typed, in a file of that name.
pub fn typed_in<T>(file: &str, value: T) -> Located<T> {
    Located::new(value, Place::whole(file))
}

/// Something typed.
pub fn typed<T>(value: T) -> Located<T> {
    typed_in("inputs/test.yaml", value)
}

/// A count out of a count.
pub fn of(part: i64, whole: i64) -> Figure {
    Figure::Parts {
        numerator: Exact(part.into()),
        denominator: Exact(whole.into()),
    }
}

/// A plain value.
pub fn value(text: &str) -> Figure {
    Figure::Value(Exact(decimal(text)))
}

/// A stated absence.
pub fn missing(reason: Absence) -> Figure {
    Figure::Missing { reason, note: None }
}

/// Counts out of 1,000, so that one decimal of the percentage is exact.
pub fn permille(parts: &[i64]) -> Vec<Figure> {
    parts.iter().map(|part| of(*part, 1000)).collect()
}

fn neutral() -> &'static Programme {
    static NEUTRAL: OnceLock<Programme> = OnceLock::new();
    NEUTRAL.get_or_init(|| crate::support::Folder::neutral().check().value().unwrap().clone())
}

/// A programme in the making: one monthly flow, a percentage of which high is good, without target and without a month.
#[derive(Clone)]
pub struct World {
    /// The programme so far.
    pub programme: Programme,
}

impl World {
    /// The frame, with the indicator and nothing else.
    pub fn new() -> Self {
        let mut programme = neutral().clone();
        programme.history = Entries::default();
        programme.returns.clear();
        programme.indicators.truncate(1);
        // Targets that no meeting agreed are known from the first version of the plan on: from always, then.
        programme.plan.versions.clear();
        let world = Self { programme };
        world.with(|indicator| {
            indicator.name = "Visits in time".to_owned();
            indicator.baseline = None;
            indicator.targets.clear();
            indicator.tolerance = Tolerance::default();
            indicator.comparators.clear();
        })
    }

    /// The indicator changed.
    pub fn with(mut self, change: impl FnOnce(&mut Indicator)) -> Self {
        change(&mut self.programme.indicators[0]);
        self
    }

    /// A unit, with its decimals.
    pub fn unit(self, unit: Unit, decimals: u32) -> Self {
        self.with(|indicator| {
            indicator.unit = unit;
            indicator.decimals = typed(decimals);
        })
    }

    /// A back series from a month on.
    pub fn history(mut self, from: &str, figures: &[Figure]) -> Self {
        let months = month(from).through(month(from).plus(i32::try_from(figures.len()).unwrap() - 1));
        let entries = months.zip(figures).map(|(month, figure)| {
            (
                typed(month),
                typed(Supplied {
                    figure: figure.clone(),
                    confirmed: None,
                }),
            )
        });
        let id = self.id();
        self.programme
            .history
            .0
            .push((typed(id), Entries(entries.collect())));
        self
    }

    /// A return of the indicator's body, received on the tenth of the month after.
    pub fn returned(self, of: &str, figure: Option<Figure>) -> Self {
        let received = month(of).plus(1).first_day().plus_days(9);
        self.sent(of, &received.iso(), figure, None)
    }

    /// A return received on a day, with a figure or a correction of an earlier month.
    pub fn sent(
        mut self,
        of: &str,
        received: &str,
        figure: Option<Figure>,
        corrects: Option<(&str, Figure)>,
    ) -> Self {
        let id = self.id();
        let file = format!("inputs/returns/{of}/{received}.yaml");
        let mut sent = empty_return(month(of), day(received), &self.programme.indicators[0]);
        if let Some(figure) = figure {
            let supplied = typed_in(
                &file,
                Supplied {
                    figure,
                    confirmed: None,
                },
            );
            sent.figures.0.push((typed_in(&file, id.clone()), supplied));
        }
        sent.corrections.extend(corrects.map(|(at, figure)| Correction {
            month: typed_in(&file, month(at)),
            indicator: typed_in(&file, id),
            figure: typed_in(&file, figure),
            reason: "Recorded late".to_owned(),
        }));
        self.programme.returns.push(sent.into());
        self
    }

    /// One of the returns, to be changed.
    pub fn return_at(&mut self, at: usize) -> &mut Return {
        Arc::make_mut(&mut self.programme.returns[at])
    }

    /// A target of these points, after those that there are.
    pub fn target(self, shape: Shape, points: &[(&str, &str)]) -> Self {
        let points = points.iter().map(|(at, value)| TargetPoint {
            month: typed(month(at)),
            value: Some(typed(Exact(decimal(value)))),
            low: None,
            high: None,
        });
        let target = Target {
            agreed: None,
            shape,
            points: points.collect(),
            reason: None,
        };
        self.with(|indicator| indicator.targets.push(target))
    }

    /// A range as target.
    pub fn range(self, at: &str, low: &str, high: &str) -> Self {
        let bound = |text: &str| Some(typed(Exact(decimal(text))));
        let point = TargetPoint {
            month: typed(month(at)),
            value: None,
            low: bound(low),
            high: bound(high),
        };
        let target = Target {
            agreed: None,
            shape: Shape::Step,
            points: vec![point],
            reason: None,
        };
        self.with(|indicator| indicator.targets.push(target))
    }

    /// A tolerance on the worse side.
    pub fn tolerance(self, below: &str) -> Self {
        self.with(|indicator| indicator.tolerance.below = Some(typed(Exact(decimal(below)))))
    }

    /// Another definition from a month on; the first one is recorded with it.
    pub fn redefined(self, from: &str) -> Self {
        let version = |number, from| Version {
            number: typed(number),
            from: typed(from),
            label: format!("definition {number}"),
            reason: "The rule changed".to_owned(),
            published: None,
        };
        self.with(|indicator| {
            if indicator.versions.is_empty() {
                indicator.versions.push(version(1, month("1990-01")));
            }
            let number = u32::try_from(indicator.versions.len()).unwrap() + 1;
            indicator.versions.push(version(number, month(from)));
        })
    }

    /// A recorded recalculation from a month on.
    pub fn recalculated(self, from: &str) -> Self {
        let meeting = self.programme.calendar.meetings[0].id.value().clone();
        let recalculation = Recalculation {
            month: typed(month(from)),
            reason: "A new team".to_owned(),
            evidence: "It lasted".to_owned(),
            agreed: typed(meeting),
        };
        self.with(|indicator| indicator.recalculations.push(recalculation))
    }

    /// A baseline.
    pub fn baseline(self, from: &str, until: &str, value: &str) -> Self {
        let baseline = Baseline {
            period: "before".to_owned(),
            from: month(from),
            until: month(until),
            value: typed(Exact(decimal(value))),
        };
        self.with(|indicator| indicator.baseline = Some(baseline))
    }

    /// The indicator as the monthly paper of `period` has it.
    pub fn in_paper_of<T>(&self, period: &str, look: impl FnOnce(&Assessed<'_>) -> T) -> T {
        let occasion = occasion(month(period));
        let assessed = assess(&self.programme, &occasion);
        look(&assessed[0])
    }

    fn id(&self) -> Id {
        self.programme.indicators[0].id.value().clone()
    }
}

/// A monthly paper that knows everything there is.
pub fn occasion(period: Month) -> Occasion {
    let due = period.plus(1).last_day();
    Occasion {
        period,
        kind: PaperKind::Monthly,
        as_at: period.last_day(),
        meeting: None,
        due,
        cut_off: due,
    }
}

fn empty_return(of: Month, received: Date, indicator: &Indicator) -> Return {
    Return {
        month: typed(of),
        from: indicator.body.clone(),
        extracted: typed(of.plus(1).first_day()),
        received: typed(received),
        figures: Entries::default(),
        commentary: Entries::default(),
        corrections: Vec::new(),
        actions: Entries::default(),
        milestones: Entries::default(),
        risks: Entries::default(),
        issues: Entries::default(),
        spend: Entries::default(),
        words: None,
        heard: Vec::new(),
        reports: Vec::new(),
        decisions: Vec::new(),
        matters: Vec::new(),
        data_notes: Vec::new(),
    }
}
