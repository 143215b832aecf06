//! Pages of the brand's own that members are sent to.

use super::reader::Table;
use crate::origin;

/// Where members sign in, join, find help and terms; what the file does not name is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Links {
    /// Where to sign in.
    pub sign_in: Option<String>,
    /// Where to enrol.
    pub join: Option<String>,
    /// Where to ask for help.
    pub help: Option<String>,
    /// The programme's terms.
    pub terms: Option<String>,
}

impl Links {
    pub(super) fn read(table: &Table<'_>) -> Self {
        Self {
            sign_in: link(table, "sign_in"),
            join: link(table, "join"),
            help: link(table, "help"),
            terms: link(table, "terms"),
        }
    }

    /// A demo has doors of its own, which the file need not name.
    pub(super) fn or_the_demos(self) -> Self {
        let door = |path: &str| Some(path.to_owned());
        Self {
            sign_in: self.sign_in.or_else(|| door("/demo/sign-in")),
            join: self.join.or_else(|| door("/demo/sign-in?join")),
            ..self
        }
    }
}

fn link(table: &Table<'_>, key: &'static str) -> Option<String> {
    let link = table.optional_string(key)?;
    if !link.is_empty() && !is_path(&link) && !is_web_address(&link) {
        let message = format!("`{link}` must be a path beginning with `/` or a web address");
        table.wrong(key, message);
    }
    Some(link)
}

/// Browsers read `//host` and `/\host` as another host.
fn is_path(link: &str) -> bool {
    link.starts_with('/') && !link.starts_with("//") && is_plain(link)
}

fn is_web_address(link: &str) -> bool {
    let Some((scheme, rest)) = link.split_once("://") else {
        return false;
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let host = rest.get(..end).unwrap_or("");
    ["http", "https"].contains(&scheme)
        && origin::parse(&format!("{scheme}://{host}")).is_some()
        && is_plain(link)
}

fn is_plain(link: &str) -> bool {
    !link.contains(|letter: char| letter.is_whitespace() || letter.is_control() || letter == '\\')
}
