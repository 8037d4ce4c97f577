//! Rule: spend fits its grant: it adds up month by month within the year, is not below nought, and is no more than was given. Grants
//! are overspent and bills are taken back, so a person may say beside the amount why it is right.

use crate::domain::{Funding, Id, Located, Month, Outlay};
use crate::finding::{Code, Finding, Severity, quoted};
use crate::input::register::Register;
use crate::input::told::Told;
use crate::place::Place;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What was reported of each grant, by month.
type Reported<'d> = BTreeMap<(&'d Id, Month), (&'d Located<Id>, &'d Located<Outlay>)>;

/// Tells of grants of nothing, of spend outside of its year, and of amounts that nobody has confirmed.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let Some(charter) = &register.documents.charter else {
        return;
    };
    let mut reported = Reported::new();
    for filed in &register.documents.returns {
        let spend = filed.content.spend.iter();
        reported.extend(spend.map(|(id, outlay)| ((id.value(), filed.month), (id, outlay))));
    }
    for grant in &charter.funding {
        findings.extend(of_nothing(grant));
        let mut before: Option<(Decimal, &Place)> = None;
        let of_grant = reported.iter().filter(|((id, _), _)| *id == grant.id.value());
        for ((_, month), (id, outlay)) in of_grant {
            findings.extend(before_its_year(grant, *month, id));
            let doubt = doubt(grant, outlay.value().amount.0, before);
            findings.extend(asked(grant, *month, outlay, doubt));
            before = Some((outlay.value().amount.0, outlay.place()));
        }
    }
}

fn of_nothing(grant: &Funding) -> Option<Finding> {
    let amount = &grant.amount;
    (amount.value().0 <= Decimal::ZERO).then(|| {
        let message = format!(
            "{} is a grant of {} pounds",
            quoted(grant.id.value().as_str()),
            amount.value()
        );
        let finding = Finding::new(Code::ImpossibleFigure, message).at(amount.place());
        finding.help("write how much was given for the year, or take the grant out")
    })
}

fn before_its_year(grant: &Funding, month: Month, id: &Located<Id>) -> Option<Finding> {
    let year = &grant.year;
    (month < *year.value()).then(|| {
        let name = quoted(id.value().as_str());
        let message = format!(
            "spend of {name} in {month}, before its year began in {}",
            year.value()
        );
        let finding = Finding::new(Code::DatesOutOfOrder, message).at(id.place());
        finding
            .also(year.place(), "the year of the grant")
            .help("mend `year`, or name the grant that is meant")
    })
}

/// Why an amount is looked at, and where the amount stands that it differs from.
type Doubt<'d> = (String, Option<&'d Place>);

fn doubt<'d>(grant: &'d Funding, amount: Decimal, before: Option<(Decimal, &'d Place)>) -> Option<Doubt<'d>> {
    let given = grant.amount.value().0;
    if amount.is_sign_negative() && !amount.is_zero() {
        Some(("is below nought".to_owned(), None))
    } else if let Some((earlier, place)) = before.filter(|(earlier, _)| amount < *earlier) {
        Some((
            format!(
                "is less than the {earlier} pounds of the month before, and it counts from the beginning of the year"
            ),
            Some(place),
        ))
    } else if amount > given && given > Decimal::ZERO {
        Some((
            format!("is more than the {given} pounds that were given"),
            Some(grant.amount.place()),
        ))
    } else {
        None
    }
}

fn asked(
    grant: &Funding,
    month: Month,
    outlay: &Located<Outlay>,
    doubt: Option<Doubt<'_>>,
) -> Option<Finding> {
    let name = quoted(grant.id.value().as_str());
    let amount = &outlay.value().amount;
    match (doubt, &outlay.value().confirmed) {
        (Some((why, other)), None) => {
            let message = format!("the spend of {name} to {month}, {amount} pounds, {why}");
            let finding = Finding::new(Code::UnlikelyFigure, message).at(outlay.place());
            let finding = other
                .into_iter()
                .fold(finding, |finding, other| finding.also(other, "the other amount"));
            let finding = finding.with_severity(Severity::Warning);
            Some(finding.help("mend it, or say beside it why it is right: `{ value: …, confirmed: \"…\" }`"))
        }
        (None, Some(_)) => {
            let message =
                format!("the spend of {name} to {month} is confirmed, and nothing about it was in doubt");
            let finding = Finding::new(Code::NeedlessConfirmation, message).at(outlay.place());
            Some(finding.help("take `confirmed` out"))
        }
        (Some(_), Some(_)) | (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    fn spent(amount: &str) -> Vec<String> {
        told(
            judge,
            "returns/2024-05/council.yaml",
            "improvement_grant: 14250",
            &format!("improvement_grant: {amount}"),
        )
    }

    #[test]
    fn spend_is_no_more_than_was_given_and_adds_up() {
        let may = "returns/2024-05/council.yaml";
        assert_eq!(spent("22100"), [""; 0]);
        let negative = spent("-14250");
        assert_told(
            &negative,
            "returns/2024-05/council.yaml «-14250» unlikely-figure",
            "-14250 pounds, is below nought",
        );
        let over = spent("142500");
        assert!(
            over.iter()
                .any(|line| line.starts_with(may) && line.contains("more than the 120000 pounds")),
            "{over:#?}"
        );
        assert_told(
            &spent("6499"),
            "returns/2024-05/council.yaml «6499» ",
            "less than the 6500 pounds of the month before",
        );
    }

    #[test]
    fn a_person_may_say_why_it_is_right() {
        assert_eq!(
            spent("{ value: 6000, confirmed: A bill was taken back. }"),
            [""; 0]
        );
        assert_told(
            &spent("{ value: 14250, confirmed: Yes }"),
            "returns/2024-05/council.yaml «{ value",
            "nothing about it was in doubt",
        );
    }

    #[test]
    fn a_grant_is_of_something_and_of_the_year_in_which_it_is_spent() {
        let nothing = told(judge, "programme.yaml", "amount: 120000", "amount: 0");
        assert_told(
            &nothing,
            "programme.yaml «0» impossible-figure",
            "a grant of 0 pounds",
        );
        let later = told(judge, "programme.yaml", "year: 2024-04", "year: 2024-06");
        assert_eq!(later.len(), 2, "{later:#?}");
    }
}
