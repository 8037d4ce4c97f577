//! How a place is said in the facts document: `inputs/returns/2010-10/council.yaml:14:9`. Knows lines and columns.

use crate::place::{Place, SourceTexts};

/// The texts that places point into.
#[derive(Clone, Copy)]
pub struct Places<'a>(pub &'a SourceTexts);

impl Places<'_> {
    /// File, from the programme's folder wherever that lies, line and column of a place; the file alone where its text is not at hand.
    pub fn said(self, place: &Place) -> String {
        let path = place.file();
        match self.0.positions(place) {
            Some((start, _)) => format!("{path}:{}:{}", start.line, start.column),
            None => path.to_string(),
        }
    }
}
