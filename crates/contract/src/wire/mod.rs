//! A small decoder for the kit: the same types, the same attributes, a fraction of the code.
//!
//! serde's derived visitors are monomorphised per type and format; in the kit's WASM they weighed
//! more than the five blocks, together with the format behind them. [`Wire`] reads a plain tree
//! instead, which one small parser makes from the reply's text. Tests check that both readings
//! agree on every fixture.

mod json;
mod kinds;

use core::fmt;
use std::borrow::Cow;

pub use json::{Json, parse};
pub use palier_contract_derive::Wire;

/// A contract type that reads and writes itself as JSON.
pub trait Wire: Fill + Sized {
    /// What is there before anything is read, and stays where nothing fits; the default of types that
    /// have one.
    const BLANK: Self;

    /// Appends the value as JSON.
    fn write(&self, out: &mut String);
}

/// A blank value that is filled in place. What does not fit is noted in the [`Reading`] and stays
/// blank, so nothing has to branch.
///
/// Of a record each type only says where its parts are; [`record`] fills all of them, so that
/// a further member costs its name and its address.
pub trait Fill {
    /// Fills the value; its texts are taken out of `json`.
    fn fill(&mut self, json: &mut Json<'_>, reading: &mut Reading);

    /// Fills the part of a record that is its `index`th member.
    fn part(&mut self, _index: usize, _json: &mut Json<'_>, _reading: &mut Reading) {}
}

/// Reads a value from JSON text.
///
/// # Errors
/// [`Fault`] when the text is no JSON, is nested deeper than 64 levels, or is not what the
/// contract says.
///
/// ```
/// use palier_contract::{Amount, wire};
/// let amount: Amount = wire::from_str(r#"{"currency":"points","value":120}"#).unwrap();
/// assert_eq!(amount.value.get(), 120);
/// let fault = wire::from_str::<Amount>(r#"{"currency":"points","value":1.5}"#).unwrap_err();
/// assert_eq!(fault.to_string(), "value: expected a whole number within ±(2^53-1)");
/// ```
pub fn from_str<T: Wire>(text: &str) -> Result<T, Fault> {
    read(parse(text)?)
}

/// Reads a value from JSON that was parsed before.
///
/// # Errors
/// [`Fault`] when it is not what the contract says.
pub fn read<T: Wire>(json: Json<'_>) -> Result<T, Fault> {
    let mut value = T::BLANK;
    fill(&mut value, json)?;
    Ok(value)
}

/// Fills a blank value from JSON that was parsed before.
///
/// # Errors
/// [`Fault`] when it is not what the contract says.
#[inline(never)]
pub fn fill(value: &mut dyn Fill, mut json: Json<'_>) -> Result<(), Fault> {
    let mut reading = Reading::default();
    value.fill(&mut json, &mut reading);
    reading.fault.map_or(Ok(()), Err)
}

/// Writes a value as JSON text.
pub fn to_string<T: Wire>(value: &T) -> String {
    let mut out = String::new();
    value.write(&mut out);
    out
}

/// Where and why a reply is not what the contract says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Steps from the root, joined by dots.
    path: String,
    /// What was expected; empty where there was nothing at all.
    expected: &'static str,
}

/// What is noted of a member that is not there.
const MISSING: &str = "";

impl Fault {
    const fn broken(expected: &'static str) -> Self {
        Self {
            path: String::new(),
            expected,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            f.write_str(&self.path)?;
            f.write_str(": ")?;
        }
        f.write_str(if self.expected.is_empty() {
            "is missing"
        } else {
            "expected "
        })?;
        f.write_str(self.expected)
    }
}

impl core::error::Error for Fault {}

/// Where the reading is, and the first thing that did not fit.
#[derive(Debug, Default)]
pub struct Reading {
    path: Vec<&'static str>,
    fault: Option<Fault>,
}

impl Reading {
    /// Notes that something else was expected here; only the first note counts.
    pub fn expected(&mut self, what: &'static str) {
        if self.fault.is_none() {
            self.fault = Some(Fault {
                path: self.path.join("."),
                expected: what,
            });
        }
    }
}

/// Fills the parts of a record: the members of an object, named in the order of the parts, with a `?`
/// behind those that may be absent. Members that nobody names are ignored.
#[inline(never)]
pub fn record(
    into: &mut dyn Fill,
    names: &'static str,
    json: &mut Json<'_>,
    reading: &mut Reading,
) {
    let members = members(json, reading);
    for (index, name) in names.split(' ').enumerate() {
        let optional = name.strip_suffix('?');
        let name = optional.unwrap_or(name);
        reading.path.push(name);
        match members.iter_mut().find(|(known, _)| known == name) {
            Some((_, json)) => into.part(index, json, reading),
            None if optional.is_none() => reading.expected(MISSING),
            None => {}
        }
        reading.path.pop();
    }
}

/// The members of an object; none, with a note, when it is none.
pub(crate) fn members<'a, 'text>(
    json: &'a mut Json<'text>,
    reading: &mut Reading,
) -> &'a mut [(Cow<'text, str>, Json<'text>)] {
    if let Json::Object(members) = json {
        return members;
    }
    reading.expected("an object");
    &mut []
}

/// The items of an array; none, with a note, when it is none.
#[inline(never)]
fn items<'a, 'text>(json: &'a mut Json<'text>, reading: &mut Reading) -> &'a mut [Json<'text>] {
    if let Json::Array(items) = json {
        return items;
    }
    reading.expected("an array");
    &mut []
}

/// A text, or an empty one with a note.
#[inline(never)]
pub fn text<'a>(json: &'a Json<'_>, reading: &mut Reading) -> &'a str {
    if let Json::Text(text) = json {
        return text;
    }
    reading.expected("a string");
    ""
}

/// Appends one member of an object.
pub fn member<T: Wire>(out: &mut String, first: &mut bool, name: &str, value: &T) {
    if !core::mem::take(first) {
        out.push(',');
    }
    json::quote(out, name);
    out.push(':');
    value.write(out);
}
