//! The small Markdown of prose: paragraphs, lists, bold, italic, links. Knows that much; everything else that is
//! typed comes out letter for letter.

mod literal;

use literal::{is_entity, is_said_as_typed, unescaped};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde::Serialize;

/// A list nested deeper than this is flattened into its parent: no paper needs it, and layouts have an end.
const DEEPEST_LIST: usize = 4;

/// A paragraph or a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Par(Vec<Inline>),
    /// A list with bullets.
    List(Vec<Vec<Block>>),
    /// A numbered list.
    Enum {
        /// The number of the first item.
        start: u64,
        /// Its items, each of blocks.
        items: Vec<Vec<Block>>,
    },
}

/// Words within a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words of weight.
    Strong(Vec<Inline>),
    /// Stressed words.
    Emph(Vec<Inline>),
    /// A link to the web, or an address for mail.
    Link {
        /// Where it leads.
        to: String,
        /// Its words.
        body: Vec<Inline>,
    },
}

/// Reads a text into blocks. Straight quotes, hyphens in twos and threes and three dots become typographic ones.
#[must_use]
pub fn read(text: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for (event, range) in Parser::new_ext(text, Options::ENABLE_SMART_PUNCTUATION).into_offset_iter() {
        let typed = text.get(range).unwrap_or_default();
        if is_entity(&event, typed) {
            reader.take(Event::Text(typed.into()), typed);
        } else {
            reader.take(event, typed);
        }
    }
    reader.finish()
}

/// What has been opened and not closed yet.
enum Open {
    Blocks(Vec<Block>),
    List {
        first: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Words {
        kind: Words,
        content: Vec<Inline>,
    },
}

enum Words {
    Par,
    Strong,
    Emph,
    Link(String),
}

#[derive(Default)]
struct Reader {
    open: Vec<Open>,
    done: Vec<Block>,
    lists: usize,
    /// Signs that mean something in a larger Markdown, and stand before the next words here: `> `, `## `.
    signs: String,
    /// Within how many pictures and boxes of code, whose signs and words have been said together.
    said: usize,
}

impl Reader {
    /// Takes in what the parser found, and the letters that it found it in.
    fn take(&mut self, event: Event<'_>, typed: &str) {
        match event {
            Event::Start(tag) if self.said > 0 || is_said_as_typed(&tag) => {
                if self.said == 0 {
                    self.say(&unescaped(typed));
                }
                self.said += 1;
            }
            Event::End(_) if self.said > 0 => self.said -= 1,
            _ if self.said > 0 => {}
            Event::Start(tag) => self.start(tag, typed),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.say(&text),
            Event::Code(_) => self.say(&unescaped(typed)),
            Event::SoftBreak | Event::HardBreak => self.say(" "),
            Event::Rule => {
                self.close_words();
                self.say(typed.trim());
                self.close_words();
            }
            Event::FootnoteReference(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "all other tags of the parser are plain paragraphs here"
    )]
    fn start(&mut self, tag: Tag<'_>, typed: &str) {
        match tag {
            Tag::BlockQuote(_) => {
                self.close_words();
                self.signs.push_str("> ");
            }
            // Underlined, a head is a paragraph with a line below it: the line says nothing.
            Tag::Heading { .. } if typed.starts_with('#') => {
                self.close_words();
                let signs: String = typed.chars().take_while(|c| *c == '#').collect();
                self.signs.push_str(&(signs + " "));
            }
            Tag::List(first) => {
                self.close_words();
                self.lists += 1;
                if self.lists <= DEEPEST_LIST {
                    self.open.push(Open::List {
                        first,
                        items: Vec::new(),
                    });
                }
            }
            Tag::Item => {
                if self.lists <= DEEPEST_LIST {
                    self.open.push(Open::Blocks(Vec::new()));
                }
            }
            Tag::Strong => self.open_words(Words::Strong),
            Tag::Emphasis => self.open_words(Words::Emph),
            Tag::Link { dest_url, .. } if is_safe(&dest_url) => {
                self.open_words(Words::Link(dest_url.replace('\'', "%27")))
            }
            _ => self.close_words(),
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "all other tags of the parser are plain paragraphs here"
    )]
    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::List(_) => {
                self.close_words();
                if self.lists <= DEEPEST_LIST
                    && let Some(Open::List { first, items }) = self.open.pop()
                {
                    self.put(match first {
                        Some(start) => Block::Enum { start, items },
                        None => Block::List(items),
                    });
                }
                self.lists = self.lists.saturating_sub(1);
            }
            TagEnd::Item => {
                self.close_words();
                if self.lists <= DEEPEST_LIST
                    && let Some(Open::Blocks(blocks)) = self.open.pop()
                    && let Some(Open::List { items, .. }) = self.open.last_mut()
                {
                    items.push(blocks);
                }
            }
            TagEnd::Strong | TagEnd::Emphasis => self.close_inner(),
            TagEnd::Link => {
                if let Some(Open::Words {
                    kind: Words::Link(_), ..
                }) = self.open.last()
                {
                    self.close_inner();
                }
            }
            _ => self.close_words(),
        }
    }

