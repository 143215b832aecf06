//! A small decoder for the kit: the same types, the same attributes, a fraction of the code.
//!
//! serde's derived visitors are monomorphised per type and format; in the kit's WASM they, and
//! the format behind them, weighed more than the five blocks. [`Wire`] reads a plain tree
//! instead, which one small parser makes from the reply's text. Tests hold both readings
//! equal over every fixture.

mod json;
mod kinds;

use core::fmt;

pub use json::{Json, parse};
pub use palier_contract_derive::Wire;

/// A contract type that reads and writes itself as JSON.
pub trait Wire: Sized {
    /// Reads a value.
    ///
    /// # Errors
    /// [`Fault`] at the first place where `json` is not what the contract says.
    fn read(json: Json) -> Result<Self, Fault>;

    /// Appends the value as JSON.
    fn write(&self, out: &mut String);

    /// What an absent field reads as; `None` when the field must be there.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }
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
    T::read(parse(text)?)
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
    /// Steps from the root, outermost last.
    path: Vec<&'static str>,
    /// What was expected.
    expected: &'static str,
}

impl Fault {
    /// A fault at the present place.
    #[must_use]
    pub const fn expected(what: &'static str) -> Self {
        Self { path: Vec::new(), expected: what }
    }

    fn within(mut self, step: &'static str) -> Self {
        self.path.push(step);
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.path.iter().rev().enumerate() {
            if index > 0 {
                f.write_str(".")?;
            }
            f.write_str(step)?;
        }
        if !self.path.is_empty() {
            f.write_str(": ")?;
        }
        f.write_str("expected ")?;
        f.write_str(self.expected)
    }
}

impl core::error::Error for Fault {}

/// The members of an object, to be taken one by one. Members nobody takes are ignored.
#[derive(Debug)]
pub struct Record(Vec<(String, Json)>);

impl Record {
    /// The members of `json`.
    ///
    /// # Errors
    /// [`Fault`] when it is no object.
    pub fn of(json: Json) -> Result<Self, Fault> {
        match json {
            Json::Object(members) => Ok(Self(members)),
            _ => Err(Fault::expected("an object")),
        }
    }

    /// Takes a member that must be there, unless its type knows what absence means.
    ///
    /// # Errors
    /// [`Fault`] when it is missing, or is not of its type.
    pub fn take<T: Wire>(&mut self, name: &'static str) -> Result<T, Fault> {
        match self.pull(name) {
            Some(json) => T::read(json).map_err(|fault| fault.within(name)),
            None => T::absent().ok_or_else(|| Fault::expected("a value").within(name)),
        }
    }

    /// Takes a member, or the default when it is missing.
    ///
    /// # Errors
    /// [`Fault`] when it is not of its type.
    pub fn take_or_default<T: Wire + Default>(&mut self, name: &'static str) -> Result<T, Fault> {
        match self.pull(name) {
            Some(json) => T::read(json).map_err(|fault| fault.within(name)),
            None => Ok(T::default()),
        }
    }

    fn pull(&mut self, name: &str) -> Option<Json> {
        let index = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.swap_remove(index).1)
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
