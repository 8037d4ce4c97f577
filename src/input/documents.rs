//! Which file holds which document, and all documents as they were typed, each as far as its structure allows.
//! Knows the layout of the inputs' folder; judges structure, and no content.

use crate::domain::{
    Approvals, BackSeries, Calendar, ChairReport, Charter, Entries, Id, Indicator, Month, Plan, Return,
};
use crate::finding::{Code, Finding, did_you_mean};
use crate::input::decode::decode;
use crate::input::shape::{Form, Shape};
use crate::input::spelling::misspelt;
use crate::input::structure::{Soundness, settle};
use crate::input::told::Told;
use crate::input::unread::unexpected;
use crate::input::{schema, tree};
use crate::place::{Place, SourceText, SourceTexts};
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A file of `indicators/`.
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
    /// Where the figures were taken from.
    pub source: String,
    /// The figures by month, by indicator.
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
    /// `indicators/*.yaml`, one after the other; `None` when one of the files could not be read, so that not all
    /// indicators are known.
    pub indicators: Option<Vec<Indicator>>,
    /// `plan.yaml`.
    pub plan: Option<Plan>,
    /// `history.yaml`.
    pub history: Option<History>,
    /// The months that have a folder in `returns/`, whether or not what lies in it could be read.
    pub months: BTreeSet<Month>,
    /// `returns/2010-05/*.yaml`, in the order of paths.
    pub returns: Vec<Filed<Return>>,
    /// `chair/2010-11.yaml`, in the order of paths.
    pub chair: Vec<Filed<ChairReport>>,
    /// `approvals.yaml`.
    pub approvals: Option<Approvals>,
    /// Ids that are defined in parts which could not be read. They need not be called unknown.
    pub lost: BTreeSet<String>,
}

/// A kind of document, with the month that its path speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Charter,
    Calendar,
    Indicators,
    Plan,
    History,
    Return(Month),
    Chair(Month),
    Approvals,
}

/// Files that hold one document each.
const SINGLE: [(&str, Kind); 5] = [
    ("programme.yaml", Kind::Charter),
    ("calendar.yaml", Kind::Calendar),
    ("plan.yaml", Kind::Plan),
    ("history.yaml", Kind::History),
    ("approvals.yaml", Kind::Approvals),
];

impl Documents {
    /// Reads every document among the texts.
    pub fn read(texts: &SourceTexts, findings: &mut Told) -> Self {
        let mut reader = Reader {
            documents: Self::default(),
            findings,
            shapes: Shapes::new(),
        };
        reader.documents.indicators = Some(Vec::new());
        for source in texts.iter() {
            let Some(below) = source.path().strip_prefix("inputs/") else {
                continue;
            };
            match kind_of(below, source.path()) {
                Ok(kind) => reader.read(kind, source),
                Err(finding) => reader.findings.push(*finding),
            }
        }
        reader.missing_files(texts);
        reader.documents
    }
}

/// What the file at a path below `inputs/` holds.
fn kind_of(below: &str, path: &Arc<str>) -> Result<Kind, Box<Finding>> {
    let whole = Place::whole(Arc::clone(path));
    let month = |text: &str| match misspelt(text, Form::Month) {
        Some(finding) => {
            let help = "name it as in `returns/2010-05/council.yaml` or `chair/2010-11.yaml`";
            Err(Box::new(finding.at(&whole).help(help)))
        }
        None => text
            .parse::<Month>()
            .map_err(|message| Box::new(Finding::new(Code::BadMonth, message))),
    };
    let parts: Vec<_> = below.split('/').collect();
    match parts.as_slice() {
        [name] => {
            let known = SINGLE.iter().find(|(known, _)| known == name);
            known.map(|(_, kind)| *kind).ok_or_else(|| {
                let names = SINGLE.iter().map(|(known, _)| *known);
                let help = did_you_mean(name, names);
                Box::new(unexpected(path, help.as_deref().unwrap_or("move it elsewhere")))
            })
        }
        ["indicators", _] => Ok(Kind::Indicators),
        ["returns", folder, _] => month(folder).map(Kind::Return),
        ["chair", name] => month(name.trim_end_matches(".yaml")).map(Kind::Chair),
        _ => {
            let help = "files are read from `indicators/`, `returns/2010-05/` and `chair/`";
            Err(Box::new(unexpected(path, help)))
        }
    }
}

