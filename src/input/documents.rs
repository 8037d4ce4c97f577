//! Which file holds which document, and all documents as they were typed, each as far as its structure allows.
//! Knows the layout of the inputs' folder; judges structure, and no content.

use crate::domain::{
    Approvals, AwaitedReturn, BackSeries, Calendar, ChairReport, Charter, Entries, Id, Indicator, InputFile,
    Misplaced, Month, Plan, Return,
};
use crate::finding::{Code, Finding, Severity, did_you_mean};
use crate::input::decode::decode;
use crate::input::printable::{self, Prints};
use crate::input::shape::{Form, Shape};
use crate::input::spelling::misspelt;
use crate::input::structure::{Soundness, settle};
use crate::input::told::Told;
use crate::input::tree::Node;
use crate::input::unread::{self, unexpected};
use crate::input::{schema, tree};
use crate::load::{Extent, Sources, Unread};
use crate::place::{Place, SourceText};
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

/// A file of `indicators/`: what is measured, in one file or several of any name.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorFile {
    /// What is measured, in the order of the papers.
    pub indicators: Vec<Indicator>,
}

/// `history.yaml`: figures from before the first return.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct History {
    /// Where the figures were taken from, so that somebody can look them up.
    pub source: String,
    /// The figures from before the first return: month by month, for each indicator.
    pub figures: Entries<Id, BackSeries>,
}

/// A document with the file that holds it.
#[derive(Debug, Clone)]
pub struct Filed<T> {
    /// The path of the file, relative to the programme's folder.
    pub path: Arc<str>,
    /// The month that the path speaks of.
    pub month: Month,
    /// What it says.
    pub content: T,
}

/// All documents. What could not be read is missing here, and has been told of.
#[derive(Debug, Default)]
pub struct Documents {
    /// `programme.yaml`.
    pub charter: Option<Charter>,
    /// `calendar.yaml`.
    pub calendar: Option<Calendar>,
    /// `indicators/*.yaml`, one after the other.
    pub indicators: Vec<Indicator>,
    /// `plan.yaml`.
    pub plan: Option<Plan>,
    /// `history.yaml`.
    pub history: Option<History>,
    /// The months that have a folder in `returns/`, whether or not what lies in it could be read.
    pub months: BTreeSet<Month>,
    /// `returns/2010-05/*.yaml`, in the order of paths.
    pub returns: Vec<Filed<Return>>,
    /// Those among them that are still to come.
    pub awaited: Vec<Filed<AwaitedReturn>>,
    /// `chair/2010-11.yaml`, in the order of paths.
    pub chair: Vec<Filed<ChairReport>>,
    /// `approvals.yaml`.
    pub approvals: Option<Approvals>,
    /// Names that are given in parts which could not be read. They need not be called unknown.
    pub lost: BTreeSet<String>,
    /// Documents that are missing, or are no YAML, so that nobody can say which names they give.
    pub dark: BTreeSet<Home>,
    /// Where their structure was at fault, by file: the first byte of each fault.
    pub faults: BTreeMap<Arc<str>, BTreeSet<usize>>,
    /// How much of the folder these are.
    pub extent: Extent,
}

/// A document that defines names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Home {
    /// `programme.yaml`.
    Charter,
    /// `calendar.yaml`.
    Calendar,
    /// `indicators/*.yaml`.
    Indicators,
    /// `plan.yaml`.
    Plan,
}

impl Documents {
    /// Reads every document among the sources.
    pub fn read(sources: &Sources, prints: Prints<'_>, findings: &mut Told) -> Self {
        let mut reader = Reader {
            documents: Self {
                extent: sources.extent,
                ..Self::default()
            },
            findings,
            prints,
        };
        for source in sources.texts.iter() {
            match InputFile::at(source.path()) {
                Ok(file) => reader.read(file, source),
                Err(why) => reader.findings.extend(misplaced(source.path(), why)),
            }
        }
        reader.missing_files(sources);
        reader.documents.faults = reader.findings.places();
        reader.documents
    }
}

/// What is wrong with a file of the inputs that holds nothing; layouts are no inputs.
fn misplaced(path: &Arc<str>, why: Misplaced<'_>) -> Option<Finding> {
    match why {
        Misplaced::Elsewhere => None,
        Misplaced::Name(name) => {
            let help = did_you_mean(name, InputFile::ALONE.iter().map(|(known, _)| *known));
            Some(unexpected(path, help.as_deref().unwrap_or("move it elsewhere")))
        }
        Misplaced::Folder => {
            let help = "files are read from `indicators/`, `returns/2010-05/` and `chair/`";
            Some(unexpected(path, help))
        }
        Misplaced::Month(typed) => misspelt(typed, Form::Month).map(|finding| {
            let help = "name it as in `returns/2010-05/council.yaml` or `chair/2010-11.yaml`";
            finding.at(&Place::whole(Arc::clone(path))).help(help)
        }),
    }
}

/// What must be there: the document, how its path begins, a path that will do, and what it says.
const REQUIRED: [(Home, &str, &str, &str); 4] = [
    (
        Home::Charter,
        "inputs/programme.yaml",
        "inputs/programme.yaml",
        "who takes part, what is reported, to whom and when",
    ),
    (
        Home::Calendar,
        "inputs/calendar.yaml",
        "inputs/calendar.yaml",
        "bank holidays and meetings",
    ),
    (
        Home::Plan,
        "inputs/plan.yaml",
        "inputs/plan.yaml",
        "recommendations, actions and milestones",
    ),
    (
        Home::Indicators,
        "inputs/indicators/",
        "inputs/indicators/all.yaml",
        "what is measured, in one file or several of any name",
    ),
];

