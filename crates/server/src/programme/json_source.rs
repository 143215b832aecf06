//! JSON text → [`Node`]s. Written by hand because serde_json forgets where values stood.

use super::source::{Entry, Node, SyntaxError, Value};

/// Deeper nesting than any programme needs; bounds the recursion.
const MAX_DEPTH: usize = 32;

/// Parses JSON; on failure the first syntax error, after which the rest means nothing.
pub(super) fn parse(text: &str) -> Result<Node, Vec<SyntaxError>> {
    let mut cursor = Cursor { text, at: 0 };
    let whole = cursor.value(0).and_then(|node| {
        cursor.skip_blanks();
        if cursor.peek().is_none() {
            Ok(node)
        } else {
            Err(cursor.error("nothing may follow the value"))
        }
    });
    whole.map_err(|error| vec![error])
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl Cursor<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_blanks(&mut self) {
        self.at += self.rest().len()
            - self
                .rest()
                .trim_start_matches([' ', '\t', '\n', '\r'])
                .len();
    }

    fn take(&mut self, expected: &str) -> bool {
        self.skip_blanks();
        let found = self.rest().starts_with(expected);
        if found {
            self.at += expected.len();
        }
        found
    }

    fn error(&self, message: &str) -> SyntaxError {
        SyntaxError {
            at: self.at,
            message: message.to_owned(),
        }
    }

    fn value(&mut self, depth: usize) -> Result<Node, SyntaxError> {
        self.skip_blanks();
        if depth > MAX_DEPTH {
            return Err(self.error("nested too deeply"));
        }
        let at = self.at;
        let value = match self.peek() {
            Some('{') => self.table(depth)?,
            Some('[') => self.list(depth)?,
            Some('"') => Value::Text(self.string()?),
            Some('-' | '0'..='9') => self.number()?,
            _ if self.take("true") => Value::Bool(true),
            _ if self.take("false") => Value::Bool(false),
            _ if self.take("null") => Value::Other("null"),
            _ => return Err(self.error("expected a value")),
        };
        Ok(Node { at, value })
    }

    fn table(&mut self, depth: usize) -> Result<Value, SyntaxError> {
        let mut entries: Vec<Entry> = Vec::new();
        self.take("{");
        while !self.take("}") {
            if !entries.is_empty() && !self.take(",") {
                return Err(self.error("expected `,` or `}`"));
            }
            self.skip_blanks();
            let key_at = self.at;
            let key = self.string()?;
            if entries.iter().any(|entry| entry.key == key) {
                return Err(SyntaxError {
                    at: key_at,
                    message: format!("`{key}` is given twice"),
                });
            }
            if !self.take(":") {
                return Err(self.error("expected `:`"));
            }
            let node = self.value(depth + 1)?;
            entries.push(Entry { key, key_at, node });
        }
        Ok(Value::Table(entries))
    }

    fn list(&mut self, depth: usize) -> Result<Value, SyntaxError> {
        let mut items = Vec::new();
        self.take("[");
        while !self.take("]") {
            if !items.is_empty() && !self.take(",") {
                return Err(self.error("expected `,` or `]`"));
            }
            items.push(self.value(depth + 1)?);
        }
        Ok(Value::List(items))
    }

    /// Finds the closing quote and leaves the escapes to serde_json.
    fn string(&mut self) -> Result<String, SyntaxError> {
        if self.peek() != Some('"') {
            return Err(self.error("expected a text in double quotes"));
        }
        let mut escaped = false;
        for (offset, letter) in self.rest().char_indices().skip(1) {
            match letter {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => {
                    let quoted = self.rest().get(..=offset).unwrap_or("");
                    let text = serde_json::from_str(quoted)
                        .map_err(|error| self.error(&format!("not a valid text: {error}")))?;
                    self.at += offset + 1;
                    return Ok(text);
                }
                _ => {}
            }
        }
        Err(self.error("the text has no closing quote"))
    }

    fn number(&mut self) -> Result<Value, SyntaxError> {
        let rest = self.rest();
        let end = rest
            .find(|letter: char| !matches!(letter, '-' | '+' | '.' | 'e' | 'E' | '0'..='9'))
            .unwrap_or(rest.len());
        let written = rest.get(..end).unwrap_or("");
        let value = match serde_json::from_str::<serde_json::Number>(written) {
            Ok(number) => number
                .as_i64()
                .map_or(Value::Other("a fraction"), Value::Integer),
            Err(_) => return Err(self.error("not a number")),
        };
        self.at += end;
        Ok(value)
    }
}
