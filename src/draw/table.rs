//! Data tables from named columns; a column in which nothing stands is left out. Knows text; not what the figures are.

use crate::draw::DataTable;

/// A column: its head, and a text a row.
pub(super) struct Column {
    /// The head.
    pub(super) head: String,
    /// The cells, from the first row down.
    pub(super) cells: Vec<String>,
}

impl Column {
    /// A column with one text for each of `rows`.
    pub(super) fn of<T>(head: impl Into<String>, rows: &[T], cell: impl Fn(&T) -> String) -> Self {
        Self {
            head: head.into(),
            cells: rows.iter().map(cell).collect(),
        }
    }

    fn says_nothing(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }
}

/// A table of the columns in which something stands; the first one, which names the rows, is always there.
pub(super) fn table(columns: impl IntoIterator<Item = Column>) -> DataTable {
    let kept: Vec<Column> = columns
        .into_iter()
        .enumerate()
        .filter(|(place, column)| *place == 0 || !column.says_nothing())
        .map(|(_, column)| column)
        .collect();
    let rows = kept.iter().map(|column| column.cells.len()).max().unwrap_or(0);
    let row = |at: usize| {
        kept.iter()
            .map(|column| column.cells.get(at).cloned().unwrap_or_default())
            .collect()
    };
    DataTable {
        rows: (0..rows).map(row).collect(),
        heads: kept.into_iter().map(|column| column.head).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_column_is_left_out_and_the_first_never() {
        let rows = ["a", "b"];
        let made = table([
            Column::of("Name", &rows, |_| String::new()),
            Column::of("Nothing", &rows, |_| String::new()),
            Column::of("Some", &rows, |row| {
                if *row == "b" {
                    "1".to_owned()
                } else {
                    String::new()
                }
            }),
        ]);
        assert_eq!(made.heads, ["Name", "Some"]);
        assert_eq!(made.rows, [["", ""], ["", "1"]]);
    }

    #[test]
    fn without_rows_there_are_heads() {
        let made = table([Column::of("Name", &[] as &[&str], |row| (*row).to_owned())]);
        assert_eq!((made.heads.len(), made.rows.len()), (1, 0));
    }
}
