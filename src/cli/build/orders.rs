//! Which papers a build is about: those that were asked for, and those of earlier months that are no longer what the
//! inputs make. Knows the manifest; what was typed is settled here, and contradictions are refused.

use crate::catalogue::{Occasion, occasions};
use crate::cli::CouldNotRun;
use crate::cli::selection::Periods;
use crate::domain::Programme;
use crate::finding::nearest;
use crate::pipeline::{Desk, Finish, Names, Order};
use crate::write::{Manifest, PaperPath, Presence, Record, State, is_by_this_program};
use std::collections::BTreeSet;
use std::path::Path;

/// The papers of one run.
pub(in crate::cli) struct Orders<'a> {
    desk: &'a Desk,
    programme: &'a Programme,
    output: &'a Path,
    manifest: &'a Manifest,
    /// What waits for its author, and is not to be made yet.
    pub(in crate::cli) in_preparation: Vec<Occasion>,
    /// What is to be made.
    pub(in crate::cli) list: Vec<Order>,
    /// Every paper that the programme has, made or not.
    pub(in crate::cli) all: BTreeSet<PaperPath>,
    /// Papers of earlier months that need not even be composed: nothing that they were made from has changed.
    pub(in crate::cli) skipped: Vec<PaperPath>,
}

impl<'a> Orders<'a> {
    /// No papers yet.
    pub(in crate::cli) fn new(
        desk: &'a Desk,
        programme: &'a Programme,
        output: &'a Path,
        manifest: &'a Manifest,
    ) -> Self {
        let all = occasions(programme)
            .iter()
            .flat_map(|one| paths(one, programme))
            .collect();
        Self {
            desk,
            programme,
            output,
            manifest,
            in_preparation: Vec::new(),
            list: Vec::new(),
            all,
            skipped: Vec::new(),
        }
    }

    /// The papers that were asked for.
    ///
    /// # Errors
    ///
    /// When there are none of that month or name.
    pub(in crate::cli) fn asked(
        mut self,
        periods: Periods,
        name: Option<&str>,
        finish: Finish,
    ) -> Result<Self, CouldNotRun> {
        let occasions = periods.occasions(self.programme)?;
        let names: BTreeSet<String> = occasions
            .iter()
            .flat_map(|one| one.names(self.programme))
            .collect();
        if let Some(name) = name.filter(|name| !names.contains(*name)) {
            return Err(CouldNotRun(no_such_paper(name, &names)));
        }
        let wanted = name.map_or(Names::All, |name| Names::These(vec![name.to_owned()]));
        let is_meant = |one: &Occasion| one.names(self.programme).iter().any(|name| wanted.has(name));
        let one_of_all = periods == Periods::All && name.is_none();
        for occasion in occasions.into_iter().filter(is_meant) {
            let finish = match (one_of_all, finish) {
                (true, Finish::Final) => self.finish_in_passing(&occasion),
                // Nobody wants what is approved as a draft again, only because something else is not.
                (true, Finish::Draft) => Some(Finish::AsItIs),
                (false, _) | (true, Finish::AsItIs) => Some(finish),
            };
            match finish {
                Some(finish) => self.list.push(Order {
                    occasion,
                    names: wanted.clone(),
                    finish,
                    presence: Presence::Required,
                }),
                None => self.in_preparation.push(occasion),
            }
        }
        Ok(self)
    }

    /// How the papers of an occasion are to be made where all papers are meant and nobody has asked for this one; not at all while they
    /// are in preparation, lack something and nothing was made of them. What was made as a draft goes on as one as long as it must.
    pub(in crate::cli) fn finish_in_passing(&self, occasion: &Occasion) -> Option<Finish> {
        let states: Vec<State> = paths(occasion, self.programme)
            .iter()
            .filter_map(|path| Some(self.manifest.record(path)?.state))
            .collect();
        if states.contains(&State::Draft) {
            return Some(Finish::AsItIs);
        }
        let waits = states.is_empty()
            && occasion.is_in_preparation(self.programme)
            && self.desk.lacks(self.programme, occasion);
        (!waits).then_some(Finish::Final)
    }

    /// With a plain `build`, also the papers of earlier months that the manifest names: what is no longer what the inputs
    /// make is made again, and a paper that comes out the same has its record renewed. One whose sources are all as they
    /// were is passed over, if somebody `vouches` that this very program made it. The files of earlier months need not be there.
    pub(in crate::cli) fn and_stale(
        mut self,
        periods: Periods,
        name: Option<&str>,
        vouches: impl Fn(&Record) -> bool,
    ) -> Self {
        if periods != Periods::Latest || name.is_some() {
            return self;
        }
        let asked: Vec<Occasion> = self.list.iter().map(|order| order.occasion.clone()).collect();
        for occasion in occasions(self.programme) {
            if !asked.contains(&occasion) {
                self.add_stale(occasion, &vouches);
            }
        }
        self
    }

    fn add_stale(&mut self, occasion: Occasion, vouches: impl Fn(&Record) -> bool) {
        let (mut stale, mut finish) = (Vec::new(), Finish::Final);
        for path in paths(&occasion, self.programme) {
            let Some(record) = self.manifest.record(&path) else {
                continue;
            };
            if vouches(record) && self.is_as_made(record, &occasion) {
                self.skipped.push(path);
                continue;
            }
            // A paper that was never more than a draft is made again as far as it goes.
            if record.state == State::Draft {
                finish = Finish::AsItIs;
            }
            stale.push(path.name().to_owned());
        }
        if !stale.is_empty() {
            let names = Names::These(stale);
            self.list.push(Order {
                occasion,
                names,
                finish,
                presence: Presence::ManifestOnly,
            });
        }
    }

    fn is_as_made(&self, record: &Record, occasion: &Occasion) -> bool {
        let sources = self
            .desk
            .made_from(record.path.as_str(), occasion.last_known_month());
        let is_of_the_same = is_by_this_program(record) && record.sources == sources;
        let holds = || {
            self.manifest.holds(
                self.output,
                &record.path,
                record.manuscript,
                Presence::ManifestOnly,
            )
        };
        record.state == State::Final && is_of_the_same && holds()
    }
}

/// Where the papers of an occasion lie in the output folder.
pub(in crate::cli) fn paths(occasion: &Occasion, programme: &Programme) -> Vec<PaperPath> {
    let names = occasion.names(programme).into_iter();
    let path = |name: String| PaperPath::new(&format!("{}/{name}.pdf", occasion.period.iso())).ok();
    names.filter_map(path).collect()
}

fn no_such_paper(name: &str, known: &BTreeSet<String>) -> String {
    let meant =
        nearest(name, known.iter().map(String::as_str)).map(|near| format!("; did you mean `{near}`?"));
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let known = known.join(", ");
    format!(
        "there is no paper `{name}` here, only {known}{}",
        meant.unwrap_or_default()
    )
}
