//! What must not change the facts of a paper: the order in which returns lie, and what came after its cut-off.

use crate::shipped::shipped;
use board_papers::domain::Programme;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_inputs_does_not_matter(order in Just((0..84).collect::<Vec<usize>>()).prop_shuffle(), paper in 0_usize..14) {
        let paper = shipped().monthly().swap_remove(paper);
        let mut shuffled = shipped().programme().clone();
        prop_assert_eq!(shuffled.returns.len(), order.len());
        shuffled.returns = order.iter().map(|at| shipped().programme().returns[*at].clone()).collect();
        shuffled.history.0.reverse();
        shuffled.calendar.meetings.reverse();
        shuffled.approvals.reverse();
        prop_assert!(shipped().facts_of(&shuffled, &paper) == shipped().facts_of(shipped().programme(), &paper));
    }
}

/// Whatever is known of later months, an earlier paper says the same to the last letter.
#[test]
fn a_later_month_never_changes_an_earlier_paper() {
    for paper in shipped().monthly() {
        let without_later = Programme {
            returns: {
                let all = shipped().programme().returns.iter();
                all.filter(|sent| *sent.month.value() <= paper.period)
                    .cloned()
                    .collect()
            },
            ..shipped().programme().clone()
        };
        let same =
            shipped().facts_of(&without_later, &paper) == shipped().facts_of(shipped().programme(), &paper);
        assert!(same, "{}", paper.period);
    }
}
