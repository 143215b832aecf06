//! A text in the language that is edited.

use palier_contract::document::{PropKind, PropSchema};
use serde_json::Value;

use super::binding::Binding;
use super::field;
use crate::dom::{El, el, value_of};
use crate::i18n::keys;

/// Draws the control.
pub(super) fn draw(binding: &Binding) -> El {
    let panel = binding.panel;
    let (read, shown, bound) = (binding.clone(), binding.clone(), binding.clone());
    let control = el("textarea", "ds-input ds-line")
        .attr("rows", "1")
        .attr("dir", "auto")
        .attr_of("lang", move || Some(panel.locale.get()))
        .attr_of(".value", move || Some(of(&read, &panel.locale.get())))
        .attr_of("placeholder", move || {
            let first = of(&shown, &panel.default_locale());
            // Without words, the block finds its own.
            let is_own = first.is_empty() && shown.schema.name == "heading";
            Some(match is_own {
                true => panel.t(keys::DESIGNER_PROPERTIES_AUTOMATIC),
                false => first,
            })
        })
        .on("keydown", |event| super::browser::keep_to_one_line(&event))
        .on("input", move |event| {
            let text = value_of(&event);
            let place = bound.step(panel.locale.get_untracked().as_str().into());
            place.write((!text.is_empty()).then_some(Value::String(text)));
        });
    field::typed(control, binding)
}

/// The text in one language.
fn of(binding: &Binding, locale: &str) -> String {
    binding.step(locale.into()).text()
}

/// Whether a text of these props is there in the first language, and not in that one.
pub(super) fn lacks(
    props: &[PropSchema],
    value: &dyn Fn(&str) -> Option<Value>,
    first: &str,
    locale: &str,
) -> bool {
    props
        .iter()
        .any(|prop| match (prop.kind, value(prop.name)) {
            (PropKind::Texts | PropKind::RichTexts, Some(texts)) => {
                is_filled(texts.get(first)) && !is_filled(texts.get(locale))
            }
            (PropKind::Object(of), Some(fields)) => {
                lacks(of, &|name| fields.get(name).cloned(), first, locale)
            }
            (PropKind::List { of, .. }, Some(Value::Array(items))) => items
                .iter()
                .any(|item| lacks(of, &|name| item.get(name).cloned(), first, locale)),
            _ => false,
        })
}

/// Whether a text says something in one language.
pub(in crate::designer) fn is_filled(text: Option<&Value>) -> bool {
    match text {
        Some(Value::String(text)) => !text.trim().is_empty(),
        Some(Value::Array(nodes)) => !nodes.is_empty(),
        _ => false,
    }
}

/// Whether there is any text among these props.
pub(super) fn any(props: &[PropSchema]) -> bool {
    props.iter().any(|prop| match prop.kind {
        PropKind::Texts | PropKind::RichTexts => true,
        PropKind::Object(of) | PropKind::List { of, .. } => any(of),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use palier_contract::document::blocks;
    use serde_json::json;

    fn lacking(block: &palier_contract::document::BlockSchema, props: &Value) -> bool {
        lacks(block.props, &|name| props.get(name).cloned(), "en", "fr")
    }

    #[test]
    fn a_translation_is_missed_wherever_the_text_is() {
        for (block, props, expected) in [
            (
                &blocks::HERO,
                json!({"title": {"en": "A", "fr": "B"}}),
                false,
            ),
            (&blocks::HERO, json!({"title": {"en": "A"}}), true),
            (
                &blocks::HERO,
                json!({"title": {"en": "A", "fr": " "}}),
                true,
            ),
            (&blocks::HERO, json!({"title": {"fr": "B"}}), false),
            (
                &blocks::HERO,
                json!({"title": {"en": "A", "fr": "B"}, "button": {"label": {"en": "Go"}}}),
                true,
            ),
            (
                &blocks::TABS,
                json!({"labels": [{"text": {"en": "A", "fr": "B"}}, {"text": {"en": "C"}}]}),
                true,
            ),
            (
                &blocks::RICH_TEXT,
                json!({"text": {"en": [], "fr": []}}),
                false,
            ),
        ] {
            assert_eq!(lacking(block, &props), expected, "{props}");
        }
    }
}
