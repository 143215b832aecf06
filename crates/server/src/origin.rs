//! Web origins as browsers write them in `Origin` (RFC 6454): what is configured is compared with
//! that text and put into policies, so nothing but an origin may get in.

use std::net::Ipv6Addr;

/// `scheme://host` or `scheme://host:port`, in lower case, without the scheme's own port and
/// without a lone slash at the end; `None` for everything else. Hosts beyond ASCII are
/// written as browsers send them, in Punycode.
pub(crate) fn parse(text: &str) -> Option<String> {
    let text = text.strip_suffix('/').unwrap_or(text).to_ascii_lowercase();
    let (scheme, authority) = text.split_once("://")?;
    if !is_scheme(scheme) {
        return None;
    }
    let (host, port) = split(authority)?;
    if !is_host(host) {
        return None;
    }
    match port.map(str::parse::<u16>) {
        None => Some(format!("{scheme}://{host}")),
        Some(Ok(port)) if usual(scheme) == Some(port) => Some(format!("{scheme}://{host}")),
        Some(Ok(port)) => Some(format!("{scheme}://{host}:{port}")),
        Some(Err(_)) => None,
    }
}

fn is_scheme(scheme: &str) -> bool {
    scheme.starts_with(|letter: char| letter.is_ascii_lowercase())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// Host, its brackets included, and port.
fn split(authority: &str) -> Option<(&str, Option<&str>)> {
    let end = match authority.strip_prefix('[') {
        Some(rest) => rest.find(']')? + 2,
        None => authority.find(':').unwrap_or(authority.len()),
    };
    let (host, rest) = authority.split_at_checked(end)?;
    match rest.strip_prefix(':') {
        None if rest.is_empty() => Some((host, None)),
        None => None,
        // `parse` of a number takes a sign, an address does not.
        Some(port) if port.starts_with('+') => None,
        Some(port) => Some((host, Some(port))),
    }
}

fn is_host(host: &str) -> bool {
    let inner = host
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    if let Some(address) = inner {
        return address.parse::<Ipv6Addr>().is_ok();
    }
    !host.is_empty()
        && host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte))
}

fn usual(scheme: &str) -> Option<u16> {
    match scheme {
        "http" => Some(80),
        "https" => Some(443),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn origins_are_written_as_browsers_send_them() {
        for (given, kept) in [
            ("https://shop.example", "https://shop.example"),
            ("HTTPS://Shop.Example:443/", "https://shop.example"),
            ("http://localhost:3000", "http://localhost:3000"),
            ("http://[::1]:80", "http://[::1]"),
            ("capacitor://localhost", "capacitor://localhost"),
        ] {
            assert_eq!(parse(given).as_deref(), Some(kept), "{given}");
        }
    }

    #[test]
    fn what_is_more_or_less_than_an_origin_is_refused() {
        for given in [
            "",
            "*",
            "null",
            "shop.example",
            "https://",
            "https:///",
            "https://shop.example//",
            "https://shop.example/path",
            "https://shop.example?x",
            "https://user@shop.example",
            "https://shop.example:",
            "https://shop.example:+1",
            "https://shop.example:70000",
            "https://a b",
            "https://a;script-src",
            "https://a,https://b",
            "https://[::1",
            "https://[x]",
            "://a",
        ] {
            assert_eq!(parse(given), None, "{given}");
        }
    }
}
