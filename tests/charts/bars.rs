//! Random and hostile workforces, audits, risks, grants and small charts: no label touches anything there
//! either.

use board_papers::charts::audit_grades::{self, AuditGrades};
use board_papers::charts::funding::{self, Funding, FundingRow};
use board_papers::charts::risks::{self, Risk, RiskMovement};
use board_papers::charts::scene::Size;
use board_papers::charts::small_multiple::{self, SmallMultiple};
use board_papers::charts::sparkline::{self, Sparkline};
use board_papers::charts::workforce::{self, Tier, Workforce};
use board_papers::charts::{Finite, Label, Month};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::inter::Inter;
use super::properties::{label, month, series, sound, value};

/// A number of posts or pounds with its print.
fn amount() -> impl Strategy<Value = (Finite, Label)> {
    (value(), label())
}

fn workforce() -> impl Strategy<Value = Workforce> {
    let tier = (label(), amount(), amount(), amount(), label()).prop_map(
        |(name, permanent, agency, vacant, posts)| Tier {
            name,
            permanent,
            agency,
            vacant,
            posts,
        },
    );
    vec(tier, 0..35).prop_map(|rows| Workforce { width: 468.0, rows })
}

fn funding() -> impl Strategy<Value = Funding> {
    let row = (label(), amount(), option::of(amount())).prop_map(|(name, granted, spent)| FundingRow {
        name,
        granted,
        spent,
    });
    vec(row, 0..35).prop_map(|rows| Funding { width: 468.0, rows })
}

fn audits() -> impl Strategy<Value = AuditGrades> {
    let count = prop_oneof![6 => 0..30_u32, 1 => any::<u32>()];
    let size = prop_oneof![Just(Size::FULL), Just(Size::HALF)];
    (size, month(), vec(label(), 0..6), vec(vec(count, 0..6), 0..40)).prop_map(
        |(size, first, grades, months)| AuditGrades {
            size,
            first,
            grades,
            months,
        },
    )
}

fn risks() -> impl Strategy<Value = RiskMovement> {
    let score = || prop_oneof![9 => 0..26_u32, 1 => any::<u32>()];
    let risk = (label(), option::of(score()), score(), label()).prop_map(|(name, then, now, note)| Risk {
        name,
        then,
        now,
        note,
    });
    (vec(risk, 0..35), label(), label()).prop_map(|(rows, then, now)| RiskMovement {
        width: 468.0,
        highest: 25,
        then,
        now,
        rows,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_label_of_any_workforce_touches_anything(workforce in workforce()) {
        sound(&workforce::lay_out(&workforce, &Inter))?;
    }

    #[test]
    fn no_label_of_any_funding_touches_anything(funding in funding()) {
        sound(&funding::lay_out(&funding, &Inter))?;
    }

    #[test]
    fn no_label_of_any_audits_touches_anything(audits in audits()) {
        sound(&audit_grades::lay_out(&audits, &Inter))?;
    }

    #[test]
    fn no_label_of_any_risks_touches_anything(risks in risks()) {
        sound(&risks::lay_out(&risks, &Inter))?;
    }

    #[test]
    fn no_label_of_any_small_chart_touches_anything(title in label(), series in series()) {
        let small = SmallMultiple { title, series: series.clone() };
        sound(&small_multiple::lay_out(&small, &Inter))?;
        let spark = Sparkline { size: Size::SPARK, points: series.points, breaks: series.breaks };
        sound(&sparkline::lay_out(&spark))?;
    }
}

/// Parts of many heights, among them some that just hold their number.
#[test]
fn a_number_stands_in_its_part_or_not_at_all() {
    let cases = (0..=4_usize)
        .flat_map(|grades| (1..30).flat_map(move |part| (0..90).map(move |below| (grades, below, part))));
    for (grades, below, part) in cases {
        let audits = AuditGrades {
            size: Size::HALF,
            first: Month::new(2010, 4).unwrap(),
            grades: vec![Label::from("Requires a great deal of improvement soon"); grades],
            months: vec![vec![below, 0, part]],
        };
        let found = audit_grades::lay_out(&audits, &Inter).collisions();
        assert_eq!(found, [], "{grades} {below} {part}");
    }
}
