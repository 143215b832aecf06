//! How plain values cross the wire.

use std::collections::BTreeMap;

use super::{Json, Reading, Wire, json};
use crate::Quantity;

impl Wire for () {
    fn read(_: &mut Json<'_>, _: &mut Reading) -> Self {}

    fn write(&self, out: &mut String) {
        out.push_str("null");
    }
}

impl Wire for bool {
    fn read(json: &mut Json<'_>, reading: &mut Reading) -> Self {
        if let Json::Bool(value) = json {
            return *value;
        }
        reading.expected("true or false");
        false
    }

    fn write(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl Wire for String {
    fn read(json: &mut Json<'_>, reading: &mut Reading) -> Self {
        if let Json::Text(text) = json {
            return std::mem::take(text).into_owned();
        }
        reading.expected("a string");
        Self::new()
    }

    fn write(&self, out: &mut String) {
        json::quote(out, self);
    }
}

impl Wire for Quantity {
    fn read(json: &mut Json<'_>, reading: &mut Reading) -> Self {
        if let Json::Int(value) = json
            && let Ok(quantity) = Self::new(*value)
        {
            return quantity;
        }
        reading.expected("a whole number within ±(2^53-1)");
        Self::ZERO
    }

    fn write(&self, out: &mut String) {
        out.push_str(&self.get().to_string());
    }
}

macro_rules! small {
    ($($kind:ty),+) => {$(
        impl Wire for $kind {
            fn read(json: &mut Json<'_>, reading: &mut Reading) -> Self {
                if let Json::Int(value) = json
                    && let Ok(small) = Self::try_from(*value)
                {
                    return small;
                }
                reading.expected("a small whole number");
                0
            }

            fn write(&self, out: &mut String) {
                Quantity::from(u32::from(*self)).write(out);
            }
        }
    )+};
}
small!(u16, u32);

impl<T: Wire> Wire for Option<T> {
    const OPTIONAL: bool = true;

    fn read(json: &mut Json<'_>, reading: &mut Reading) -> Self {
        match json {
            Json::Null => None,
            json => Some(T::read(json, reading)),
        }
    }

    fn write(&self, out: &mut String) {
        match self {
            Some(value) => value.write(out),
            None => out.push_str("null"),
        }
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn read(json: &mut Json<'_>, reading: &mut Reading) -> Self {
        let Json::Array(items) = json else {
            reading.expected("an array");
            return Self::new();
        };
        let mut read = Self::with_capacity(items.len());
        for item in items {
            read.push(T::read(item, reading));
        }
        read
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
    fn read(json: &mut Json<'_>, reading: &mut Reading) -> Self {
        let mut read = Self::new();
        if let Json::Object(members) = json {
            // One by one: collecting would sort, and sorting is large.
            for (name, value) in members {
                read.insert(name.to_string(), T::read(value, reading));
            }
        } else {
            reading.expected("an object");
        }
        read
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
