//! What the contract says in words of some of its types.

use serde_json::Value;

use crate::{
    instants,
    reply::Reply,
    stop::{Verdict, ensure},
};

/// Holds a part of a reply to what is said of the schema of that name.
///
/// # Errors
/// [`Stop::Broken`](crate::Stop::Broken) naming the field.
pub(crate) fn own_rules(reply: &Reply, name: &str, value: &Value, at: &str) -> Verdict {
    let text = |field: &str| value.get(field).and_then(Value::as_str).unwrap_or_default();
    let number = |field: &str| value.get(field).and_then(Value::as_i64).unwrap_or_default();
    let path = &reply.path;
    match name {
        "Media" => {
            let url = text("url");
            let is_own = url.starts_with('/') && !url.starts_with("//");
            ensure!(
                is_own || url.starts_with("https://"),
                "{path}: {at}/url is {url:?}; an https: address is due, or a path from / on"
            );
        }
        "Verdict" => ensure!(
            text("state") == "eligible" || !text("message").is_empty(),
            "{path}: {at} is {:?} and has no message; a person wants to know why",
            text("state")
        ),
        "Action" => {
            let (href, step) = (text("href"), at.rsplit('/').next().unwrap_or_default());
            // These are links for people; the others are for the kit to ask.
            let is_link = matches!(step, "sign_in" | "contact")
                || step == "join" && text("method") == "GET"
                || step.starts_with("x_");
            if is_link {
                link(path, &format!("{at}/href"), href)?;
            }
            ensure!(
                is_link || below_the_base(href),
                "{path}: {at}/href is {href:?}; an address under /v1/ is due"
            );
        }
        "Programme" => {
            for field in ["sign_in_url", "join_url", "help_url", "terms_url"] {
                link(path, &format!("{at}/{field}"), text(field))?;
            }
        }
        "AxisValue" => ensure!(
            text("swatch").is_empty() || is_colour(text("swatch")),
            "{path}: {at}/swatch is {:?}; #rrggbb is due",
            text("swatch")
        ),
        "Code" => ensure!(
            number("used") >= 0,
            "{path}: {at}/used is {}; nought is the least",
            number("used")
        ),
        "PersonalisationField" => ensure!(
            number("max_length") > 0,
            "{path}: {at}/max_length is {}; at least 1 is due",
            number("max_length")
        ),
        "Requirement" => ensure!(
            number("target") >= 0,
            "{path}: {at}/target is {}; nobody is asked for less than nothing",
            number("target")
        ),
        "Window" => ensure!(
            !is_turned(text("starts_at"), text("ends_at")),
            "{path}: {at} begins at {} and ends at {}",
            text("starts_at"),
            text("ends_at")
        ),
        "Terms" | "Shipment" => link(path, &format!("{at}/url"), text("url"))?,
        "Badge" => link(
            path,
            &format!("{at}/credential_url"),
            text("credential_url"),
        )?,
        _ => {}
    }
    Ok(())
}

fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a span ends before it begins; what is no instant is told where it stands.
fn is_turned(start: &str, end: &str) -> bool {
    let span = instants::of(start).ok().zip(instants::of(end).ok());
    span.is_some_and(|(start, end)| start > end)
}

/// Where people are led, if anywhere. The kit takes `http:` only for the backend's own origin, which on a
/// developer's machine has no TLS.
fn link(path: &str, at: &str, url: &str) -> Verdict {
    let schemes = ["https:", "http:", "mailto:", "tel:"];
    let scheme = url.split_inclusive(':').next().unwrap_or_default();
    let is_known = schemes
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known));
    let is_own = url.starts_with('/') && !url.starts_with("//");
    ensure!(
        url.is_empty() || is_known || is_own,
        "{path}: {at} is {url:?}; https:, mailto: or tel: is due, or a path from / on: no other link is \
         shown"
    );
    Ok(())
}

fn below_the_base(href: &str) -> bool {
    let absolute = href.starts_with("https://") || href.starts_with("http://");
    href.starts_with("/v1/") || (absolute && href.contains("/v1/"))
}
