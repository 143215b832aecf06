//! How plain values cross the wire.

use super::{Fill, Json, Reading, Wire, json};
use crate::Quantity;

impl Wire for () {
    const BLANK: Self = ();

    fn write(&self, out: &mut String) {
        out.push_str("null");
    }
}

impl Fill for () {
    fn fill(&mut self, _: &mut Json<'_>, _: &mut Reading) {}
}

impl Wire for bool {
    const BLANK: Self = false;

    fn write(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl Fill for bool {
    fn fill(&mut self, json: &mut Json<'_>, reading: &mut Reading) {
        match json {
            Json::Bool(value) => *self = *value,
            _ => reading.expected("true or false"),
        }
    }
}

impl Wire for String {
    const BLANK: Self = Self::new();

    fn write(&self, out: &mut String) {
        json::quote(out, self);
    }
}

impl Fill for String {
    fn fill(&mut self, json: &mut Json<'_>, reading: &mut Reading) {
        match json {
            Json::Text(text) => *self = std::mem::take(text).into_owned(),
            _ => reading.expected("a string"),
        }
    }
}

impl Wire for Quantity {
    const BLANK: Self = Self::ZERO;

    fn write(&self, out: &mut String) {
        out.push_str(&self.get().to_string());
    }
}

impl Fill for Quantity {
    fn fill(&mut self, json: &mut Json<'_>, reading: &mut Reading) {
        if let Json::Int(value) = json
            && let Ok(quantity) = Self::new(*value)
        {
            *self = quantity;
        } else {
            reading.expected("a whole number within ±(2^53-1)");
        }
    }
}

macro_rules! small {
    ($($kind:ty),+) => {$(
        impl Wire for $kind {
            const BLANK: Self = 0;

            fn write(&self, out: &mut String) {
                Quantity::from(u32::from(*self)).write(out);
            }
        }

        impl Fill for $kind {
            fn fill(&mut self, json: &mut Json<'_>, reading: &mut Reading) {
                if let Json::Int(value) = json
                    && let Ok(small) = Self::try_from(*value)
                {
                    *self = small;
                } else {
                    reading.expected("a small whole number");
                }
            }
        }
    )+};
}
small!(u16, u32);

impl<T: Wire> Wire for Option<T> {
    const BLANK: Self = None;

    fn write(&self, out: &mut String) {
        match self {
            Some(value) => value.write(out),
            None => out.push_str("null"),
        }
    }
}

impl<T: Wire> Fill for Option<T> {
    fn fill(&mut self, json: &mut Json<'_>, reading: &mut Reading) {
        if !matches!(json, Json::Null) {
            self.get_or_insert_with(|| T::BLANK).fill(json, reading);
        }
    }
}

impl<T: Wire> Wire for Vec<T> {
    const BLANK: Self = Self::new();

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

impl<T: Wire> Fill for Vec<T> {
    fn fill(&mut self, json: &mut Json<'_>, reading: &mut Reading) {
        let items = super::items(json, reading);
        self.reserve_exact(items.len());
        for item in items {
            self.push(T::BLANK);
            if let Some(last) = self.last_mut() {
                last.fill(item, reading);
            }
        }
    }
}
