//! The language that the page on the canvas is shown in: one of the programme's, or one that
//! checks whether words have room and whether the page reads from right to left.

use palier_contract::document::Node;
use serde_json::Value;
use wasm_bindgen_futures::spawn_local;

use super::field::{Choice, options, select};
use super::stage::{LONG, RIGHT_TO_LEFT};
use crate::designer::properties::language_name;
use crate::designer::session::Session;
use crate::dom::El;
use crate::i18n::{keys, load, pseudo};

/// Draws the choice.
pub(super) fn choice(session: Session) -> El {
    let (i18n, stage) = (session.i18n, session.view.stage);
    let own = stage.own_language();
    let mut tags = session.read(|_, rules| rules.locales.clone());
    if !tags.contains(&own) {
        tags.insert(0, own);
    }
    let languages = tags
        .iter()
        .map(|tag| Choice::new(tag, &language_name(tag, &i18n.locale())));
    let checks = [
        Choice::new(LONG, &i18n.t(keys::DESIGNER_PREVIEW_TONGUE_LONG)),
        Choice::new(RIGHT_TO_LEFT, &i18n.t(keys::DESIGNER_PREVIEW_TONGUE_RTL)),
    ];
    let choices: Vec<Choice> = languages.chain(checks).collect();
    select(
        "data-language",
        &i18n.t(keys::DESIGNER_PREVIEW_TONGUE),
        options(&choices),
        move || stage.language.get(),
        move |tag| show_language(session, tag),
    )
}

/// Shows the page in another language.
pub(in crate::designer) fn show_language(session: Session, tag: String) {
    let stage = session.view.stage;
    if stage.has_language(&tag) || tag == LONG || tag == RIGHT_TO_LEFT {
        return stage.set_language(&tag, None);
    }
    spawn_local(async move {
        match load::messages(&tag).await {
            Ok(words) => stage.set_language(&tag, Some(words)),
            Err(_) => session.say(session.i18n.t(keys::DESIGNER_PREVIEW_TONGUE_FAILED)),
        }
    });
}

/// The block with its own texts longer than they are.
pub(in crate::designer) fn lengthened(node: &Node, locales: &[String]) -> Node {
    let mut node = node.clone();
    node.props
        .values_mut()
        .for_each(|value| lengthen(value, locales));
    node
}

/// Lengthens what is said per language, plain or rich, and nothing else.
fn lengthen(value: &mut Value, locales: &[String]) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| lengthen(value, locales)),
        Value::Object(fields) => {
            for (name, value) in fields {
                match locales.contains(name) {
                    true => say_longer(value),
                    false => lengthen(value, locales),
                }
            }
        }
        _ => {}
    }
}

fn say_longer(value: &mut Value) {
    match value {
        Value::String(text) if !text.is_empty() => *text = pseudo::accent(text),
        Value::Array(nodes) => nodes.iter_mut().for_each(say_longer),
        Value::Object(node) => {
            for part in ["text", "children"] {
                if let Some(value) = node.get_mut(part) {
                    say_longer(value);
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_grow_and_what_is_no_text_stays() {
        let node: Node = serde_json::from_str(
            r#"{"id":"b1","type":"hero","props":{"title":{"en":"Club"},"align":"center",
                "text":{"en":[{"kind":"paragraph","children":[{"kind":"text","text":"Words"}]}]},
                "button":{"label":{"en":"Go"},"href":"/go"}}}"#,
        )
        .unwrap();
        let props = lengthened(&node, &["en".to_owned()]).props;
        assert_eq!(props["align"], "center");
        assert_eq!(props["button"]["href"], "/go");
        assert_eq!(props["text"]["en"][0]["kind"], "paragraph");
        for (at, before) in [
            ("/title/en", "Club"),
            ("/text/en/0/children/0/text", "Words"),
            ("/button/label/en", "Go"),
        ] {
            let props = Value::Object(props.clone());
            let text = props.pointer(at).unwrap().as_str().unwrap().to_owned();
            assert!(text.chars().count() > before.len(), "{at}: {text}");
        }
    }
}
