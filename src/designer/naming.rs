//! Dialogs that ask for a name.

use palier_contract::ids::NodeId;
use palier_edit::{Intention, Op};

use super::session::Session;
use super::view::Panel;
use super::{commands, dialogs, templates, words};
use crate::dom::{El, el, value_of};
use crate::i18n::{I18n, keys};
use crate::reactive::RwSignal;

/// Most letters of a name, as a field has it.
pub(super) const LONGEST: &str = "80";

/// What is asked for.
pub(super) struct Asked {
    /// What the field asks for.
    pub(super) label: String,
    /// What stands in it at first.
    pub(super) value: String,
    /// Said below it; empty for nothing.
    pub(super) hint: String,
    /// Fewest letters, 0 where a name may be taken away.
    pub(super) least: usize,
    /// What the button says.
    pub(super) action: String,
}

/// Draws a field and the button of its form; `run` gets what was typed, without blanks around it.
/// `fault` is said below the field.
pub(super) fn form(
    i18n: I18n,
    asked: &Asked,
    fault: RwSignal<String>,
    run: impl Fn(String) + 'static,
) -> (El, El) {
    let typed = RwSignal::new(asked.value.clone());
    let least = asked.least;
    let field = el("input", "ds-input")
        .attr("type", "text")
        .attr("maxlength", LONGEST)
        .attr("autocomplete", "off")
        .attr("autofocus", "")
        .attr("data-name", "")
        .attr("value", &asked.value)
        .attr("aria-describedby", "ds-naming-hint ds-naming-fault")
        .attr_of("aria-invalid", move || {
            (!fault.get().is_empty()).then(|| "true".to_owned())
        })
        .on("input", move |event| {
            typed.set(value_of(&event));
            fault.set(String::new());
        });
    let form = el("form", "ds-field")
        .attr("id", "ds-naming")
        // What is missing is told here, in the designer's language.
        .attr("novalidate", "")
        .child(
            el("label", "ds-field")
                .child(el("span", "ds-label").text(&asked.label))
                .child(field),
        )
        .child(
            el("p", "ds-hint")
                .attr("id", "ds-naming-hint")
                .text(&asked.hint),
        )
        .child(
            el("p", "ds-error")
                .attr("id", "ds-naming-fault")
                .attr("role", "alert")
                .text_of(move || fault.get()),
        )
        .on("submit", move |event| {
            event.prevent_default();
            let name = typed.get_untracked().trim().to_owned();
            if name.chars().count() < least {
                return fault.set(i18n.t(keys::DESIGNER_NAME_MISSING));
            }
            run(name);
        });
    let button = el("button", "ds-button ds-primary")
        .attr("type", "submit")
        .attr("form", "ds-naming")
        .text(&asked.action);
    (form, button)
}

fn first(session: Session) -> Option<NodeId> {
    session.selection.get_untracked().into_iter().next()
}

/// Why the selected block cannot get another name, in words; `None` when it can. Not tracked.
pub(super) fn why_not(session: Session) -> Option<String> {
    match first(session) {
        Some(id) => why_not_of(session, id),
        None => Some(session.i18n.t(keys::DESIGNER_MENUS_WHY_NOTHING)),
    }
}

/// Why a block cannot get another name, in words; `None` when it can.
pub(super) fn why_not_of(session: Session, id: NodeId) -> Option<String> {
    let refusal = commands::why_not(session, &[Op::Rename { id, name: None }])?;
    Some(words::refusal(&refusal, session.i18n))
}

/// Asks for the name of the selected block.
pub(super) fn rename(session: Session) -> El {
    let i18n = session.i18n;
    let id = first(session);
    let value = session.read(|tree, _| {
        let entry = tree.node(id.as_ref()?)?;
        words::own_name(&entry.node).map(str::to_owned)
    });
    let asked = Asked {
        label: i18n.t(keys::DESIGNER_OUTLINE_NAME),
        value: value.unwrap_or_default(),
        hint: i18n.t(keys::DESIGNER_RENAME_HINT),
        least: 0,
        action: i18n.t(keys::DESIGNER_RENAME_TITLE),
    };
    let (form, button) = form(i18n, &asked, RwSignal::new(String::new()), move |name| {
        dialogs::close();
        let Some(id) = id.clone() else { return };
        let name = Some(name).filter(|name| !name.is_empty());
        session.attempt(Intention::new("rename"), vec![Op::Rename { id, name }]);
    });
    let title = i18n.t(keys::DESIGNER_RENAME_TITLE);
    dialogs::frame(session, "rename", &title, form, button)
}

/// Asks for the name under which the selection is saved.
pub(super) fn section(session: Session) -> El {
    let i18n = session.i18n;
    let asked = Asked {
        label: i18n.t(keys::DESIGNER_SECTION_NAME),
        value: String::new(),
        hint: String::new(),
        least: 1,
        action: i18n.t(keys::DESIGNER_SECTION_SAVE),
    };
    let (form, button) = form(i18n, &asked, RwSignal::new(String::new()), move |name| {
        dialogs::close();
        let panel = session.view.panel;
        if templates::keep(session, &name) && panel.get_untracked() == Some(Panel::Templates) {
            // The panel shows it from now on.
            panel.set(Some(Panel::Templates));
        }
    });
    let title = i18n.t(keys::DESIGNER_TEMPLATES_SAVE_SECTION);
    dialogs::frame(session, "section", &title, form, button)
}
