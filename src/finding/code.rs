//! The kinds of fault, each with its name, its severity and one line on what it means. Knows the words; refuses
//! to know where or how a fault is found. A new kind is a variant, a place in [`Code::ALL`] and a row in the table.

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

/// A kind of fault, here with an example of what raises it. Names are stable: people and programs refer to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// `2010-02-30`, or `27/5/2010`.
    BadDate,
    /// `2010-13`, or `May 2010`.
    BadMonth,
    /// `NI 59` where an id stands.
    BadName,
    /// `1,234`, `75%`, or `n/a` where a figure stands.
    BadNumber,
    /// A target of 120 per cent, or one without bounds for a range.
    BadTarget,
    /// Bank holidays up to 2010 for a programme that goes on to 2012.
    BankHolidays,
    /// `ni59:` with nothing after it.
    BlankValue,
    /// An action with a day of completion that is still in progress.
    Contradiction,
    /// A return received before it was extracted; an action due before it starts.
    DatesOutOfOrder,
    /// `ni59` twice among the figures of one return.
    DuplicateKey,
    /// A percentage typed as `75.5` instead of its counts.
    FigureForm,
    /// A numerator over its denominator; a negative count; 130 per cent.
    ImpossibleFigure,
    /// Typst stopped without saying why; a promise of our own was broken.
    InternalError,
    /// An unknown variable in a Typst file; a picture without words; a font that is not there.
    LayoutError,
    /// No `calendar.yaml`.
    MissingFile,
    /// An indicator without a unit.
    MissingKey,
    /// No return from the police in the month's folder.
    MissingReturn,
    /// A monthly report without the director's words.
    MissingWords,
    /// A meeting on a Sunday.
    NotAWorkingDay,
    /// A paper that its author has not approved by its due date.
    NotApproved,
    /// `ni59` for October in two returns.
    SuppliedTwice,
    /// A bracket that is never closed; a tab that indents.
    Syntax,
    /// `{{ ni59.value | nosuchfilter }}`.
    TemplateError,
    /// A file of 50 MB; brackets nested a thousand deep.
    TooLarge,
    /// A spreadsheet in a month's folder.
    UnexpectedFile,
    /// `format: 2`.
    UnknownFormat,
    /// `figurs` where `figures` was meant.
    UnknownKey,
    /// `{{ ni95.value }}` where `ni59` was meant.
    UnknownName,
    /// An action that answers a recommendation which is not in the plan.
    UnknownReference,
    /// `unit: percentage` where `percent` was meant.
    UnknownWord,
    /// A control character or an emoji in a sentence.
    UnprintableCharacter,
    /// A file that may not be opened, or is not UTF-8.
    UnreadableFile,
    /// A return for May in the folder of June.
    WrongMonth,
    /// A list where one value is expected.
    WrongType,
    /// An anchor, an alias, a second document.
    YamlFeature,
}

/// What the table says of a code.
struct Row {
    name: &'static str,
    severity: Severity,
    description: &'static str,
}

/// A row whose findings stop a paper.
const fn error(name: &'static str, description: &'static str) -> Row {
    Row {
        name,
        severity: Severity::Error,
        description,
    }
}

/// A row whose findings do not.
const fn warning(name: &'static str, description: &'static str) -> Row {
    Row {
        name,
        severity: Severity::Warning,
        description,
    }
}

impl Code {
    /// All codes, in the order of their names.
    pub const ALL: [Code; 35] = [
        Code::BadDate,
        Code::BadMonth,
        Code::BadName,
        Code::BadNumber,
        Code::BadTarget,
        Code::BankHolidays,
        Code::BlankValue,
        Code::Contradiction,
        Code::DatesOutOfOrder,
        Code::DuplicateKey,
        Code::FigureForm,
        Code::ImpossibleFigure,
        Code::InternalError,
        Code::LayoutError,
        Code::MissingFile,
        Code::MissingKey,
        Code::MissingReturn,
        Code::MissingWords,
        Code::NotAWorkingDay,
        Code::NotApproved,
        Code::SuppliedTwice,
        Code::Syntax,
        Code::TemplateError,
        Code::TooLarge,
        Code::UnexpectedFile,
        Code::UnknownFormat,
        Code::UnknownKey,
        Code::UnknownName,
        Code::UnknownReference,
        Code::UnknownWord,
        Code::UnprintableCharacter,
        Code::UnreadableFile,
        Code::WrongMonth,
        Code::WrongType,
        Code::YamlFeature,
    ];

