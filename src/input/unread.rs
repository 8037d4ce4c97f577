//! What it means to the person when a file was not read. Knows why that happens; not what the file should hold.

use crate::finding::{Code, Finding, Severity, quoted};
use crate::load::{DEEPEST_FOLDER, LARGEST_FILE, LARGEST_FOLDER, MOST_FILES, Unread, Why};
use crate::place::{Place, file_name};
use std::sync::Arc;

/// The finding on a file that was not read; none when nothing was to be read there.
pub fn finding(unread: &Unread) -> Option<Finding> {
    let name = file_name(&unread.path);
    if matches!(unread.why, Why::NotWanted) && is_schema(&unread.path) {
        return None;
    }
    let (message, help) = words(&unread.why, name);
    let place = Place::whole(Arc::clone(&unread.path));
    Some(
        Finding::new(code(&unread.why), format!("{} {message}", quoted(name)))
            .at(&place)
            .help(help),
    )
}

fn code(why: &Why) -> Code {
    match why {
        Why::NotWanted | Why::NotAFile | Why::TooDeep => Code::UnexpectedFile,
        Why::Link | Why::Refused(_) | Why::Nameless | Why::NotUtf8(_) => Code::UnreadableFile,
        Why::TooLarge | Why::TooMany | Why::TooMuch => Code::TooLarge,
    }
}

/// What is wrong with the file, and what to do.
fn words(why: &Why, name: &str) -> (String, &'static str) {
    match why {
        Why::NotWanted if is_misnamed(name) => ("is not read".to_owned(), "end its name in `.yaml`"),
        Why::NotWanted => (
            "is not read".to_owned(),
            "only `.yaml` files are: move it elsewhere",
        ),
        Why::NotAFile => ("is neither a file nor a folder".to_owned(), "move it elsewhere"),
        Why::TooDeep => {
            let message = format!("lies more than {DEEPEST_FOLDER} folders deep");
            (message, "nothing reads folders as deep as this: move it up")
        }
        Why::Link => (
            "is a link, and links are not followed".to_owned(),
            "put the file itself there",
        ),
        Why::Refused(reason) => (format!("cannot be read: {reason}"), "see who may read it"),
        Why::Nameless => ("has a name that is not UTF-8".to_owned(), "give it another name"),
        Why::NotUtf8(line) => (
            format!("is not written in UTF-8: line {line} holds a character in another encoding"),
            "save the file again, and choose the encoding UTF-8",
        ),
        Why::TooLarge => {
            let message = format!("is larger than {} MiB", LARGEST_FILE >> 20);
            (message, "divide it, or see whether it belongs here")
        }
        Why::TooMany => {
            let message = format!("is one file too many: not more than {MOST_FILES} are read");
            (message, "see whether all these files belong here")
        }
        Why::TooMuch => {
            let message = format!(
                "is too much: not more than {} MiB are read in all",
                LARGEST_FOLDER >> 20
            );
            (message, "see whether all these files belong here")
        }
    }
}

/// Whether a file was meant to be read: its name ends as those of YAML files end elsewhere.
fn is_misnamed(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    matches!(ending.as_str(), "yml" | "yaml")
}

/// The schemas that editors use lie among the inputs; nobody need read them here.
fn is_schema(path: &str) -> bool {
    path.starts_with("inputs/schema/") && path.ends_with(".json")
}

/// The finding on a YAML file that lies where nothing reads it.
pub fn unexpected(path: &Arc<str>, help: &str) -> Finding {
    let finding = Finding::new(
        Code::UnexpectedFile,
        format!("{} is not read where it lies", quoted(file_name(path))),
    );
    finding
        .at(&Place::whole(Arc::clone(path)))
        .help(help)
        .with_severity(Severity::Warning)
}
