//! Rule: a group has one chair at a time, and an office sits once. Knows terms and their dates; a vacant chair is a legal state.

use crate::domain::{Dated, Id, Located};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;
use std::collections::BTreeMap;

/// Tells of two in one chair, and of an office with two seats at once.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let groups = register
        .documents
        .charter
        .iter()
        .flat_map(|charter| &charter.groups);
    for group in groups {
        let name = quoted(group.id.value().as_str());
        let chairs: Vec<_> = group.chair.iter().map(|one| (&one.office, one)).collect();
        findings.extend(overlapping(&chairs, &format!("{name} has two chairs")));
        let mut seats: BTreeMap<&Id, Vec<_>> = BTreeMap::new();
        for seat in &group.members {
            seats
                .entry(seat.office.value())
                .or_default()
                .push((&seat.office, seat));
        }
        for (office, seats) in seats {
            let what = format!("{} has two seats in {name}", quoted(office.as_str()));
            findings.extend(overlapping(&seats, &what));
        }
    }
}

/// Terms that begin before one that began earlier is over.
fn overlapping<T: Dated>(terms: &[(&Located<Id>, &T)], what: &str) -> Vec<Finding> {
    let mut ordered: Vec<_> = terms.iter().collect();
    ordered.sort_by_key(|(_, term)| term.from());
    let pairs = ordered.iter().zip(ordered.iter().skip(1));
    pairs
        .filter_map(|((earlier, before), (office, term))| {
            let begins = term.from();
            let is_over = before
                .until()
                .is_some_and(|until| begins.is_some_and(|begins| until < begins));
            (!is_over).then(|| {
                let since = begins.map_or_else(|| "from the first".to_owned(), |day| format!("from {day}"));
                let finding = Finding::new(Code::Contradiction, format!("{what} {since}")).at(office.place());
                finding
                    .also(earlier.place(), "the one before")
                    .help("end the one before with `until`, or begin this one later with `from`")
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    const CHAIR: &str = "      - { office: chair, standing: appointed, from: 2024-04-01 }\n";
    const SEAT: &str = "      - { office: leader, capacity: member, deputy: Deputy Leader of the Council }\n";

    fn charter(old: &str, new: &str) -> Vec<String> {
        told(judge, "programme.yaml", old, new)
    }

    #[test]
    fn one_is_in_the_chair_at_a_time() {
        let then = |until: &str| format!("      - {{ office: leader, standing: interim{until} }}\n{CHAIR}");
        assert_told(
            &charter(CHAIR, &then("")),
            "programme.yaml «chair» contradiction",
            "`board` has two chairs from 1 April 2024",
        );
        assert_eq!(
            charter(CHAIR, &then(", until: 2024-04-01")).len(),
            1,
            "both days belong to a term"
        );
        assert_eq!(charter(CHAIR, &then(", until: 2024-03-31")), [""; 0]);
    }

    #[test]
    fn an_office_sits_once() {
        assert_told(
            &charter(SEAT, &SEAT.repeat(2)),
            "programme.yaml «leader» contradiction",
            "`leader` has two seats in `board` from the first",
        );
    }
}
