//! Where other people's published figures are from: each source once, by number. Knows sources and days of publication; whether a
//! figure may stand beside ours is worked out before.

use crate::compose::context::Context;
use crate::compose::printed;
use crate::compose::shapes::{Cell, Column, Table};
use crate::domain::{Comparator, Date};

/// A published source.
type Source<'p> = (&'p str, Date);

/// The sources of all comparators, in the order in which the entries name them.
#[derive(Debug)]
pub struct Sources<'p>(Vec<Source<'p>>);

impl<'p> Sources<'p> {
    /// Those of the paper's indicators.
    #[must_use]
    pub fn of(context: &Context<'p>) -> Self {
        let mut sources: Vec<Source<'p>> = Vec::new();
        let indicators = &context.assessment.indicators;
        for compared in indicators.iter().flat_map(|assessed| &assessed.comparators) {
            let source = source(compared.comparator);
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        Self(sources)
    }

    /// The number of a figure's source, from 1.
    #[must_use]
    pub fn number(&self, comparator: &Comparator) -> Option<usize> {
        self.0
            .iter()
            .position(|known| *known == source(comparator))
            .map(|place| place + 1)
    }

    /// The sources as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        let rows = self.0.iter().zip(1_u32..);
        Table::new(
            "notes-sources",
            "Sources of comparators",
            [
                Column::short("No."),
                Column::words("Source", 1),
                Column::short("Published"),
            ],
            rows.map(|((source, day), number)| -> Vec<Cell> {
                vec![
                    number.to_string().into(),
                    (*source).into(),
                    printed::day(*day).into(),
                ]
            }),
            "No published figure stands beside ours.",
        )
    }
}

fn source(comparator: &Comparator) -> Source<'_> {
    (&comparator.source, *comparator.published.value())
}
