//! Where a link leads that the backend gave: whatever it names, no script of its own runs in the
//! brand's page.

use crate::dom::{El, el};
use crate::i18n::{I18n, keys};
use crate::store::Store;

/// The address for `href`: one to write to or to call, https, or the backend's own. `None` for
/// every other, which is no link.
#[must_use]
pub fn address(store: Store, href: &str) -> Option<String> {
    let at = if is_contact(href) {
        href.to_owned()
    } else {
        store.locate(href)
    };
    (!at.is_empty()).then_some(at)
}

/// Has `link` open `href` beside the page, of which that learns nothing, and say so after `words`.
#[must_use]
pub fn beside(link: El, i18n: I18n, href: &str, words: &str) -> El {
    let tab = el("span", "pl-sr").text(&i18n.t(keys::FRAME_NEW_TAB));
    link.attr("href", href)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .child(el("span", "").text(words).text(" ").child(tab))
}

/// Whether somebody is written to or called there.
fn is_contact(href: &str) -> bool {
    let is = |scheme: &str| {
        let start = href.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    is("mailto:") || is("tel:")
}

#[cfg(test)]
mod tests {
    use super::is_contact;

    #[test]
    fn mail_and_telephone_are_told_from_every_other_address() {
        for href in ["mailto:help@brand.example", "TEL:+33123456789"] {
            assert!(is_contact(href), "{href}");
        }
        for href in ["javascript:alert(1)", "/help", "https://mailto:", "té", ""] {
            assert!(!is_contact(href), "{href}");
        }
    }
}
