//! What lies in the folder and is no file that anybody typed: links and loops of them, pipes, sockets, folders in the place
//! of files, files that may not be opened, names that no text holds. Knows the disk; the program is run as people run it.

use crate::program::{inventory, refuses, run, watch};
use crate::support::Folder;
use crate::support::program::{PROGRAM, Ran};
use std::ffi::OsStr;
use std::fs::{self, Permissions};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::PathBuf;
use std::process::Command;

const MAY: &str = "inputs/returns/2024-05";

fn path(folder: &Folder, below: &str) -> PathBuf {
    folder.path().join(below)
}

fn pipe(folder: &Folder, below: &str) {
    let path = path(folder, below);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let _ = fs::remove_file(&path);
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn links_are_not_followed_wherever_they_lead() {
    for (target, name) in [
        ("/etc/passwd", "out.yaml"),
        ("../2024-06/council.yaml", "beside.yaml"),
        ("nowhere", "nowhere.yaml"),
        ("/dev/zero", "zero.yaml"),
        ("self.yaml", "self.yaml"),
        ("..", "up"),
        ("/", "root.yaml"),
    ] {
        let folder = Folder::neutral();
        symlink(target, path(&folder, &format!("{MAY}/{name}"))).unwrap();
        let told = refuses(&folder, "unreadable-file");
        assert_eq!(
            told.messages(),
            format!("`{name}` is a link, and links are not followed\n")
        );
    }
}

#[test]
fn loops_of_links_end() {
    let folder = Folder::neutral();
    for (target, name) in [("b.yaml", "a.yaml"), ("c.yaml", "b.yaml"), ("a.yaml", "c.yaml")] {
        symlink(target, path(&folder, &format!("{MAY}/{name}"))).unwrap();
    }
    assert_eq!(refuses(&folder, "unreadable-file").codes().len(), 3);
    let looped = Folder::neutral();
    fs::remove_dir_all(path(&looped, "inputs")).unwrap();
    symlink("inputs", path(&looped, "inputs")).unwrap();
    assert_eq!(run(looped.path(), &["check"]).status, 2);
}

#[test]
fn pipes_and_sockets_are_not_waited_for() {
    let folder = Folder::neutral().with_layouts();
    pipe(&folder, &format!("{MAY}/pipe.yaml"));
    let _socket = UnixListener::bind(path(&folder, &format!("{MAY}/socket.yaml"))).unwrap();
    pipe(&folder, "report-templates/pipe.typ");
    let told = run(folder.path(), &["check", "--format", "json"]);
    assert_eq!(
        (told.status, told.codes()),
        (0, vec!["unexpected-file".to_owned(); 3])
    );
    assert!(
        told.messages()
            .lines()
            .all(|line| line.ends_with("is neither a file nor a folder"))
    );
    let needed = Folder::neutral();
    pipe(&needed, "inputs/plan.yaml");
    refuses(&needed, "missing-file");
}

/// Whatever lies where the program writes, a build ends.
#[test]
fn pipes_where_papers_go_end_the_build() {
    for name in [
        "manifest.json",
        ".last-build.json",
        ".lock",
        "2024-06/monthly.pdf",
        "2024-06",
    ] {
        let folder = Folder::neutral().with_layouts();
        pipe(&folder, &format!("output/{name}"));
        let before = inventory(&path(&folder, "inputs"));
        for arguments in [
            &["build", "--check", "monthly"][..],
            &["build", "monthly", "--month", "2024-06"],
        ] {
            let told = run(folder.path(), arguments);
            assert!((0..=2).contains(&told.status), "{name}: {}", told.err);
        }
        assert_eq!(inventory(&path(&folder, "inputs")), before);
    }
}

#[test]
fn folders_in_the_place_of_files_are_found() {
    for name in ["programme.yaml", "calendar.yaml", "plan.yaml"] {
        let folder = Folder::neutral().remove(name);
        fs::create_dir_all(path(&folder, &format!("inputs/{name}/deeper"))).unwrap();
        refuses(&folder, "missing-file");
    }
    let folder = Folder::neutral();
    fs::remove_dir_all(path(&folder, "inputs/indicators")).unwrap();
    refuses(&folder.put("indicators", "x"), "missing-file");
    let file = Folder::neutral();
    fs::remove_dir_all(path(&file, "inputs")).unwrap();
    fs::write(path(&file, "inputs"), "x").unwrap();
    assert_eq!(run(file.path(), &["check"]).status, 2);
    assert_eq!(run(&path(&file, "nowhere"), &["check"]).status, 2);
}

#[test]
fn folders_within_folders_end() {
    let folder = Folder::neutral().with_layouts();
    fs::create_dir_all(path(&folder, &format!("{MAY}/{}", "d/".repeat(1_000)))).unwrap();
    let told = run(folder.path(), &["check", "--format", "json"]);
    assert_eq!(
        (told.status, told.codes()),
        (0, vec!["unexpected-file".to_owned()])
    );
    assert_eq!(told.messages(), "`d` lies more than 6 folders deep\n");
}

#[test]
fn names_that_are_no_text_are_found() {
    let folder = Folder::neutral();
    for name in [&b"caf\xe9.yaml"[..], &b"th\xe9.yaml"[..]] {
        fs::write(
            path(&folder, MAY).join(OsStr::from_bytes(name)),
            "month: 2024-05\n",
        )
        .unwrap();
    }
    let told = run(folder.path(), &["check", "--format", "json"]);
    assert_eq!(
        told.codes(),
        ["unreadable-file", "unreadable-file"],
        "{}",
        told.out
    );
}

#[test]
fn names_that_would_lead_elsewhere_or_act_on_a_terminal_are_only_names() {
    let names = [
        "..yaml",
        "a..b.yaml",
        "..\\..\\up.yaml",
        "\u{1b}[2J.yaml",
        "a\nb.yaml",
        "\u{202e}lmay.yaml",
        "%2e%2e%2f.yaml",
        "-C.yaml",
    ];
    for name in names {
        let folder = Folder::neutral().with_layouts();
        fs::write(path(&folder, MAY).join(name), "month: 2024-05\nfrom: nobody\n").unwrap();
        let told = run(folder.path(), &["check", "--format", "short"]);
        // A name that begins with a dot is hidden, and passed over.
        assert_eq!(
            told.status,
            i32::from(!name.starts_with('.')),
            "{name:?}: {}",
            told.out
        );
        assert!(!told.out.contains(['\u{1b}', '\u{202e}']), "{:?}", told.out);
        assert!(
            told.out.lines().all(|line| line.contains(": error[")),
            "{}",
            told.out
        );
        let human = run(folder.path(), &["check", "--color", "never"]);
        assert!(!human.err.contains(['\u{1b}', '\u{202e}']), "{:?}", human.err);
    }
    let long = Folder::neutral().put(
        &format!("returns/2024-05/{}.yaml", "n".repeat(250)),
        "month: 2024-05\n",
    );
    refuses(&long, "missing-key");
}

#[test]
fn months_that_are_none_are_only_names() {
    for month in [
        "2024-05.",
        "2024-5",
        "2024-13",
        "0000-00",
        "99999-01",
        "２０２４-05",
        "2024-05\u{200f}",
        "'2024-05'",
    ] {
        let folder = Folder::neutral().put(&format!("returns/{month}/council.yaml"), "month: 2024-05\n");
        refuses(&folder, "bad-month");
    }
}

/// Runs `check` as somebody whom permissions bind; nothing where the system has no way to.
fn unprivileged(folder: &Folder) -> Option<Ran> {
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups", PROGRAM, "-C"]);
    command.arg(folder.path()).args(["check", "--format", "json"]);
    let is_root = Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|said| said.stdout == b"0\n");
    let can = |program: &str| Command::new(program).arg("--version").output().is_ok();
    match (is_root, can("setpriv")) {
        (false, _) => Some(run(folder.path(), &["check", "--format", "json"])),
        (true, true) => Some(watch(&mut command)),
        (true, false) => None,
    }
}

#[test]
fn what_may_not_be_opened_is_found() {
    let folder = Folder::neutral();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    let closed = [format!("{MAY}/council.yaml"), "inputs/chair".to_owned()];
    let set = |mode| {
        for below in &closed {
            fs::set_permissions(path(&folder, below), Permissions::from_mode(mode)).unwrap();
        }
    };
    set(0o000);
    let told = unprivileged(&folder);
    set(0o755);
    if let Some(told) = told {
        assert_eq!(told.status, 1, "{}", told.err);
        let refused = told
            .messages()
            .lines()
            .filter(|line| line.contains("cannot be read: permission denied"))
            .count();
        assert_eq!(refused, 2, "{}", told.out);
    }
}
