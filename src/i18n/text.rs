//! A message as it is written: placeholders and plural forms.

use std::borrow::Cow;

const OPEN: &str = "\u{2068}";
const CLOSE: &str = "\u{2069}";

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

/// `value` for a place in text that is read from right to left if `rtl`: with marks around it
/// (Unicode's first strong isolate) where it has letters that are read the other way, or that change
/// the way. Without them the words beside it are drawn within it: "Ends 491 · خلال 6 أيام".
pub(super) fn isolated(rtl: bool, value: &str) -> Cow<'_, str> {
    let turns = |letter| match letter {
        '\u{202a}'..='\u{202e}' => true,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' => !rtl,
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{1fff}' | '\u{2c00}'..='\u{ffee}' => rtl,
        _ => false,
    };
    match value.starts_with(OPEN) || !value.chars().any(turns) {
        true => value.into(),
        false => [OPEN, value, CLOSE].concat().into(),
    }
}

/// Replaces `{name}` by its value; an unknown name stays as it is. The text is read from right to
/// left if `rtl`.
pub(super) fn fill(rtl: bool, text: &str, args: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        rest = after;
        if let Some((name, tail)) = after.split_once('}')
            && let Some((_, value)) = args.iter().find(|(known, _)| *known == name)
        {
            out.push_str(&isolated(rtl, value));
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
    use super::{fill, isolated, plural_form};

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
        let fill = |text, args: &[_]| fill(false, text, args);
        assert_eq!(fill("{a} of {b}", &[("a", "1"), ("b", "2")]), "1 of 2");
        assert_eq!(fill("{a} {c}", &[("a", "{c}")]), "{c} {c}");
        assert_eq!(fill("open { brace", &[]), "open { brace");
    }

    #[test]
    fn only_what_is_read_the_other_way_is_kept_apart() {
        let in_english = |value| isolated(false, value).into_owned();
        let in_arabic = |value| isolated(true, value).into_owned();
        for same in [
            "",
            "1,240 points",
            "\u{2212}5 %",
            "Ольга",
            "3\u{202f}j",
            "1 + 2",
        ] {
            assert_eq!(in_english(same), same);
        }
        for same in ["", "خلال 6 أيام", "١٢", "−140", "\u{200e}+140"] {
            assert_eq!(in_arabic(same), same);
        }
        for other in ["خلال 6 أيام", "١٢", "שרה", "Sara \u{202e}evil"] {
            assert_eq!(in_english(other), format!("\u{2068}{other}\u{2069}"));
        }
        for other in ["1,240 points", "Ольга", "金", "Élan"] {
            assert_eq!(in_arabic(other), format!("\u{2068}{other}\u{2069}"));
        }
    }

    #[test]
    fn what_is_kept_apart_is_so_once_and_what_stands_around_it_is_left() {
        let when = isolated(false, "خلال 6 أيام");
        let line = fill(false, "Ends {when}", &[("when", &when)]);
        assert_eq!(line, "Ends \u{2068}خلال 6 أيام\u{2069}");
        assert_eq!(
            fill(true, "تنتهي {when}", &[("when", &line)])
                .matches('\u{2068}')
                .count(),
            2
        );
    }
}
