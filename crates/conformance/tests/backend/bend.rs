//! One thing that is wrong with a backend's replies.

use serde_json::Value;

use super::{Reply, Request, fixture, replies::bearer};

/// What is done to the replies at an address.
pub(crate) struct Bend {
    /// `/v1/me`, with a part of the query after `?`, and before it whose token was sent: `bob `, or
    /// `nobody `. Without either, every reply of the address.
    pub(crate) at: &'static str,
    pub(crate) how: How,
}

/// How a reply is bent.
pub(crate) enum How {
    /// What is at a JSON pointer becomes this; `null` takes it away.
    Field(&'static str, Value),
    /// A header becomes this.
    Header(&'static str, &'static str),
    /// The reply is another example.
    Example(&'static str),
    /// Every reader's reply has the same entity tag.
    SharedTag,
    /// A cursor does not know what the list was narrowed down to.
    LostFilter,
}

impl Bend {
    pub(super) fn is_meant(&self, request: &Request) -> bool {
        let (who, address) = self.at.split_once(' ').unwrap_or(("", self.at));
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let asks = bearer(request).unwrap_or("nobody");
        // The first page, unless another is meant.
        let is_page = request.query.contains("cursor=") == query.contains("cursor=");
        let is_reader = who.is_empty() || who == asks;
        request.path == path && is_page && is_reader && request.query.contains(query)
    }

    pub(super) fn apply(&self, (status, headers, body): &mut Reply) {
        match &self.how {
            How::Field(pointer, value) => {
                let mut json: Value = serde_json::from_str(body).unwrap();
                set(&mut json, pointer, value);
                *body = json.to_string();
            }
            How::Example(name) => {
                *status = 200;
                *body = fixture(name).to_string();
            }
            How::Header(name, value) => {
                headers.retain(|(known, _)| known != name);
                headers.push((name, (*value).to_owned()));
            }
            How::SharedTag | How::LostFilter => {}
        }
    }
}

fn set(body: &mut Value, pointer: &str, value: &Value) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = body.pointer_mut(parent).ok_or(pointer).unwrap();
    match (parent, value.is_null()) {
        (Value::Object(fields), true) => drop(fields.remove(name)),
        (Value::Object(fields), false) => drop(fields.insert(name.to_owned(), value.clone())),
        (Value::Array(items), true) => drop(items.remove(name.parse().unwrap())),
        (Value::Array(items), false) => items[name.parse::<usize>().unwrap()] = value.clone(),
        _ => unreachable!("nothing is below {pointer}"),
    }
}