    /// Words must lie in a paragraph; a list item may begin without one.
    fn open_words(&mut self, kind: Words) {
        self.begin_paragraph();
        self.open.push(Open::Words {
            kind,
            content: Vec::new(),
        });
    }

    fn begin_paragraph(&mut self) {
        if !matches!(self.open.last(), Some(Open::Words { .. })) {
            self.open.push(Open::Words {
                kind: Words::Par,
                content: Vec::new(),
            });
            let signs = std::mem::take(&mut self.signs);
            if !signs.is_empty() {
                self.say(&signs);
            }
        }
    }

    fn say(&mut self, words: &str) {
        self.begin_paragraph();
        if let Some(Open::Words { content, .. }) = self.open.last_mut() {
            match content.last_mut() {
                Some(Inline::Text(text)) => text.push_str(words),
                _ => content.push(Inline::Text(words.to_owned())),
            }
        }
    }

    fn close_inner(&mut self) {
        let Some(Open::Words { kind, content }) = self.open.pop() else {
            return;
        };
        let inline = match kind {
            Words::Strong => Inline::Strong(content),
            Words::Emph => Inline::Emph(content),
            Words::Link(url) => Inline::Link {
                to: url,
                body: content,
            },
            Words::Par => return self.put(Block::Par(content)),
        };
        if let Some(Open::Words { content, .. }) = self.open.last_mut() {
            content.push(inline);
        }
    }

    fn close_words(&mut self) {
        while matches!(self.open.last(), Some(Open::Words { .. })) {
            self.close_inner();
        }
    }

    fn put(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(Open::Blocks(blocks)) => blocks.push(block),
            _ => self.done.push(block),
        }
    }

    fn finish(mut self) -> Vec<Block> {
        // A sign with nothing behind it is all that was typed.
        let signs = std::mem::take(&mut self.signs);
        if !signs.is_empty() {
            self.close_words();
            self.say(signs.trim_end());
        }
        self.close_words();
        self.done
    }
}

fn is_safe(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("mailto:")
}

/// The words of blocks, without their marks, a line a block.
#[must_use]
pub fn plain(blocks: &[Block]) -> String {
    let lines: Vec<String> = blocks.iter().map(plain_block).collect();
    lines.join("\n")
}

fn plain_block(block: &Block) -> String {
    match block {
        Block::Par(content) => plain_words(content),
        Block::List(items) | Block::Enum { items, .. } => items
            .iter()
            .map(|item| plain(item))
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

fn plain_words(content: &[Inline]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.clone(),
            Inline::Strong(content) | Inline::Emph(content) | Inline::Link { body: content, .. } => {
                plain_words(content)
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(text: &str) -> String {
        serde_json::to_string(&read(text)).unwrap()
    }

    #[test]
    fn paragraphs_lists_and_weight_are_read() {
        assert_eq!(
            json("One **two**\nthree.\n\n- a\n- b *c*"),
            concat!(
                r#"[{"par":[{"text":"One "},{"strong":[{"text":"two"}]},{"text":" three."}]},"#,
                r#"{"list":[[{"par":[{"text":"a"}]}],[{"par":[{"text":"b "},{"emph":[{"text":"c"}]}]}]]}]"#
            )
        );
    }

    #[test]
    fn what_is_not_markdown_comes_out_literally() {
        for text in [
            "#read(x) $y$",
            "<b>x</b>",
            "a_b_c",
            "x < y & z",
            "@ref <label>",
            "a &map; b &amp; &#8614;",
            "> 90% were in time",
            "# Three teams",
            "### Three",
            "#",
            "![a map](map.png) beside",
            "a `code` b `77.8%`",
            "***",
            "| a | b |",
            "= head",
            "1 * 2 = 2",
            "[x][y]",
        ] {
            assert_eq!(plain(&read(text)), text, "{text}");
        }
    }

    #[test]
    fn signs_of_a_larger_markdown_stay_where_they_were_typed() {
        assert_eq!(plain(&read("x\n\n> y **z**\n\nw")), "x\n> y z\nw");
        assert_eq!(plain(&read("- > 5 cases\n- # 6")), "> 5 cases\n# 6");
        assert_eq!(plain(&read("```\nlet x\n```")), "``` let x ```");
        assert_eq!(plain(&read("x\n\n---\n\ny")), "x\n---\ny");
        // A figure that was put in.
        assert_eq!(plain(&read("`77\\.8\\%` ![77\\.8](m)")), "`77.8%` ![77.8](m)");
    }

    #[test]
    fn only_safe_links_lead_anywhere() {
        assert!(json("[x](https://example.org)").contains("https://example.org"));
        assert!(!json("[x](javascript:alert)").contains("javascript"));
        assert_eq!(plain(&read("[x](file:///etc/passwd)")), "x");
    }

    #[test]
    fn deep_lists_are_flattened_and_lose_nothing() {
        let deep: String = (0..40)
            .map(|depth| format!("{}- x{depth}\n", "  ".repeat(depth)))
            .collect();
        let text = plain(&read(&deep));
        assert!((0..40).all(|depth| text.contains(&format!("x{depth}"))), "{text}");
    }
}
