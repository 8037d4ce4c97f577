//! The rules that documents are held against, one a file with its test beneath. A rule knows the field and says
//! what is wrong, where, and what to do; it refuses to mend anything.

mod agreed_dates;
mod answered;
mod approval_dates;
mod attendance;
mod awaited_returns;
mod bank_holidays;
mod closures;
mod comparators;
mod confirmations;
mod considered;
mod contributors;
mod correction_month;
mod days_gone;
mod days_to_come;
mod defined_twice;
mod due_dates;
mod end_targets;
mod evidence;
mod exit_tests;
mod figure_form;
mod figure_range;
mod format;
mod history_gaps;
mod in_their_time;
mod indicator_options;
mod jumps;
mod key_issues;
mod likely_years;
mod measurable;
mod measures;
mod meeting_dates;
mod meeting_twice;
mod named_twice;
mod not_owed;
mod on_track;
mod overlaps;
mod page_heads;
mod parts_and_total;
mod periods;
mod posts;
mod printed_twice;
mod prose;
mod published_values;
mod quorum;
mod return_dates;
mod return_folder;
mod risk_scores;
mod same_correction;
mod signatures;
mod spend;
mod spoken_period;
mod supplied_twice;
mod targets;
#[cfg(test)]
mod testing;
mod told_twice;
mod turned_back;
mod unknown_reference;
mod unused;
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
    agreed_dates::judge,
    answered::judge,
    approval_dates::judge,
    attendance::judge,
    awaited_returns::judge,
    bank_holidays::judge,
    closures::judge,
    comparators::judge,
    confirmations::judge,
    considered::judge,
    contributors::judge,
    correction_month::judge,
    days_gone::judge,
    days_to_come::judge,
    defined_twice::judge,
    due_dates::judge,
    end_targets::judge,
    evidence::judge,
    exit_tests::judge,
    figure_form::judge,
    figure_range::judge,
    format::judge,
    history_gaps::judge,
    in_their_time::judge,
    indicator_options::judge,
    jumps::judge,
    key_issues::judge,
    likely_years::judge,
    measurable::judge,
    measures::judge,
    meeting_dates::judge,
    meeting_twice::judge,
    named_twice::judge,
    not_owed::judge,
    on_track::judge,
    overlaps::judge,
    page_heads::judge,
    parts_and_total::judge,
    periods::judge,
    posts::judge,
    printed_twice::judge,
    prose::judge,
    published_values::judge,
    quorum::judge,
    return_dates::judge,
    return_folder::judge,
    risk_scores::judge,
    same_correction::judge,
    signatures::judge,
    spend::judge,
    supplied_twice::judge,
    targets::judge,
    told_twice::judge,
    turned_back::judge,
    unknown_reference::judge,
    unused::judge,
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
