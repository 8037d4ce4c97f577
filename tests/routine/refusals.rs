//! What a build will not do: write where it may not, beside another build, or over what it did not make.

use crate::office::Office;
use crate::support::program::Ran;
use std::fs::{self, File};

const PAPER: &str = "output/2024-06/monthly.pdf";

/// Who may write anywhere cannot be kept out by permissions; what is no folder keeps out everybody.
#[test]
fn an_output_that_is_no_folder_is_told() {
    let office = Office::plain();
    fs::write(office.file("output"), "a file").unwrap();
    let run = office.ends(2, &["build"]);
    assert!(
        run.err.starts_with("error: cannot make `output`: "),
        "{}",
        run.err
    );
    assert_eq!(fs::read_to_string(office.file("output")).unwrap(), "a file");
}

/// `/proc` takes no files, whoever asks.
#[cfg(target_os = "linux")]
#[test]
fn a_programme_whose_folder_takes_no_files_is_told() {
    let office = Office::plain();
    std::os::unix::fs::symlink("/proc/self", office.file("output")).unwrap();
    let run = office.ends(2, &["build"]);
    assert!(
        run.err.starts_with("error: cannot open `output/.lock`: "),
        "{}",
        run.err
    );
}

#[cfg(unix)]
#[expect(clippy::print_stderr, reason = "a test that proves nothing here must say so")]
#[test]
fn a_folder_that_may_only_be_read_is_told_and_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let office = Office::plain();
    office.runs(&["build"]);
    let folder = office.file("output/2024-06");
    let mode = |mode| fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).unwrap();
    mode(0o555);
    if File::create(folder.join("probe")).is_ok() {
        eprintln!("not tested: this user may write where nobody may");
        mode(0o755);
        return;
    }
    let before = fs::read(office.file(PAPER)).unwrap();
    let office = office
        .with(|folder| folder.replace("programme.yaml", "name: Northmere Children's", "name: Northmere"));
    let run = office.ends(2, &["build"]);
    assert!(run.err.contains("cannot write `output/2024-06/"), "{}", run.err);
    assert_eq!(fs::read(office.file(PAPER)).unwrap(), before);
    mode(0o755);
    office.runs(&["build"]);
}

#[test]
fn two_builds_at_once_do_not_mix() {
    let office = Office::plain();
    fs::create_dir(office.file("output")).unwrap();
    let lock = File::create(office.file("output/.lock")).unwrap();
    lock.lock().unwrap();
    let run = office.ends(2, &["build"]);
    assert_eq!(
        run.err,
        "error: another build is writing to `output`: wait until it is done\n"
    );
    assert_eq!(
        fs::read_dir(office.file("output")).unwrap().count(),
        1,
        "the lock"
    );
    lock.unlock().unwrap();
    office.runs(&["build"]);
}

/// Started together, each is done or says that the other is at work; what lies there then is whole.
#[test]
fn builds_started_together_leave_whole_papers() {
    let office = Office::plain();
    let start = || office.run(&["build", "--all"]);
    let runs: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(start)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(runs.iter().any(|run| run.status == 0));
    for run in runs.iter().filter(|run| run.status != 0) {
        let Ran { status, err, .. } = run;
        assert_eq!(*status, 2, "{err}");
        assert!(err.starts_with("error: another build is writing to"), "{err}");
    }
    office.runs(&["build", "--check"]);
}

/// A build ends with what is in its way, and what that is.
#[track_caller]
fn refuses_for(office: &Office, path: &str) {
    let run = office.ends(2, &["build"]);
    let told = format!("`{path}` is in the way");
    assert!(run.err.contains(&told), "{}", run.err);
}

#[test]
fn what_we_did_not_make_is_neither_overwritten_nor_taken_away() {
    let office = Office::plain();
    let read = |file: &str| fs::read_to_string(office.file(file)).unwrap();
    fs::create_dir_all(office.file("output/2024-06")).unwrap();
    fs::write(office.file(PAPER), "the director's own copy").unwrap();
    refuses_for(&office, PAPER);
    assert_eq!(read(PAPER), "the director's own copy");
    let other = office.file("output/2024-06/six-monthly.pdf");
    assert!(!other.exists(), "all or none");

    fs::remove_file(office.file(PAPER)).unwrap();
    fs::create_dir(office.file(PAPER)).unwrap();
    fs::write(office.file(PAPER).join("notes.txt"), "mine").unwrap();
    refuses_for(&office, PAPER);
    assert_eq!(read(&format!("{PAPER}/notes.txt")), "mine");

    let folder = office.file("output/2024-06");
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "a file where a folder goes").unwrap();
    refuses_for(&office, "output/2024-06");
    fs::remove_file(&folder).unwrap();
    office.runs(&["build"]);
}

