//! Knows when a label touches what it must not: another label, a line or mark that carries meaning, the edge
//! of a bar, the frame. Looks at a laid-out scene only, so the same rule serves placing a label, the tests,
//! and a check of every chart of a paper.

use super::scene::{Item, Rect, Role, Scene, Spot, Words};

/// A label that touches something.
#[derive(Clone, Debug, PartialEq)]
pub struct Collision {
    /// The label's text.
    pub label: String,
    /// What it touches.
    pub with: Obstacle,
}

/// What a label can touch.
#[derive(Clone, Debug, PartialEq)]
pub enum Obstacle {
    /// The edge of the picture.
    Frame,
    /// Another label, of this text.
    Label(String),
    /// A line that carries meaning.
    Line,
    /// The mark at this place.
    Mark(Spot),
    /// A bar whose edge it crosses.
    Bar(Rect),
}

impl Scene {
    /// Every label that touches something, in the order in which they are drawn.
    pub fn collisions(&self) -> Vec<Collision> {
        let mut found = Vec::new();
        let labels: Vec<&Words> = self.labels().collect();
        for (index, label) in labels.iter().enumerate() {
            let touched = self.touched_by(&label.extent());
            let others = labels
                .iter()
                .skip(index + 1)
                .filter(|other| other.extent().overlaps(&label.extent()));
            let others = others.map(|other| Obstacle::Label(other.text.clone()));
            let all = touched.into_iter().chain(others);
            found.extend(all.map(|with| Collision {
                label: label.text.clone(),
                with,
            }));
        }
        found
    }

    /// The labels of the picture.
    pub fn labels(&self) -> impl Iterator<Item = &Words> {
        self.items.iter().filter_map(|item| match item {
            Item::Words(words) => Some(words),
            Item::Line(_) | Item::Area(..) | Item::Bar(..) | Item::Marks(..) => None,
        })
    }

    /// Whether a text could stand at `extent` without touching anything at all.
    pub(crate) fn is_clear(&self, extent: &Rect) -> bool {
        self.touched_by(extent).is_empty() && !self.labels().any(|label| label.extent().overlaps(extent))
    }

    /// Whether a gridline, or another line that only helps the eye, passes through `extent`.
    pub(crate) fn crosses_help(&self, extent: &Rect) -> bool {
        let help = self.items.iter().filter_map(|item| match item {
            Item::Line(line) => (line.role == Role::Help).then_some(line),
            Item::Words(_) | Item::Area(..) | Item::Bar(..) | Item::Marks(..) => None,
        });
        help.flat_map(|line| &line.runs).any(|run| crosses(run, extent))
    }

    /// What a text at `extent` touches, other labels apart.
    fn touched_by(&self, extent: &Rect) -> Vec<Obstacle> {
        let frame = Rect {
            left: 0.0,
            top: 0.0,
            right: self.size.width,
            bottom: self.size.height,
        };
        let outside = (!frame.holds(extent)).then_some(Obstacle::Frame);
        outside
            .into_iter()
            .chain(self.items.iter().filter_map(|item| touch(item, extent)))
            .collect()
    }
}

fn touch(item: &Item, extent: &Rect) -> Option<Obstacle> {
    match item {
        Item::Words(_) | Item::Area(..) => None,
        Item::Line(line) => {
            let crossed = line.runs.iter().any(|run| crosses(run, extent));
            (line.role == Role::Meaning && crossed).then_some(Obstacle::Line)
        }
        Item::Marks(at, mark) => {
            let hit = at.iter().find(|at| around(**at, mark.reach).overlaps(extent));
            hit.copied().map(Obstacle::Mark)
        }
        Item::Bar(bar, _) => (bar.overlaps(extent) && !bar.holds(extent)).then_some(Obstacle::Bar(*bar)),
    }
}

fn around(at: Spot, reach: f64) -> Rect {
    Rect {
        left: at.x,
        top: at.y,
        right: at.x,
        bottom: at.y,
    }
    .shrunk(-reach)
}

/// Whether a run of straight lines passes through `rect`.
pub(crate) fn crosses(run: &[Spot], rect: &Rect) -> bool {
    run.iter()
        .zip(run.iter().skip(1))
        .any(|(from, to)| segment_crosses(*from, *to, rect))
}

/// Cuts the segment at the rectangle's four sides in turn (Liang and Barsky); something left over lies
/// inside.
fn segment_crosses(from: Spot, to: Spot, rect: &Rect) -> bool {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let sides = [
        (-dx, from.x - rect.left),
        (dx, rect.right - from.x),
        (-dy, from.y - rect.top),
        (dy, rect.bottom - from.y),
    ];
    let mut kept = (0.0_f64, 1.0_f64);
    for (towards, room) in sides {
        match towards {
            away if away < 0.0 => kept.0 = kept.0.max(room / away),
            near if near > 0.0 => kept.1 = kept.1.min(room / near),
            _ if room <= 0.0 => return false,
            _ => {}
        }
    }
    kept.0 < kept.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::scene::spot;

    const BOX: Rect = Rect {
        left: 10.0,
        top: 10.0,
        right: 20.0,
        bottom: 20.0,
    };

    #[test]
    fn a_line_crosses_a_box_or_passes_it() {
        let crossing = [
            ((0.0, 15.0), (30.0, 15.0)),
            ((15.0, 0.0), (15.0, 11.0)),
            ((12.0, 12.0), (13.0, 13.0)),
            ((0.0, 0.0), (30.0, 30.0)),
        ];
        let passing = [
            ((0.0, 10.0), (30.0, 10.0)),
            ((0.0, 21.0), (30.0, 21.0)),
            ((0.0, 15.0), (9.0, 15.0)),
            ((0.0, 12.0), (12.0, 0.0)),
            ((9.0, 12.0), (9.0, 18.0)),
        ];
        for (list, expected) in [(&crossing[..], true), (&passing[..], false)] {
            for ((x, y), (to_x, to_y)) in list {
                assert_eq!(
                    crosses(&[spot(*x, *y), spot(*to_x, *to_y)], &BOX),
                    expected,
                    "{x} {y} {to_x} {to_y}"
                );
            }
        }
    }

    #[test]
    fn boxes_that_share_an_edge_do_not_overlap() {
        let beside = Rect {
            left: 20.0,
            right: 30.0,
            ..BOX
        };
        assert!(!BOX.overlaps(&beside) && BOX.overlaps(&BOX.shrunk(2.0)) && BOX.holds(&BOX.shrunk(2.0)));
    }
}
