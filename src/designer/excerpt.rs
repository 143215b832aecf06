//! The first words of what a block says, to tell it from others of its type.

use palier_contract::document::Node;
use serde_json::Value;

use crate::portal::words::nearest;

/// Props that say what a block is about, the most telling first.
const TELLING: [&str; 4] = ["title", "label", "text", "alt"];
/// So many characters at most, the mark of what is left out included.
const LONGEST: usize = 24;

/// The first words of a block in a language, or in whichever there is; `None` for one that says
/// nothing.
pub(super) fn of(node: &Node, locale: &str) -> Option<String> {
    first(|name| node.props.get(name), locale)
}

/// The same of an item of a list, as a tab's label is one.
pub(super) fn of_item(item: &Value, locale: &str) -> Option<String> {
    first(|name| item.get(name), locale)
}

fn first<'v>(part: impl Fn(&str) -> Option<&'v Value>, locale: &str) -> Option<String> {
    let said = TELLING.iter().filter_map(|name| part(name));
    said.filter_map(|value| words(value, locale)).next()
}

/// Everything that a block says in a language, or in whichever there is.
pub(super) fn whole(node: &Node, locale: &str) -> String {
    let texts = node
        .props
        .values()
        .filter_map(|value| localised(value, locale));
    texts.map(all).collect::<Vec<_>>().join(" ")
}

/// Everything that plain or rich text says, in one line.
pub(super) fn all(value: &Value) -> String {
    line(value, usize::MAX)
}

fn words(value: &Value, locale: &str) -> Option<String> {
    let text = line(localised(value, locale)?, 4 * LONGEST);
    (!text.is_empty()).then(|| shortened(&text))
}

/// What a text says, read no further than it takes to have `enough` bytes.
fn line(value: &Value, enough: usize) -> String {
    let mut text = String::new();
    gather(value, enough, &mut text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a text map says in the language nearest to `locale`, or at all.
fn localised<'a>(value: &'a Value, locale: &str) -> Option<&'a Value> {
    let Value::Object(texts) = value else {
        return Some(value);
    };
    let says = |text: &&Value| !is_empty(text);
    nearest(locale, |tag| texts.get(tag).filter(says)).or_else(|| texts.values().find(says))
}

fn is_empty(text: &Value) -> bool {
    match text {
        Value::String(text) => text.trim().is_empty(),
        Value::Array(parts) => parts.is_empty(),
        _ => true,
    }
}

/// Reads plain text, or a tree of rich text until there is enough of it.
fn gather(value: &Value, enough: usize, text: &mut String) {
    if text.len() > enough {
        return;
    }
    match value {
        Value::String(words) => text.push_str(words),
        Value::Array(parts) => parts.iter().for_each(|part| gather(part, enough, text)),
        Value::Object(part) => {
            for name in ["text", "children", "items"] {
                if let Some(inner) = part.get(name) {
                    gather(inner, enough, text);
                }
            }
            // Paragraphs and items do not run into each other.
            if part.get("kind").and_then(Value::as_str) != Some("text") {
                text.push(' ');
            }
        }
        _ => {}
    }
}

/// Whole words where that leaves enough of them.
fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST - 1).collect();
    let whole = match text.chars().nth(LONGEST - 1) {
        Some(next) if !next.is_alphanumeric() => cut.as_str(),
        _ => cut
            .rsplit_once(' ')
            .map_or(cut.as_str(), |(words, _)| words),
    };
    let kept = match whole.chars().count() >= LONGEST / 2 {
        true => whole,
        false => cut.as_str(),
    };
    [kept.trim_end_matches([' ', ',', '.', ':', ';']), "…"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(props: &str, locale: &str) -> Option<String> {
        let text = format!(r#"{{"id":"a","type":"section","v":1,"props":{props}}}"#);
        of(&serde_json::from_str(&text).unwrap(), locale)
    }

    #[test]
    fn a_block_is_told_by_its_first_words() {
        let rich = r#"{"text":{"en":[{"kind":"paragraph","children":[{"kind":"text","text":"One"},{"kind":"text","text":"two"}]},{"kind":"paragraph","children":[{"kind":"text","text":"three"}]}]}}"#;
        for (props, locale, said) in [
            (
                r#"{"title":{"en":"Your progress"}}"#,
                "en",
                Some("Your progress"),
            ),
            (
                r#"{"title":{"en":"Yours","fr":"À vous"}}"#,
                "fr-CH",
                Some("À vous"),
            ),
            (r#"{"title":{"en":"Yours","fr":""}}"#, "fr", Some("Yours")),
            (
                r#"{"title":{"en":" "},"label":{"en":"Go"}}"#,
                "en",
                Some("Go"),
            ),
            (rich, "en", Some("Onetwo three")),
            (r#"{"limit":5}"#, "en", None),
            ("{}", "en", None),
        ] {
            assert_eq!(excerpt(props, locale).as_deref(), said, "{props}");
        }
    }

    #[test]
    fn long_words_end_in_a_mark_and_are_never_longer_than_said() {
        for (text, said) in [
            ("Exactly twenty-four sign", "Exactly twenty-four sign"),
            (
                "Good things grow slowly. Here they are",
                "Good things grow slowly…",
            ),
            (
                "Donaudampfschifffahrtsgesellschaft",
                "Donaudampfschifffahrtsg…",
            ),
            (
                "A Donaudampfschifffahrtsgesellschaft",
                "A Donaudampfschifffahrt…",
            ),
            (
                "Points, rewards, badges, and more",
                "Points, rewards, badges…",
            ),
        ] {
            let short = shortened(text);
            assert_eq!(short, said);
            assert!(short.chars().count() <= LONGEST, "{short}");
        }
    }
}
