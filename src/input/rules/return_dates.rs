//! Rule: a return is drawn when its month is over, and received when it is drawn.

use crate::finding::{Code, Finding};
use crate::input::register::Register;
use crate::input::told::Told;

/// Tells of returns received before they were drawn, and of returns drawn before their month was over.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    for filed in &register.documents.returns {
        let sent = &filed.content;
        let (extracted, received) = (&sent.extracted, &sent.received);
        if received.value() < extracted.value() {
            let message = format!("received on {}, before it was extracted", received.value());
            let finding = Finding::new(Code::DatesOutOfOrder, message).at(received.place());
            let also = format!("extracted on {}", extracted.value());
            findings.push(finding.also(extracted.place(), also).help("mend one of the two"));
        }
        let month = filed.month;
        if *extracted.value() < month.last_day() {
            let message = format!("the return for {month} was extracted before the month was over");
            let finding = Finding::new(Code::DatesOutOfOrder, message).at(extracted.place());
            findings.push(finding.help(format!("give a day from {} on", month.last_day())));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    const HEALTH: &str = "returns/2024-05/health.yaml";

    #[test]
    fn nothing_is_received_before_it_is_drawn() {
        let told = told(judge, HEALTH, "received: 2024-06-11", "received: 2024-06-02");
        assert_told(
            &told,
            "returns/2024-05/health.yaml «2024-06-02» dates-out-of-order",
            "received on 2 June 2024",
        );
    }

    #[test]
    fn returns_are_drawn_when_the_month_is_over() {
        assert!(told(judge, HEALTH, "extracted: 2024-06-03", "extracted: 2024-05-31").is_empty());
        let told = told(judge, HEALTH, "extracted: 2024-06-03", "extracted: 2024-05-30");
        assert_told(
            &told,
            "returns/2024-05/health.yaml «2024-05-30» ",
            "give a day from 31 May 2024 on",
        );
    }
}
