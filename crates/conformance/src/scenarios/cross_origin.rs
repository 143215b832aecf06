//! Pages of other origins: listed ones may call, others may not (Fetch standard, CORS protocol).

use palier_contract::operation;
use ureq::http::Method;

use crate::{
    reply::Reply,
    scenario::{Context, Profile, Scenario},
    stop::{Stop, Verdict, ensure},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        profile: Profile::Read,
        section: "other-origins",
        rule: "a page of a listed origin may send every method and header of the contract",
        needs: &[],
        check: preflight,
    },
    Scenario {
        profile: Profile::Read,
        section: "other-origins",
        rule: "a page of a listed origin may read the headers it needs, of errors too",
        needs: &[],
        check: exposed,
    },
    Scenario {
        profile: Profile::Read,
        section: "other-origins",
        rule: "a page of another origin may not call, and none may send cookies",
        needs: &[],
        check: foreign,
    },
];

const SENT: &[&str] = &[
    "authorization",
    "content-type",
    "accept-language",
    "if-none-match",
    "if-match",
    "idempotency-key",
    "last-event-id",
];
const READ: &[&str] = &[
    "etag",
    "retry-after",
    "content-language",
    "idempotency-replayed",
];

fn preflight(context: &Context) -> Verdict {
    for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
        let operation = operation::ALL
            .iter()
            .find(|operation| operation.method == method && context.offers(operation.id));
        let Some(operation) = operation else { continue };
        let path = operation.path.replace("{id}", "any");
        let reply = context
            .client
            .ask(Method::OPTIONS, path.clone())
            .header("Origin", context.origin()?)
            .header("Access-Control-Request-Method", method)
            .header("Access-Control-Request-Headers", SENT.join(","))
            .send()?;
        ensure!(
            (200..300).contains(&reply.status),
            "{path}: a preflight is answered with {}; 204 is due",
            reply.status
        );
        allows(context, &reply)?;
        let methods = reply.list("access-control-allow-methods");
        let allowed = methods.contains(&method.to_lowercase());
        ensure!(
            allowed,
            "{path}: a preflight for {method}: Access-Control-Allow-Methods is {}; {method} is due in it",
            reply.told("access-control-allow-methods")
        );
        let headers = reply.list("access-control-allow-headers");
        for name in SENT {
            ensure!(
                headers.iter().any(|h| h == name),
                "{path}: Access-Control-Allow-Headers is {}; {name} is due in it",
                reply.told("access-control-allow-headers")
            );
        }
        let age = reply
            .header("access-control-max-age")
            .parse::<u32>()
            .unwrap_or(0);
        ensure!(
            age >= 600,
            "{path}: Access-Control-Max-Age is {}; 600 s is the least",
            reply.told("access-control-max-age")
        );
    }
    Ok(())
}

fn allows(context: &Context, reply: &Reply) -> Verdict {
    let (path, origin) = (&reply.path, context.origin()?);
    let allowed = reply.header("access-control-allow-origin");
    ensure!(
        allowed == origin,
        "{path}: to a page of {origin}, Access-Control-Allow-Origin is {}; {origin} is due. Is it \
         among those that may call?",
        reply.told("access-control-allow-origin")
    );
    let vary = reply.list("vary");
    ensure!(
        vary.iter().any(|name| name == "origin"),
        "{path}: Vary is {}; Origin is due in it, for other origins are answered differently",
        reply.told("vary")
    );
    Ok(())
}

fn exposed(context: &Context) -> Verdict {
    for path in ["/v1/portal", "/v1/me/balances", "/v1/no-such-thing"] {
        let reply = context
            .client
            .get(path)
            .header("Origin", context.origin()?)
            .send()?;
        allows(context, &reply)?;
        let exposed = reply.list("access-control-expose-headers");
        for name in READ {
            ensure!(
                exposed.iter().any(|h| h == name),
                "{path}: Access-Control-Expose-Headers is {}; {name} is due in it",
                reply.told("access-control-expose-headers")
            );
        }
    }
    Ok(())
}

fn foreign(context: &Context) -> Verdict {
    let listed = context.given.origin.as_deref();
    let evil = listed.map(|origin| format!("{origin}.evil.example"));
    let others = ["https://evil.example", "null"].into_iter();
    for origin in others.chain(evil.as_deref()) {
        let reply = context
            .client
            .get("/v1/portal")
            .header("Origin", origin)
            .send()?;
        let allowed = reply.header("access-control-allow-origin");
        ensure!(allowed != origin, "{origin} is allowed");
        ensure!(
            allowed != "*",
            "every origin is allowed; name the brand's own"
        );
        with_cookies(&reply)?;
    }
    match listed {
        Some(origin) => {
            let ask = context.client.get("/v1/portal").header("Origin", origin);
            with_cookies(&ask.send()?)
        }
        None => Ok(()),
    }
}

/// Bearer tokens need no credentials mode; allowing it would only open the door to cookies.
fn with_cookies(reply: &Reply) -> Result<(), Stop> {
    let credentials = reply.header("access-control-allow-credentials");
    ensure!(
        credentials != "true",
        "{}: credentials are allowed",
        reply.path
    );
    Ok(())
}
