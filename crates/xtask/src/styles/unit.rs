//! Makes a sheet's lengths independent of the root of the page that it ends up in.
//!
//! Sources say `rem`. In a brand's page that is 10 pixels where its style sheet says
//! `html { font-size: 62.5% }`, so what comes out are multiples of `--_r`, which `style/tokens.css`
//! takes from the reader's own size of letters. Conditions of container queries know no custom
//! properties: there the container's own letters count, whose size follows from `--_r`. Media
//! queries mean the reader's size already.

use super::css::Item;

/// Which property the multiples are of; its own declaration is left alone.
const UNIT: &str = "--_r";
const MATH: [&str; 4] = ["calc", "min", "max", "clamp"];

/// Rewrites a sheet. `letters` is the size of its containers' letters, in units.
pub(super) fn relate(items: &mut [Item], letters: f64) {
    for item in items {
        match item {
            Item::Declaration { text } if !text.starts_with(&format!("{UNIT}:")) => {
                *text = declaration(text);
            }
            Item::Declaration { .. } => {}
            Item::Rule { body, .. } => relate(body, letters),
            Item::At {
                name,
                prelude,
                body,
                ..
            } => {
                if name == "container" {
                    *prelude = replace(prelude, |number, _| {
                        let ems = (number / letters * 1e5).round() / 1e5;
                        format!("{ems}em")
                    });
                }
                relate(body.as_deref_mut().unwrap_or_default(), letters);
            }
        }
    }
}

fn declaration(text: &str) -> String {
    replace(text, |number, is_math| {
        match (short(number).as_str(), is_math) {
            ("1", _) => format!("var({UNIT})"),
            (short, true) => format!("{short}*var({UNIT})"),
            (short, false) => format!("calc({short}*var({UNIT}))"),
        }
    })
}

/// `0.5` → `.5`, as the sources write it.
fn short(number: f64) -> String {
    let text = number.to_string();
    match text.strip_prefix("0.") {
        Some(rest) => format!(".{rest}"),
        None => text.replacen("-0.", "-.", 1),
    }
}

/// Replaces each `Nrem` outside strings by what `with` makes of the number, and of whether it
/// stands in a calculation.
fn replace(text: &str, with: impl Fn(f64, bool) -> String) -> String {
    let (mut out, mut word, mut open, mut quote) = (String::new(), String::new(), vec![], None);
    for letter in text.chars() {
        if quote.is_none() && (letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_'))
        {
            word.push(letter);
            continue;
        }
        if letter == '(' && quote.is_none() {
            // Brackets of their own are of the calculation that they stand in.
            let inherited = word.is_empty() && open.last() == Some(&true);
            open.push(inherited || MATH.contains(&word.as_str()));
        }
        let is_math = open.last() == Some(&true);
        flush(&mut out, &mut word, is_math, &with);
        match letter {
            ')' if quote.is_none() => drop(open.pop()),
            '"' | '\'' if quote.is_none() => quote = Some(letter),
            _ if quote == Some(letter) => quote = None,
            _ => {}
        }
        out.push(letter);
    }
    flush(&mut out, &mut word, false, &with);
    out
}

fn flush(out: &mut String, word: &mut String, is_math: bool, with: &impl Fn(f64, bool) -> String) {
    let number = word
        .strip_suffix("rem")
        .and_then(|number| number.parse().ok());
    match number {
        Some(number) => out.push_str(&with(number, is_math)),
        None => out.push_str(word),
    }
    word.clear();
}
