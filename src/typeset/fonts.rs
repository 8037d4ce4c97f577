//! The faces that are built into the program: the only ones a paper is ever set in. Knows what they can print
//! and how wide it comes out; refuses to know the machine's fonts.

use std::sync::OnceLock;

use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontBook, FontInstance, FontVariations};
use typst::utils::LazyHash;

use crate::digest::Digest;

/// A cut of the one family, Inter. Nothing else is embedded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cut {
    /// Weight 400.
    Regular,
    /// Weight 400, sloped.
    Italic,
    /// Weight 600.
    SemiBold,
    /// Weight 700.
    Bold,
}

/// The files of the cuts, in the order in which Typst sees them.
const FILES: [(Cut, &str, &[u8]); 4] = [
    (
        Cut::Regular,
        "Inter-Regular.ttf",
        include_bytes!("../../report-templates/fonts/Inter-Regular.ttf"),
    ),
    (
        Cut::Italic,
        "Inter-Italic.ttf",
        include_bytes!("../../report-templates/fonts/Inter-Italic.ttf"),
    ),
    (
        Cut::SemiBold,
        "Inter-SemiBold.ttf",
        include_bytes!("../../report-templates/fonts/Inter-SemiBold.ttf"),
    ),
    (
        Cut::Bold,
        "Inter-Bold.ttf",
        include_bytes!("../../report-templates/fonts/Inter-Bold.ttf"),
    ),
];

/// One cut, ready to be measured.
struct Face {
    cut: Cut,
    font: Font,
    instance: FontInstance,
}

/// The embedded faces. Made once and shared by all papers.
pub struct Fonts {
    faces: Vec<Face>,
    book: LazyHash<FontBook>,
    digest: OnceLock<Digest>,
}

impl Fonts {
    /// The licence of the family, the SIL Open Font License 1.1.
    pub const LICENCE: &str = include_str!("../../report-templates/fonts/OFL.txt");

    /// The faces that are built into the program.
    pub fn embedded() -> Self {
        let faces: Vec<_> = FILES
            .into_iter()
            .filter_map(|(cut, _, bytes)| face(cut, bytes))
            .collect();
        let book = FontBook::from_fonts(faces.iter().map(|face| &face.font));
        Self {
            faces,
            book: LazyHash::new(book),
            digest: OnceLock::new(),
        }
    }

    /// How wide `text` is when set in one line, in points, at `size` points. Kerning is left out, which makes
    /// some pairs (`AV`, `To`) up to 3% too wide: the safe side for a label that must fit. A character that the
    /// face does not have is as wide as the box that stands for it.
    pub fn advance(&self, text: &str, size: f64, cut: Cut) -> f64 {
        let Some(face) = self.faces.iter().find(|face| face.cut == cut) else {
            return 0.0;
        };
        let glyph = |character| face.instance.ttf().glyph_index(character).unwrap_or_default();
        text.chars()
            .filter_map(|character| face.instance.x_advance(glyph(character).0))
            .map(|advance| advance.at(Abs::pt(size)).to_pt())
            .fold(0.0, |width, advance| width + advance)
    }

    /// Whether a character can be printed in every cut, in a PDF that keeps its standards. What every font may
    /// claim and no standard allows is refused: controls (line ends among them), private use, the byte-order
    /// mark, and what turns the direction of text.
    pub fn covers(&self, character: char) -> bool {
        !forbidden(character)
            && self
                .faces
                .iter()
                .all(|face| face.font.info().coverage.contains(u32::from(character)))
    }

    /// The font files with their names, for who sets a manuscript with the plain `typst` command.
    pub fn files() -> impl Iterator<Item = (&'static str, &'static [u8])> {
        FILES.into_iter().map(|(_, name, bytes)| (name, bytes))
    }

    /// The digest of the font files.
    pub fn digest(&self) -> Digest {
        *self
            .digest
            .get_or_init(|| Digest::of_parts(Self::files().map(|(_, bytes)| bytes)))
    }

    /// What Typst chooses from.
    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    /// The font at a place of the book.
    pub(super) fn font(&self, index: usize) -> Option<Font> {
        self.faces.get(index).map(|face| face.font.clone())
    }
}

/// A face from the bytes of its file.
fn face(cut: Cut, bytes: &'static [u8]) -> Option<Face> {
    let font = Font::new(Bytes::new(bytes), 0)?;
    let instance = font
        .clone()
        .instantiate(font.info().variant, Abs::pt(10.0), &FontVariations::default());
    Some(Face { cut, font, instance })
}

/// Characters that PDF/UA-1 or PDF/A-3a refuse, or that would reorder what is printed around them.
fn forbidden(character: char) -> bool {
    let private = matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}');
    let turning = matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    character.is_control() || private || turning || character == '\u{feff}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_four_cuts_are_there_and_are_inter() {
        let fonts = Fonts::embedded();
        let cuts: Vec<_> = fonts.faces.iter().map(|face| face.cut).collect();
        assert_eq!(cuts, FILES.map(|(cut, _, _)| cut));
        assert!(fonts.faces.iter().all(|face| face.font.info().family == "Inter"));
        assert!(Fonts::LICENCE.contains("SIL OPEN FONT LICENSE"));
    }

    #[test]
    fn everything_that_papers_print_is_covered() {
        let fonts = Fonts::embedded();
        for character in ('!'..='~').chain('¡'..='ÿ').filter(|c| *c != '\u{ad}') {
            assert!(fonts.covers(character), "{character}");
        }
        for character in " –—‘’“”…≥≤±×−→↑↓▲▼△▽●○◆◇■□✓✗•·′″≈≠€½¼¾\u{a0}\u{2009}\u{202f}\u{2007}".chars()
        {
            assert!(fonts.covers(character), "{character:?}");
        }
    }

    #[test]
    fn what_the_standards_refuse_is_not_covered() {
        let fonts = Fonts::embedded();
        for character in "\0\u{7}\n\t\u{7f}\u{feff}\u{fffe}\u{e000}\u{10ffff}\u{202e}漢😀".chars() {
            assert!(!fonts.covers(character), "{character:?}");
        }
    }

    #[test]
    fn widths_are_those_of_the_faces() {
        let fonts = Fonts::embedded();
        // Advances of Inter 4.001, in 2048ths of an em: `H` 1522 in Regular, 1530 in Bold.
        assert!((fonts.advance("H", 2048.0, Cut::Regular) - 1522.0).abs() < 0.01);
        assert!((fonts.advance("HH", 1024.0, Cut::Bold) - 1530.0).abs() < 0.01);
        assert!(fonts.advance("75.8%", 8.0, Cut::SemiBold) > fonts.advance("75.8%", 8.0, Cut::Regular));
        assert_eq!(fonts.advance("", 8.0, Cut::Italic).to_bits(), 0);
    }
}
