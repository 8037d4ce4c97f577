//! scratch
use crate::house::*;
use crate::support::*;
use board_papers::domain::PaperKind;
#[test]
fn scratch() {
    let desk = board_papers::pipeline::Desk::open(&repository()).unwrap();
    for (kind, month) in [
        (PaperKind::Monthly, "2011-05"),
        (PaperKind::SixMonthly, "2011-05"),
    ] {
        for paper in papers(&desk, kind, month) {
            let pages = pages(&desk, &paper);
            std::fs::write(format!("/tmp/e2e/{}.txt", paper.name()), pages.join("\n\x0c\n")).unwrap();
            std::fs::write(format!("/tmp/e2e/{}.pdf", paper.name()), set(&desk, &paper).pdf).unwrap();
        }
    }
}
