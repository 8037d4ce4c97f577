//! Where in which file something was typed. Knows files by their path and text; refuses to know what a file says, or how a text
//! came to be in memory.

mod path;
mod text;

pub use self::path::{INPUTS, file_name, folder};
pub use self::text::{Position, SourceText, SourceTexts};
use std::ops::Range;
use std::sync::Arc;

/// A stretch of one file: what a finding points at. Cheap to clone; ordered by file, then by where it begins.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    file: Arc<str>,
    start: usize,
    end: usize,
}

impl Place {
    /// The bytes `range` of `file`, a path relative to the programme's folder with forward slashes.
    /// A range that ends before it begins is taken as empty.
    pub fn new(file: impl Into<Arc<str>>, range: Range<usize>) -> Self {
        let end = range.end.max(range.start);
        Self {
            file: file.into(),
            start: range.start,
            end,
        }
    }

    /// The file as a whole: its very beginning.
    pub fn whole(file: impl Into<Arc<str>>) -> Self {
        Self::new(file, 0..0)
    }

    /// Whether the file as a whole is meant: no line of it is.
    pub fn is_whole(&self) -> bool {
        self.end == 0
    }

    /// The path of the file, relative to the programme's folder, with forward slashes.
    pub fn file(&self) -> &Arc<str> {
        &self.file
    }

    /// The name of the file in its folder: `council.yaml`.
    pub fn file_name(&self) -> &str {
        file_name(&self.file)
    }

    /// The bytes of the file that are meant.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// A place inside this one: `inner` counts bytes from where this place begins. What would reach beyond
    /// its end is cut off there.
    #[must_use]
    pub fn within(&self, inner: Range<usize>) -> Self {
        let inside = |offset: usize| self.start.saturating_add(offset).min(self.end);
        Self::new(Arc::clone(&self.file), inside(inner.start)..inside(inner.end))
    }
}

/// A value with the place where a person typed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    value: T,
    place: Place,
}

impl<T> Located<T> {
    /// `value`, typed at `place`.
    pub fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }

    /// What was typed.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// Where it was typed.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// What was typed, and where.
    pub fn into_parts(self) -> (T, Place) {
        (self.value, self.place)
    }

    /// A borrowed view: the same place, the value by reference.
    pub fn as_ref(&self) -> Located<&T> {
        Located {
            value: &self.value,
            place: self.place.clone(),
        }
    }

    /// Another value made from this one, still typed at the same place.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Located<U> {
        Located {
            value: make(self.value),
            place: self.place,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_sort_by_file_then_by_where_they_begin() {
        let mut places = [
            Place::new("b", 0..1),
            Place::new("a", 7..9),
            Place::new("a", 2..90),
        ];
        places.sort();
        assert_eq!(
            places,
            [
                Place::new("a", 2..90),
                Place::new("a", 7..9),
                Place::new("b", 0..1)
            ]
        );
    }

    #[test]
    fn a_place_within_another_stays_inside_it() {
        let place = Place::new("a", 10..20);
        assert_eq!(place.within(2..5), Place::new("a", 12..15));
        assert_eq!(place.within(8..usize::MAX), Place::new("a", 18..20));
    }

    #[test]
    fn a_located_value_keeps_its_place() {
        let typed = Located::new("12", Place::new("a", 3..5));
        assert_eq!(typed.map(str::len), Located::new(2, Place::new("a", 3..5)));
    }
}
