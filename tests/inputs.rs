//! The inputs that the tests stand on are read whole, and without a finding. Knows the neutral programme; not
//! what papers make of it.

#[path = "support/large.rs"]
mod large;
mod support;

use board_papers::check::check;
use board_papers::finding::short;
use board_papers::load::load;
use large::Size;
use support::Folder;

#[test]
fn the_neutral_programme_is_read_without_a_finding() {
    let folder = Folder::neutral();
    assert_eq!(folder.findings(), "");
    let (programme, _) = folder.check().into_parts();
    let programme = programme.expect("no finding is an error");
    assert_eq!(programme.indicators.len(), 6);
    assert_eq!(programme.returns.len(), 6);
    assert_eq!(
        (
            programme.plan.actions.len(),
            programme.chair.len(),
            programme.approvals.len()
        ),
        (5, 1, 4)
    );
    assert_eq!(
        programme
            .history
            .iter()
            .map(|(_, series)| series.iter().count())
            .sum::<usize>(),
        72
    );
}

#[test]
fn a_programme_of_any_size_is_read_without_a_finding() {
    let place = tempfile::tempdir().expect("a folder");
    let size = Size {
        years: 3,
        indicators: 20,
    };
    size.write(place.path());
    let sources = load(place.path()).expect("inputs");
    let checked = check(&sources, &support::prints);
    assert_eq!(short::render(checked.findings(), &sources.texts), "");
    let programme = checked.value().expect("no finding is an error");
    assert_eq!(programme.indicators.len(), 20);
    assert_eq!(
        programme.returns.len(),
        3 * 36,
        "three returns in each of 36 months"
    );
}
