//! A field: its name, what holds, how to go back, what is wrong; and the control for its kind.

use palier_contract::document::{PropKind, SPACES, Severity};

use super::binding::Binding;
use super::panel::Panel;
use super::{SHEET, address, choice, element, list, names, number, reference, rich, text};
use super::{findings, path};
use crate::blocks::icon::{Icon, icon};
use crate::designer::view::Width;
use crate::dom::{Dom, El, el};
use crate::i18n::keys;

/// Draws the field of a prop.
pub(super) fn draw(binding: Binding) -> El {
    let label = names::prop(binding.schema, binding.panel.i18n());
    let found = {
        let (panel, label) = (binding.panel, label.to_lowercase());
        move || label.contains(panel.search.get().trim().to_lowercase().as_str())
    };
    let is_inner = !binding.path.is_empty();
    let (session, id, prop) = (binding.panel.session, binding.id.clone(), binding.prop.name);
    let touch = move || {
        if !is_inner {
            session.touch(&id, prop);
        }
    };
    let typed = touch.clone();
    SHEET
        .el("div", "field")
        .attr("data-field", &binding.name())
        .flag(
            "data-flag",
            is_flag(&binding) && binding.schema.field.is_none(),
        )
        .flag_of("hidden", move || !is_inner && !found())
        .on("input", move |_| typed())
        .on("focusout", move |event| {
            if super::browser::is_left(&event) {
                touch();
            }
        })
        .child(head(&binding, &label))
        .child(control(&binding, &label))
        .child(notes(&binding))
}

fn control(binding: &Binding, label: &str) -> Dom {
    match binding.schema.field {
        Some(name) => element::draw(binding, name, label).into(),
        None => of_kind(binding, label),
    }
}

/// The control for the kind of a prop.
pub(super) fn of_kind(binding: &Binding, label: &str) -> Dom {
    match binding.schema.kind {
        PropKind::Texts => text::draw(binding).into(),
        PropKind::RichTexts => rich::draw(binding, label).into(),
        PropKind::Media => address::media(binding, label).into(),
        PropKind::Link | PropKind::Anchor => address::line(binding).into(),
        PropKind::Reference(kind) => reference::draw(binding, kind).into(),
        PropKind::Integer(min, max) => number::draw(binding, min, max, "").into(),
        PropKind::Measure { min, max, unit } => number::draw(binding, min, max, unit).into(),
        PropKind::Word(words) => choice::words(binding, words).into(),
        PropKind::Space => choice::words(binding, SPACES).into(),
        PropKind::Colour => choice::colour(binding).into(),
        PropKind::Flag => choice::flag(binding, label).into(),
        PropKind::List { of, max } => list::draw(binding, of, max).into(),
        PropKind::Object(of) => {
            let fields = of.iter().map(|schema| draw(binding.field(schema)).into());
            SHEET
                .el("div", "inner")
                .attr("role", "group")
                .attr("aria-labelledby", &label_id(binding))
                .child(fields.collect::<Vec<Dom>>())
                .into()
        }
    }
}

/// Whether a label may point at one control; groups of controls point at their label instead.
fn is_single(kind: PropKind) -> bool {
    matches!(
        kind,
        PropKind::Texts
            | PropKind::Media
            | PropKind::Link
            | PropKind::Anchor
            | PropKind::Reference(_)
            | PropKind::Integer(..)
            | PropKind::Measure { .. }
    )
}

fn is_flag(binding: &Binding) -> bool {
    matches!(binding.schema.kind, PropKind::Flag)
}

/// The id of a field's label.
pub(super) fn label_id(binding: &Binding) -> String {
    [&binding.name(), "-label"].concat()
}

pub(super) fn note_id(binding: &Binding) -> String {
    [&binding.name(), "-note"].concat()
}

fn head(binding: &Binding, label: &str) -> El {
    let words = match is_single(binding.schema.kind) {
        true => el("label", "ds-label").attr("for", &binding.name()),
        false => el("span", "ds-label"),
    };
    let words = words.attr("id", &label_id(binding)).text(label);
    SHEET
        .el("div", "field-head")
        // Those of a flag stand beside its box.
        .child((!is_flag(binding)).then_some(words))
        .child(responsive(binding))
        .child(reset(binding, label))
}

/// Whether what holds at this width was said for it, or for a narrower one.
fn responsive(binding: &Binding) -> Option<El> {
    let bound = binding.clone();
    binding.prop.responsive.then(|| {
        el("span", "")
            .attr("style:display", "contents")
            .slot(move || badge(bound.panel, bound.breakpoint(), bound.own().is_some()))
    })
}

