//! What June's papers know better than those before them, on the neutral programme's own returns and on others.

use crate::stage::{Stage, day, in_june, month, papers};
use crate::support::Folder;
use board_papers::analysis::revisions::{Said, Why};
use board_papers::analysis::{Assessment, analyse};
use board_papers::domain::{Absence, PaperKind, Programme};

fn neutral() -> Programme {
    Folder::neutral().check().into_parts().0.expect("no mistakes")
}

#[test]
fn a_correction_gives_its_reason() {
    in_june(&neutral(), |assessment| {
        let revision = assessment.revisions[0];
        assert_eq!(
            (revision.indicator.reference.as_str(), revision.month),
            ("N1", month("2024-04"))
        );
        assert_eq!(
            (
                revision.said.words(revision.indicator),
                revision.now.words(revision.indicator)
            ),
            ("73.7%".to_owned(), "74.7%".to_owned())
        );
        assert_eq!(
            revision.why,
            Why::Corrected {
                received: day("2024-07-08"),
                reason: "One was recorded late."
            }
        );
        assert_eq!(
            revision.why.words(),
            "One was recorded late (corrected on 8 July 2024)"
        );
    });
}

#[test]
fn what_came_after_the_cut_off_is_a_revision_of_the_next_paper() {
    let late = Stage::new().replace(
        "returns/2024-05/health.yaml",
        "\nreceived: 2024-06-10",
        "\nreceived: 2024-06-18",
    );
    in_june(&late.programme(), |assessment| {
        assert_eq!(assessment.revisions.len(), 1);
        let revision = assessment.revisions[0];
        assert_eq!(revision.said, Said::Missing(None));
        assert_eq!(revision.now.words(revision.indicator), "41");
        assert_eq!(revision.why, Why::ReceivedLater(day("2024-06-18")));
    });
}

#[test]
fn what_stays_missing_is_no_revision() {
    let late = Stage::new()
        .replace(
            "returns/2024-05/health.yaml",
            "\nreceived: 2024-06-10",
            "\nreceived: 2024-06-18",
        )
        .replace(
            "returns/2024-05/health.yaml",
            "health_referrals: 41",
            "health_referrals: { missing: not_available }",
        );
    in_june(&late.programme(), |assessment| {
        assert!(assessment.revisions.is_empty())
    });
}

#[test]
fn what_came_in_time_is_no_revision() {
    in_june(&Stage::new().programme(), |assessment| {
        assert!(assessment.revisions.is_empty())
    });
}

#[test]
fn an_absence_that_was_stated_is_said() {
    in_june(&neutral(), |assessment| {
        let revision = assessment.revisions[1];
        assert_eq!(revision.said, Said::Missing(Some(Absence::NotYetAvailable)));
        assert_eq!(revision.said.words(revision.indicator), "[x]");
    });
}

/// What `look` finds in the chair's report on the half-year that ends in June 2024.
fn in_report<T>(programme: &Programme, look: impl Fn(&Assessment<'_>) -> T) -> T {
    let papers = papers(programme);
    let (last, before) = papers.split_last().expect("papers");
    assert_eq!(last.0.kind, PaperKind::SixMonthly);
    look(&analyse(&last.1, &last.0, before))
}

#[test]
fn the_report_is_reconciled_with_each_monthly_paper() {
    in_report(&neutral(), |assessment| {
        let half_year = assessment.half_year.as_ref().expect("a half-year");
        assert_eq!(
            (half_year.from, half_year.until),
            (month("2024-01"), month("2024-06"))
        );
        let papers: Vec<_> = half_year
            .reconciliation
            .iter()
            .map(|paper| {
                (
                    paper.paper.iso(),
                    paper.cut_off,
                    paper.compared,
                    paper.revised.len(),
                )
            })
            .collect();
        let expected = [
            ("2024-04", day("2024-05-17"), 6, 1),
            ("2024-05", day("2024-06-14"), 6, 1),
            ("2024-06", day("2024-07-12"), 6, 0),
        ];
        assert_eq!(
            papers,
            expected.map(|(paper, cut_off, all, revised)| (paper.to_owned(), cut_off, all, revised))
        );
    });
}

#[test]
fn a_monthly_paper_has_no_half_year() {
    in_june(&neutral(), |assessment| assert!(assessment.half_year.is_none()));
}

#[test]
fn the_pace_of_the_plan_is_completions_against_dates() {
    in_report(&neutral(), |assessment| {
        let plan = assessment.half_year.as_ref().expect("a half-year").progress.plan;
        assert_eq!((plan.completed_before, plan.completed), (0, 1));
        assert_eq!(
            (plan.planned_current, plan.planned_first),
            (2, 3),
            "1.2 was moved to July"
        );
    });
}

#[test]
fn every_indicator_that_is_rated_has_one_answer_to_each_question() {
    in_report(&neutral(), |assessment| {
        let progress = &assessment.half_year.as_ref().expect("a half-year").progress;
        let rated = assessment
            .indicators
            .iter()
            .filter(|one| one.indicator.good != board_papers::domain::Good::Neutral);
        let rated = rated.count();
        for sum in [&progress.sustained, &progress.improved, &progress.pace] {
            assert_eq!(
                sum.yes.len() + sum.unclear.len() + sum.no.len() + sum.cannot_be_said.len(),
                rated
            );
        }
    });
}

#[test]
fn the_report_records_every_return_of_the_half_year() {
    in_report(&neutral(), |assessment| {
        let returns = &assessment.half_year.as_ref().expect("a half-year").returns;
        assert_eq!(returns.len(), 2);
        assert!(returns.iter().all(|record| record.months.len() == 6));
    });
}
