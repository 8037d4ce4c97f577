//! What was last said of each thing that is owed, as it would be typed. Knows how figures and updates are typed; not
//! where they go.

use super::called;
use crate::analysis::action::{ActionStanding, EvidenceHeld};
use crate::analysis::milestone::MilestoneStanding;
use crate::analysis::risks::{IssueStanding, RiskStanding};
use crate::domain::{ActionState, Confidence, Figure, Funding, Indicator, IssueState, Month, Programme};

/// The comment over an indicator with its last figure, and the typed blank.
pub(super) fn figure(programme: &Programme, indicator: &Indicator) -> String {
    let last = last_figure(programme, indicator).map_or_else(
        || "no figure yet".to_owned(),
        |(month, figure)| format!("{month}: {}", typed(figure)),
    );
    let what = plain(&format!("{} {}", indicator.reference, indicator.name));
    let id = indicator.id.value();
    format!("  # {what}. {last}\n  {id}: {{ missing: not_yet_available, note: Awaited }}\n")
}

/// The latest month that has a figure, and the figure; a stated absence is none.
fn last_figure<'p>(programme: &'p Programme, indicator: &Indicator) -> Option<(Month, &'p Figure)> {
    let id = indicator.id.value();
    let returned = programme.returns.iter().filter_map(|sent| {
        let figure = sent.figures.get(id)?;
        let of = indicator.figure_month(*sent.month.value());
        Some((of, &figure.value().figure))
    });
    let history = programme.history.get(id).into_iter().flat_map(|series| {
        series
            .iter()
            .map(|(month, figure)| (*month.value(), &figure.value().figure))
    });
    let come = |(_, figure): &(Month, &Figure)| match figure {
        Figure::Value(_) | Figure::Parts { .. } => true,
        Figure::Missing { .. } => false,
    };
    returned
        .chain(history)
        .filter(come)
        .max_by_key(|(month, _)| *month)
}

fn typed(figure: &Figure) -> String {
    match figure {
        Figure::Value(value) => value.to_string(),
        Figure::Parts {
            numerator,
            denominator,
        } => format!("{{ numerator: {numerator}, denominator: {denominator} }}"),
        Figure::Missing { reason, .. } => reason.words().to_owned(),
    }
}

/// The comment over an action with its date, and its last update.
pub(super) fn action(standing: &ActionStanding<'_>) -> String {
    let due = standing.dates.as_ref().map(|dates| dates.current);
    let due = due.map_or_else(String::new, |due| format!(" (due on {due})"));
    let what = plain(&called(standing));
    let id = standing.action.id.value();
    let Some(last) = &standing.update else {
        return format!(
            "#   # {what}{due}. No update yet\n#   {id}: {{ state: not_started, confidence: on_track }}\n"
        );
    };
    let mut keys = vec![format!("state: {}", state(last.state))];
    keys.extend(
        last.confidence
            .map(|held| format!("confidence: {}", confidence(held))),
    );
    keys.extend(last.forecast.map(|day| format!("forecast: {}", day.iso())));
    keys.extend(last.completed.map(|day| format!("completed: {}", day.iso())));
    keys.extend(last.evidence.as_ref().map(evidence));
    keys.extend(last.note.map(|note| format!("note: {}", quoted(note))));
    let keys = keys.join(", ");
    format!("#   # {what}{due}. {}:\n#   {id}: {{ {keys} }}\n", last.month)
}

fn evidence(evidence: &EvidenceHeld<'_>) -> String {
    let held = quoted(evidence.held);
    let accepted = evidence.accepted.map(|day| format!(", accepted: {}", day.iso()));
    format!("evidence: {{ held: {held}{} }}", accepted.unwrap_or_default())
}

fn state(state: ActionState) -> &'static str {
    match state {
        ActionState::NotStarted => "not_started",
        ActionState::InProgress => "in_progress",
        ActionState::Complete => "complete",
    }
}

fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::OnTrack => "on_track",
        Confidence::AtRisk => "at_risk",
        Confidence::OffTrack => "off_track",
    }
}

/// The comment over a milestone with its date, and its last update.
pub(super) fn milestone(standing: &MilestoneStanding<'_>) -> String {
    let of = standing.milestone;
    let due = standing.dates.as_ref().map(|dates| dates.current);
    let due = due.map_or_else(String::new, |due| format!(" (due on {due})"));
    let what = plain(&format!("{} {}", of.reference, of.title));
    let since = standing
        .updated
        .map_or_else(|| "No update yet".to_owned(), |month| format!("{month}:"));
    let mut keys = vec![format!(
        "confidence: {}",
        confidence(standing.confidence.unwrap_or(Confidence::OnTrack))
    )];
    keys.extend(standing.forecast.map(|day| format!("forecast: {}", day.iso())));
    keys.extend(standing.note.map(|note| format!("note: {}", quoted(note))));
    let keys = keys.join(", ");
    format!(
        "#   # {what}{due}. {since}\n#   {}: {{ {keys} }}\n",
        of.id.value()
    )
}

/// The comment over a risk, and its last score.
pub(super) fn risk(standing: &RiskStanding<'_>) -> String {
    let of = standing.risk;
    let what = plain(&format!("{} {}", of.reference, of.title));
    let id = of.id.value();
    match &standing.now {
        Some(score) => format!(
            "#   # {what} {}:\n#   {id}: {{ likelihood: {}, impact: {}, mitigation: {} }}\n",
            score.month,
            score.likelihood,
            score.impact,
            quoted(score.mitigation)
        ),
        None => format!(
            "#   # {what} Not scored yet, from 1 to 5\n#   {id}: {{ likelihood: , impact: , mitigation: \"\" }}\n"
        ),
    }
}

/// The comment over an issue, and its last news.
pub(super) fn issue(standing: &IssueStanding<'_>) -> String {
    let of = standing.issue;
    let what = plain(&format!("{} {}", of.reference, of.title));
    let id = of.id.value();
    match &standing.news {
        Some(news) => {
            let state = match news.state {
                IssueState::Open => "open",
                IssueState::Resolved => "resolved",
            };
            let (month, note) = (news.month, quoted(news.note));
            format!("#   # {what} {month}:\n#   {id}: {{ state: {state}, note: {note} }}\n")
        }
        None => format!("#   # {what} No news yet\n#   {id}: {{ state: open, note: \"\" }}\n"),
    }
}

/// A grant's last spend.
pub(super) fn spend(programme: &Programme, grant: &Funding) -> String {
    let spent = programme.returns.iter().rev();
    let last = spent
        .filter_map(|sent| {
            Some((
                *sent.month.value(),
                &sent.spend.get(grant.id.value())?.value().amount,
            ))
        })
        .next();
    let (since, amount) = last.map_or_else(
        || ("Nothing yet".to_owned(), "0".to_owned()),
        |(month, amount)| (format!("{month}:"), amount.to_string()),
    );
    format!(
        "#   # {}, since the beginning of the year, in pounds. {since}\n#   {}: {amount}\n",
        plain(&grant.name),
        grant.id.value()
    )
}

/// What the director is asked for.
pub(super) fn words() -> String {
    "#   # Three to five points: what improved, what worries me, what I ask.\n#   summary: |\n".to_owned()
}

/// On one line, however it was typed.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As text in quotes, which YAML reads as it stands.
fn quoted(text: &str) -> String {
    let escaped = plain(text).replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}
