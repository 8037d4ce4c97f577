//! Posts by tier: held permanently, covered by agency staff, vacant. Knows by which indicators a programme counts posts; computes no rate.
//!
//! A tier's posts are found by what its indicators say that they count (`posts`). The first that holds, in the order of the programme:
//!
//! 1. posts without a permanent holder, and those of them that agency staff cover: what is left is vacant;
//! 2. posts with a permanent holder: how the others are covered is not known.

use crate::analysis::Assessment;
use crate::analysis::indicator::Assessed;
use crate::charts::scene::Size;
use crate::charts::workforce::{self, Workforce};
use crate::charts::{Finite, Label, Measure};
use crate::domain::{Indicator, Month, PostsCounted, Tier};
use crate::draw::said::Said;
use crate::draw::table::{Column, table};
use crate::draw::{DataTable, Drawn, convert, printed};
use crate::words;
use rust_decimal::Decimal;

/// The tiers in the order of the rows.
const TIERS: [Tier; 4] = [Tier::Practitioner, Tier::Supervisor, Tier::Manager, Tier::All];
/// The earlier row of a tier stands so many months back, or at its first figure where that is later.
const BACK: i32 = 12;

/// The indicators that count the posts of a tier.
#[derive(Clone, Copy)]
enum Source<'a, 'p> {
    /// Posts without a permanent holder, and those of them that agency staff cover.
    Covered(&'a Assessed<'p>, &'a Assessed<'p>),
    /// Posts with a permanent holder.
    Permanent(&'a Assessed<'p>),
}

/// The posts of a tier in a month.
struct Posts {
    tier: Tier,
    month: Month,
    all: Decimal,
    permanent: Decimal,
    /// Agency and vacant, where that is known.
    others: Option<(Decimal, Decimal)>,
}

/// A bar a tier, with an earlier one beneath it; `None` where no tier counts its posts.
pub(super) fn workforce(assessment: &Assessment<'_>, measure: &dyn Measure) -> Option<Drawn> {
    let tiers = tiers(assessment);
    tiers.first()?;
    let rows: Vec<&Posts> = tiers
        .iter()
        .flat_map(|(now, then)| [Some(now), then.as_ref()])
        .flatten()
        .collect();
    let chart = Workforce {
        width: Size::FULL.width,
        rows: tiers
            .iter()
            .flat_map(|(now, then)| [row(now, name(now.tier)), then.as_ref().and_then(earlier_row)])
            .flatten()
            .collect(),
    };
    let said = Said {
        title: title(&tiers),
        subtitle: format!("Posts by tier, number, {}", assessment.occasion.as_at),
        alt: tiers
            .iter()
            .map(|(now, then)| said_of(now, then.as_ref()))
            .collect(),
        notes: notes(&rows),
        data: data(&rows),
    };
    Some(Drawn::of(workforce::lay_out(&chart, measure), said))
}

fn tiers(assessment: &Assessment<'_>) -> Vec<(Posts, Option<Posts>)> {
    let of_tier = |tier: Tier| {
        let source = source(assessment, tier)?;
        let now = latest(source, tier, assessment.occasion.period)?;
        let then = earlier(source, tier, now.month);
        Some((now, then))
    };
    TIERS.into_iter().filter_map(of_tier).collect()
}

fn source<'a, 'p>(assessment: &'a Assessment<'p>, tier: Tier) -> Option<Source<'a, 'p>> {
    let counting = |posts: PostsCounted| {
        let mut all = assessment.indicators.iter();
        all.find(|assessed| assessed.indicator.tier == Some(tier) && counts_posts(assessed.indicator, posts))
    };
    let covered = counting(PostsCounted::NotPermanent).zip(counting(PostsCounted::Agency));
    let covered = covered.map(|(not_permanent, agency)| Source::Covered(not_permanent, agency));
    covered.or_else(|| counting(PostsCounted::Permanent).map(Source::Permanent))
}

fn counts_posts(indicator: &Indicator, posts: PostsCounted) -> bool {
    let counted = indicator.posts.as_ref();
    counted.is_some_and(|counted| *counted.value() == posts)
}

impl Source<'_, '_> {
    fn main(&self) -> &Assessed<'_> {
        match self {
            Self::Covered(not_permanent, _) => not_permanent,
            Self::Permanent(permanent) => permanent,
        }
    }

    /// The posts in a month; `None` where a figure is missing or the counts do not fit each other.
    fn posts(&self, tier: Tier, month: Month) -> Option<Posts> {
        let (part, all) = counts(self.main(), month)?;
        let (permanent, others) = match self {
            Self::Permanent(_) => (part, None),
            Self::Covered(_, agency) => {
                let (agency, of) = counts(agency, month)?;
                (of == all).then_some(())?;
                (all.checked_sub(part)?, Some((agency, part.checked_sub(agency)?)))
            }
        };
        let fits = [Some(permanent), others.map(|(_, vacant)| vacant)]
            .into_iter()
            .flatten()
            .all(|number| number >= Decimal::ZERO);
        fits.then_some(Posts {
            tier,
            month,
            all,
            permanent,
            others,
        })
    }
}

