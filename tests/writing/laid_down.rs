//! What is written, what is left alone, and what a run that was killed leaves to the next. Knows the folder and its manifest; what
//! differs in them is told elsewhere.

use crate::differences::differences;
use crate::paper::{MONTHLY, SIX_MONTHLY, all, files, folder, kept, lay, paper, path, read, sources};
use board_papers::digest::Digest;
use board_papers::write::{FinishedPaper, MANIFEST, Manifest, Presence, Scope, WriteError, write};
use std::fs::{self, File};

#[test]
fn papers_and_manifest_are_laid_down_and_nothing_else() {
    let folder = folder();
    let done = all(&folder, &[paper(SIX_MONTHLY, "a"), paper(MONTHLY, "b")]).expect("written");
    assert_eq!(done.written, [path(SIX_MONTHLY), path(MONTHLY)]);
    assert_eq!(
        files(&folder),
        [MONTHLY, SIX_MONTHLY, MANIFEST].map(str::to_owned).into()
    );
    assert_eq!(read(&folder, MONTHLY).as_deref(), Some("b"));
    insta::assert_snapshot!(read(&folder, MANIFEST).expect("a manifest"));
}

#[test]
fn the_manifest_reads_back_what_it_wrote() {
    let folder = folder();
    all(&folder, &[paper(MONTHLY, "a"), paper(SIX_MONTHLY, "a")]).expect("written");
    let manifest = Manifest::read(folder.path()).expect("a manifest");
    let record = manifest.record(&path(MONTHLY)).expect("a record");
    assert_eq!(
        (record.pages, record.pdf, &record.sources),
        (26, Digest::of(b"a"), &sources("a"))
    );
    assert_eq!(manifest.records().count(), 2);
}

#[test]
fn what_is_already_right_is_not_written_again() {
    let folder = folder();
    let papers = [paper(MONTHLY, "a")];
    all(&folder, &papers).expect("written");
    let stamps = || {
        [MONTHLY, MANIFEST].map(|file| {
            fs::metadata(folder.path().join(file))
                .and_then(|m| m.modified())
                .ok()
        })
    };
    let before = stamps();
    let done = all(&folder, &papers).expect("written");
    assert_eq!((done.written.len(), done.unchanged.len()), (0, 1));
    assert_eq!(stamps(), before);
}

#[test]
fn a_file_that_is_not_ours_is_left_alone_and_nothing_is_written() {
    let folder = folder();
    lay(&folder, MONTHLY, "someone's own");
    let refused = all(&folder, &[paper(SIX_MONTHLY, "a"), paper(MONTHLY, "b")]).expect_err("in the way");
    assert!(matches!(refused, WriteError::NotOurs { .. }), "{refused}");
    assert_eq!(files(&folder), [MONTHLY.to_owned()].into());
    assert_eq!(read(&folder, MONTHLY).as_deref(), Some("someone's own"));
}

#[test]
fn other_files_in_the_folder_outlive_every_build() {
    let folder = folder();
    lay(&folder, "2010-10/notes.txt", "mine");
    lay(&folder, "2010-10/other.pdf", "mine");
    all(&folder, &[paper(MONTHLY, "a")]).expect("written");
    all(&folder, &[]).expect("written");
    let left = ["2010-10/notes.txt", "2010-10/other.pdf", MANIFEST]
        .map(str::to_owned)
        .into();
    assert_eq!(files(&folder), left);
}

#[test]
fn a_paper_that_is_one_no_longer_goes_unless_someone_changed_it() {
    let folder = folder();
    all(&folder, &[paper(MONTHLY, "a"), paper(SIX_MONTHLY, "a")]).expect("written");
    lay(&folder, SIX_MONTHLY, "with the chair's notes in it");
    let done = all(&folder, &[]).expect("written");
    assert_eq!(done.removed, [path(MONTHLY)]);
    assert_eq!(done.left, [path(SIX_MONTHLY)], "and nobody is told that it went");
    assert_eq!(files(&folder), [SIX_MONTHLY, MANIFEST].map(str::to_owned).into());
}

