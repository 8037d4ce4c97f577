//! The scorecard: a row an indicator under the programme's headings, with what a board member needs at a glance.
//! Knows which columns there are; what does not fit goes to the indicator's own entry in the notes.

use crate::analysis::comparison::Compared;
use crate::analysis::indicator::Assessed;
use crate::analysis::method::Method;
use crate::compose::context::{Context, Desk};
use crate::compose::monthly::standing;
use crate::compose::printed;
use crate::compose::shapes::{Picture, State};
use crate::domain::{Heading, Month};
use crate::words;
use serde::Serialize;

/// How many months stand side by side, the paper's own the last.
const MONTHS: i32 = 3;

/// The scorecard.
#[derive(Debug, Serialize)]
pub struct Scorecard {
    /// The heads of the months.
    pub months: Vec<String>,
    /// How to read it.
    pub how: String,
    /// A table a heading, in the order of the programme.
    pub groups: Vec<Group>,
}

/// The indicators under one heading.
#[derive(Debug, Serialize)]
pub struct Group {
    /// Its id in the paper.
    pub id: String,
    /// The heading, with the question that it answers.
    pub title: String,
    /// Its indicators.
    pub rows: Vec<Row>,
    /// What is printed when there are none.
    pub empty: String,
}

/// One indicator.
#[derive(Debug, Serialize)]
pub struct Row {
    /// Its name in the inputs; the layout finds its entry in the notes by it.
    pub id: String,
    /// Its name on paper.
    pub name: String,
    /// Which values are good, and the latest figure where that is older than the months shown.
    pub good: String,
    /// The figures of the months.
    pub months: Vec<String>,
    /// How the latest figure stands against its target.
    pub rating: State,
    /// Whether it moves by more than chance.
    pub variation: &'static str,
    /// Whether the process would meet the target.
    pub assurance: &'static str,
    /// The target of the latest figure's month.
    pub target: String,
    /// The series in small.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sparkline: Option<Picture>,
    /// What is printed where there is no series.
    pub sparkline_absent: &'static str,
    /// The priority that it serves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<String>,
    /// Somebody else's figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparator: Option<Beside>,
}

/// A published figure of somebody else.
#[derive(Debug, Serialize)]
pub struct Beside {
    /// The figure.
    pub value: String,
    /// Whose it is, and of when.
    pub words: String,
}

/// The scorecard of the paper's month.
pub fn scorecard(context: &Context<'_>, desk: &mut Desk<'_>) -> Scorecard {
    let months: Vec<Month> = (1 - MONTHS..=0).map(|back| context.month().plus(back)).collect();
    let headings = context.charter().headings.iter();
    Scorecard {
        how: how(context),
        groups: headings
            .map(|heading| group(context, desk, heading, &months))
            .collect(),
        months: months.iter().map(|month| month.short_name().to_owned()).collect(),
    }
}

fn group(context: &Context<'_>, desk: &mut Desk<'_>, heading: &Heading, months: &[Month]) -> Group {
    let under = |assessed: &&Assessed<'_>| assessed.indicator.heading.value() == heading.id.value();
    Group {
        id: format!("scorecard-{}", heading.id.value()),
        title: format!("{}. {}", heading.name, heading.question),
        rows: context
            .in_use()
            .filter(under)
            .map(|one| row(context, desk, one, months))
            .collect(),
        empty: "No indicator stands under this heading.".to_owned(),
    }
}

fn row(context: &Context<'_>, desk: &mut Desk<'_>, assessed: &Assessed<'_>, months: &[Month]) -> Row {
    let indicator = assessed.indicator;
    let verdict = &assessed.verdict;
    let charts = context.charts.indicators.get(indicator.id.value());
    Row {
        id: indicator.id.value().to_string(),
        name: printed::name(indicator),
        good: good(assessed, months),
        months: months
            .iter()
            .map(|month| printed::bare_observation(indicator, assessed.series.at(*month)))
            .collect(),
        rating: verdict.rated.rating.into(),
        variation: verdict.variation().key(),
        assurance: verdict.assurance.key(),
        target: standing::target(assessed),
        sparkline: charts.map(|charts| desk.pictures.small(&charts.sparkline)),
        sparkline_absent: "no figure yet",
        priority: priority(context, assessed),
        comparator: comparator(assessed).map(|one| beside(assessed, one)),
    }
}

/// Which values are good. A figure that is owed less often than every quarter may be older than the months shown.
fn good(assessed: &Assessed<'_>, months: &[Month]) -> String {
    let good = printed::good(assessed.indicator, assessed.verdict.aim);
    let older = assessed
        .current()
        .filter(|latest| months.first().is_some_and(|first| latest.month < *first));
    match older {
        Some(latest) => {
            let figure = printed::observation(assessed.indicator, Some(latest));
            format!("{good}. Latest: {figure}, {}", latest.month)
        }
        None => good,
    }
}

fn priority(context: &Context<'_>, assessed: &Assessed<'_>) -> Option<String> {
    let priority = context
        .charter()
        .priority(assessed.indicator.priority.as_ref()?.value())?;
    Some(format!("Priority {}", priority.mark))
}

/// The first that may stand beside ours: of several that its publisher gave out on one day, that of the latest period.
#[must_use]
pub fn comparator<'a, 'p>(assessed: &'a Assessed<'p>) -> Option<&'a Compared<'p>> {
    let first = assessed.comparators.iter().find(|one| one.is_comparable())?;
    let same_day = |one: &&Compared<'_>| {
        one.is_comparable()
            && one.comparator.name == first.comparator.name
            && one.comparator.published.value() == first.comparator.published.value()
    };
    let given = assessed.comparators.iter().filter(same_day);
    given.max_by_key(|one| &one.comparator.period)
}

fn beside(assessed: &Assessed<'_>, compared: &Compared<'_>) -> Beside {
    let comparator = compared.comparator;
    Beside {
        value: printed::bare(assessed.indicator, comparator.value.value().0),
        words: format!("{}, {}", comparator.name, comparator.period),
    }
}

fn how(context: &Context<'_>) -> String {
    let charts = context
        .in_use()
        .filter(|one| matches!(one.method, Method::ControlChart { .. }))
        .count();
    format!(
        "The last three months; how the latest figure stands against the target of its month; whether it moves by more than \
         chance; and whether the work as it is now would meet the target. {} of {} indicators are tested by control charts: {}. \
         Letters in square brackets are explained in the notes.",
        words::capitalised(&words::cardinal(charts)),
        words::cardinal(context.in_use().count()),
        printed::by_chance(charts),
    )
}
