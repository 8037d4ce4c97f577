//! The rules that documents are held against, one a file with its test beneath. A rule knows the field and says
//! what is wrong, where, and what to do; it refuses to mend anything.

mod approval_dates;
mod awaited_returns;
mod bank_holidays;
mod correction_month;
mod defined_twice;
mod due_dates;
mod figure_form;
mod figure_range;
mod format;
mod indicator_options;
mod measures;
mod meeting_dates;
mod parts_and_total;
mod periods;
mod prose;
mod return_dates;
mod return_folder;
mod risk_scores;
mod supplied_twice;
mod targets;
#[cfg(test)]
mod testing;
mod unknown_reference;
mod updates;
mod validity;
mod versions;
mod working_days;

use crate::input::documents::Documents;
use crate::input::register::Register;
use crate::input::told::Told;

/// A rule: tells of everything that breaks it.
type Rule = fn(&Register<'_>, &mut Told);

/// All rules. Each is told of whatever could be read, and none rests on another.
const RULES: &[Rule] = &[
    approval_dates::judge,
    awaited_returns::judge,
    bank_holidays::judge,
    correction_month::judge,
    defined_twice::judge,
    due_dates::judge,
    figure_form::judge,
    figure_range::judge,
    format::judge,
    indicator_options::judge,
    measures::judge,
    meeting_dates::judge,
    parts_and_total::judge,
    periods::judge,
    prose::judge,
    return_dates::judge,
    return_folder::judge,
    risk_scores::judge,
    supplied_twice::judge,
    targets::judge,
    unknown_reference::judge,
    updates::judge,
    validity::judge,
    versions::judge,
    working_days::judge,
];

/// Holds the documents against all rules.
pub fn judge(documents: &Documents, findings: &mut Told) {
    let register = Register::new(documents);
    RULES.iter().for_each(|rule| rule(&register, findings));
}
