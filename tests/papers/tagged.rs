//! A PDF read as a screen reader reads it: the tree of its tags with the words that each holds, and what else a reader can
//! ask of the file. Knows PDF; not what is tested.

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, decode_text_string};
use std::collections::BTreeMap;

/// Where marked content is: the page, counted from 0, and its number there, in the order of drawing.
pub type Mark = (usize, i64);

/// Marked content: its words, and where the first of them stands.
#[derive(Debug, Clone, Default)]
pub struct Marked {
    pub words: String,
    /// In points from the left and the foot of the page. `None` for pictures and lines.
    pub at: Option<(f32, f32)>,
    line: Option<f32>,
}

/// One tag.
#[derive(Debug, Clone, Default)]
pub struct Tag {
    /// `H1`, `P`, `Table`…
    pub role: String,
    pub alt: Option<String>,
    pub scope: Option<String>,
    /// Whether the cells that are its heads are named.
    pub has_headers: bool,
    pub children: Vec<Child>,
}

/// What a tag holds.
#[derive(Debug, Clone)]
pub enum Child {
    Tag(Tag),
    Content(Mark),
    /// The target of a link, with what it is called.
    Annotation(String),
}

/// A whole file.
pub struct Tagged {
    pub document: Document,
    pub root: Tag,
    pub marked: BTreeMap<Mark, Marked>,
    /// The words of each page that no tag holds: running heads and feet.
    pub artifacts: Vec<String>,
    pages: Vec<ObjectId>,
}

impl Tagged {
    pub fn read(pdf: &[u8]) -> Self {
        let document = Document::load_mem(pdf).unwrap();
        let pages: Vec<_> = document.page_iter().collect();
        let mut tagged = Self {
            root: Tag::default(),
            marked: BTreeMap::new(),
            artifacts: vec![String::new(); pages.len()],
            document,
            pages,
        };
        for page in 0..tagged.pages.len() {
            tagged.read_page(page);
        }
        let tree = tagged
            .dictionary(tagged.document.catalog().unwrap(), b"StructTreeRoot")
            .unwrap();
        tagged.root = tagged.tag(tree, 0);
        tagged
    }

    /// Every tag, in reading order.
    pub fn tags(&self) -> Vec<&Tag> {
        let mut found = Vec::new();
        self.root.collect(&mut found);
        found
    }

