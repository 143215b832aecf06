//! Reads CSS into a tree of rules and declarations, each with its line.
//!
//! Only as much grammar as scoping and minifying need; values stay text. Text comes
//! out compact: comments gone, blanks reduced to those that mean something.

use super::compact::{HELD_BLANK, compact_prelude, compact_selector, compact_value};

/// One thing inside a sheet or a block.
#[derive(Debug, PartialEq)]
pub(crate) enum Item {
    /// `selector { … }`
    Rule {
        line: usize,
        selector: String,
        body: Vec<Item>,
    },
    /// `@name prelude { … }`, or without a body `@name prelude;`.
    At {
        line: usize,
        name: String,
        prelude: String,
        body: Option<Vec<Item>>,
    },
    /// `property: value`
    Declaration { text: String },
}

/// What is wrong in a sheet, and on which line.
#[derive(Debug, PartialEq)]
pub(crate) struct Fault {
    pub(crate) line: usize,
    pub(crate) message: String,
}

/// Reads a whole sheet.
///
/// # Errors
/// On a comment, string or block that is not closed, on a `}` without its `{`, and on a
/// declaration outside a rule.
pub(crate) fn parse(css: &str) -> Result<Vec<Item>, Fault> {
    let mut reader = Reader { rest: css, line: 1 };
    let items = reader.items(None)?;
    if let Some(Item::Declaration { text }) =
        items.iter().find(|i| matches!(i, Item::Declaration { .. }))
    {
        return Err(Fault {
            line: 1,
            message: format!("`{text}` stands outside any rule"),
        });
    }
    Ok(items)
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
}

impl Reader<'_> {
    /// Reads up to the `}` of the block opened on line `opened`, or to the end of the sheet.
    fn items(&mut self, opened: Option<usize>) -> Result<Vec<Item>, Fault> {
        let mut items = Vec::new();
        loop {
            let (line, text, end) = self.chunk()?;
            match end {
                Some('{') => items.push(self.block(line, &text)?),
                _ if text.is_empty() => {}
                _ => items.push(statement(line, &text)?),
            }
            match (end, opened) {
                (Some('}'), Some(_)) | (None, None) => return Ok(items),
                (Some('}'), None) => return Err(self.fault("this `}` closes nothing")),
                (None, Some(line)) => {
                    return Err(Fault {
                        line,
                        message: "this block is never closed".into(),
                    });
                }
                _ => {}
            }
        }
    }

    fn block(&mut self, line: usize, head: &str) -> Result<Item, Fault> {
        if head.is_empty() {
            return Err(Fault {
                line,
                message: "this block has no selector".into(),
            });
        }
        if head.starts_with("--") {
            let message =
                format!("`{head}`: a custom property that holds a block is not supported");
            return Err(Fault { line, message });
        }
        let body = self.items(Some(line))?;
        Ok(match head.strip_prefix('@') {
            Some(at) => {
                let (name, prelude) = split_at_rule(at);
                Item::At {
                    line,
                    name,
                    prelude,
                    body: Some(body),
                }
            }
            None => Item::Rule {
                line,
                selector: compact_selector(head),
                body,
            },
        })
    }

    /// The text up to the next `{`, `}`, `;` or the end, whichever it was, and the line
    /// on which the text begins.
    fn chunk(&mut self) -> Result<(usize, String, Option<char>), Fault> {
        let mut text = String::new();
        let mut begins = self.line;
        let mut depth = 0_usize;
        loop {
            if self.rest.starts_with("/*") {
                self.comment()?;
                text.push(' ');
                continue;
            }
            let Some(c) = self.next() else {
                return Ok((begins, tidy(&text), None));
            };
            if text.trim().is_empty() && !c.is_whitespace() {
                begins = self.line;
            }
            match c {
                '"' | '\'' => self.string(c, &mut text)?,
                '\\' => {
                    text.push(c);
                    text.extend(self.next());
                }
                '{' | '}' | ';' if depth == 0 => return Ok((begins, tidy(&text), Some(c))),
                '(' | '[' => {
                    depth += 1;
                    text.push(c);
                    if c == '(' && text.to_ascii_lowercase().ends_with("url(") {
                        self.bare_url(&mut text);
                    }
                }
                ')' | ']' => {
                    depth = depth
                        .checked_sub(1)
                        .ok_or_else(|| self.fault("a bracket closes that was never opened"))?;
                    text.push(c);
                }
                '{' | '}' => return Err(self.fault("a bracket is not closed before this brace")),
                c if c.is_whitespace() => text.push(' '),
                c => text.push(c),
            }
        }
    }

    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        self.line += usize::from(c == '\n');
        Some(c)
    }

    fn comment(&mut self) -> Result<(), Fault> {
        let Some(end) = self.rest.find("*/") else {
            return Err(self.fault("this comment is never closed"));
        };
        self.line += self.rest[..end].matches('\n').count();
        self.rest = &self.rest[end + 2..];
        Ok(())
    }

    fn string(&mut self, quote: char, text: &mut String) -> Result<(), Fault> {
        let opened = self.line;
        text.push(quote);
        while let Some(c) = self.next() {
            if c == '\n' {
                break;
            }
            text.push(held(c));
            if c == '\\' {
                text.extend(self.next().map(held));
            } else if c == quote {
                return Ok(());
            }
        }
        Err(Fault {
            line: opened,
            message: "this string is never closed".into(),
        })
    }

    /// An unquoted address may hold `;`, `/*` and braces.
    fn bare_url(&mut self, text: &mut String) {
        if self.rest.trim_start().starts_with(['"', '\'']) {
            return;
        }
        while !self.rest.is_empty() && !self.rest.starts_with(')') {
            text.extend(self.next());
        }
    }

    fn fault(&self, message: &str) -> Fault {
        Fault {
            line: self.line,
            message: message.into(),
        }
    }
}