fn counts(assessed: &Assessed<'_>, month: Month) -> Option<(Decimal, Decimal)> {
    let observation = assessed.series.at(month)?;
    observation.numerator().zip(observation.denominator())
}

/// The posts of the last month up to that of the paper for which all is known.
fn latest(source: Source<'_, '_>, tier: Tier, until: Month) -> Option<Posts> {
    source
        .main()
        .series
        .owed()
        .rev()
        .filter(|observation| observation.month <= until)
        .find_map(|observation| source.posts(tier, observation.month))
}

/// The posts of a year before, or of the first month known.
fn earlier(source: Source<'_, '_>, tier: Tier, now: Month) -> Option<Posts> {
    source
        .main()
        .series
        .owed()
        .filter(|observation| now.plus(-BACK) <= observation.month && observation.month < now)
        .find_map(|observation| source.posts(tier, observation.month))
}

fn name(tier: Tier) -> String {
    match tier {
        Tier::Practitioner => "Practitioners",
        Tier::Supervisor => "Supervisors",
        Tier::Manager => "Managers",
        Tier::All => "All staff",
    }
    .to_owned()
}

fn earlier_row(posts: &Posts) -> Option<workforce::Tier> {
    row(posts, format!("in {}", posts.month))
}

fn row(posts: &Posts, name: String) -> Option<workforce::Tier> {
    let part = |number: Decimal| Some((convert::finite(number)?, Label::from(printed::plain(number))));
    let nobody = || Some((Finite::ZERO, Label::default()));
    let all = printed::plain(posts.all);
    let (agency, vacant, total) = match posts.others {
        Some((agency, vacant)) => (part(agency), part(vacant), format!("{all} posts")),
        None => (nobody(), nobody(), format!("of {all} posts")),
    };
    Some(workforce::Tier {
        name: Label::from(name),
        permanent: part(posts.permanent)?,
        agency: agency?,
        vacant: vacant?,
        posts: Label::from(total),
    })
}

fn title(tiers: &[(Posts, Option<Posts>)]) -> String {
    let each: Vec<String> = tiers
        .iter()
        .map(|(now, _)| {
            format!(
                // A figure is not parted from its whole at the end of a line.
                "{} {}\u{a0}of\u{a0}{}",
                name(now.tier).to_lowercase(),
                printed::plain(now.permanent),
                printed::plain(now.all)
            )
        })
        .collect();
    format!("Posts held permanently: {}", each.join(", "))
}

fn said_of(now: &Posts, then: Option<&Posts>) -> String {
    let before = then.map_or_else(String::new, |then| format!("; in {} {}", then.month, parts(then)));
    format!("{}, {}: {}{before}.", name(now.tier), now.month, parts(now))
}

fn parts(posts: &Posts) -> String {
    let held = format!(
        "{} of {} permanent",
        printed::plain(posts.permanent),
        printed::plain(posts.all)
    );
    posts.others.map_or(held.clone(), |(agency, vacant)| {
        format!(
            "{held}, {} agency, {} vacant",
            printed::plain(agency),
            printed::plain(vacant)
        )
    })
}

fn notes(rows: &[&Posts]) -> Vec<String> {
    let unknown: Vec<String> = TIERS
        .into_iter()
        .filter(|tier| {
            rows.iter()
                .any(|posts| posts.tier == *tier && posts.others.is_none())
        })
        .map(|tier| name(tier).to_lowercase())
        .collect();
    (!unknown.is_empty())
        .then(|| {
            format!(
                "For {} only posts with a permanent holder are counted: how the others are covered is not reported.",
                words::list_of(&unknown)
            )
        })
        .into_iter()
        .collect()
}

fn data(rows: &[&Posts]) -> DataTable {
    let other = |posts: &&Posts, of: fn((Decimal, Decimal)) -> Decimal| {
        posts
            .others
            .map_or_else(String::new, |others| printed::plain(of(others)))
    };
    table([
        Column::of("Tier", rows, |posts| name(posts.tier)),
        Column::of("Month", rows, |posts| posts.month.to_string()),
        Column::of("Posts", rows, |posts| printed::plain(posts.all)),
        Column::of("Permanent", rows, |posts| printed::plain(posts.permanent)),
        Column::of("Agency", rows, |posts| other(posts, |(agency, _)| agency)),
        Column::of("Vacant", rows, |posts| other(posts, |(_, vacant)| vacant)),
    ])
}
