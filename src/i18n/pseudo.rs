//! Pseudo-translation: accented letters and a third more text, so that clipped or hard-coded
//! words are seen before a translator sees them.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Lengthens every message; placeholders stay.
#[must_use]
pub fn lengthen(messages: &Array) -> Array {
    messages.iter().map(|message| one(&message)).collect()
}

fn one(message: &JsValue) -> JsValue {
    if let Some(text) = message.as_string() {
        return JsValue::from_str(&accent(&text));
    }
    let out = Object::new();
    for entry in Object::entries(message.unchecked_ref()).iter() {
        let entry = Array::from(&entry);
        // Setting a property of a fresh plain object cannot fail.
        drop(Reflect::set(&out, &entry.get(0), &one(&entry.get(1))));
    }
    out.into()
}

/// Lengthens one text; placeholders stay.
#[must_use]
pub fn accent(text: &str) -> String {
    let mut out = String::from("[");
    let mut inside = false;
    for letter in text.chars() {
        inside = (inside || letter == '{') && letter != '}';
        out.push(match letter {
            _ if inside => letter,
            'a' => 'á',
            'e' => 'ë',
            'i' => 'î',
            'o' => 'ö',
            'u' => 'ü',
            'n' => 'ñ',
            'c' => 'ç',
            other => other,
        });
    }
    let more = text.chars().count().div_ceil(3);
    out.push_str(
        &" lörëm îpsüm dölör sît ámët"
            .chars()
            .cycle()
            .take(more)
            .collect::<String>(),
    );
    out.push(']');
    out
}

#[cfg(test)]
mod tests {
    use super::accent;

    #[test]
    fn placeholders_stay_as_they_are() {
        let text = accent("{count} points");
        assert!(text.starts_with("[{count} pöîñts"), "{text}");
        assert!(text.chars().count() > "{count} points".len() + 4);
    }
}