/// A character of a string, marked if `tidy` would take it away.
fn held(c: char) -> char {
    if c == ' ' { HELD_BLANK } else { c }
}

/// One blank for any run of blanks, none at the ends.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn statement(line: usize, text: &str) -> Result<Item, Fault> {
    if let Some(at) = text.strip_prefix('@') {
        let (name, prelude) = split_at_rule(at);
        return Ok(Item::At {
            line,
            name,
            prelude,
            body: None,
        });
    }
    let Some((property, value)) = text.split_once(':') else {
        return Err(Fault {
            line,
            message: format!("`{text}` is neither a rule nor a declaration"),
        });
    };
    let (property, value) = (property.trim(), value.trim());
    let value = if value.is_empty() {
        " ".into()
    } else {
        compact_value(value)
    };
    Ok(Item::Declaration {
        text: format!("{property}:{value}"),
    })
}

fn split_at_rule(text: &str) -> (String, String) {
    let end = text
        .find(|c: char| !(c.is_alphanumeric() || c == '-'))
        .unwrap_or(text.len());
    let (name, prelude) = text.split_at(end);
    (name.into(), compact_prelude(prelude.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selector_of(css: &str) -> String {
        match parse(css).unwrap().remove(0) {
            Item::Rule { selector, .. } => selector,
            other => panic!("not a rule: {other:?}"),
        }
    }

    #[test]
    fn ordinary_layout_becomes_tight() {
        assert_eq!(
            selector_of(".a > .b ,\n.c:nth-child( 2n + 1 )  .d {}"),
            ".a>.b,.c:nth-child(2n+1) .d"
        );
    }

    #[test]
    fn blanks_inside_strings_stay() {
        let items = parse(r#".a[title=" x , y "]::before { content: "a  ;  } b"; }"#).unwrap();
        let Item::Rule { selector, body, .. } = &items[0] else {
            panic!()
        };
        assert_eq!(selector, r#".a[title=" x , y "]::before"#);
        assert_eq!(
            body,
            &[Item::Declaration {
                text: r#"content:"a  ;  } b""#.into()
            }]
        );
    }

    #[test]
    fn calc_keeps_the_blanks_it_needs() {
        let items = parse(".a { width: calc( 1px + var( --b , 2px ) ) !important }").unwrap();
        let Item::Rule { body, .. } = &items[0] else {
            panic!()
        };
        assert_eq!(
            body,
            &[Item::Declaration {
                text: "width:calc(1px + var(--b,2px))!important".into()
            }]
        );
    }

    #[test]
    fn faults_name_their_line() {
        assert_eq!(parse(".a {\n color: red;\n").unwrap_err().line, 1);
        assert_eq!(parse(".a{}\n}").unwrap_err().line, 2);
        assert_eq!(parse("\n/* open").unwrap_err().line, 2);
        assert_eq!(parse(".a{\n\ncontent:\"open\n}").unwrap_err().line, 3);
        assert_eq!(parse(".a{\nnonsense\n}").unwrap_err().line, 3 - 1);
    }
}
