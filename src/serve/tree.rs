//! A derivation as a tree: each step with what it rests on, down to the line of a file and the address of a document.

use askama::Template;

use crate::report::html::leads;
use crate::table::Step;

/// The name of a step that tells of a figure that another one stands before.
const PASSED_OVER: &str = "passed over";

/// A derivation with the command that gives it.
#[derive(Template)]
#[template(path = "derivation.html", config = "src/askama.toml")]
pub(super) struct Derivation {
    pub(super) steps: Vec<Step>,
    /// Notes and warnings beside it.
    pub(super) told: String,
    pub(super) command: String,
}

/// A step with all below it.
#[derive(Template)]
#[template(path = "tree.html", config = "src/askama.toml")]
struct Tree<'s> {
    step: &'s Step,
}

impl Derivation {
    fn trees(&self) -> impl Iterator<Item = Tree<'_>> {
        self.steps.iter().map(|step| Tree { step })
    }
}

impl Tree<'_> {
    fn below(&self) -> impl Iterator<Item = Tree<'_>> {
        self.steps(false)
    }

    /// What was known too, and not used.
    fn passed_over(&self) -> Vec<Tree<'_>> {
        self.steps(true).collect()
    }

    fn steps(&self, passed_over: bool) -> impl Iterator<Item = Tree<'_>> {
        let steps = self.step.steps.iter().filter(move |step| (step.name == PASSED_OVER) == passed_over);
        steps.map(|step| Tree { step })
    }

    /// The address of its document, if pages may lead there.
    fn address(&self) -> Option<&str> {
        self.step.source.as_ref()?.url.as_deref().filter(|address| leads(address))
    }
}
