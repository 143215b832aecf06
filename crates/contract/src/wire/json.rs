//! JSON text (RFC 8259) as a plain tree. Numbers beyond whole ones are noted, not kept: the
//! contract has none.

use std::borrow::Cow;

use super::Fault;

/// A JSON value. Its texts are parts of what was parsed, as long as nothing in them is escaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number that fits.
    Int(i64),
    /// Any other number.
    Other,
    /// A string.
    Text(Cow<'a, str>),
    /// An array.
    Array(Vec<Json<'a>>),
    /// An object, in the order of the text.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

const MAX_DEPTH: u8 = 64;
const BROKEN: Fault = Fault::broken("JSON");

/// Parses a whole text.
///
/// # Errors
/// [`Fault`] when it is no JSON, or is nested deeper than 64 levels.
pub fn parse(text: &str) -> Result<Json<'_>, Fault> {
    let mut parser = Parser { text, at: 0 };
    let json = parser.value(0)?;
    parser.space();
    if parser.at == text.len() {
        Ok(json)
    } else {
        Err(BROKEN)
    }
}

struct Parser<'a> {
    text: &'a str,
    /// Always on a character's border.
    at: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn eat(&mut self, byte: u8) -> bool {
        let here = self.peek() == Some(byte);
        self.at += usize::from(here);
        here
    }

    fn word(&mut self, word: &str, json: Json<'a>) -> Result<Json<'a>, Fault> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        if !rest.starts_with(word) {
            return Err(BROKEN);
        }
        self.at += word.len();
        Ok(json)
    }

    fn value(&mut self, depth: u8) -> Result<Json<'a>, Fault> {
        if depth > MAX_DEPTH {
            return Err(Fault::broken("at most 64 levels"));
        }
        self.space();
        match self.peek() {
            Some(b'n') => self.word("null", Json::Null),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'"') => self.string().map(Json::Text),
            Some(b'[') => self.array(depth),
            Some(b'{') => self.object(depth),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => Err(BROKEN),
        }
    }

    fn array(&mut self, depth: u8) -> Result<Json<'a>, Fault> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if self.eat(b']') {
            return Ok(Json::Array(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.space();
            if self.eat(b']') {
                return Ok(Json::Array(items));
            }
            if !self.eat(b',') {
                return Err(BROKEN);
            }
        }
    }

    fn object(&mut self, depth: u8) -> Result<Json<'a>, Fault> {
        self.at += 1;
        let mut members = Vec::new();
        self.space();
        if self.eat(b'}') {
            return Ok(Json::Object(members));
        }
        loop {
            self.space();
            let name = self.string()?;
            self.space();
            if !self.eat(b':') {
                return Err(BROKEN);
            }
            let value = self.value(depth + 1)?;
            members.push((name, value));
            self.space();
            if self.eat(b'}') {
                return Ok(Json::Object(members));
            }
            if !self.eat(b',') {
                return Err(BROKEN);
            }
        }
    }

    /// Numbers are read by their shape; whole ones within `i64` keep their value.
    fn number(&mut self) -> Result<Json<'a>, Fault> {
        let start = self.at;
        let digits = |parser: &mut Self| {
            let from = parser.at;
            while matches!(parser.peek(), Some(b'0'..=b'9')) {
                parser.at += 1;
            }
            if parser.at > from {
                Ok(())
            } else {
                Err(BROKEN)
            }
        };
        let _minus = self.eat(b'-');
        if !self.eat(b'0') {
            digits(self)?;
        }
        let whole = self.at;
        if self.eat(b'.') {
            digits(self)?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _sign = self.eat(b'+') || self.eat(b'-');
            digits(self)?;
        }
        if self.at != whole {
            return Ok(Json::Other);
        }
        let figure = self.text.get(start..whole).unwrap_or_default();
        Ok(figure.parse().map_or(Json::Other, Json::Int))
    }

    fn string(&mut self) -> Result<Cow<'a, str>, Fault> {
        if !self.eat(b'"') {
            return Err(BROKEN);
        }
        let plain = self.plain()?;
        if self.eat(b'"') {
            return Ok(Cow::Borrowed(plain));
        }
        let mut out = plain.to_owned();
        loop {
            if !self.eat(b'\\') {
                return Err(BROKEN);
            }
            out.push(self.escape()?);
            out.push_str(self.plain()?);
            if self.eat(b'"') {
                return Ok(Cow::Owned(out));
            }
        }
    }

    /// What comes before the next quote, backslash or control character.
    fn plain(&mut self) -> Result<&'a str, Fault> {
        let from = self.at;
        while !matches!(self.peek(), None | Some(b'"' | b'\\' | 0..=0x1f)) {
            self.at += 1;
        }
        self.text.get(from..self.at).ok_or(BROKEN)
    }

    fn escape(&mut self) -> Result<char, Fault> {
        let letter = self.peek().ok_or(BROKEN)?;
        self.at += 1;
        Ok(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                let code = match unit {
                    0xd800..=0xdbff => self.pair(unit)?,
                    unit => unit,
                };
                // A lone half of a pair is no character.
                char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => return Err(BROKEN),
        })
    }

    /// The character of a surrogate pair whose first half was just read. Without a second half
    /// it is that half alone, and what follows is read by itself.
    fn pair(&mut self, high: u32) -> Result<u32, Fault> {
        let before = self.at;
        let rest = self.text.get(before..).unwrap_or_default();
        if !rest.starts_with("\\u") {
            return Ok(high);
        }
        self.at += 2;
        match self.unit()? {
            low @ 0xdc00..=0xdfff => Ok(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)),
            _ => {
                self.at = before;
                Ok(high)
            }
        }
    }

    fn unit(&mut self) -> Result<u32, Fault> {
        let digits = self.text.get(self.at..self.at + 4).ok_or(BROKEN)?;
        self.at += 4;
        if digits.starts_with('+') {
            return Err(BROKEN);
        }
        u32::from_str_radix(digits, 16).map_err(|_| BROKEN)
    }
}

