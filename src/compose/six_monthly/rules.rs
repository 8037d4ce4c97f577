//! The rules of the report in plain words: what makes an indicator sustained or improved, at what pace, and when a criterion
//! of exit is met. Knows the words of each rule; the rule itself stands where it is applied.

use crate::compose::shapes::{Words, bullets};

const RULES: [&str; 5] = [
    "Sustained: the series shows no signal of concern, and the figures of the half-year taken together are not worse than those of \
     the half-year before by more than chance explains. Beside it stands since when the figures have been at target without a miss.",
    "Improved: the figures of the half-year taken together are better than the baseline by more than chance explains, or, where there \
     is no baseline of the same definition, better than those of the same months a year before. Beside it stands what the chart of the \
     series says by itself.",
    "Pace: what was gained a month since the baseline, against what is needed a month for the end target. A baseline of several months \
     stands in the middle of them. Of the plan: actions complete, against those that should be by their current and by their first dates.",
    "Exit: a criterion over months asks for so many months in a row at the end target. One miss is forgiven and does not count; a \
     second one breaks the row, and where no single case is tolerated the first one does. A month of which nothing can be said ends it. \
     A quarterly figure stands for three months, an annual one for twelve.",
    "Exit: a criterion on what the work will do if nothing changes is met where the limits of ordinary variation lie wholly on the good \
     side of the end target. It asks for a control chart of 13 months.",
];

/// The rules of progress and of exit.
pub(super) fn words() -> Words {
    bullets(RULES.map(str::to_owned))
}
