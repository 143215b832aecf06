//! Writes a tree of rules as the shortest CSS that means the same.

use super::css::Item;

/// The minified text of a sheet. Rules without content are left out.
pub(crate) fn print(items: &[Item]) -> String {
    let mut out = String::new();
    write_items(items, &mut out);
    out
}

fn write_items(items: &[Item], out: &mut String) {
    // A declaration needs `;` only when something follows it in the same block.
    let mut open = false;
    for item in items {
        let begin = out.len();
        if open {
            out.push(';');
        }
        let empty = match item {
            Item::Declaration { text } => {
                out.push_str(text);
                false
            }
            Item::Rule { selector, body, .. } => write_block(selector, body, out),
            Item::At {
                name,
                prelude,
                body,
                ..
            } => {
                let gap = if prelude.is_empty() { "" } else { " " };
                let head = format!("@{name}{gap}{prelude}");
                match body {
                    Some(body) => write_block(&head, body, out),
                    None => {
                        out.push_str(&head);
                        out.push(';');
                        false
                    }
                }
            }
        };
        if empty {
            out.truncate(begin);
        } else {
            open = matches!(item, Item::Declaration { .. });
        }
    }
}

fn write_block(head: &str, body: &[Item], out: &mut String) -> bool {
    out.push_str(head);
    out.push('{');
    let begin = out.len();
    write_items(body, out);
    let empty = out.len() == begin;
    out.push('}');
    empty
}
