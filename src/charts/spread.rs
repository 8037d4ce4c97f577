//! Knows how labels beside a chart keep clear of one another: each as near to its line as the others allow.
//! Knows no text.

/// A label that wants to stand at a height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Wish {
    /// The middle it would like, in points from the top.
    pub(crate) middle: f64,
    /// Its height in points.
    pub(crate) height: f64,
    /// Which goes first when there is no room for all: the highest number.
    pub(crate) rank: u8,
}

/// Labels that stand close together, and the wish of all of them for the top edge of the first.
struct Block {
    first: usize,
    tops: f64,
    count: f64,
    height: f64,
}

impl Block {
    fn top(&self, from: f64, to: f64) -> f64 {
        (self.tops / self.count).min(to - self.height).max(from)
    }

    /// Takes in the block below: its wish is its own top edge less what now stands above it.
    fn join(&mut self, below: &Self) {
        self.tops += below.tops - below.count * self.height;
        self.count += below.count;
        self.height += below.height;
    }
}

/// The middle of each label between `from` and `to`, in the order of the wishes; `None` for those left out.
///
/// Labels keep the order of their wishes. Those that would overlap are pushed apart by as little as may be
/// (the sum of squares, as in isotonic regression by pooling adjacent blocks).
pub(crate) fn spread(wishes: &[Wish], from: f64, to: f64) -> Vec<Option<f64>> {
    let kept = keep(wishes, to - from);
    let mut places = vec![None; wishes.len()];
    for (index, middle) in stand(wishes, &kept, from, to) {
        if let Some(place) = places.get_mut(index) {
            *place = Some(middle);
        }
    }
    places
}

/// Indices of the labels for which there is room, from the top down.
fn keep(wishes: &[Wish], room: f64) -> Vec<usize> {
    let mut by_rank: Vec<(usize, &Wish)> = wishes.iter().enumerate().collect();
    by_rank.sort_by_key(|(_, wish)| wish.rank);
    let mut used = 0.0;
    let fits = |(_, wish): &(usize, &Wish)| {
        used += wish.height;
        used <= room
    };
    let mut kept: Vec<(usize, &Wish)> = by_rank.into_iter().take_while(fits).collect();
    kept.sort_by(|(_, a), (_, b)| a.middle.total_cmp(&b.middle).then(a.rank.cmp(&b.rank)));
    kept.into_iter().map(|(index, _)| index).collect()
}

fn stand(wishes: &[Wish], kept: &[usize], from: f64, to: f64) -> Vec<(usize, f64)> {
    let found = kept
        .iter()
        .filter_map(|index| wishes.get(*index).map(|wish| (*index, *wish)));
    let labels: Vec<(usize, Wish)> = found.collect();
    let mut blocks: Vec<Block> = Vec::new();
    for (place, (_, wish)) in labels.iter().enumerate() {
        let wanted = wish.middle - wish.height / 2.0;
        let mut block = Block {
            first: place,
            tops: wanted,
            count: 1.0,
            height: wish.height,
        };
        while let Some(above) =
            blocks.pop_if(|above| above.top(from, to) + above.height > block.top(from, to))
        {
            let below = std::mem::replace(&mut block, above);
            block.join(&below);
        }
        blocks.push(block);
    }
    settle(&labels, &blocks, from, to)
}

fn settle(labels: &[(usize, Wish)], blocks: &[Block], from: f64, to: f64) -> Vec<(usize, f64)> {
    let mut settled = Vec::with_capacity(labels.len());
    let mut y = from;
    for (place, (index, wish)) in labels.iter().enumerate() {
        if let Some(block) = blocks.iter().find(|block| block.first == place) {
            y = block.top(from, to);
        }
        settled.push((*index, y + wish.height / 2.0));
        y += wish.height;
    }
    settled
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn wish(middle: f64, rank: u8) -> Wish {
        Wish {
            middle,
            height: 10.0,
            rank,
        }
    }

    #[test]
    fn labels_with_room_stand_where_they_wish() {
        let wishes = [wish(80.0, 0), wish(20.0, 1), wish(50.0, 2)];
        assert_eq!(spread(&wishes, 0.0, 100.0), [Some(80.0), Some(20.0), Some(50.0)]);
    }

    #[test]
    fn labels_on_one_spot_part_evenly() {
        assert_eq!(
            spread(&[wish(50.0, 0), wish(50.0, 1)], 0.0, 100.0),
            [Some(45.0), Some(55.0)]
        );
        assert_eq!(
            spread(&[wish(2.0, 0), wish(2.0, 1)], 0.0, 100.0),
            [Some(5.0), Some(15.0)]
        );
        assert_eq!(
            spread(&[wish(200.0, 0), wish(99.0, 1)], 0.0, 100.0),
            [Some(95.0), Some(85.0)]
        );
    }

    #[test]
    fn the_lowest_rank_goes_without_when_there_is_no_room() {
        assert_eq!(
            spread(&[wish(5.0, 2), wish(5.0, 0), wish(5.0, 1)], 0.0, 20.0),
            [None, Some(5.0), Some(15.0)]
        );
        assert_eq!(spread(&[], 0.0, 20.0), []);
    }

    proptest! {
        #[test]
        fn no_two_labels_overlap_and_none_leaves_the_frame(
            wishes in prop::collection::vec((-50.0..250.0, 8.0..30.0, 0_u8..6), 0..9)
        ) {
            let wishes: Vec<Wish> =
                wishes.into_iter().map(|(middle, height, rank)| Wish { middle, height, rank }).collect();
            let mut edges: Vec<(f64, f64)> = spread(&wishes, 0.0, 150.0)
                .iter()
                .zip(&wishes)
                .filter_map(|(place, wish)| place.map(|at| (at - wish.height / 2.0, at + wish.height / 2.0)))
                .collect();
            edges.sort_by(|a, b| a.0.total_cmp(&b.0));
            for pair in edges.windows(2) {
                prop_assert!(pair[0].1 <= pair[1].0 + 1e-9, "{edges:?}");
            }
            prop_assert!(edges.iter().all(|(top, bottom)| *top >= -1e-9 && *bottom <= 150.0 + 1e-9), "{edges:?}");
        }
    }
}