#[test]
fn a_build_of_one_paper_leaves_the_others_in_the_manifest() {
    let folder = folder();
    all(&folder, &[paper(MONTHLY, "a"), paper(SIX_MONTHLY, "a")]).expect("written");
    write(folder.path(), &[paper(MONTHLY, "b")], Scope::TheseOnly).expect("written");
    assert_eq!(
        differences(folder.path(), &[paper(MONTHLY, "b"), paper(SIX_MONTHLY, "a")]),
        [""; 0]
    );
}

#[test]
fn a_paper_of_the_same_manuscript_need_not_be_set_again() {
    let folder = folder();
    all(&folder, &[paper(MONTHLY, "a")]).expect("written");
    let manifest = Manifest::read(folder.path()).expect("a manifest");
    assert!(manifest.holds(
        folder.path(),
        &path(MONTHLY),
        Digest::of(b"a"),
        Presence::Required
    ));
    assert!(!manifest.holds(
        folder.path(),
        &path(MONTHLY),
        Digest::of(b"b"),
        Presence::Required
    ));
    let comment = FinishedPaper {
        sources: sources("a # a comment"),
        ..kept(MONTHLY, "a")
    };
    let done = all(&folder, &[comment]).expect("written");
    assert_eq!(done.unchanged, [path(MONTHLY)]);
    let record = Manifest::read(folder.path())
        .expect("a manifest")
        .record(&path(MONTHLY))
        .cloned()
        .expect("a record");
    assert_eq!(
        (record.pdf, record.sources),
        (Digest::of(b"a"), sources("a # a comment"))
    );

    lay(&folder, MONTHLY, "spoilt");
    assert!(!manifest.holds(
        folder.path(),
        &path(MONTHLY),
        Digest::of(b"a"),
        Presence::Required
    ));
    let refused = all(&folder, &[kept(SIX_MONTHLY, "a")]).expect_err("there is none to keep");
    assert!(matches!(refused, WriteError::Gone { .. }), "{refused}");
}

#[test]
fn two_builds_at_once_do_not_mix() {
    let folder = folder();
    let lock = File::create(folder.path().join(".lock")).expect("a lock");
    lock.lock().expect("held");
    let refused = all(&folder, &[paper(MONTHLY, "a")]).expect_err("busy");
    assert!(matches!(refused, WriteError::Busy { .. }), "{refused}");
    assert_eq!(files(&folder), [""; 0].map(str::to_owned).into());
    drop(lock);
    all(&folder, &[paper(MONTHLY, "a")]).expect("written");
}

/// A build that was killed after its first paper: the manifest does not name it yet, the lock does.
#[test]
fn the_next_build_finishes_what_an_interrupted_one_began() {
    let folder = folder();
    lay(&folder, MONTHLY, "of the interrupted build");
    lay(&folder, "2010-10/.board-papers-x1y2z3.part", "half");
    lay(
        &folder,
        ".lock",
        &format!("{MONTHLY}\n{SIX_MONTHLY}\n../outside.pdf\n"),
    );
    write(
        folder.path(),
        &[paper("2010-12/monthly.pdf", "c")],
        Scope::TheseOnly,
    )
    .expect("another paper");
    assert_eq!(
        read(&folder, MONTHLY).as_deref(),
        Some("of the interrupted build")
    );
    let papers = [paper(MONTHLY, "a"), paper(SIX_MONTHLY, "b")];
    all(&folder, &papers).expect("still known as ours");
    assert_eq!(
        files(&folder),
        [MONTHLY, SIX_MONTHLY, MANIFEST].map(str::to_owned).into()
    );
    assert_eq!(differences(folder.path(), &papers), [""; 0]);
    assert_eq!(read(&folder, ".lock").as_deref(), Some(""));
}

