//! The inputs that the tests stand on are read whole, and without a finding. Knows the neutral programme; not
//! what papers make of it.

mod support;

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
