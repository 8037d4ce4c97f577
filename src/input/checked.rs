//! A value with what was found about it. Knows that errors and values exclude each other; nothing else.

use crate::finding::Findings;

/// All findings, and the value only if none of them is an error: no paper can be made from faulty inputs, and no
/// warning is lost.
#[derive(Debug, Clone)]
#[must_use]
pub struct Checked<T> {
    findings: Findings,
    value: Option<T>,
}

impl<T> Checked<T> {
    /// `value` with its findings; an error among them takes the value away.
    pub fn new(value: Option<T>, findings: Findings) -> Self {
        let value = value.filter(|_| !findings.has_errors());
        Self { findings, value }
    }

    /// What was found.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// The value, if there is no error.
    pub fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// The value, if there is no error, and what was found.
    pub fn into_parts(self) -> (Option<T>, Findings) {
        (self.value, self.findings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Code, Finding};

    #[test]
    fn an_error_takes_the_value_away_and_a_warning_does_not() {
        let warned = Checked::new(Some(1), Finding::new(Code::UnexpectedFile, "x").into());
        assert_eq!(warned.value(), Some(&1));
        let (value, findings) = Checked::new(Some(1), Finding::new(Code::Syntax, "x").into()).into_parts();
        assert_eq!((value, findings.len()), (None, 1));
    }
}
