//! How French is set: what stands apart never begins or ends a line alone.

use std::fs;

/// Every text of a file.
fn texts(value: &serde_json::Value, into: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => into.push(text.clone()),
        serde_json::Value::Object(fields) => fields.values().for_each(|field| texts(field, into)),
        _ => {}
    }
}

/// Where an ordinary space, or a space of another kind, stands in a text's typography.
fn slips(text: &str) -> Vec<String> {
    let signs: Vec<char> = text.chars().collect();
    let wrong = |pair: &[char]| match *pair {
        [space, ';' | '?' | '!'] => space.is_whitespace() && space != '\u{202f}',
        [space, ':' | '»'] => space.is_whitespace() && space != '\u{a0}',
        ['«', space] => space != '\u{a0}',
        _ => false,
    };
    let pairs = signs.windows(2).filter(|pair| wrong(pair));
    pairs.map(|pair| format!("{pair:?} in {text}")).collect()
}

#[test]
fn french_sets_its_signs_apart_with_spaces_that_do_not_break() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/i18n/fr");
    let mut all = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        texts(&serde_json::from_str(&text).unwrap(), &mut all);
    }
    assert!(all.len() > 500);
    let found: Vec<String> = all.iter().flat_map(|text| slips(text)).collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn ordinary_spaces_are_found() {
    for wrong in [
        "Prêt ?",
        "Prêt\u{a0}?",
        "Ici : là",
        "« là\u{a0}»",
        "«\u{a0}là »",
    ] {
        assert_eq!(slips(wrong).len(), 1, "{wrong}");
    }
    assert!(slips("«\u{a0}Prêt\u{202f}?\u{a0}» Oui\u{a0}: à 10:30").is_empty());
}
