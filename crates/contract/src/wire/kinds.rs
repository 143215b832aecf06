//! How plain values cross the wire.

use std::collections::BTreeMap;

use super::{Fault, Json, Wire, json};
use crate::Quantity;

impl Wire for () {
    fn read(_: Json) -> Result<Self, Fault> {
        Ok(())
    }

    fn write(&self, out: &mut String) {
        out.push_str("null");
    }
}

impl Wire for bool {
    fn read(json: Json) -> Result<Self, Fault> {
        match json {
            Json::Bool(value) => Ok(value),
            _ => Err(Fault::expected("true or false")),
        }
    }

    fn write(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl Wire for String {
    fn read(json: Json) -> Result<Self, Fault> {
        match json {
            Json::Text(text) => Ok(text),
            _ => Err(Fault::expected("a string")),
        }
    }

    fn write(&self, out: &mut String) {
        json::quote(out, self);
    }
}

impl Wire for Quantity {
    fn read(json: Json) -> Result<Self, Fault> {
        const WHOLE: Fault = Fault::expected("a whole number within ±(2^53-1)");
        match json {
            Json::Int(value) => Self::new(value).map_err(|_| WHOLE),
            _ => Err(WHOLE),
        }
    }

    fn write(&self, out: &mut String) {
        out.push_str(&self.get().to_string());
    }
}

macro_rules! small {
    ($($kind:ty),+) => {$(
        impl Wire for $kind {
            fn read(json: Json) -> Result<Self, Fault> {
                const SMALL: Fault = Fault::expected("a small whole number");
                match json {
                    Json::Int(value) => Self::try_from(value).map_err(|_| SMALL),
                    _ => Err(SMALL),
                }
            }

            fn write(&self, out: &mut String) {
                Quantity::from(u32::from(*self)).write(out);
            }
        }
    )+};
}
small!(u16, u32);

impl<T: Wire> Wire for Option<T> {
    fn read(json: Json) -> Result<Self, Fault> {
        match json {
            Json::Null => Ok(None),
            json => T::read(json).map(Some),
        }
    }

    fn write(&self, out: &mut String) {
        match self {
            Some(value) => value.write(out),
            None => out.push_str("null"),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn read(json: Json) -> Result<Self, Fault> {
        match json {
            Json::Array(items) => items.into_iter().map(T::read).collect(),
            _ => Err(Fault::expected("an array")),
        }
    }

    fn write(&self, out: &mut String) {
        out.push('[');
        for (index, item) in self.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            item.write(out);
        }
        out.push(']');
    }
}

impl<T: Wire> Wire for BTreeMap<String, T> {
    fn read(json: Json) -> Result<Self, Fault> {
        match json {
            Json::Object(members) => {
                members.into_iter().map(|(name, value)| Ok((name, T::read(value)?))).collect()
            }
            _ => Err(Fault::expected("an object")),
        }
    }

    fn write(&self, out: &mut String) {
        let mut first = true;
        out.push('{');
        for (name, value) in self {
            super::member(out, &mut first, name, value);
        }
        out.push('}');
    }
}
