//! The shapes of tables: columns, cells, rows. Knows form, and that no cell is silent; every value in them is text, already
//! formatted.

use super::{State, Words};
use serde::Serialize;

/// Where the words of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
    /// Marks.
    Center,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its unit, under the head.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Where its words stand.
    pub align: Align,
    /// Its share of what is left of the line; without it, it is as wide as its widest cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
}

impl Column {
    /// A column of words that takes a share of the line.
    pub fn words(head: impl Into<String>, width: u32) -> Self {
        Self {
            head: head.into(),
            unit: None,
            align: Align::Left,
            width: Some(width),
        }
    }

    /// A column of short words, as wide as they are.
    pub fn short(head: impl Into<String>) -> Self {
        Self {
            head: head.into(),
            unit: None,
            align: Align::Left,
            width: None,
        }
    }

    /// A column of marks or icons, as wide as the longest with its word.
    pub fn marks(head: impl Into<String>) -> Self {
        Self::short(head)
    }

    /// A column of figures.
    pub fn figures(head: impl Into<String>) -> Self {
        Self {
            head: head.into(),
            unit: None,
            align: Align::Right,
            width: None,
        }
    }

    /// The same column with a unit under its head.
    #[must_use]
    pub fn of(self, unit: impl Into<String>) -> Self {
        Self {
            unit: Some(unit.into()),
            ..self
        }
    }
}

/// A small chart in a cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Picture {
    /// Its virtual path.
    pub file: String,
    /// Its width in points.
    pub width: f64,
    /// Its height in points.
    pub height: f64,
    /// What it tells somebody who cannot see it.
    pub alt: String,
}

/// What a cell says that has nothing to say, so that a listener does not take silence for a fault.
const NOTHING: &str = "–";

/// What a cell of a table may hold.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Cell {
    /// Words or a figure.
    Text(String),
    /// Words that lead to another place of the paper.
    Link {
        /// The words.
        text: String,
        /// The id of the place.
        to: String,
    },
    /// A mark with its word.
    Mark {
        /// The mark.
        rating: State,
        /// Words in place of the mark's own.
        #[serde(skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// The icon of variation.
    Variation {
        /// Which.
        variation: &'static str,
    },
    /// The icon of assurance.
    Assurance {
        /// Which.
        assurance: &'static str,
    },
    /// A small chart.
    Chart {
        /// The chart.
        chart: Picture,
    },
    /// Paragraphs.
    Prose {
        /// The words.
        prose: Words,
    },
}

impl Cell {
    /// A mark with its own word.
    pub fn mark(state: impl Into<State>) -> Self {
        Self::Mark {
            rating: state.into(),
            words: None,
        }
    }

    /// A mark with words in place of its own.
    pub fn mark_with(state: impl Into<State>, words: impl Into<String>) -> Self {
        Self::Mark {
            rating: state.into(),
            words: Some(words.into()),
        }
    }

    fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.is_empty())
    }

    /// Words that lead to another place of the paper.
    pub fn link(text: impl Into<String>, to: impl Into<String>) -> Self {
        Self::Link {
            text: text.into(),
            to: to.into(),
        }
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

/// A table, or the line that says why there is none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// Its id in the paper.
    pub id: String,
    /// What, unit, period.
    pub caption: String,
    /// For a listener: how to find one's way in a complex table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// What holds for all its rows, above them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Whether the first cell of a row names the row.
    pub row_header: bool,
    /// Its rows, a cell a column.
    pub rows: Vec<Vec<Cell>>,
    /// Rows under a subhead of their own, after the others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<RowGroup>,
    /// What is printed when there are no rows.
    pub empty: String,
}

/// Rows of a table under a subhead of their own.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RowGroup {
    /// The subhead.
    pub head: String,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table whose first column names its rows. `empty` is printed when there are none.
    pub fn new(
        id: impl Into<String>,
        caption: impl Into<String>,
        columns: impl IntoIterator<Item = Column>,
        rows: impl IntoIterator<Item = Vec<Cell>>,
        empty: impl Into<String>,
    ) -> Self {
        Self {
            rows: rows.into_iter().collect(),
            ..Self::without_rows(id.into(), caption.into(), columns, empty.into())
        }
        .without_blanks()
    }

    /// A table whose rows stand under subheads; those that have no rows are left out. `empty` is printed when there are none at all.
    pub fn under_subheads(
        id: impl Into<String>,
        caption: impl Into<String>,
        columns: impl IntoIterator<Item = Column>,
        groups: impl IntoIterator<Item = RowGroup>,
        empty: impl Into<String>,
    ) -> Self {
        let groups = groups.into_iter().filter(|group| !group.rows.is_empty());
        Self {
            groups: groups.collect(),
            ..Self::without_rows(id.into(), caption.into(), columns, empty.into())
        }
        .without_blanks()
    }

    fn without_rows(
        id: String,
        caption: String,
        columns: impl IntoIterator<Item = Column>,
        empty: String,
    ) -> Self {
        Self {
            id,
            caption,
            summary: None,
            note: None,
            columns: columns.into_iter().collect(),
            row_header: true,
            rows: Vec::new(),
            groups: Vec::new(),
            empty,
        }
    }

    /// The same table where no cell is silent: a column that has nothing in any row is left out, and a cell that has
    /// nothing says so.
    fn without_blanks(mut self) -> Self {
        let blank: Vec<usize> = (0..self.columns.len())
            .filter(|at| self.all_rows().next().is_some() && self.is_blank(*at))
            .collect();
        for at in blank.into_iter().rev() {
            self.columns.remove(at);
            for row in self.all_rows_mut() {
                row.remove(at);
            }
        }
        for cell in self.all_rows_mut().flatten().filter(|cell| cell.is_blank()) {
            *cell = Cell::from(NOTHING);
        }
        self
    }

    fn is_blank(&self, column: usize) -> bool {
        self.all_rows()
            .all(|row| row.get(column).is_some_and(Cell::is_blank))
    }

    fn all_rows(&self) -> impl Iterator<Item = &Vec<Cell>> {
        self.rows
            .iter()
            .chain(self.groups.iter().flat_map(|group| &group.rows))
    }

    fn all_rows_mut(&mut self) -> impl Iterator<Item = &mut Vec<Cell>> {
        let grouped = self.groups.iter_mut().flat_map(|group| &mut group.rows);
        self.rows.iter_mut().chain(grouped)
    }

    /// The same table with words for a listener.
    #[must_use]
    pub fn summed_up(self, summary: impl Into<String>) -> Self {
        Self {
            summary: Some(summary.into()),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(cell: &Cell) -> &str {
        let Cell::Text(text) = cell else {
            panic!("{cell:?}")
        };
        text
    }

    #[test]
    fn a_column_of_nothing_is_left_out_and_no_cell_is_silent() {
        let columns = ["Action", "Note", "Due"].map(Column::short);
        let row = |cells: [&str; 3]| cells.map(Cell::from).to_vec();
        let rows = [row(["1.1", "", "May"]), row(["1.2", "", ""])];
        let table = Table::new("t", "T", columns, rows, "none");
        let heads: Vec<_> = table.columns.iter().map(|column| column.head.as_str()).collect();
        assert_eq!(heads, ["Action", "Due"]);
        let cells: Vec<_> = table.rows.iter().flatten().map(text).collect();
        assert_eq!(cells, ["1.1", "May", "1.2", "–"]);
    }

    #[test]
    fn a_table_without_rows_keeps_its_columns() {
        let table = Table::new("t", "T", [Column::short("Action")], [], "none");
        assert_eq!(table.columns.len(), 1);
    }
}
