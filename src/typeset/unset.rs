//! What is wrong with layouts that shows before a page is set: how they are written, and the files that they name and that are not
//! there. Knows how Typst reads a file and where it looks for another; what a layout does is seen when it is set.

use std::collections::BTreeSet;

use typst::World;
use typst::diag::SourceDiagnostic;
use typst::syntax::{
    DiagSpan, RootedPath, Source, SyntaxNode, VirtualPath, VirtualRoot, ast, ast::AstNode as _,
};

use super::complaint::complaints;
use super::manuscript::Manuscript;
use super::world::{Desk, not_among_them};
use crate::finding::Findings;

/// A file that is named, and where it is.
type Named = (VirtualPath, DiagSpan);

/// Looks into every file that is reached from the main layout.
pub(super) fn faults(desk: &Desk<'_>, manuscript: &Manuscript) -> Findings {
    let main = desk.main().get().vpath().clone();
    let mut ahead = vec![(main, DiagSpan::detached())];
    let (mut reached, mut found) = (BTreeSet::new(), Findings::new());
    while let Some((path, named_at)) = ahead.pop() {
        let name = path.get_with_slash().to_owned();
        // What is not there is not given to Typst, whose numbers for paths have an end.
        if manuscript.file(&name).is_none() {
            let said = not_among_them(&name).to_string();
            found.extend(complaints(desk, &[SourceDiagnostic::error(named_at, said)]));
        } else if reached.insert(name) {
            match desk.source(RootedPath::new(VirtualRoot::Project, path.clone()).intern()) {
                Ok(source) => {
                    found.extend(complaints(desk, &of_syntax(&source)));
                    ahead.extend(named_in(&source, &path));
                }
                Err(error) => {
                    let said = error.to_string();
                    found.extend(complaints(desk, &[SourceDiagnostic::error(named_at, said)]));
                }
            }
        }
    }
    found
}

/// What Typst says of a text as a text.
fn of_syntax(source: &Source) -> Vec<SourceDiagnostic> {
    let (errors, warnings) = source.root().errors_and_warnings();
    errors.into_iter().chain(warnings).map(Into::into).collect()
}

/// The files that a file imports or includes by their names. Packages and paths out of the folder are refused when the page is set.
fn named_in(source: &Source, path: &VirtualPath) -> Vec<Named> {
    let mut named = Vec::new();
    gather(source.root(), &mut named);
    let folder = path.parent().unwrap_or_else(|| path.clone());
    let resolved = named.iter().filter_map(|literal| {
        let name = literal.get();
        let is_package = name.starts_with('@');
        let path = folder.join(&name).ok().filter(|_| !is_package)?;
        Some((path, DiagSpan::from(literal.to_untyped().span())))
    });
    resolved.collect()
}

/// The names in quotation marks, wherever in the tree they stand. Typst lets no tree grow deeper than it can climb itself.
fn gather<'s>(node: &'s SyntaxNode, named: &mut Vec<ast::Str<'s>>) {
    let import = node
        .cast::<ast::ModuleImport<'_>>()
        .map(ast::ModuleImport::source);
    let include = node
        .cast::<ast::ModuleInclude<'_>>()
        .map(ast::ModuleInclude::source);
    if let Some(ast::Expr::Str(name)) = import.or(include) {
        named.push(name);
    }
    node.children().for_each(|child| gather(child, named));
}
