//! Rule: the inputs are of the format that this program reads.

use crate::finding::{Code, Finding};
use crate::input::register::Register;
use crate::input::told::Told;

/// The version of the inputs' format that this program reads.
pub const FORMAT: u32 = 1;

/// Tells of inputs of another format.
pub fn judge(register: &Register<'_>, findings: &mut Told) {
    let charter = register.documents.charter.iter();
    findings.extend(
        charter
            .filter(|charter| *charter.format.value() != FORMAT)
            .map(|charter| {
                let message = format!(
                    "the inputs are of format {}, and this program reads {FORMAT}",
                    charter.format.value()
                );
                let finding = Finding::new(Code::UnknownFormat, message).at(charter.format.place());
                finding.help("use the version of the program that they were written for")
            }),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::rules::testing::{assert_told, told};

    #[test]
    fn another_format_is_refused() {
        let told = told(judge, "programme.yaml", "format: 1", "format: 2");
        assert_told(&told, "programme.yaml «2» unknown-format", "of format 2");
    }
}
