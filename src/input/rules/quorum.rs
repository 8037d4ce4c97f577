//! Rule: a quorum can be reached: so many could decide if everybody came.

use crate::domain::{Capacity, Group};
use crate::finding::{Code, Finding, quoted};
use crate::input::register::Register;
use crate::input::told::Told;

/// Tells of groups whose quorum is larger than they are.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let charter = register.documents.charter.iter();
    findings.extend(
        charter
            .flat_map(|charter| &charter.groups)
            .filter_map(out_of_reach),
    );
}

fn out_of_reach(group: &Group) -> Option<Finding> {
    let quorum = group.quorum.as_ref()?;
    let members = group
        .members
        .iter()
        .filter(|seat| seat.capacity == Capacity::Member);
    // Whoever is in the chair may have no seat besides.
    let most = members.count() + usize::from(!group.chair.is_empty());
    let is_reached = usize::try_from(*quorum.value()).is_ok_and(|quorum| quorum <= most);
    (!is_reached).then(|| {
        let name = quoted(group.id.value().as_str());
        let message = format!(
            "{name} has a quorum of {}, and {most} who can decide",
            quorum.value()
        );
        let finding = Finding::new(Code::Contradiction, message).at(quorum.place());
        finding.help("mend the number, or add the members who are missing")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn a_quorum_is_no_larger_than_the_group() {
        let board = "  - id: board\n";
        let with = |quorum: u32| {
            told(
                judge,
                "programme.yaml",
                board,
                &format!("{board}    quorum: {quorum}\n"),
            )
        };
        assert_told(&with(99), "programme.yaml «99» contradiction", "who can decide");
        assert!(with(2).is_empty());
    }
}
