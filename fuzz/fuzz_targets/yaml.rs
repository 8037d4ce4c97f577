//! The bytes of one file, whichever it is: the first byte chooses the file, the rest stand in it.
#![no_main]

use board_papers_fuzz::{Papers, files, judge};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static FILES: LazyLock<Vec<(String, String)>> = LazyLock::new(files);

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, rest)) = bytes.split_first() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(rest) else {
        return;
    };
    let (path, _) = &FILES[usize::from(*choice) % FILES.len()];
    judge([(path.clone(), text.to_owned())], Papers::Last);
});
