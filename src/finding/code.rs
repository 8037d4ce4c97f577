//! The kinds of fault, each with its name, its severity, one line on what it means and a page for whoever wants more.
//! Knows the words; refuses to know where or how a fault is found. A new kind is a row in the table and a file of its
//! name in `pages/`: without the page it does not compile.

/// Whether a finding stops a paper from being made. Errors are listed before warnings of the same place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// No paper that uses what is wrong can be made.
    Error,
    /// A paper can be made; someone should look.
    Warning,
}

impl Severity {
    /// Its word: `error` or `warning`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// What is to be known of a code.
struct Row {
    name: &'static str,
    severity: Severity,
    description: &'static str,
    page: &'static str,
}

/// Makes the codes of a table in which each stands once: an example, the code, its severity, name and description.
macro_rules! codes {
    ($($(#[$example:meta])+ $code:ident, $severity:ident, $name:literal, $description:literal;)+) => {
        /// A kind of fault, here with an example of what raises it. Names are stable: people and programs refer to
        /// them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$example])+ $code,)+
        }

        impl Code {
            /// All codes, in the order of their names.
            pub const ALL: [Code; [$($name),+].len()] = [$(Code::$code),+];

            const fn row(self) -> Row {
                match self {
                    $(Code::$code => {
                        Row {
                            name: $name,
                            severity: Severity::$severity,
                            description: $description,
                            page: include_str!(concat!("pages/", $name, ".md")),
                        }
                    })+
                }
            }
        }
    };
}

codes! {
    /// Apologies of an office that has no seat in the group.
    Attendance, Warning, "attendance", "a record of who came contradicts who had a seat";
    /// `2010-02-30`, or `27/5/2010`.
    BadDate, Error, "bad-date", "a date is not a day of the calendar, written as 2010-05-27";
    /// An approval that names `7c1e`, or `7c1e 40b2 9dxx`.
    BadDigest, Error, "bad-digest", "a digest is not written as a paper's cover has it";
    /// `2010-13`, or `May 2010`.
    BadMonth, Error, "bad-month", "a month is not written as 2010-05";
    /// `NI 59` where an id stands.
    BadName, Error, "bad-name", "an id is not made of small letters, digits and underscores";
    /// `1,234`, `75%`, or `n/a` where a figure stands.
    BadNumber, Error, "bad-number", "a figure is not a plain decimal number";
    /// A target of 120 per cent, or one without bounds for a range.
    BadTarget, Error, "bad-target", "a target contradicts its indicator";
    /// Bank holidays up to 2010 for a programme that goes on to 2012.
    BankHolidays, Error, "bank-holidays", "the bank holidays are not all of those of the programme";
    /// `ni59:` with nothing after it.
    BlankValue, Error, "blank-value", "a key is there and nothing stands under it";
    /// A report that was approved on the 10th, and whose figures were corrected on the 11th.
    ChangedSinceApproval, Error, "changed-since-approval", "a paper is not what its approval names";
    /// An action with a day of completion that is still in progress.
    Contradiction, Error, "contradiction", "two things that are typed exclude each other";
    /// A return received before it was extracted; an action due before it starts.
    DatesOutOfOrder, Error, "dates-out-of-order", "two dates contradict each other";
    /// `ni59` twice among the figures of one return.
    DuplicateKey, Error, "duplicate-key", "a key stands twice in the same place";
    /// A percentage typed as `75.5` instead of its counts.
    FigureForm, Error, "figure-form", "a figure is typed in another form than its unit asks for";
    /// A numerator over its denominator; a negative count; 130 per cent.
    ImpossibleFigure, Error, "impossible-figure", "a figure lies outside what it can be";
    /// Typst stopped without saying why; a promise of our own was broken.
    InternalError, Error, "internal-error", "the program itself is at fault";
    /// An unknown variable in a Typst file; a picture without words; a font that is not there.
    LayoutError, Error, "layout-error", "a layout cannot be set as an accessible page";
    /// Six hundred words of the director on the first page.
    LongWords, Warning, "long-words", "the director's words do not fit on their page";
    /// Two meetings of the board on 25 July.
    MeetingTwice, Warning, "meeting-twice", "a group meets twice on a day, or takes a paper twice";
    /// Core assessments in time at 61% after 84%, and no word in the return.
    MissingCommentary, Warning, "missing-commentary", "nobody explains a figure that is among the exceptions";
    /// A return with every figure of the council but `ni59`.
    MissingFigure, Error, "missing-figure", "a figure that is owed is neither given nor said to be missing";
    /// No `calendar.yaml`.
    MissingFile, Error, "missing-file", "a file that must be there is not";
    /// An indicator without a unit.
    MissingKey, Error, "missing-key", "a key that must be there is not";
    /// A monthly report without the director's words.
    MissingWords, Error, "missing-words", "a paper has no words of the office that signs it";
    /// `confirmed: Checked` beside a figure like all others.
    NeedlessConfirmation, Warning, "needless-confirmation", "a confirmation answers no question";
    /// 73 of 99 for April, corrected to 73 of 99.
    NeedlessCorrection, Warning, "needless-correction", "a correction restates a figure as it was";
    /// `r3` without an action that names it.
    NoAction, Warning, "no-action", "a recommendation that no action answers";
    /// `state: complete` with a day, and no `evidence`.
    NoEvidence, Warning, "no-evidence", "an action is complete and nothing is held that shows it";
    /// `measures: []`; a measure by an indicator that has no target.
    NoMeasure, Warning, "no-measure", "an action does not say how its success would show";
    /// `answers: []`.
    NoRecommendation, Warning, "no-recommendation", "an action answers no recommendation";
    /// A meeting on a Sunday.
    NotAWorkingDay, Warning, "not-a-working-day", "something is planned for a day on which nobody works";
    /// A paper that its author has not approved by its due date.
    NotApproved, Error, "not-approved", "a paper is not approved by the office that signs it";
    /// A figure of the health service in the council's return; a quarterly one in May.
    NotOwed, Error, "not-owed", "a figure is supplied by a body or for a month that does not owe it";
    /// A comparator of 2009/10 of the version that holds from 2010/11.
    OtherDefinition, Warning, "other-definition", "a comparator names a definition that did not hold in its period";
    /// 931 contacts of which the police, health and others brought 940.
    PartsAndTotal, Error, "parts-and-total", "parts do not agree with their total";
    /// September's words on a figure of October.
    StaleCommentary, Warning, "stale-commentary", "words or figures are those of the month before";
    /// `ni59` for October in two returns.
    SuppliedTwice, Error, "supplied-twice", "the same thing is supplied in two places";
    /// A bracket that is never closed; a tab that indents.
    Syntax, Error, "syntax", "the text of a file cannot be read as YAML";
    /// `{{ ni59.value | nosuchfilter }}`.
    TemplateError, Error, "template-error", "a sentence with figures in it cannot be made";
    /// A file of 50 MB; brackets nested a thousand deep.
    TooLarge, Error, "too-large", "something is larger than the program accepts";
    /// A spreadsheet in a month's folder.
    UnexpectedFile, Warning, "unexpected-file", "a file lies where nothing reads it";
    /// `format: 2`.
    UnknownFormat, Error, "unknown-format", "the inputs are of a format that this program does not read";
    /// `figurs` where `figures` was meant.
    UnknownKey, Error, "unknown-key", "a key has no meaning where it stands";
    /// `{{ ni95.value }}` where `ni59` was meant.
    UnknownName, Error, "unknown-name", "a sentence names a figure that does not exist";
    /// An action that answers a recommendation which is not in the plan.
    UnknownReference, Error, "unknown-reference", "an id refers to what is not defined";
    /// `unit: percentage` where `percent` was meant.
    UnknownWord, Error, "unknown-word", "a word is not one of those that may stand there";
    /// An action that is due in 2042, in a programme that ends in 2012.
    UnlikelyDate, Warning, "unlikely-date", "a date lies far outside of the programme";
    /// 15.8 per cent after a year about 75.
    UnlikelyFigure, Warning, "unlikely-figure", "a figure jumps further than its series ever did";
    /// A control character or an emoji in a sentence.
    UnprintableCharacter, Error, "unprintable-character", "a character cannot be printed";
    /// A file that may not be opened, or is not UTF-8.
    UnreadableFile, Error, "unreadable-file", "a file or folder cannot be read";
    /// A theme without an indicator or action; a layout that nothing imports.
    Unused, Warning, "unused", "something is defined and nothing uses it";
    /// A return for May in the folder of June.
    WrongMonth, Error, "wrong-month", "a month is not one that can be meant there";
    /// A list where one value is expected.
    WrongType, Error, "wrong-type", "a value is of another kind than its key asks for";
    /// An anchor, an alias, a second document.
    YamlFeature, Error, "yaml-feature", "a part of YAML is used that these files do without";
}

impl Code {
    /// Its name: words joined with hyphens.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The severity that its findings have unless they say otherwise.
    pub fn severity(self) -> Severity {
        self.row().severity
    }

    /// What is wrong, in one line.
    pub fn description(self) -> &'static str {
        self.row().description
    }

    /// What a person should know who has made the fault, in Markdown: what is wrong, why it matters, an example
    /// and its mend.
    pub fn page(self) -> &'static str {
        self.row().page
    }

    /// The code of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_names() {
        let names: Vec<_> = Code::ALL.iter().map(|code| code.name()).collect();
        assert!(names.is_sorted_by(|a, b| a < b), "{names:?}");
    }

    #[test]
    fn names_and_descriptions_keep_the_house_style() {
        for code in Code::ALL {
            let (name, description) = (code.name(), code.description());
            assert!(
                name.split('-')
                    .all(|w| !w.is_empty() && w.chars().all(|c| c.is_ascii_lowercase())),
                "{name}"
            );
            assert!(
                description.starts_with(|c: char| c.is_lowercase()),
                "{description}"
            );
            assert!(!description.ends_with('.'), "{description}");
            assert_eq!(Code::named(name), Some(code));
        }
        assert_eq!(Code::named("no-such-code"), None);
    }
}
