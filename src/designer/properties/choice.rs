//! One of several: words, sizes of room, colours of the theme; and yes or no.

use palier_contract::document::{Theme, TokenKind};
use serde_json::Value;

use super::SHEET;
use super::binding::Binding;
use super::field::{label_id, told};
use super::names;
use crate::designer::theme;
use crate::dom::{Dom, El, el, value_of};
use crate::i18n::keys;
use crate::reactive::memo;
use crate::theme::tokens::COLOURS;
use crate::theme::{Scheme, colour_of};

/// As many letters as segments beside one another have room for.
const ROOM: usize = 26;

/// Draws a choice of words: side by side where there is room, as a list where there is not.
pub(super) fn words(binding: &Binding, words: &'static [&'static str]) -> El {
    let i18n = binding.panel.i18n();
    let named = names::words(binding.schema, words, i18n);
    let letters: usize = named.iter().map(|(_, name)| name.chars().count() + 3).sum();
    match letters > ROOM + words.len() * 2 {
        true => list(binding, &named),
        false => segments(binding, &named),
    }
}

/// What holds: what is written, or the default.
fn held(binding: &Binding) -> String {
    match binding.text() {
        text if text.is_empty() => binding.schema.default.unwrap_or_default().to_owned(),
        text => text,
    }
}

fn segments(binding: &Binding, words: &[(&'static str, String)]) -> El {
    let buttons = words.iter().map(|(word, name)| {
        let (read, bound, fixed) = (binding.clone(), binding.clone(), binding.clone());
        let word = *word;
        el("button", "ds-segment")
            .attr("type", "button")
            .attr("data-word", word)
            .attr_of("aria-pressed", move || {
                Some((held(&read) == word).to_string())
            })
            .flag_of("disabled", move || fixed.is_fixed())
            .on("click", move |_| bound.set(Some(Value::from(word))))
            .text(name)
            .into()
    });
    let group = el("div", "ds-segments")
        .attr("id", &binding.name())
        .attr("role", "group")
        .attr("aria-labelledby", &label_id(binding))
        .child(buttons.collect::<Vec<Dom>>());
    SHEET.el("div", "segments").child(group)
}

fn list(binding: &Binding, words: &[(&'static str, String)]) -> El {
    let (read, bound, fixed) = (binding.clone(), binding.clone(), binding.clone());
    let lacks_default = binding.schema.default.is_none();
    let none = lacks_default.then(|| {
        let words = binding.panel.t(keys::DESIGNER_PROPERTIES_NONE);
        el("option", "").attr("value", "").text(&words)
    });
    let options = words
        .iter()
        .map(|(word, name)| el("option", "").attr("value", word).text(name).into());
    let control = el("select", "ds-input")
        .attr("id", &binding.name())
        .attr("aria-labelledby", &label_id(binding))
        .child(none)
        .child(options.collect::<Vec<Dom>>())
        .attr_of(".value", move || Some(held(&read)))
        .flag_of("disabled", move || fixed.is_fixed())
        .on("change", move |event| {
            let word = value_of(&event);
            bound.set((!word.is_empty()).then_some(Value::String(word)));
        });
    told(control, binding)
}

/// Draws yes or no.
pub(super) fn flag(binding: &Binding, label: &str) -> El {
    let (read, bound, fixed) = (binding.clone(), binding.clone(), binding.clone());
    let box_ = el("input", "")
        .attr("type", "checkbox")
        .attr("id", &binding.name())
        .attr_of(".checked", move || Some(held(&read)))
        .flag_of("disabled", move || fixed.is_fixed())
        .on("change", move |event| {
            bound.set(Some(Value::Bool(value_of(&event) == "true")));
        });
    SHEET
        .el("label", "ds-check")
        .child(told(box_, binding))
        .child(el("span", "").attr("id", &label_id(binding)).text(label))
}

/// Draws the colours of the theme, as the canvas shows them.
pub(super) fn colour(binding: &Binding) -> El {
    let (session, bound) = (binding.panel.session, binding.clone());
    // Drawn anew where there are others to choose from only: the one that has the focus stays.
    let offered = memo(move || {
        session.version.track();
        session.read(|tree, _| offered(tree.theme()))
    });
    SHEET
        .el("div", "swatches")
        .attr("id", &binding.name())
        .attr("role", "group")
        .attr("aria-labelledby", &label_id(binding))
        .slot(move || {
            let names = offered.get().into_iter();
            let drawn = names.map(|name| swatch(&bound, name).into());
            drawn.collect::<Vec<Dom>>()
        })
}

/// The colours that every theme has, then those that only this document has.
fn offered(theme: &Theme) -> Vec<String> {
    let known = COLOURS.iter().map(|token| token.name.to_owned());
    let is_known = |name: &str| {
        COLOURS.iter().any(|token| {
            let per_scheme = Scheme::ALL.map(|scheme| token.suffixed(scheme));
            token.name == name || per_scheme.iter().any(|known| known == name)
        })
    };
    let own = theme
        .tokens
        .keys()
        .filter(|name| TokenKind::of(name) == Some(TokenKind::Colour) && !is_known(name));
    known.chain(own.cloned()).collect()
}

/// What a colour is in a scheme; none for one that the document does not have either.
fn shown(theme: &Theme, name: &str, scheme: Scheme) -> Option<String> {
    let found = colour_of(theme, name, scheme).map(|found| found.value);
    found.or_else(|| theme.tokens.get(name).cloned())
}

fn swatch(binding: &Binding, name: String) -> El {
    let session = binding.panel.session;
    let (bound, read, fixed) = (binding.clone(), binding.clone(), binding.clone());
    let (seen, chosen) = (name.clone(), name.clone());
    let label = theme::token_name(binding.panel.i18n(), &name);
    SHEET
        .el("button", "swatch")
        .attr("type", "button")
        .attr("aria-label", &label)
        .attr("title", &label)
        .attr_of("aria-pressed", move || {
            Some((held(&read) == name).to_string())
        })
        .attr_of("--swatch", move || {
            let scheme = theme::shown(session);
            session.read(|tree, _| shown(tree.theme(), &seen, scheme))
        })
        .flag_of("disabled", move || fixed.is_fixed())
        .on("click", move |_| {
            bound.set(Some(Value::String(chosen.clone())))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fresh_document_offers_every_colour_and_another_its_own_too() {
        let mut theme = Theme::default();
        let fresh = offered(&theme);
        assert_eq!(fresh.len(), COLOURS.len());
        for name in &fresh {
            assert!(shown(&theme, name, Scheme::Dark).is_some(), "{name}");
        }
        for name in [
            "color.accent",
            "color.accent-dark",
            "color.brand",
            "radius.base",
        ] {
            theme.tokens.insert(name.to_owned(), "#123456".to_owned());
        }
        assert_eq!(
            offered(&theme),
            [fresh, vec!["color.brand".to_owned()]].concat()
        );
        let found = shown(&theme, "color.brand", Scheme::Light);
        assert_eq!(found.as_deref(), Some("#123456"));
    }
}
