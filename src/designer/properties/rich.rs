//! A rich text in the language that is edited.

use web_sys::Element;

use super::binding::Binding;
use super::field;
use crate::designer::{excerpt, rich};
use crate::dom::{El, watch};

/// Draws the control.
pub(super) fn draw(binding: &Binding, label: &str) -> El {
    let panel = binding.panel;
    let bound = binding.clone();
    let editor = rich::draw(binding.panel.i18n(), label, &binding.name());
    field::told(editor, binding)
        .node(move |root| follow(bound, root))
        .attr_of("lang", move || Some(panel.locale.get()))
}

fn follow(binding: Binding, root: Element) {
    let panel = binding.panel;
    let written = binding.clone();
    rich::listen(&root, move |tree| {
        let locale = panel.locale.get_untracked();
        written.step(locale.as_str().into()).write(tree);
    });
    watch(move || {
        let locale = panel.locale.get();
        let tree = binding.step(locale.as_str().into()).value();
        rich::show(&root, tree.as_ref());
        let first = panel.default_locale();
        let source = binding.step(first.as_str().into()).value();
        rich::hint(
            &root,
            &source.as_ref().map(excerpt::all).unwrap_or_default(),
        );
        rich::set_fixed(&root, binding.is_fixed());
    });
}