/// The shapes are the same in every run, and take a while to be read from the schemas.
static SHAPES: LazyLock<Shapes> = LazyLock::new(Shapes::new);

/// The shape of each kind of document.
struct Shapes {
    charter: Shape,
    calendar: Shape,
    indicators: Shape,
    plan: Shape,
    history: Shape,
    returns: Shape,
    awaited: Shape,
    chair: Shape,
    approvals: Shape,
}

impl Shapes {
    fn new() -> Self {
        Self {
            charter: Shape::of(&schema::of::<Charter>()),
            calendar: Shape::of(&schema::of::<Calendar>()),
            indicators: Shape::of(&schema::of::<IndicatorFile>()),
            plan: Shape::of(&schema::of::<Plan>()),
            history: Shape::of(&schema::of::<History>()),
            returns: Shape::of(&schema::of::<Return>()),
            awaited: Shape::of(&schema::of::<AwaitedReturn>()),
            chair: Shape::of(&schema::of::<ChairReport>()),
            approvals: Shape::of(&schema::of::<Approvals>()),
        }
    }
}

struct Reader<'f> {
    documents: Documents,
    findings: &'f mut Told,
    prints: Prints<'f>,
}

impl Reader<'_> {
    fn read(&mut self, file: InputFile, source: &SourceText) {
        let path = Arc::clone(source.path());
        match file {
            InputFile::Programme => {
                self.documents.charter = self.document(source, |it| &it.charter, Some(Home::Charter));
            }
            InputFile::Calendar => {
                self.documents.calendar = self.document(source, |it| &it.calendar, Some(Home::Calendar));
            }
            InputFile::Plan => self.documents.plan = self.document(source, |it| &it.plan, Some(Home::Plan)),
            InputFile::History => self.documents.history = self.document(source, |it| &it.history, None),
            InputFile::Approvals => {
                self.documents.approvals = self.document(source, |it| &it.approvals, None)
            }
            InputFile::Indicators => {
                let file = self.document(source, |it| &it.indicators, Some(Home::Indicators));
                self.documents
                    .indicators
                    .extend(file.into_iter().flat_map(|file: IndicatorFile| file.indicators));
            }
            InputFile::Return(month) => {
                self.documents.months.insert(month);
                self.a_return(month, source, path);
            }
            InputFile::Chair(month) => {
                let content = self.document(source, |it| &it.chair, None);
                self.documents
                    .chair
                    .extend(content.map(|content| Filed { path, month, content }));
            }
        }
    }

    /// A return, or the form of one that is still to come: until it is received, it says by when it is awaited.
    fn a_return(&mut self, month: Month, source: &SourceText, path: Arc<str>) {
        let Some(root) = self.tree(source) else { return };
        if root.get("awaited").is_some() && root.get("received").is_none() {
            let content = self.content(root, source, &SHAPES.awaited);
            let filed = content.map(|content| Filed { path, month, content });
            self.documents.awaited.extend(filed);
        } else {
            let content = self.content(root, source, &SHAPES.returns);
            let filed = content.map(|content| Filed { path, month, content });
            self.documents.returns.extend(filed);
        }
    }

    /// One document, if its structure allows it to be read.
    fn document<T: DeserializeOwned>(
        &mut self,
        source: &SourceText,
        shape: impl Fn(&Shapes) -> &Shape,
        home: Option<Home>,
    ) -> Option<T> {
        let Some(root) = self.tree(source) else {
            self.documents.dark.extend(home);
            return None;
        };
        self.content(root, source, shape(&SHAPES))
    }

    /// The tree of a file, if it is YAML.
    fn tree(&mut self, source: &SourceText) -> Option<Node> {
        let root = tree::parse(source, self.findings)?;
        printable::judge(&root, source, self.prints, self.findings);
        Some(root)
    }

    /// What a tree says, if it has this shape.
    fn content<T: DeserializeOwned>(
        &mut self,
        mut root: Node,
        source: &SourceText,
        shape: &Shape,
    ) -> Option<T> {
        let soundness = settle(&mut root, shape, self.findings, &mut self.documents.lost);
        if soundness == Soundness::Unsound {
            return None;
        }
        match decode(&root, source) {
            Ok(document) => Some(document),
            Err(error) => {
                let message = format!("the file fits its schema and cannot be read: {error}");
                self.findings.push(Finding::internal(message).at(&root.place));
                None
            }
        }
    }

    /// Tells of files without which there is no programme. One that lies there and could not be read has been told of.
    fn missing_files(&mut self, sources: &Sources) {
        for (home, prefix, path, what) in REQUIRED {
            if sources.texts.iter().any(|text| text.path().starts_with(prefix)) {
                continue;
            }
            self.documents.dark.insert(home);
            let is_told = |unread: &Unread| {
                unread.path.starts_with(prefix)
                    && unread::finding(unread).is_some_and(|finding| finding.severity() == Severity::Error)
            };
            if !sources.unread.iter().any(is_told) {
                let finding =
                    Finding::new(Code::MissingFile, format!("`{path}` is missing")).at(&Place::whole(path));
                self.findings.push(finding.help(format!("add it: {what}")));
            }
        }
    }
}
