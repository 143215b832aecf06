//! Writing a document: the same bytes for the same document, so that diffs show only edits.
//!
//! Order of keys: those of [`PortalDocument`], [`super::Theme`] and [`Node`] as declared
//! there, then whatever this version does not know, by name; everything below them by name.
//! A future version adds keys after those there are, by name, as an older kit would write them.

use serde_json::{Map, Value};

use super::{Node, PortalDocument};

/// A document as text: indented by two blanks, with a line break at the end.
///
/// Reading the result and writing it again gives the same bytes, unknown blocks included.
/// (Fractions of more than fifteen digits may lose their last one when read.)
///
/// # Errors
/// When a value cannot be written as JSON, which no document that was read can hold.
pub fn write(document: &PortalDocument) -> Result<String, serde_json::Error> {
    into_text(document.clone())
}

/// As [`write`](write()), of a document that nobody needs afterwards: a long one is not copied for it.
///
/// # Errors
/// As [`write`](write()).
pub fn into_text(mut document: PortalDocument) -> Result<String, serde_json::Error> {
    sort(&mut document.rest);
    sort(&mut document.theme.rest);
    document.theme.locked.sort();
    document.theme.locked.dedup();
    document.root.iter_mut().for_each(sort_node);
    let mut text = serde_json::to_string_pretty(&document)?;
    text.push('\n');
    Ok(text)
}

fn sort_node(node: &mut Node) {
    sort(&mut node.props);
    sort(&mut node.rest);
    node.at.retain(|_, props| !props.is_empty());
    node.at.values_mut().for_each(sort);
    if let Some(when) = &mut node.when {
        sort(&mut when.rest);
    }
    node.slots.values_mut().flatten().for_each(sort_node);
}

/// Sorts by name all the way down. Some other crate may have switched on serde_json's
/// `preserve_order`, which cargo then applies to everybody.
fn sort(fields: &mut Map<String, Value>) {
    let mut value = Value::Object(core::mem::take(fields));
    value.sort_all_objects();
    if let Value::Object(sorted) = value {
        *fields = sorted;
    }
}
