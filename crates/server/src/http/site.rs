//! The static files beside the API: portal, kit, designer, gallery, embed page, media, docs.

use std::path::PathBuf;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, Uri, header},
    response::{IntoResponse, Response},
};
use tower::ServiceExt;
use tower_http::services::ServeDir;

use super::{Server, error::problem_response, frame};
use crate::{error::Error, locale::Locale};

/// Pages run only scripts and styles of their own origin; wasm may be compiled.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: https:; font-src 'self' data:; object-src 'none'; base-uri 'none'; \
    form-action 'self'; frame-ancestors 'self'";
/// Demo pages may also call a backend on another port of this machine.
const DEMO_CONNECT: &str = "; connect-src 'self' http://127.0.0.1:* http://localhost:*";
/// Of what else a browser runs when somebody opens it by itself (SVG, XML) nothing runs: pictures come
/// from many hands.
const PICTURE: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";
/// Other sites are not told which page a reader came from.
const REFERRER: &str = "same-origin";
/// No text becomes a script, and nobody may make an exception.
const TRUSTED_TYPES: &str = "; require-trusted-types-for 'script'; trusted-types";
/// The same site once more, with required Trusted Types.
const STRICT: &str = "/tt";

/// Folders searched in order; in each, `portal/` holds what stands at the root.
#[derive(Debug, Clone, Default)]
pub struct Site {
    folders: Vec<PathBuf>,
}

impl Site {
    /// A site of `folders`, the first that has a file gives it.
    pub fn new(folders: Vec<PathBuf>) -> Self {
        let folders = folders
            .into_iter()
            .flat_map(|folder| [folder.clone(), folder.join("portal")])
            .filter(|folder| folder.is_dir())
            .collect();
        Self { folders }
    }

    async fn folder_of(&self, path: &str) -> Option<&PathBuf> {
        // ServeDir decodes and checks the path itself; this only picks the folder.
        if path.split('/').any(is_hidden) {
            return None;
        }
        let wanted = path.trim_start_matches('/');
        for folder in &self.folders {
            let mut file = folder.join(wanted);
            if path.ends_with('/') {
                file = file.join("index.html");
            }
            let folder_with_page = file.is_dir() && file.join("index.html").is_file();
            if file.is_file() || folder_with_page {
                return Some(folder);
            }
        }
        None
    }
}

/// Serves a file of the site, or the portal's page for an address that is the portal's own.
pub(super) async fn serve(State(server): State<Server>, mut request: Request) -> Response {
    let locale = Locale::of(request.headers(), &server.app);
    if request.method() != Method::GET && request.method() != Method::HEAD {
        let mut refused = problem(&Error::MethodNotAllowed, &locale);
        let allow = HeaderValue::from_static("GET, HEAD");
        refused.headers_mut().insert(header::ALLOW, allow);
        return refused;
    }
    let path = request.uri().path().to_owned();
    let strict = path == STRICT || path.starts_with("/tt/");
    let mut path = if strict {
        path.get(STRICT.len()..).unwrap_or("/")
    } else {
        &path
    }
    .to_owned();
    let mut folder = server.site.folder_of(&path).await;
    if folder.is_none() && !path.ends_with('/') {
        // `/docs/contract` is the page `/docs/contract.html`.
        let page = format!("{path}.html");
        folder = server.site.folder_of(&page).await;
        if folder.is_some() {
            path = page;
        }
    }
    if folder.is_none() && is_portal_address(&path, request.headers()) {
        "/".clone_into(&mut path);
        folder = server.site.folder_of(&path).await;
    }
    let Some(folder) = folder else {
        return problem(&Error::NotFound, &locale);
    };
    let Ok(uri) = path.parse::<Uri>() else {
        return problem(&Error::NotFound, &locale);
    };
    *request.uri_mut() = uri;
    let files = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip();
    let mut response = match files.oneshot(request).await {
        Ok(response) => response.map(axum::body::Body::new).into_response(),
        Err(never) => match never {},
    };
    describe(response.headers_mut(), &path);
    let strict = strict || path == "/embed/trusted.html";
    set_policy(response.headers_mut(), &path, strict, &server);
    response
}

/// Whether a part of a path leads up, or to what nobody meant to publish: `.env`, `.git`. What is
/// well known (RFC 8615) is meant.
fn is_hidden(part: &str) -> bool {
    part.starts_with('.') && part != ".well-known"
}

/// An address without a file's ending that a person navigates to.
fn is_portal_address(path: &str, headers: &HeaderMap) -> bool {
    let reserved = [
        "/v1",
        "/demo",
        "/kit",
        "/media",
        "/docs",
        "/gallery",
        "/embed",
        "/designer",
    ];
    let is_reserved = reserved.iter().any(|prefix| {
        path.strip_prefix(prefix)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    let file = path.rsplit('/').next().unwrap_or("");
    let wants_page = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"));
    !is_reserved && !file.contains('.') && wants_page
}

fn describe(headers: &mut HeaderMap, path: &str) {
    let caching = if is_hashed(path) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    let any = HeaderValue::from_static("*");
    if path.starts_with("/kit/") || path.starts_with("/media/") {
        // Brands load these from their own pages, modules and fonts included.
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, any.clone());
        headers.insert(HeaderName::from_static("timing-allow-origin"), any);
        headers.insert(
            HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("cross-origin"),
        );
    }
}

/// Says what a page may load, and who may have it in a frame.
fn set_policy(headers: &mut HeaderMap, path: &str, strict: bool, server: &Server) {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .map_or(&b""[..], |kind| kind.as_bytes());
    let is_page = kind.starts_with(b"text/html");
    if !is_page && !kind.ends_with(b"xml") {
        return;
    }
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static(REFERRER));
    let policy = if !is_page {
        PICTURE.to_owned()
    } else if path == frame::PAGE {
        frame::policy(server)
    } else {
        let connect = if server.app.programme.demo {
            DEMO_CONNECT
        } else {
            ""
        };
        let types = if strict { TRUSTED_TYPES } else { "" };
        format!("{POLICY}{connect}{types}")
    };
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// Whether the name holds a hash of its content: a part of 8 or more hexadecimal digits
/// between `-`, `.` or `_`, and not the whole name.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or("");
    let parts: Vec<&str> = name.split(['-', '.', '_']).collect();
    parts.len() > 2
        && parts.iter().skip(1).any(|part| {
            part.len() >= 8
                && part.bytes().all(|byte| byte.is_ascii_hexdigit())
                && part.bytes().any(|byte| byte.is_ascii_digit())
                // Digits alone are a date or a number, of files that change under their name.
                && part.bytes().any(|byte| byte.is_ascii_alphabetic())
        })
}

fn problem(error: &Error, locale: &Locale) -> Response {
    problem_response(&error.problem(&locale.0, None))
}

#[cfg(test)]
mod tests {
    use super::is_hashed;

    #[test]
    fn only_names_with_a_hash_may_be_kept_for_ever() {
        assert!(is_hashed("/kit/palier-0a1b2c3d4e5f6071.wasm"));
        assert!(is_hashed("/portal-deadbee1.js"));
        assert!(!is_hashed("/kit/palier.js"));
        assert!(!is_hashed("/media/rewards/desk-lamp.svg"));
        assert!(!is_hashed("/20261122.html"));
        assert!(!is_hashed("/media/summer-20261122.jpg"));
    }
}
