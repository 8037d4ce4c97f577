//! Files that come, go and change into something else while they are read. Knows a busy hand; what is read of them is
//! chance, and none of it may be wrong.

use crate::program::run;
use crate::support::Folder;
use crate::support::program::Ran;
use board_papers::load::load;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// Makes, changes and takes away files in May's folder until it is told to stop.
fn busy(may: &Path, stop: &AtomicBool) {
    let files: Vec<_> = (0..40).map(|n| may.join(format!("n{n:02}.yaml"))).collect();
    while !stop.load(Ordering::Relaxed) {
        for (number, file) in files.iter().enumerate() {
            let _ = fs::write(file, "month: 2024-05\n");
            if number % 3 == 0 {
                let _ = fs::remove_file(file).and_then(|()| fs::create_dir(file));
            } else if number % 3 == 1 {
                let _ = fs::remove_file(file).and_then(|()| symlink("/dev/zero", file));
            }
        }
        for file in &files {
            let _ = fs::remove_file(file);
            let _ = fs::remove_dir(file);
        }
    }
}

/// Runs something while a hand is busy in May's folder.
fn meanwhile(folder: &Folder, work: impl FnOnce()) {
    let stop = AtomicBool::new(false);
    let may = folder.path().join("inputs/returns/2024-05");
    thread::scope(|scope| {
        scope.spawn(|| busy(&may, &stop));
        work();
        stop.store(true, Ordering::Relaxed);
    });
}

#[test]
fn files_that_vanish_while_they_are_read_are_told_of() {
    let folder = Folder::neutral();
    meanwhile(&folder, || {
        for _ in 0..200 {
            let sources = load(folder.path()).unwrap();
            // What nobody touches is there each time.
            assert!(sources.texts.get("inputs/returns/2024-05/council.yaml").is_some());
            assert!(sources.texts.get("inputs/programme.yaml").is_some());
        }
    });
}

#[test]
fn the_program_ends_while_files_vanish() {
    let folder = Folder::neutral();
    meanwhile(&folder, || {
        for _ in 0..10 {
            let Ran { status, err, .. } = run(folder.path(), &["check", "--format", "json"]);
            assert!(status <= 1, "{err}");
        }
    });
}
