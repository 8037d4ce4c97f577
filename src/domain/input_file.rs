//! Which file of the inputs holds what: the one place where the layout of their folder is known. Knows paths; not what is written in them.

use crate::domain::Month;
use crate::place::INPUTS;

/// The folder of the returns, in the programme's folder: a folder a month below it.
pub const RETURNS: &str = "inputs/returns";

/// The folder of the chair's words, in the programme's folder: a file a half-year.
const CHAIR: &str = "inputs/chair";

/// What a file of the inputs holds, as its path says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InputFile {
    /// `programme.yaml`: who takes part, what is reported, to whom and when.
    Programme,
    /// `calendar.yaml`: bank holidays and meetings.
    Calendar,
    /// `plan.yaml`: recommendations, actions and milestones.
    Plan,
    /// `history.yaml`: figures from before the first return.
    History,
    /// `approvals.yaml`: who approved which paper, and when.
    Approvals,
    /// `indicators/`: what is measured, in one file or several of any name.
    Indicators,
    /// `returns/2010-05/`: what came for a month, or is awaited.
    Return(Month),
    /// `chair/2010-11.yaml`: the chair's words on the half-year that ends in a month.
    Chair(Month),
}

/// Why a file holds nothing that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misplaced<'p> {
    /// It is not among the inputs at all.
    Elsewhere,
    /// It lies beside `programme.yaml`, under a name that means nothing there.
    Name(&'p str),
    /// It lies in a folder from which nothing is read.
    Folder,
    /// It lies where a month is spoken of, and this is none.
    Month(&'p str),
}

impl InputFile {
    /// The files that hold one document each, by name.
    pub const ALONE: [(&'static str, Self); 5] = [
        ("programme.yaml", Self::Programme),
        ("calendar.yaml", Self::Calendar),
        ("plan.yaml", Self::Plan),
        ("history.yaml", Self::History),
        ("approvals.yaml", Self::Approvals),
    ];

    /// What the file at a path in the programme's folder holds.
    ///
    /// # Errors
    ///
    /// Why it holds nothing.
    pub fn at<'p>(path: &'p str) -> Result<Self, Misplaced<'p>> {
        let below = below(path, INPUTS).ok_or(Misplaced::Elsewhere)?;
        let month = |typed: &'p str| typed.parse().map_err(|_| Misplaced::Month(typed));
        match below.split('/').collect::<Vec<_>>().as_slice() {
            [name] => {
                let known = Self::ALONE.iter().find(|(known, _)| known == name);
                known.map(|(_, file)| *file).ok_or(Misplaced::Name(name))
            }
            ["indicators", _] => Ok(Self::Indicators),
            ["returns", folder, _] => month(folder).map(Self::Return),
            ["chair", name] => month(name.trim_end_matches(".yaml")).map(Self::Chair),
            _ => Err(Misplaced::Folder),
        }
    }

    /// The month of which a path among the returns or the chair's words speaks, whatever lies there.
    #[must_use]
    pub fn month_of(path: &str) -> Option<Month> {
        let rest = below(path, RETURNS).or_else(|| below(path, CHAIR))?;
        rest.get(..7)?.parse().ok()
    }
}

/// The path of a month's return under that name.
#[must_use]
pub fn return_path(month: Month, name: &str) -> String {
    format!("{RETURNS}/{}/{name}", month.iso())
}

/// The path of the chair's words on the half-year that ends in a month.
#[must_use]
pub fn chair_path(period: Month) -> String {
    format!("{CHAIR}/{}.yaml", period.iso())
}

/// The path of the approvals.
#[must_use]
pub fn approvals_path() -> String {
    format!("{INPUTS}/approvals.yaml")
}

fn below<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    path.strip_prefix(folder)?.strip_prefix('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_says_what_its_file_holds() {
        let month: Month = "2010-05".parse().unwrap();
        assert_eq!(
            InputFile::at(&return_path(month, "police.yaml")),
            Ok(InputFile::Return(month))
        );
        assert_eq!(InputFile::at(&chair_path(month)), Ok(InputFile::Chair(month)));
        assert_eq!(InputFile::at(&approvals_path()), Ok(InputFile::Approvals));
        assert_eq!(
            InputFile::at("inputs/indicators/any.yaml"),
            Ok(InputFile::Indicators)
        );
        assert_eq!(
            InputFile::at("inputs/plans.yaml"),
            Err(Misplaced::Name("plans.yaml"))
        );
        assert_eq!(
            InputFile::at("inputs/returns/may/a.yaml"),
            Err(Misplaced::Month("may"))
        );
        assert_eq!(InputFile::at("inputs/returns/a.yaml"), Err(Misplaced::Folder));
        assert_eq!(InputFile::at("inputsx/plan.yaml"), Err(Misplaced::Elsewhere));
    }

    #[test]
    fn whatever_lies_in_a_months_folder_is_of_that_month() {
        let month = "2010-05".parse().ok();
        assert_eq!(InputFile::month_of("inputs/returns/2010-05/police.yaml"), month);
        assert_eq!(InputFile::month_of("inputs/returns/2010-05"), month);
        assert_eq!(InputFile::month_of("inputs/chair/2010-05.yaml"), month);
        assert_eq!(InputFile::month_of("inputs/plan.yaml"), None);
        assert_eq!(InputFile::month_of("inputs/returns/notes.yaml"), None);
    }
}
