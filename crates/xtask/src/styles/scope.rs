//! Gives every selector of a sheet the sheet's class, with the stylers engine.
//!
//! The engine only ever sees one compound selector (`.a:hover`, `[data-x]`): whatever
//! joins compounds (blanks, commas, `>`, nesting, at-rules) it would damage or drop, so
//! that is taken apart before and put together after it.

use stylers_core::{Class, from_str};

use super::css::{Fault, Item};

/// At-rules whose bodies hold rules for the same selectors.
const GROUPS: [&str; 6] = [
    "media",
    "supports",
    "container",
    "layer",
    "starting-style",
    "else",
];

/// How the classes of what the kit draws for every sheet begin: its drawings (`blocks::icon::icon`)
/// and controls (`blocks::ui`). They have the class of no sheet, and are reached from an element
/// around them, which has it.
const SHARED: [&str; 2] = [".icon", ".pl-"];

/// Scopes all rules of one sheet in place.
///
/// # Errors
/// Names the line of a construct that cannot work in a scoped sheet: `:root`, `:host`,
/// `:deep`, characters outside ASCII in selectors, keyframes without the sheet's name in
/// front, at-rules that a shadow root ignores, a drawing of the kit with nothing around it.
pub(crate) fn scope(items: &mut [Item], class: &str, stem: &str) -> Result<(), Fault> {
    scope_items(items, class, stem, false)
}

fn scope_items(items: &mut [Item], class: &str, stem: &str, nested: bool) -> Result<(), Fault> {
    for item in items {
        match item {
            Item::Rule {
                line,
                selector,
                body,
            } => {
                *selector = scope_list(selector, class, nested).map_err(|message| Fault {
                    line: *line,
                    message,
                })?;
                scope_items(body, class, stem, true)?;
            }
            Item::At {
                line,
                name,
                prelude,
                body,
            } => {
                check_at_rule(name, prelude, stem).map_err(|message| Fault {
                    line: *line,
                    message,
                })?;
                if let (Some(body), true) = (body, GROUPS.contains(&name.as_str())) {
                    scope_items(body, class, stem, nested)?;
                }
            }
            Item::Declaration { .. } => {}
        }
    }
    Ok(())
}

fn check_at_rule(name: &str, prelude: &str, stem: &str) -> Result<(), String> {
    if GROUPS.contains(&name) {
        return Ok(());
    }
    if name != "keyframes" {
        return Err(format!(
            "`@{name}` does not belong in a scoped sheet (a shadow root ignores it, or it would reach other sheets)"
        ));
    }
    let own = stem.replace('_', "-");
    let bare = prelude.strip_prefix("palier-").unwrap_or(prelude);
    if bare == own
        || bare
            .strip_prefix(&own)
            .is_some_and(|rest| rest.starts_with('-'))
    {
        return Ok(());
    }
    Err(format!(
        "`@keyframes {prelude}`: names are not scoped, so begin it with `{own}-`"
    ))
}

fn scope_list(selector: &str, class: &str, nested: bool) -> Result<String, String> {
    if !selector.is_ascii() {
        return Err(format!("`{selector}`: selectors must be ASCII"));
    }
    for banned in [":root", ":host", ":deep", "::slotted"] {
        if selector.contains(banned) {
            let place = if banned == ":deep" {
                "name the class itself"
            } else {
                "it belongs in style/host.css or style/tokens.css"
            };
            return Err(format!(
                "`{selector}`: `{banned}` cannot work in a scoped sheet; {place}"
            ));
        }
    }
    let parts: Vec<String> = split_top(selector, |c| c == ',')
        .into_iter()
        .map(|(part, _)| scope_complex(part, class, nested))
        .collect::<Result<_, _>>()?;
    Ok(parts.join(","))
}

fn scope_complex(complex: &str, class: &str, nested: bool) -> Result<String, String> {
    let mut out = String::new();
    let mut is_scoped = nested;
    for (index, (compound, joint)) in split_top(complex, |c| matches!(c, ' ' | '>' | '+' | '~'))
        .into_iter()
        .enumerate()
    {
        if compound.is_empty() {
            if !(nested && index == 0) {
                return Err(format!(
                    "`{complex}`: a selector is missing beside a combinator or comma"
                ));
            }
        } else if is_shared(compound) {
            out.push_str(compound);
        } else {
            out.push_str(&scope_compound(compound, class)?);
            is_scoped = true;
        }
        out.extend(joint);
    }
    if !is_scoped {
        return Err(format!(
            "`{complex}`: what the kit draws for every sheet does not carry this sheet's class, so \
             the rule would reach that of every sheet; name an element around it"
        ));
    }
    Ok(out)
}

/// Whether a compound is no more than a shared class, and pseudos or attributes of it.
fn is_shared(compound: &str) -> bool {
    let name = split_pseudo(compound).0;
    let [drawing, control] = SHARED;
    let lone = name.get(1..).is_some_and(|rest| !rest.contains('.'));
    name == drawing || (lone && name.starts_with(control))
}

fn scope_compound(compound: &str, class: &str) -> Result<String, String> {
    // `&` stands for the outer rule, which carries the class already.
    if compound.contains('&') {
        return Ok(compound.into());
    }
    // The engine copies everything from the first pseudo on, but stumbles over blanks in it.
    let (head, pseudo) = split_pseudo(compound);
    let stand_in = if pseudo.is_empty() { "" } else { ":pseudo" };
    let scoped = from_str(&format!("{head}{stand_in}{{}}"), &Class::new(class.into()));
    let scoped = scoped
        .trim_end_matches("{}")
        .trim_end()
        .trim_end_matches(stand_in);
    let wanted = format!(".{class}");
    if !scoped.contains(&wanted) {
        return Err(format!(
            "`{compound}`: the engine gave it no scope (`{scoped}`)"
        ));
    }
    // The engine adds the class once for each attribute selector; once is enough.
    let once = format!("{}{wanted}", scoped.replace(&wanted, ""));
    Ok(format!("{once}{pseudo}"))
}

fn split_pseudo(compound: &str) -> (&str, &str) {
    let mut bracket = 0_usize;
    let mut escaped = false;
    for (at, c) in compound.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => bracket += 1,
            ']' => bracket = bracket.saturating_sub(1),
            ':' if bracket == 0 => return compound.split_at(at),
            _ => {}
        }
    }
    (compound, "")
}

/// Splits at separators outside brackets and strings; each part comes with the separator after it.
pub(crate) fn split_top(text: &str, separates: impl Fn(char) -> bool) -> Vec<(&str, Option<char>)> {
    let (mut parts, mut begin, mut depth, mut quote, mut escaped) =
        (Vec::new(), 0, 0_usize, None, false);
    for (at, c) in text.char_indices() {
        match (quote, c) {
            _ if escaped => escaped = false,
            (_, '\\') => escaped = true,
            (Some(open), c) => quote = (c != open).then_some(open),
            (None, '"' | '\'') => quote = Some(c),
            (None, '(' | '[') => depth += 1,
            (None, ')' | ']') => depth = depth.saturating_sub(1),
            (None, c) if depth == 0 && separates(c) => {
                parts.push((&text[begin..at], Some(c)));
                begin = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push((&text[begin..], None));
    parts
}