/// Killed between the papers and the manifest, after an earlier whole build.
#[test]
fn a_mix_of_old_and_new_is_seen_and_mended() {
    let folder = folder();
    all(&folder, &[paper(MONTHLY, "old"), paper(SIX_MONTHLY, "old")]).expect("written");
    lay(&folder, MONTHLY, "new");
    let papers = [paper(MONTHLY, "new"), paper(SIX_MONTHLY, "new")];
    assert_eq!(differences(folder.path(), &papers).len(), 3);
    let done = all(&folder, &papers).expect("written");
    assert_eq!(
        (done.unchanged, done.written),
        (vec![path(MONTHLY)], vec![path(SIX_MONTHLY)])
    );
    assert_eq!(differences(folder.path(), &papers), [""; 0]);
}

#[test]
fn a_manifest_that_cannot_be_understood_is_as_if_there_were_none() {
    let hostile = r#"{"format":1,"papers":[{"path":"../up.pdf","title":"","period":"","pages":1,"pdf":"X","manuscript":"X","program":"","sources":"s"}],"sources":{"s":{}}}"#;
    let digest = Digest::of(b"").to_string();
    let nameless = hostile
        .replace("../up", "up")
        .replace('X', &digest)
        .replace("\"s\":{}", "");
    for text in [
        "",
        "[]",
        "<<<<<<< HEAD",
        r#"{"format":2}"#,
        &hostile.replace('X', &digest),
        &nameless,
    ] {
        let folder = folder();
        lay(&folder, MANIFEST, text);
        lay(&folder, SIX_MONTHLY, "someone's own");
        let papers = [paper(MONTHLY, "a")];
        let told = differences(folder.path(), &papers);
        assert!(
            told.first()
                .is_some_and(|first| first.starts_with("`manifest.json` cannot be understood: ")),
            "{text}: {told:?}"
        );
        assert_eq!(
            told.get(1).map(String::as_str),
            Some("`2010-10/monthly.pdf` has not been built")
        );
        let refused = all(&folder, &[paper(SIX_MONTHLY, "b")]).expect_err("in the way");
        assert!(matches!(refused, WriteError::NotOurs { .. }), "{text}: {refused}");
        fs::remove_file(folder.path().join(SIX_MONTHLY)).expect("there");
        all(&folder, &papers).expect("written");
        assert_eq!(differences(folder.path(), &papers), [""; 0], "{text}");
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_told_with_its_path() {
    let folder = folder();
    lay(&folder, "output", "a file");
    let refused = write(&folder.path().join("output"), &[], Scope::TheseOnly).expect_err("no folder");
    assert!(refused.to_string().starts_with("cannot make `"), "{refused}");
}

#[cfg(unix)]
#[test]
fn links_do_not_lead_out_of_the_folder() {
    use std::os::unix::fs::symlink;
    let (folder, outside) = (folder(), folder());
    symlink(outside.path(), folder.path().join("2010-10")).expect("a link");
    let refused = all(&folder, &[paper(MONTHLY, "a")]).expect_err("a link");
    assert!(matches!(refused, WriteError::NotOurs { .. }), "{refused}");

    symlink(
        outside.path().join("target.pdf"),
        folder.path().join("linked.pdf"),
    )
    .expect("a link");
    assert!(all(&folder, &[paper("linked.pdf", "a")]).is_err());
    fs::remove_file(folder.path().join(".lock")).expect("the lock");
    symlink(outside.path().join("target"), folder.path().join(".lock")).expect("a link");
    assert!(all(&folder, &[]).is_err());
    assert_eq!(files(&outside), [""; 0].map(str::to_owned).into());
}

#[cfg(unix)]
#[test]
fn papers_may_be_read_by_whom_the_mask_lets() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    all(&folder, &[paper(MONTHLY, "a")]).expect("written");
    lay(&folder, "plain.txt", "");
    let mode = |file: &str| {
        fs::metadata(folder.path().join(file))
            .expect("a file")
            .permissions()
            .mode()
    };
    assert_eq!(mode(MONTHLY), mode("plain.txt"));
}