/// "Set here" or "Inherited", at every width but the narrowest. Where the page is as wide as there
/// is room no breakpoint was chosen, so that the one that is edited is named.
pub(super) fn badge(panel: Panel, breakpoint: Option<&str>, is_own: bool) -> Option<El> {
    let pixels = match breakpoint? {
        "sm" => "480",
        "md" => "720",
        "lg" => "960",
        _ => return None,
    };
    let is_fit = panel.session.view.width.get() == Width::Fit;
    let (words, tone) = match (is_own, is_fit) {
        (true, true) => {
            let key = keys::DESIGNER_PROPERTIES_OVERRIDDEN_FROM;
            (panel.i18n().with(key, &[("pixels", pixels)]), "accent")
        }
        (true, false) => (panel.t(keys::DESIGNER_PROPERTIES_OVERRIDDEN), "accent"),
        (false, _) => (panel.t(keys::DESIGNER_PROPERTIES_INHERITED), ""),
    };
    let chip = el("span", "ds-chip")
        .attr("data-tone", tone)
        .attr("data-badge", if is_own { "own" } else { "inherited" });
    Some(chip.text(&words))
}

fn reset(binding: &Binding, label: &str) -> El {
    let (shown, bound) = (binding.clone(), binding.clone());
    reset_button(binding.panel, label)
        .flag_of("hidden", move || !shown.can_reset())
        .on("click", move |_| {
            bound.reset();
            super::browser::focus_later(&bound.name());
        })
}

/// The button that lets go of what is said at this width.
pub(super) fn reset_button(panel: Panel, label: &str) -> El {
    let words = panel
        .i18n()
        .with(keys::DESIGNER_PROPERTIES_RESET, &[("field", label)]);
    SHEET
        .el("button", "reset")
        .attr("type", "button")
        .attr("data-reset", "")
        .attr("aria-label", &words)
        .attr("title", &words)
        .child(icon(Icon::UNDO))
}

/// What is wrong with it, below it.
fn notes(binding: &Binding) -> El {
    let bound = binding.clone();
    el("div", "")
        .attr("id", &note_id(binding))
        .attr("style:display", "contents")
        .slot(move || {
            let i18n = bound.panel.i18n();
            let words = |note: &findings::Note| findings::words(note, bound.schema, i18n);
            let mine = mine(&bound).into_iter();
            let mine = mine.map(|note| (note.severity, words(&note)));
            let drawn = mine.chain(theirs(&bound)).map(|(severity, words)| {
                let class = match severity {
                    Severity::Error => "ds-error",
                    Severity::Warning => "ds-hint",
                };
                SHEET
                    .el("p", class)
                    .attr("data-note", "")
                    .text(&words)
                    .into()
            });
            drawn.collect::<Vec<Dom>>()
        })
}

/// What the checks of the hosting page say of this field.
fn theirs(binding: &Binding) -> Vec<(Severity, String)> {
    let pointer = ["/props/", binding.prop.name, &path::pointer(&binding.path)].concat();
    binding.panel.session.problems.found.with(|found| {
        let found = found.iter().filter(|one| one.check.is_some());
        let ours = found.filter(|one| one.node.as_ref() == Some(&binding.id));
        let ours = ours.filter(|one| is_about(binding, &one.path, &pointer));
        ours.map(|one| (one.severity, one.text.clone())).collect()
    })
}

/// Whether what points to `path` is told at this field, to which `pointer` leads.
fn is_about(binding: &Binding, path: &str, pointer: &str) -> bool {
    let holds_fields = matches!(
        binding.schema.kind,
        PropKind::List { .. } | PropKind::Object(_)
    );
    path.strip_prefix(pointer)
        .is_some_and(|rest| rest.is_empty() || !holds_fields && rest.starts_with('/'))
}

/// Findings of this field; those of fields within it are shown there.
fn mine(binding: &Binding) -> Vec<findings::Note> {
    let pointer = binding.pointer();
    let session = binding.panel.session;
    let is_untouched = session.is_untouched(&binding.id, binding.prop.name);
    binding.panel.notes.with(|notes| {
        let notes = notes
            .iter()
            .filter(|note| !(is_untouched && note.is_lack()));
        let ours = notes.filter(|note| is_about(binding, &note.pointer, &pointer));
        ours.cloned().collect()
    })
}

/// Ties a control to its notes, and says when they are errors.
pub(super) fn told(control: El, binding: &Binding) -> El {
    let bound = binding.clone();
    control
        .attr("aria-describedby", &note_id(binding))
        .attr_of("aria-invalid", move || {
            is_wrong(&bound).then(|| String::from("true"))
        })
}

/// Whether what it holds is to be mended. Tracked.
pub(super) fn is_wrong(binding: &Binding) -> bool {
    let mine = mine(binding).into_iter().map(|note| note.severity);
    let theirs = theirs(binding).into_iter().map(|(severity, _)| severity);
    mine.chain(theirs).any(|one| one == Severity::Error)
}

/// A line to type in, or one that can be read when it may not be changed.
pub(super) fn typed(control: El, binding: &Binding) -> El {
    let bound = binding.clone();
    told(control, binding)
        .attr("id", &binding.name())
        .flag_of("readonly", move || bound.is_fixed())
}