    /// The words that a tag and all in it hold.
    pub fn words(&self, tag: &Tag) -> String {
        let mut words = String::new();
        let mut line = None;
        for mark in tag.marks() {
            let Some(marked) = self.marked.get(&mark) else {
                continue;
            };
            let here = (mark.0, marked.at.map(|at| at.1.to_bits()));
            if line.is_some_and(|line| line != here) && !words.ends_with(' ') && !words.is_empty() {
                words.push(' ');
            }
            words.push_str(&marked.words);
            line = Some((mark.0, marked.line.map(f32::to_bits)));
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What the file says of itself under a key of its catalogue.
    pub fn said(&self, key: &[u8]) -> Option<String> {
        decode_text_string(self.document.catalog().unwrap().get(key).ok()?).ok()
    }

    /// The files attached to it: name, description, and the text of each.
    pub fn attachments(&self) -> BTreeMap<String, (String, String)> {
        let specifications = self
            .document
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok());
        specifications
            .filter(|dictionary| dictionary.has_type(b"Filespec"))
            .map(|file| {
                let said = |key: &[u8]| decode_text_string(file.get(key).unwrap()).unwrap();
                let held = self.dictionary(file, b"EF").unwrap();
                let stream = held.get_deref(b"F", &self.document).unwrap().as_stream().unwrap();
                let text = String::from_utf8(stream.get_plain_content().unwrap()).unwrap();
                (said(b"UF"), (said(b"Desc"), text))
            })
            .collect()
    }

    /// The titles of its bookmarks, in their order.
    pub fn bookmarks(&self) -> Vec<String> {
        let mut titles = Vec::new();
        let outlines = self.dictionary(self.document.catalog().unwrap(), b"Outlines");
        self.bookmark(
            outlines.and_then(|outlines| self.dictionary(outlines, b"First")),
            &mut titles,
        );
        titles
    }

    fn bookmark(&self, item: Option<&Dictionary>, titles: &mut Vec<String>) {
        let mut next = item;
        while let Some(item) = next {
            titles.push(decode_text_string(item.get(b"Title").unwrap()).unwrap());
            self.bookmark(self.dictionary(item, b"First"), titles);
            next = self.dictionary(item, b"Next");
        }
    }

    fn dictionary<'d>(&'d self, of: &'d Dictionary, key: &[u8]) -> Option<&'d Dictionary> {
        of.get_deref(key, &self.document).ok()?.as_dict().ok()
    }

    fn resolved<'d>(&'d self, object: &'d Object) -> &'d Object {
        self.document.dereference(object).unwrap().1
    }

    fn page_of(&self, element: &Dictionary) -> Option<usize> {
        let page = element.get(b"Pg").ok()?.as_reference().ok()?;
        self.pages.iter().position(|known| *known == page)
    }

    fn tag(&self, element: &Dictionary, page: usize) -> Tag {
        let page = self.page_of(element).unwrap_or(page);
        let name = |object: &Object| String::from_utf8_lossy(object.as_name().unwrap()).into_owned();
        let attributes = self.attributes(element);
        let attribute = |key: &[u8]| attributes.iter().find_map(|one| one.get(key).ok());
        Tag {
            role: element.get(b"S").map(name).unwrap_or_default(),
            alt: element
                .get(b"Alt")
                .ok()
                .map(|alt| decode_text_string(alt).unwrap()),
            scope: attribute(b"Scope").map(name),
            has_headers: attribute(b"Headers").is_some(),
            children: self.children(element.get(b"K").ok(), page),
        }
    }

    fn attributes<'d>(&'d self, element: &'d Dictionary) -> Vec<&'d Dictionary> {
        let attributes = element.get_deref(b"A", &self.document).ok();
        match attributes {
            Some(Object::Array(all)) => all
                .iter()
                .filter_map(|one| self.resolved(one).as_dict().ok())
                .collect(),
            Some(Object::Dictionary(one)) => vec![one],
            Some(_) | None => Vec::new(),
        }
    }

    fn children(&self, held: Option<&Object>, page: usize) -> Vec<Child> {
        let Some(held) = held else { return Vec::new() };
        match self.resolved(held) {
            Object::Array(all) => all
                .iter()
                .flat_map(|one| self.children(Some(one), page))
                .collect(),
            Object::Integer(mark) => vec![Child::Content((page, *mark))],
            Object::Dictionary(child) => vec![self.child(child, page)],
            other => panic!("a tag holds {other:?}"),
        }
    }

    fn child(&self, child: &Dictionary, page: usize) -> Child {
        if let Ok(mark) = child.get(b"MCID") {
            return Child::Content((self.page_of(child).unwrap_or(page), mark.as_i64().unwrap()));
        }
        match self.dictionary(child, b"Obj") {
            Some(link) => Child::Annotation(
                link.get(b"Contents")
                    .map_or_else(|_| String::new(), |words| decode_text_string(words).unwrap()),
            ),
            None => Child::Tag(self.tag(child, page)),
        }
    }

    fn read_page(&mut self, page: usize) {
        let id = self.pages[page];
        let content = Content::decode(&self.document.get_page_content(id)).unwrap();
        let fonts = self.document.get_page_fonts(id).unwrap();
        let encodings = fonts.iter().map(|(name, font)| {
            let encoding = font.get_font_encoding(&self.document).unwrap();
            (name.clone(), encoding)
        });
        let encodings: BTreeMap<_, _> = encodings.collect();
        let mut pen = Pen::default();
        for operation in &content.operations {
            pen.follow(operation, &|font, bytes| {
                encodings[font].bytes_to_string(bytes).unwrap_or_default()
            });
        }
        self.artifacts[page] = pen.artifacts;
        self.marked
            .extend(pen.marked.into_iter().map(|(mark, words)| ((page, mark), words)));
    }
}

impl Tag {
    fn collect<'t>(&'t self, found: &mut Vec<&'t Tag>) {
        found.push(self);
        self.inner().for_each(|tag| tag.collect(found));
    }

