//! A small decoder for the kit: the same types, the same attributes, a fraction of the code.
//!
//! serde's derived visitors are monomorphised per type and format; in the kit's WASM they, and
//! the format behind them, weighed more than the five blocks. [`Wire`] reads a plain tree
//! instead, which one small parser makes from the reply's text. Tests hold both readings
//! equal over every fixture.

mod json;
mod kinds;

use core::fmt;
use std::borrow::Cow;

pub use json::{Json, parse};
pub use palier_contract_derive::Wire;

/// A contract type that reads and writes itself as JSON.
pub trait Wire: Sized {
    /// Reads a value; its texts are taken out of `json`. What does not fit is noted in `reading` and read as something blank: no
    /// branch per field is needed, which halves the code.
    fn read(json: &mut Json<'_>, reading: &mut Reading) -> Self;

    /// Appends the value as JSON.
    fn write(&self, out: &mut String);

    /// Whether an absent field reads as `null` does.
    const OPTIONAL: bool = false;
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
pub fn read<T: Wire>(mut json: Json<'_>) -> Result<T, Fault> {
    let mut reading = Reading::default();
    let value = T::read(&mut json, &mut reading);
    match reading.fault {
        None => Ok(value),
        Some(fault) => Err(fault),
    }
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

/// The members of an object, to be taken one by one. Members nobody takes are ignored.
#[derive(Debug)]
pub struct Record<'a, 'text> {
    members: &'a mut [(Cow<'text, str>, Json<'text>)],
    /// What an absent member reads as.
    absent: Json<'text>,
}

impl<'a, 'text> Record<'a, 'text> {
    /// The members of `json`; none, with a note, when it is no object.
    #[must_use]
    pub fn of(json: &'a mut Json<'text>, reading: &mut Reading) -> Self {
        let members: &mut [(Cow<'text, str>, Json<'text>)] = if let Json::Object(members) = json {
            members
        } else {
            reading.expected("an object");
            &mut []
        };
        Self {
            members,
            absent: Json::Null,
        }
    }

    /// Takes a member that must be there, unless its type is optional.
    pub fn take<T: Wire>(&mut self, name: &'static str, reading: &mut Reading) -> T {
        let json = self.find(name, T::OPTIONAL, reading);
        let value = T::read(json, reading);
        reading.path.pop();
        value
    }

    /// Takes a member, or the default when it is missing.
    pub fn take_or_default<T: Wire + Default>(
        &mut self,
        name: &'static str,
        reading: &mut Reading,
    ) -> T {
        if self.members.iter().any(|(known, _)| known == name) {
            self.take(name, reading)
        } else {
            T::default()
        }
    }

    /// Steps into a member.
    #[inline(never)]
    fn find(
        &mut self,
        name: &'static str,
        optional: bool,
        reading: &mut Reading,
    ) -> &mut Json<'text> {
        reading.path.push(name);
        match self.members.iter_mut().find(|(known, _)| known == name) {
            Some((_, json)) => json,
            None => {
                if !optional {
                    reading.expected(MISSING);
                }
                &mut self.absent
            }
        }
    }
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
