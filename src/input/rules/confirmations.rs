//! Rule: a confirmation answers a question. Knows which figures are asked about: jumps, totals with more in them than their parts,
//! and breaches of what must never happen; a confirmation of anything else is left over from another figure.

use super::{jumps, parts_and_total};
use crate::domain::{Id, Month};
use crate::finding::{Code, Finding, quoted};
use crate::input::held::{Held, Origin};
use crate::input::register::Register;
use crate::input::told::Told;
use crate::place::Place;
use std::collections::BTreeSet;

/// Tells of confirmations that answer nothing.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let jumps = jumps::doubted(register);
    let totals = parts_and_total::doubted(register);
    let jumped = jumps.iter().map(|doubt| doubt.held.place);
    let asked: BTreeSet<&Place> = jumped.chain(totals.iter().map(|held| held.place)).collect();
    for (id, series) in register.held() {
        for (month, held) in series {
            let is_asked = asked.contains(held.place) || is_breach(register, id, held);
            let is_answered = held.confirmed.is_some() && held.origin == Origin::First;
            if is_answered && !is_asked {
                findings.push(needless(id, *month, held));
            }
        }
    }
}

/// A single case of what must never happen is looked at by somebody who may say so beside it.
fn is_breach(register: &Register<'_>, id: &Id, held: &Held<'_>) -> bool {
    register.indicator(id).is_some_and(|indicator| {
        indicator.zero_tolerance && held.figure.exact(indicator.unit).is_some_and(|it| !it.is_zero())
    })
}

fn needless(id: &Id, month: Month, held: &Held<'_>) -> Finding {
    let message = format!(
        "{} for {month} is confirmed, and nothing about it was in doubt",
        quoted(id.as_str())
    );
    let finding = Finding::new(Code::NeedlessConfirmation, message).at(held.place);
    finding.help("take `confirmed` out; what readers should know of the figure belongs under `commentary` or `data_notes`")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    const MAY: &str = "returns/2024-05/council.yaml";

    #[test]
    fn a_confirmation_that_answers_nothing_is_told() {
        let confirmed = "{ numerator: 76, denominator: 101, confirmed: Checked }";
        let told = told(judge, MAY, "{ numerator: 76, denominator: 101 }", confirmed);
        assert_told(
            &told,
            "returns/2024-05/council.yaml «{ numerator: 76, denominator: 101, confirmed: Checked }» needless-confirmation",
            "`assessments_in_time` for May 2024 is confirmed",
        );
    }

    #[test]
    fn jumps_and_breaches_may_be_confirmed() {
        let jump = "{ numerator: 16, denominator: 101, confirmed: Checked }";
        assert_eq!(
            told(judge, MAY, "{ numerator: 76, denominator: 101 }", jump),
            [""; 0]
        );
        let breach = "unallocated_cases: { value: 1, confirmed: For one night }";
        assert_eq!(told(judge, MAY, "unallocated_cases: 0", breach), [""; 0]);
        let none = "unallocated_cases: { value: 0, confirmed: Really none }";
        assert_eq!(told(judge, MAY, "unallocated_cases: 0", none).len(), 1);
    }
}