/// Appends a JSON string.
pub(super) fn quote(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{0}'..='\u{1f}' => {
                out.push_str("\\u00");
                for digit in [letter as u32 >> 4, letter as u32 & 15] {
                    out.push(char::from_digit(digit, 16).unwrap_or('0'));
                }
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_is_no_json_is_refused() {
        for text in [
            "",
            "{",
            "[1,]",
            "{\"a\" 1}",
            "01",
            "1.",
            "\"a",
            "\"\\u12\"",
            "nul",
            "1 2",
            "{a:1}",
            "\"\u{1}\"",
            "-",
        ] {
            assert_eq!(parse(text), Err(BROKEN), "{text}");
        }
        assert!(parse(&"[".repeat(100_000)).is_err());
    }

    #[test]
    fn a_lone_half_of_a_pair_leaves_what_follows_alone() {
        for (text, read) in [
            (r#""\ud83d\u0041""#, "\u{fffd}A"),
            (r#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"),
            (r#""\ud83dA""#, "\u{fffd}A"),
            (r#""\ude00\ud83d""#, "\u{fffd}\u{fffd}"),
            (r#""\ud83d\ue000""#, "\u{fffd}\u{e000}"),
        ] {
            assert_eq!(parse(text), Ok(Json::Text(read.into())), "{text}");
        }
    }

    #[test]
    fn values_are_read() {
        let text = r#" {"a":[1,-2,0,1.5,1e3,9007199254740993,99999999999999999999],"b":"é\n\u00e9\ud83d\ude00\ud800","c":null,"d":true} "#;
        let Ok(Json::Object(members)) = parse(text) else {
            panic!("{text}")
        };
        let [(_, a), (_, b), (_, c), (_, d)] = members.as_slice() else {
            panic!("{members:?}")
        };
        let numbers = [
            Json::Int(1),
            Json::Int(-2),
            Json::Int(0),
            Json::Other,
            Json::Other,
            Json::Int(9_007_199_254_740_993),
            Json::Other,
        ];
        assert_eq!(*a, Json::Array(numbers.into()));
        assert_eq!(*b, Json::Text("é\né😀\u{fffd}".into()));
        assert_eq!((c, d), (&Json::Null, &Json::Bool(true)));
    }

    #[test]
    fn strings_are_quoted_so_that_anybody_reads_them() {
        let mut out = String::new();
        quote(&mut out, "a\"\\\n\u{1f}é");
        assert_eq!(out, r#""a\"\\\u000a\u001fé""#);
    }
}
