//! What the contract says in words of some of its types.

use serde_json::Value;

use crate::{
    reply::Reply,
    stop::{Verdict, ensure},
};

/// Holds a part of a reply to what is said of the schema of that name.
///
/// # Errors
/// [`Stop::Broken`](crate::Stop::Broken) naming the field.
pub(crate) fn own_rules(reply: &Reply, name: &str, value: &Value, at: &str) -> Verdict {
    let text = |field: &str| value.get(field).and_then(Value::as_str).unwrap_or_default();
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