    /// The table.
    const fn row(self) -> Row {
        match self {
            Code::BadDate => error(
                "bad-date",
                "a date is not a day of the calendar, written as 2010-05-27",
            ),
            Code::BadMonth => error("bad-month", "a month is not written as 2010-05"),
            Code::BadName => error(
                "bad-name",
                "an id is not made of small letters, digits and underscores",
            ),
            Code::BadNumber => error("bad-number", "a figure is not a plain decimal number"),
            Code::BadTarget => error("bad-target", "a target contradicts its indicator"),
            Code::BankHolidays => error("bank-holidays", "the bank holidays do not cover the programme"),
            Code::BlankValue => error("blank-value", "a key is there and nothing stands under it"),
            Code::Contradiction => error("contradiction", "two things that are typed exclude each other"),
            Code::DatesOutOfOrder => error("dates-out-of-order", "two dates contradict each other"),
            Code::DuplicateKey => error("duplicate-key", "a key stands twice in the same place"),
            Code::FigureForm => error(
                "figure-form",
                "a figure is typed in another form than its unit asks for",
            ),
            Code::ImpossibleFigure => error("impossible-figure", "a figure lies outside what it can be"),
            Code::InternalError => error("internal-error", "the program itself is at fault"),
            Code::LayoutError => error("layout-error", "a layout cannot be set as an accessible page"),
            Code::MissingFile => error("missing-file", "a file that must be there is not"),
            Code::MissingKey => error("missing-key", "a key that must be there is not"),
            Code::MissingReturn => error("missing-return", "a return that a paper rests on is not there"),
            Code::MissingWords => error(
                "missing-words",
                "a paper has no words of the office that signs it",
            ),
            Code::NotAWorkingDay => warning(
                "not-a-working-day",
                "something is planned for a day on which nobody works",
            ),
            Code::NotApproved => error(
                "not-approved",
                "a paper is not approved by the office that signs it",
            ),
            Code::SuppliedTwice => error("supplied-twice", "the same thing is supplied in two places"),
            Code::Syntax => error("syntax", "the text of a file cannot be read as YAML"),
            Code::TemplateError => error("template-error", "a sentence with figures in it cannot be made"),
            Code::TooLarge => error("too-large", "something is larger than the program accepts"),
            Code::UnexpectedFile => warning("unexpected-file", "a file lies where nothing reads it"),
            Code::UnknownFormat => error(
                "unknown-format",
                "the inputs are of a format that this program does not read",
            ),
            Code::UnknownKey => error("unknown-key", "a key has no meaning where it stands"),
            Code::UnknownName => error("unknown-name", "a sentence names a figure that does not exist"),
            Code::UnknownReference => error("unknown-reference", "an id refers to what is not defined"),
            Code::UnknownWord => error("unknown-word", "a word is not one of those that may stand there"),
            Code::UnprintableCharacter => error("unprintable-character", "a character cannot be printed"),
            Code::UnreadableFile => error("unreadable-file", "a file or folder cannot be read"),
            Code::WrongMonth => error("wrong-month", "a month is not one that can be meant there"),
            Code::WrongType => error("wrong-type", "a value is of another kind than its key asks for"),
            Code::YamlFeature => error(
                "yaml-feature",
                "a part of YAML is used that these files do without",
            ),
        }
    }

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

    /// The code of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_listed_once_in_the_order_of_the_names() {
        let table = include_str!("code.rs")
            .split("const fn row")
            .nth(1)
            .and_then(|rest| rest.split("\n    }\n").next());
        let rows = table
            .into_iter()
            .flat_map(str::lines)
            .filter(|line| line.trim_start().starts_with("Code::"));
        assert_eq!(rows.count(), Code::ALL.len());
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
