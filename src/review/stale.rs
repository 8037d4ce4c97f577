//! Rule: words are renewed when their figure moves. Knows what was said and supplied in two months running; whether new words are
//! better ones is for people to say.

use crate::domain::{Commentary, Figure, Id, Located, Month, Programme};
use crate::finding::{Code, Finding, quoted};
use std::collections::BTreeMap;

/// What the returns of a month say of an indicator.
#[derive(Default, Clone, Copy)]
struct Said<'p> {
    figure: Option<&'p Figure>,
    words: Option<&'p Commentary>,
}

/// Tells of commentary of a wanted month that is word for word that of the month before, while its figure is another. A
/// reference in it prints the new figure, and the sentence around it is still the old one.
pub(super) fn findings(programme: &Programme, wanted: &dyn Fn(Month) -> bool) -> Vec<Finding> {
    let mut said: BTreeMap<(&Id, Month), Said<'_>> = BTreeMap::new();
    let with_part = |month: &Month| wanted(*month) || wanted(month.plus(1));
    for sent in programme
        .returns
        .iter()
        .filter(|sent| with_part(sent.month.value()))
    {
        let month = *sent.month.value();
        for (id, supplied) in sent.figures.iter() {
            said.entry((id.value(), month)).or_default().figure = Some(&supplied.value().figure);
        }
        for (id, words) in sent.commentary.iter() {
            said.entry((id.value(), month)).or_default().words = Some(words);
        }
    }
    let months = said.iter().zip(said.iter().skip(1));
    months
        .filter(|(((one, _), _), ((other, _), _))| one == other)
        .map(|(((_, earlier), before), ((id, month), now))| (*id, (*earlier, *before), (*month, *now)))
        .filter(|(_, (earlier, _), (month, _))| earlier.plus(1) == *month && wanted(*month))
        .filter_map(|(id, (earlier, before), (month, now))| unchanged(id, (earlier, before), (month, now)))
        .collect()
}

fn unchanged(
    id: &Id,
    (earlier, before): (Month, Said<'_>),
    (month, now): (Month, Said<'_>),
) -> Option<Finding> {
    let (old, new) = (before.words?, now.words?);
    let has_moved = before.figure? != now.figure?;
    let is_the_same = words(&old.text).eq(words(&new.text));
    (has_moved && is_the_same).then(|| {
        let name = quoted(id.as_str());
        let message =
            format!("the commentary on {name} for {month} is that of {earlier}, and the figure is another");
        let finding = Finding::new(Code::StaleCommentary, message)
            .at(new.text.place())
            .also(old.text.place(), format!("the words of {earlier}"));
        finding.help("say what is so this month; if nothing is new, say that, and since when")
    })
}

/// The words, whatever the spaces and line ends between them.
fn words(text: &Located<crate::domain::Prose>) -> impl Iterator<Item = &str> {
    text.value().text.split_whitespace()
}
