//! `build`: makes papers and lays them down, or, with `--check`, only compares them with what lies there.

use super::arguments::{Arguments, BuildArguments};
use super::selection::{Periods, named};
use super::terminal::Terminal;
use super::{CouldNotRun, Exit, check};
use crate::catalogue::Occasion;
use crate::compose::Composed;
use crate::domain::Programme;
use crate::finding::Findings;
use crate::pipeline::{Desk, Finish, Kept, SetError};
use crate::write::{
    Expected, FinishedPaper, Manifest, PaperPath, Presence, Scope, Written, compare, emit, write,
};
use std::path::{Path, PathBuf};

/// The folder of finished papers, in the programme's folder.
const OUTPUT: &str = "output";

/// Runs `build`.
pub(super) fn run(
    arguments: &Arguments,
    options: &BuildArguments,
    terminal: Terminal,
) -> Result<Exit, CouldNotRun> {
    let periods = Periods::of(options.month, options.all);
    let desk = periods.open(&arguments.folder)?;
    let findings = desk.checked.findings();
    terminal.findings(findings, &desk.sources.texts);
    let Some(programme) = desk.checked.value() else {
        return Ok(Exit::Found);
    };
    if check::exit(findings, arguments) != Exit::Done {
        return Ok(Exit::Found);
    }
    let run = Run {
        desk: &desk,
        programme,
        terminal,
        output: arguments.folder.join(OUTPUT),
    };
    if options.check {
        run.check()
    } else {
        run.build(options, periods)
    }
}

/// One run over checked inputs.
struct Run<'a> {
    desk: &'a Desk,
    programme: &'a Programme,
    terminal: Terminal,
    output: PathBuf,
}

impl Run<'_> {
    fn build(&self, options: &BuildArguments, periods: Periods) -> Result<Exit, CouldNotRun> {
        let finish = if options.draft {
            Finish::Draft
        } else {
            Finish::Final
        };
        let Some(composed) = self.compose(&periods.occasions(self.programme)?, finish) else {
            return Ok(Exit::Found);
        };
        let composed = named(composed, options.paper.as_deref())?;
        if let Some(folder) = &options.emit {
            self.emit(&composed, folder)?;
        }
        let manifest = Manifest::read(&self.output)?;
        let Some(papers) = self.set(&composed, Kept::In(&self.output, &manifest))? else {
            return Ok(Exit::Found);
        };
        let scope = if options.all && options.paper.is_none() {
            Scope::Everything
        } else {
            Scope::TheseOnly
        };
        self.report(&write(&self.output, &papers, scope)?);
        Ok(Exit::Done)
    }

    /// Every paper is made in memory; those of the latest period must lie in the folder, older ones may.
    fn check(&self) -> Result<Exit, CouldNotRun> {
        let occasions = Periods::All.occasions(self.programme)?;
        let latest = occasions.iter().map(|occasion| occasion.period).max();
        let Some(composed) = self.compose(&occasions, Finish::Final) else {
            return Ok(Exit::Found);
        };
        let Some(papers) = self.set(&composed, Kept::Nothing)? else {
            return Ok(Exit::Found);
        };
        let expected: Vec<_> = papers
            .iter()
            .zip(&composed)
            .map(|(paper, composed)| Expected {
                paper,
                presence: if Some(composed.period) == latest {
                    Presence::Required
                } else {
                    Presence::ManifestOnly
                },
            })
            .collect();
        let differences = compare(&self.output, &expected, Scope::Everything)?;
        for difference in &differences {
            self.terminal.fault(&difference.to_string());
        }
        if differences.is_empty() {
            self.terminal
                .note(&format!("{} papers are what the inputs make", papers.len()));
            return Ok(Exit::Done);
        }
        self.terminal
            .fault("run `board-papers build --all` to make them again");
        Ok(Exit::Found)
    }

    /// All manuscripts, or none if any of them has a fault; all faults are shown.
    fn compose(&self, occasions: &[Occasion], finish: Finish) -> Option<Vec<Composed>> {
        let mut findings = Findings::new();
        let mut composed = Vec::new();
        for occasion in occasions {
            match self.desk.manuscripts(self.programme, occasion, finish) {
                Ok(papers) => composed.extend(papers),
                Err(faults) => findings.extend(faults),
            }
        }
        self.terminal.findings(&findings, &self.desk.sources.texts);
        findings.is_empty().then_some(composed)
    }

    /// All papers, or none if a layout is at fault.
    fn set(&self, composed: &[Composed], kept: Kept<'_>) -> Result<Option<Vec<FinishedPaper>>, CouldNotRun> {
        let mut papers = Vec::new();
        for (done, one) in composed.iter().enumerate() {
            self.terminal.progress(done + 1, composed.len(), &one.path);
            match self.desk.set(one, kept) {
                Ok(paper) => papers.push(paper),
                Err(SetError::Write(error)) => return Err(error.into()),
                Err(SetError::Layout(findings)) => {
                    self.terminal.end_progress();
                    self.terminal.findings(&findings, &self.desk.sources.texts);
                    return Ok(None);
                }
            }
        }
        self.terminal.end_progress();
        Ok(Some(papers))
    }

    fn emit(&self, composed: &[Composed], folder: &Path) -> Result<(), CouldNotRun> {
        for one in composed {
            let below = folder.join(one.path.trim_end_matches(".pdf"));
            emit(&below, &one.manuscript)?;
            self.terminal.note(&format!(
                "wrote the manuscript of {} to {}",
                one.path,
                below.display()
            ));
        }
        Ok(())
    }

    /// The path of a paper as the reader would type it.
    fn shown(&self, path: &PaperPath) -> String {
        self.desk
            .sources
            .texts
            .shown(&format!("{OUTPUT}/{}", path.as_str()))
    }

    fn report(&self, written: &Written) {
        for path in &written.written {
            self.terminal.note(&format!("made {}", self.shown(path)));
        }
        for path in &written.removed {
            self.terminal
                .note(&format!("removed {}: it is a paper no longer", self.shown(path)));
        }
        if written.written.is_empty() && written.removed.is_empty() {
            let count = written.unchanged.len();
            let papers = if count == 1 {
                "1 paper is".to_owned()
            } else {
                format!("{count} papers are")
            };
            self.terminal.note(&format!("{papers} current; nothing to do"));
        }
    }
}
