//! Who answers for a thing: an office, and the body that it belongs to. Knows names on paper; not what they owe.

use crate::domain::{Charter, Id};

/// An office with its body.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Who {
    /// The office's name in the inputs.
    pub office: Id,
    /// Its title on paper.
    pub title: String,
    /// The body's name in the inputs; an independent office has none.
    pub body: Option<Id>,
    /// The office's title with the body's name, as an e-mail would begin.
    pub in_full: String,
}

impl Who {
    /// An office of the programme.
    #[must_use]
    pub fn new(charter: &Charter, office: &Id) -> Self {
        let body = charter.office(office).and_then(|known| known.body.as_ref());
        Self {
            office: office.clone(),
            title: charter.office_title(office).to_owned(),
            body: body.map(|body| body.value().clone()),
            in_full: charter.office_of_body(office),
        }
    }
}
