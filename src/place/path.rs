//! The parts of a path with forward slashes. Knows how a path is spelt; not whether anything lies there.

/// The folder of what people type, in the programme's folder.
pub const INPUTS: &str = "inputs";

/// The last part: `council.yaml` of `inputs/returns/2024-05/council.yaml`. A path of one part is that part.
pub fn file_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

/// All but the last part: `inputs/returns/2024-05` of `inputs/returns/2024-05/council.yaml`. Empty where there is only one.
pub fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_folder_and_a_name() {
        let parts = |path| (folder(path), file_name(path));
        assert_eq!(parts("inputs/returns/may.yaml"), ("inputs/returns", "may.yaml"));
        assert_eq!(parts("plan.yaml"), ("", "plan.yaml"));
        assert_eq!(parts("inputs/"), ("inputs", ""));
        assert_eq!(parts(""), ("", ""));
    }
}