    /// The tags in it, one level down.
    pub fn inner(&self) -> impl Iterator<Item = &Tag> {
        self.children.iter().filter_map(|child| match child {
            Child::Tag(tag) => Some(tag),
            Child::Content(_) | Child::Annotation(_) => None,
        })
    }

    /// The tags in it of one role, however deep.
    pub fn all(&self, role: &str) -> Vec<&Tag> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found.retain(|tag| tag.role == role);
        found
    }

    /// The content in it, in reading order.
    pub fn marks(&self) -> Vec<Mark> {
        let of = |child: &Child| match child {
            Child::Tag(tag) => tag.marks(),
            Child::Content(mark) => vec![*mark],
            Child::Annotation(_) => Vec::new(),
        };
        self.children.iter().flat_map(of).collect()
    }
}

/// What encloses the text that is drawn.
#[derive(Debug, Clone)]
enum Inside {
    Marked(i64),
    Artifact,
    /// Drawn for the eye; what is read out instead has been taken already.
    Replaced,
    Plain,
}

/// The pen, as it goes over a page.
#[derive(Default)]
struct Pen {
    inside: Vec<Inside>,
    font: Vec<u8>,
    at: (f32, f32),
    marked: BTreeMap<i64, Marked>,
    artifacts: String,
}

impl Pen {
    fn follow(&mut self, operation: &Operation, decoded: &dyn Fn(&[u8], &[u8]) -> String) {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "BDC" | "BMC" => self.enter(operands),
            "EMC" => drop(self.inside.pop()),
            "Tf" => self.font = operands[0].as_name().unwrap().to_vec(),
            "cm" => self.at = (operands[4].as_float().unwrap(), operands[5].as_float().unwrap()),
            "Tj" => self.show(&decoded(&self.font, operands[0].as_str().unwrap())),
            "TJ" => {
                let pieces = operands[0].as_array().unwrap().iter();
                let texts = pieces.filter_map(|piece| piece.as_str().ok());
                let text: String = texts.map(|bytes| decoded(&self.font, bytes)).collect();
                self.show(&text);
            }
            _ => {}
        }
    }

    fn enter(&mut self, operands: &[Object]) {
        let properties = operands.get(1).and_then(|properties| properties.as_dict().ok());
        let mark = properties.and_then(|properties| properties.get(b"MCID").ok());
        let instead = properties.and_then(|properties| properties.get(b"ActualText").ok());
        let inside = if let Some(mark) = mark {
            let mark = mark.as_i64().unwrap();
            self.marked.entry(mark).or_default();
            Inside::Marked(mark)
        } else if let Some(words) = instead {
            self.show(&decode_text_string(words).unwrap());
            Inside::Replaced
        } else if operands[0].as_name().unwrap() == b"Artifact" {
            Inside::Artifact
        } else {
            Inside::Plain
        };
        self.inside.push(inside);
    }

    fn show(&mut self, text: &str) {
        let text = text.replace('\u{2060}', "");
        for inside in self.inside.iter().rev() {
            match inside {
                Inside::Replaced => return,
                Inside::Plain => {}
                Inside::Artifact => {
                    self.artifacts.push_str(&text);
                    return self.artifacts.push('\n');
                }
                Inside::Marked(mark) => {
                    let marked = self.marked.entry(*mark).or_default();
                    return marked.add(&text, self.at);
                }
            }
        }
        panic!("{text:?} is neither tagged nor an artifact");
    }
}

impl Marked {
    fn add(&mut self, text: &str, at: (f32, f32)) {
        let is_same_line = self.line.is_none_or(|line| (line - at.1).abs() < 0.5);
        if !is_same_line && !self.words.ends_with(' ') {
            self.words.push(' ');
        }
        self.words.push_str(text);
        self.at.get_or_insert(at);
        self.line = Some(at.1);
    }
}
