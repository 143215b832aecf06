//! Takes the blanks out of CSS that mean nothing there.

/// Stands for a blank inside a string, until the last of these steps.
pub(super) const HELD_BLANK: char = '\u{E000}';

/// `a , b !important` → `a,b!important`; `+` and `-` keep their blanks for `calc()`.
pub(super) fn compact_value(text: &str) -> String {
    without_blanks(text, |before, after| {
        matches!(before, Some(',' | '(')) || matches!(after, Some(',' | ')' | '!'))
    })
}

/// `(min-width : 10rem)` → `(min-width:10rem)`; everything else in a condition needs its blanks.
pub(super) fn compact_prelude(text: &str) -> String {
    without_blanks(text, |before, after| {
        matches!(before, Some(',' | '(' | ':')) || matches!(after, Some(',' | ')' | ':'))
    })
}

/// `.a > .b , .c` → `.a>.b,.c`; inside brackets too, since `2n + 1` and `.a > .b` may be tight.
pub(super) fn compact_selector(text: &str) -> String {
    const TIGHT: [char; 4] = [',', '>', '+', '~'];
    without_blanks(text, |before, after| {
        before.is_some_and(|c| TIGHT.contains(&c) || matches!(c, '(' | '[' | '='))
            || after.is_some_and(|c| TIGHT.contains(&c) || matches!(c, ')' | ']' | '='))
    })
}

/// Drops each blank that `needless` says so of, told the characters around it. Blanks in
/// strings are held and come back.
fn without_blanks(text: &str, needless: impl Fn(Option<char>, Option<char>) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == ' ' && needless(out.chars().last(), chars.peek().copied()) {
            continue;
        }
        out.push(if c == HELD_BLANK { ' ' } else { c });
    }
    out
}
