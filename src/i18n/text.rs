//! A message as it is written: placeholders and plural forms.

/// Before each category of a plural, and before its text.
const FORM: char = '\u{2}';

/// The form of a plural message, the other one when the category has none.
pub(super) fn plural_form<'a>(message: &'a str, category: &str) -> &'a str {
    let mut parts = message.split(FORM).skip(1);
    let mut other = "";
    while let (Some(name), Some(text)) = (parts.next(), parts.next()) {
        if name == category {
            return text;
        }
        if name == "other" {
            other = text;
        }
    }
    other
}

/// Replaces `{name}` by its value; an unknown name stays as it is.
pub(super) fn fill(text: &str, args: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        rest = after;
        if let Some((name, tail)) = after.split_once('}')
            && let Some((_, value)) = args.iter().find(|(known, _)| *known == name)
        {
            out.push_str(value);
            rest = tail;
        } else {
            out.push('{');
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{fill, plural_form};

    #[test]
    fn plurals_fall_back_to_the_other_form() {
        let message = "\u{2}one\u{2}{count} day\u{2}other\u{2}{count} days";
        assert_eq!(plural_form(message, "one"), "{count} day");
        assert_eq!(plural_form(message, "other"), "{count} days");
        assert_eq!(plural_form(message, "few"), "{count} days");
        assert_eq!(plural_form("no plural", "one"), "");
    }

    #[test]
    fn placeholders_are_filled_and_unknown_ones_stay() {
        assert_eq!(fill("{a} of {b}", &[("a", "1"), ("b", "2")]), "1 of 2");
        assert_eq!(fill("{a} {c}", &[("a", "{c}")]), "{c} {c}");
        assert_eq!(fill("open { brace", &[]), "open { brace");
    }
}
