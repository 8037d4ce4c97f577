//! The blank returns of a month that begins: what each contributor owes, with last month's values in comments. Knows what
//! is owed, and in which file it came before; refuses to guess anything that has not come.

mod last;
mod sheet;

use crate::analysis::action::ActionStanding;
use crate::analysis::milestone::{MilestoneStanding, MilestoneState};
use crate::analysis::risks::{IssueMovement, IssueStanding, Movement, RiskStanding};
use crate::analysis::{Assessment, analyse};
use crate::catalogue;
use crate::domain::{
    Charter, Contributor, Funding, Id, Indicator, Month, Owed, PaperKind, Programme, Return,
};
use sheet::{Part, Sheet};
use std::collections::BTreeMap;

/// A file for the month's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlankReturn {
    /// Its name: that of the file in which the same came before.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// The files of a month's folder, a file or more a contributor, in the order of names. A month before the first paper has
/// none.
#[must_use]
pub fn returns_of(programme: &Programme, month: Month) -> Vec<BlankReturn> {
    let papers = catalogue::of_month(programme, month);
    let Some(occasion) = papers.iter().find(|paper| paper.kind == PaperKind::Monthly) else {
        return Vec::new();
    };
    let known = programme.as_known_at(occasion.cut_off);
    let assessment = analyse(&known, occasion, &[]);
    let mut desk = Desk {
        programme: &known,
        month,
        sheets: BTreeMap::new(),
    };
    desk.fill(&assessment);
    let sheets = desk.sheets.iter();
    let text = |(name, sheet): (&String, &Sheet<'_>)| BlankReturn {
        name: name.clone(),
        text: sheet.text(&known, month),
    };
    sheets.map(text).collect()
}

/// The sheets as they fill.
struct Desk<'p> {
    programme: &'p Programme,
    month: Month,
    sheets: BTreeMap<String, Sheet<'p>>,
}

impl<'p> Desk<'p> {
    fn fill(&mut self, assessment: &Assessment<'p>) {
        self.figures();
        self.plan(assessment);
        self.register(assessment);
        self.spend_and_words();
    }

    fn figures(&mut self) {
        let (programme, month) = (self.programme, self.month);
        for indicator in programme.indicators.iter().filter(|one| is_owed(one, month)) {
            let line = last::figure(programme, indicator);
            self.lay(Part::Figures, indicator.id.value(), indicator.body.value(), line);
        }
    }

    fn plan(&mut self, assessment: &Assessment<'p>) {
        for action in assessment.plan.silent() {
            let of = action.action;
            self.lay(
                Part::Actions,
                of.id.value(),
                of.body.value(),
                last::action(action),
            );
        }
        for milestone in assessment.plan.milestones.iter().filter(|one| is_to_come(one)) {
            let of = milestone.milestone;
            let body = self.body_of(of.owner.value(), Owed::Plan);
            self.lay(Part::Milestones, of.id.value(), body, last::milestone(milestone));
        }
    }

    fn register(&mut self, assessment: &Assessment<'p>) {
        for risk in assessment.register.risks.iter().filter(|one| is_on_register(one)) {
            let body = self.body_of(risk.risk.owner.value(), Owed::Risks);
            self.lay(Part::Risks, risk.risk.id.value(), body, last::risk(risk));
        }
        for issue in assessment.register.issues.iter().filter(|one| is_open(one)) {
            let body = self.body_of(issue.issue.owner.value(), Owed::Risks);
            self.lay(Part::Issues, issue.issue.id.value(), body, last::issue(issue));
        }
    }

    fn spend_and_words(&mut self) {
        let programme = self.programme;
        let year = self.month.financial_year_start();
        let current = |grant: &&Funding| grant.year.value().financial_year_start() == year;
        for grant in programme.charter.funding.iter().filter(current) {
            let line = last::spend(programme, grant);
            self.lay(
                Part::Spend,
                grant.id.value(),
                programme.charter.council.value(),
                line,
            );
        }
        // The words are due with the paper, whoever sends what else.
        let author = programme.charter.papers.monthly.author.value();
        let own = programme
            .charter
            .office(author)
            .and_then(|office| office.body.as_ref());
        let body = own.map_or(programme.charter.council.value(), |body| body.value());
        self.lay(Part::Words, author, self.contributing(body), last::words());
    }

    /// Puts what is owed where it came before: on the sheet of the latest file that held it, or held its like from the
    /// same body; else on one by the body's name.
    fn lay(&mut self, part: Part, id: &Id, body: &'p Id, line: String) {
        let programme = self.programme;
        let latest =
            |holds: &dyn Fn(&Return) -> bool| programme.returns.iter().rev().find(|sent| holds(sent));
        let before = latest(&|sent| part.holds(sent, id))
            .or_else(|| latest(&|sent| sent.from.value() == body && part.is_in(sent)))
            .filter(|sent| contributor(&programme.charter, sent.from.value()).is_some());
        let (body, name) = match before {
            Some(sent) => (sent.from.value(), sent.month.place().file_name().to_owned()),
            None => (
                self.contributing(body),
                format!("{}.yaml", self.contributing(body)),
            ),
        };
        let is_taken = self.sheets.get(&name).is_some_and(|sheet| sheet.body != body);
        let name = if is_taken { format!("{body}_{name}") } else { name };
        self.sheets
            .entry(name)
            .or_insert_with(|| Sheet::new(body))
            .add(part, line);
    }

    /// The body whose return brings this part from an office.
    fn body_of(&self, office: &Id, owed: Owed) -> &'p Id {
        let charter = &self.programme.charter;
        let own = charter.office(office).and_then(|known| known.body.as_ref());
        let owes = |body: &Id| contributor(charter, body).is_some_and(|one| one.owes.contains(&owed));
        match own {
            Some(body) if owes(body.value()) => body.value(),
            Some(_) | None => charter.council.value(),
        }
    }

    /// The body itself if it sends returns, else the council.
    fn contributing(&self, body: &'p Id) -> &'p Id {
        let charter = &self.programme.charter;
        contributor(charter, body).map_or(charter.council.value(), |_| body)
    }
}

fn contributor<'p>(charter: &'p Charter, body: &Id) -> Option<&'p Contributor> {
    charter.contributors.iter().find(|one| one.body.value() == body)
}

/// Whether the return of `month` owes a figure.
fn is_owed(indicator: &Indicator, month: Month) -> bool {
    indicator.is_owed(indicator.figure_month(month))
}

fn is_to_come(milestone: &MilestoneStanding<'_>) -> bool {
    match milestone.state {
        MilestoneState::Achieved(_) => false,
        MilestoneState::Missed | MilestoneState::ForecastLate(_) | MilestoneState::Due => true,
    }
}

fn is_on_register(risk: &RiskStanding<'_>) -> bool {
    let is_closed = risk.now.as_ref().is_some_and(|score| score.closed.is_some());
    match risk.movement {
        Movement::Closed => false,
        Movement::New | Movement::Up | Movement::Down | Movement::Same | Movement::NotScored => !is_closed,
    }
}

fn is_open(issue: &IssueStanding<'_>) -> bool {
    match issue.movement {
        IssueMovement::Resolved => false,
        IssueMovement::New | IssueMovement::Open | IssueMovement::Reopened | IssueMovement::NotReported => {
            true
        }
    }
}

/// How an action of the plan is called in a comment.
fn called(action: &ActionStanding<'_>) -> String {
    format!("{} {}", action.action.reference, action.action.title)
}