/// The shape of each kind of document.
struct Shapes {
    charter: Shape,
    calendar: Shape,
    indicators: Shape,
    plan: Shape,
    history: Shape,
    returns: Shape,
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
            chair: Shape::of(&schema::of::<ChairReport>()),
            approvals: Shape::of(&schema::of::<Approvals>()),
        }
    }
}

struct Reader<'f> {
    documents: Documents,
    findings: &'f mut Told,
    shapes: Shapes,
}

impl Reader<'_> {
    fn read(&mut self, kind: Kind, source: &SourceText) {
        let (shapes, documents, findings) = (&self.shapes, &mut self.documents, &mut *self.findings);
        let lost = &mut documents.lost;
        let path = Arc::clone(source.path());
        match kind {
            Kind::Charter => documents.charter = document(source, &shapes.charter, findings, lost),
            Kind::Calendar => documents.calendar = document(source, &shapes.calendar, findings, lost),
            Kind::Plan => documents.plan = document(source, &shapes.plan, findings, lost),
            Kind::History => documents.history = document(source, &shapes.history, findings, lost),
            Kind::Approvals => documents.approvals = document(source, &shapes.approvals, findings, lost),
            Kind::Indicators => {
                let file: Option<IndicatorFile> = document(source, &shapes.indicators, findings, lost);
                let known = documents.indicators.take().zip(file);
                documents.indicators = known.map(|(mut known, file)| {
                    known.extend(file.indicators);
                    known
                });
            }
            Kind::Return(month) => {
                documents.months.insert(month);
                let content = document(source, &shapes.returns, findings, lost);
                documents
                    .returns
                    .extend(content.map(|content| Filed { path, month, content }));
            }
            Kind::Chair(month) => {
                let content = document(source, &shapes.chair, findings, lost);
                documents
                    .chair
                    .extend(content.map(|content| Filed { path, month, content }));
            }
        }
    }

    /// Tells of files without which there is no programme.
    fn missing_files(&mut self, texts: &SourceTexts) {
        let mut missing = |path: &str, what: &str| {
            let finding =
                Finding::new(Code::MissingFile, format!("`{path}` is missing")).at(&Place::whole(path));
            self.findings.push(finding.help(format!("add it: {what}")));
        };
        let required = [
            (
                "inputs/programme.yaml",
                "who takes part, what is reported, to whom and when",
            ),
            ("inputs/calendar.yaml", "bank holidays and meetings"),
            ("inputs/plan.yaml", "recommendations, actions and milestones"),
        ];
        for (path, what) in required.into_iter().filter(|(path, _)| texts.get(path).is_none()) {
            missing(path, what);
        }
        if !texts
            .iter()
            .any(|text| text.path().starts_with("inputs/indicators/"))
        {
            missing(
                "inputs/indicators/all.yaml",
                "what is measured, in one file or several of any name",
            );
        }
    }
}

/// One document, if its structure allows it to be read.
fn document<T: DeserializeOwned>(
    source: &SourceText,
    shape: &Shape,
    findings: &mut Told,
    lost: &mut BTreeSet<String>,
) -> Option<T> {
    let mut root = tree::parse(source, findings)?;
    if settle(&mut root, shape, findings, lost) == Soundness::Unsound {
        return None;
    }
    match decode(&root, source) {
        Ok(document) => Some(document),
        Err(error) => {
            let message = format!("the file fits its schema and cannot be read: {error}");
            findings.push(Finding::new(Code::InternalError, message).at(&root.place));
            None
        }
    }
}
