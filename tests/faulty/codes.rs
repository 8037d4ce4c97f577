//! The codes of what was found, as people see them. Knows the form in which findings are shown to people; not what is wrong.

/// The codes of the findings that were told for people, in their order.
pub fn codes(said: &str) -> Vec<&str> {
    let code = |line: &'_ str| -> Option<(usize, usize)> {
        let start = ["error[", "warning["]
            .iter()
            .find_map(|word| line.starts_with(word).then_some(word.len()))?;
        Some((start, line.find(']')?))
    };
    said.lines()
        .filter_map(|line| code(line).and_then(|(start, end)| line.get(start..end)))
        .collect()
}