/// After a merge, or from an older version: what was made is known by itself, and made again.
#[test]
fn records_that_cannot_be_understood_stop_no_build() {
    let office = Office::plain();
    office.runs(&["build", "--all"]);
    let manifest = office.file("output/manifest.json");
    let sound = fs::read(&manifest).unwrap();
    for text in [
        "<<<<<<< HEAD\n",
        r#"{ "format": 1, "papers": [], "sources": {} }"#,
        r#"{ "format": 99 }"#,
        "\u{0}",
    ] {
        fs::write(&manifest, text).unwrap();
        fs::write(office.file("output/.last-build.json"), text).unwrap();
        let told = office.ends(1, &["build", "--check"]).err;
        assert!(
            told.starts_with("`manifest.json` cannot be understood: "),
            "{told}"
        );
        assert!(
            told.contains("`2024-06/monthly.pdf` has not been built"),
            "{told}"
        );
        assert!(
            told.ends_with("run `board-papers build --all` to make them\n"),
            "{told}"
        );
        let built = office.runs(&["build", "--all"]);
        assert_eq!(built.err, "6 papers are current; their record was renewed\n");
        assert!(fs::read(&manifest).unwrap() == sound, "{text}");
    }
    // Papers that come out otherwise are ours to replace all the same.
    fs::write(&manifest, "<<<<<<< HEAD\n").unwrap();
    let office = office
        .with(|folder| folder.replace("programme.yaml", "name: Northmere Children's", "name: Northmere"));
    assert_eq!(office.runs(&["build", "--all"]).err.lines().count(), 6);
}

/// Nobody wonders about an empty folder.
#[test]
fn the_folder_of_a_month_goes_with_its_last_paper() {
    let office = Office::plain();
    office.runs(&["build", "--all"]);
    fs::remove_dir_all(office.file("inputs/returns/2024-06")).unwrap();
    let told = office.runs(&["build", "--all"]).err;
    assert!(told.contains(&format!("removed {PAPER}")), "{told}");
    assert!(!office.file("output/2024-06").exists());
    assert!(office.file("output/2024-05").exists());
}

/// A paper that is one no longer, with somebody's notes in it, is not ours to take away, nor to say that it went.
#[test]
fn a_changed_paper_that_is_one_no_longer_is_told_to_be_there_still() {
    let office = Office::plain();
    office.runs(&["build", "--all"]);
    let month = "returns/2024-06";
    fs::write(office.file(PAPER), "with the chair's notes").unwrap();
    fs::remove_dir_all(office.file("inputs").join(month)).unwrap();
    let told = office.runs(&["build", "--all"]).err;
    let left = format!(
        "left {PAPER}: it is a paper no longer, and it was changed by hand; move it out of `output`\n"
    );
    assert!(told.contains(&left), "{told}");
    assert!(!told.contains(&format!("removed {PAPER}")), "{told}");
    let told = office.ends(1, &["build", "--check"]).err;
    assert!(
        told.contains("not in the manifest: move it elsewhere, or remove it"),
        "{told}"
    );
    fs::remove_file(office.file(PAPER)).unwrap();
    office.runs(&["build", "--check"]);
}

/// That the manifest names a path makes nobody's file ours.
#[test]
fn somebodys_own_file_in_the_place_of_a_built_paper_is_left_alone() {
    let office = Office::plain();
    office.runs(&["build", "--all"]);
    fs::write(office.file(PAPER), "the director's own copy").unwrap();
    let manifest = fs::read(office.file("output/manifest.json")).unwrap();
    let office = office
        .with(|folder| folder.replace("programme.yaml", "name: Northmere Children's", "name: Northmere"));
    refuses_for(&office, PAPER);
    assert_eq!(fs::read(office.file(PAPER)).unwrap(), b"the director's own copy");
    assert!(fs::read(office.file("output/manifest.json")).unwrap() == manifest);
    fs::remove_file(office.file(PAPER)).unwrap();
    office.runs(&["build", "--all"]);
}

#[test]
fn times_are_not_written_over_what_is_something_else() {
    let office = Office::plain();
    let input = office.file("inputs/plan.yaml");
    let before = fs::read(&input).unwrap();
    let run = office.ends(2, &["build", "--timings", input.to_str().unwrap()]);
    assert!(
        run.err.contains("`inputs/plan.yaml` is in the way"),
        "{}",
        run.err
    );
    assert!(fs::read(&input).unwrap() == before);
    assert!(!office.file("output").exists(), "nothing is written");
    let times = office.file("times.json");
    for _ in 0..2 {
        office.runs(&["build", "--timings", times.to_str().unwrap()]);
    }
}

/// In a folder that several people share, the lock is somebody else's, who alone may write to it.
#[cfg(unix)]
#[expect(clippy::print_stderr, reason = "a test that proves nothing here must say so")]
#[test]
fn a_lock_that_another_person_made_is_held_all_the_same() {
    use std::os::unix::fs::PermissionsExt;
    let office = Office::plain();
    fs::create_dir(office.file("output")).unwrap();
    let path = office.file("output/.lock");
    fs::write(&path, "").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    if fs::OpenOptions::new().write(true).open(&path).is_ok() {
        eprintln!("not tested: this user may write where nobody may");
    }
    let lock = File::open(&path).unwrap();
    lock.lock().unwrap();
    let run = office.ends(2, &["build"]);
    assert!(
        run.err.starts_with("error: another build is writing to"),
        "{}",
        run.err
    );
    lock.unlock().unwrap();
    office.runs(&["build"]);
}
