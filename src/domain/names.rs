//! What the programme calls things on paper, by their names in the inputs. Knows no other names; one that is not known prints as
//! itself, for the check has told of it before any paper is made.

use crate::domain::{Body, Charter, Group, Heading, Id, Office, Plan, Priority, Recommendation};

impl Charter {
    /// The body of that name.
    #[must_use]
    pub fn body(&self, id: &Id) -> Option<&Body> {
        self.bodies.iter().find(|body| body.id.value() == id)
    }

    /// The office of that name.
    #[must_use]
    pub fn office(&self, id: &Id) -> Option<&Office> {
        self.offices.iter().find(|office| office.id.value() == id)
    }

    /// The group of that name.
    #[must_use]
    pub fn group(&self, id: &Id) -> Option<&Group> {
        self.groups.iter().find(|group| group.id.value() == id)
    }

    /// The heading of that name.
    #[must_use]
    pub fn heading(&self, id: &Id) -> Option<&Heading> {
        self.headings.iter().find(|heading| heading.id.value() == id)
    }

    /// The priority of that name.
    #[must_use]
    pub fn priority(&self, id: &Id) -> Option<&Priority> {
        self.priorities.iter().find(|priority| priority.id.value() == id)
    }

    /// A body's full name.
    #[must_use]
    pub fn body_name<'a>(&'a self, id: &'a Id) -> &'a str {
        self.body(id).map_or(id.as_str(), |body| body.name.as_str())
    }

    /// A body's short name.
    #[must_use]
    pub fn body_short<'a>(&'a self, id: &'a Id) -> &'a str {
        self.body(id).map_or(id.as_str(), Body::short_name)
    }

    /// An office's title.
    #[must_use]
    pub fn office_title<'a>(&'a self, id: &'a Id) -> &'a str {
        self.office(id)
            .map_or(id.as_str(), |office| office.title.as_str())
    }

    /// An office's title with its body, such as `Director of Children's Services, Haringey Council`; without it where the title names
    /// the body already.
    #[must_use]
    pub fn office_of_body(&self, id: &Id) -> String {
        let body = self.office(id).and_then(|office| office.body.as_ref());
        match body {
            Some(body) if !self.office_title(id).contains(self.body_name(body.value())) => {
                format!("{}, {}", self.office_title(id), self.body_name(body.value()))
            }
            Some(_) | None => self.office_title(id).to_owned(),
        }
    }

    /// A group's full name.
    #[must_use]
    pub fn group_name<'a>(&'a self, id: &'a Id) -> &'a str {
        self.group(id).map_or(id.as_str(), |group| group.name.as_str())
    }

    /// A group's name in running text, such as `the Board`.
    #[must_use]
    pub fn group_short<'a>(&'a self, id: &'a Id) -> &'a str {
        self.group(id).map_or(id.as_str(), |group| group.short.as_str())
    }
}

impl Plan {
    /// The recommendation of that name.
    #[must_use]
    pub fn recommendation(&self, id: &Id) -> Option<&Recommendation> {
        self.recommendations.iter().find(|asked| asked.id.value() == id)
    }
}
