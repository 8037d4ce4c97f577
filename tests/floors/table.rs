//! The table of the floors, and of what each may touch. Knows names of modules and words of code; not the sources.

/// The floors, from the ground up: each module of `src/`, and the modules that it may know. A row names only rows
/// above it, so that no two modules can know each other. What is not in the row is an upward or sideways look.
pub const FLOORS: &[(&str, &[&str])] = &[
    // The ground: places, digests, numbers and findings, which know nothing of the field.
    ("place", &[]),
    ("digest", &[]),
    ("schema", &[]),
    ("statistics", &[]),
    ("typography", &[]),
    ("charts", &["typography"]),
    ("finding", &["place"]),
    ("typeset", &["place", "digest", "finding"]),
    ("write", &["place", "digest", "finding", "typeset"]),
    // The field's nouns, how they are said, and which papers there are.
    ("domain", &["place"]),
    ("words", &["domain", "typography"]),
    ("template", &["place", "finding", "domain"]),
    ("catalogue", &["domain", "words"]),
    // The stages, in the order of the pipeline.
    ("load", &["place"]),
    (
        "input",
        &["place", "schema", "finding", "domain", "template", "load"],
    ),
    ("check", &["finding", "domain", "load", "input"]),
    (
        "analysis",
        &["place", "domain", "words", "catalogue", "statistics"],
    ),
    (
        "review",
        &[
            "place",
            "digest",
            "finding",
            "domain",
            "words",
            "catalogue",
            "analysis",
        ],
    ),
    (
        "draw",
        &["domain", "words", "catalogue", "statistics", "charts", "analysis"],
    ),
    (
        "compose",
        &[
            "place",
            "digest",
            "schema",
            "finding",
            "domain",
            "words",
            "template",
            "catalogue",
            "statistics",
            "typography",
            "charts",
            "typeset",
            "analysis",
            "review",
            "draw",
        ],
    ),
    ("status", &["digest", "domain", "words", "catalogue", "analysis"]),
    ("blank", &["place", "domain", "words", "catalogue", "analysis"]),
    // The roof.
    (
        "pipeline",
        &[
            "digest",
            "finding",
            "domain",
            "catalogue",
            "load",
            "input",
            "check",
            "analysis",
            "review",
            "status",
            "charts",
            "draw",
            "compose",
            "typeset",
            "write",
        ],
    ),
    (
        "cli",
        &[
            "place",
            "finding",
            "domain",
            "catalogue",
            "status",
            "blank",
            "compose",
            "pipeline",
            "write",
        ],
    ),
];

/// The only files that may touch the disk: those whose path in `src/` begins so.
pub const TOUCH_THE_DISK: &[&str] = &["load", "write", "cli"];

/// How the disk is touched.
pub const DISK: &[&str] = &[
    "std::fs",
    "fs::",
    "tempfile::",
    "walkdir::",
    "File::open",
    "File::create",
];

/// What is not the same in every run, in every place, on every machine.
pub const DIFFER_FROM_RUN_TO_RUN: &[&str] = &[
    "std::time::Instant",
    "Instant::",
    "SystemTime",
    "Local::",
    "Utc::",
    "std::env",
    "env::",
    "current_dir",
    "RandomState",
    "HashMap",
    "HashSet",
    "process::id",
    "available_parallelism",
    ".ln(",
    ".log(",
    ".log2(",
    ".log10(",
    ".ln_1p(",
    ".exp(",
    ".exp2(",
    ".exp_m1(",
    ".powf(",
    ".sin(",
    ".cos(",
    ".tan(",
    ".asin(",
    ".acos(",
    ".atan(",
    ".atan2(",
    ".sinh(",
    ".cosh(",
    ".tanh(",
    ".cbrt(",
    ".hypot(",
    ".mul_add(",
    ".sin_cos(",
    "fast_math",
];

/// Who may: the stopwatch, the number of workers, `status` for today, the terminal for NO_COLOR, and the command line.
pub const MAY_DIFFER: &[(&str, &str)] = &[
    ("pipeline/timings.rs", "Instant::"),
    ("pipeline/workers.rs", "available_parallelism"),
    ("cli/status.rs", "Local::"),
    ("cli/terminal.rs", "std::env"),
    ("cli/terminal.rs", "env::"),
    ("main.rs", "std::env"),
    ("main.rs", "env::"),
];

/// The most lines that `main.rs` may have.
pub const MAIN_LINES: usize = 40;

/// The most lines that any file may have, tests at its foot included.
pub const FILE_LINES: usize = 400;
