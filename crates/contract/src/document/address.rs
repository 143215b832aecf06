//! Which addresses a portal may lead to or load from: one rule for whoever checks a document and
//! whoever draws one, because a backend need not have checked it.

/// Schemes of links; whatever their case (RFC 3986, 3.1).
const SCHEMES: &[&str] = &["https://", "mailto:", "tel:"];

/// Longest name of a place on a page, in characters.
const LONGEST_ANCHOR: usize = 64;

/// Whether a portal may load a medium from there: `https:`, or a path of the same site.
///
/// ```
/// use palier_contract::document::is_safe_media;
/// assert!(is_safe_media("/media/heroes/grove.svg"));
/// assert!(!is_safe_media("//elsewhere.example/pixel.gif"));
/// ```
#[must_use]
pub fn is_safe_media(address: &str) -> bool {
    let path = address.starts_with('/') && !address.starts_with("//");
    (path || begins(address, "https://")) && !has_blank_or_backslash(address)
}

/// Whether a link of a portal may lead there: `https:`, `mailto:`, `tel:`, a path of the same
/// site, or `#` and the name of a place on the page.
///
/// ```
/// use palier_contract::document::is_safe_link;
/// assert!(is_safe_link("/p/guild") && is_safe_link("#rewards"));
/// assert!(!is_safe_link("javascript:alert(1)") && !is_safe_link("/\t/elsewhere.example"));
/// ```
#[must_use]
pub fn is_safe_link(address: &str) -> bool {
    leads_off_the_page(address) || is_place(address)
}

/// As [`is_safe_link`], without places on the page.
pub(super) fn leads_off_the_page(address: &str) -> bool {
    let known = SCHEMES.iter().any(|scheme| begins(address, scheme));
    is_safe_media(address) || (known && !has_blank_or_backslash(address))
}

/// Whether it is `#` and the name of a place.
fn is_place(link: &str) -> bool {
    link.strip_prefix('#').is_some_and(is_anchor)
}

/// Whether it names a place on a page: letters, digits and hyphens, beginning with a letter.
#[must_use]
pub fn is_anchor(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.len() <= LONGEST_ANCHOR
        && name.chars().all(plain)
}

fn begins(address: &str, scheme: &str) -> bool {
    let start = address.get(..scheme.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

/// Browsers drop control characters and read `\` as `/`, so `/\host` would leave the site.
fn has_blank_or_backslash(address: &str) -> bool {
    address
        .chars()
        .any(|c| c.is_whitespace() || c.is_control() || c == '\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_https_mail_telephone_this_site_or_this_page() {
        for href in [
            "https://example.org",
            "HTTPS://example.org",
            "/p/guild",
            "/",
            "mailto:a@example.org",
            "tel:+331",
            "#rewards",
        ] {
            assert!(is_safe_link(href), "{href}");
        }
        for href in [
            "",
            "#",
            "#a b",
            "#1",
            "p/guild",
            "javascript:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "//elsewhere",
            "/\\elsewhere",
            "/\t/elsewhere",
            "\\\\elsewhere",
            "data:text/html,x",
            "http://x",
            "https:/\u{e9}",
            "mailto:a@example.org\r\nbcc:b@example.org",
        ] {
            assert!(!is_safe_link(href), "{href:?}");
        }
    }

    #[test]
    fn media_come_from_https_or_this_site() {
        for src in ["https://example.org/a.png", "/media/a.svg"] {
            assert!(is_safe_media(src), "{src}");
        }
        for src in [
            "mailto:a@example.org",
            "data:image/png,x",
            "//x/a.png",
            "#a",
        ] {
            assert!(!is_safe_media(src), "{src}");
        }
    }
}
