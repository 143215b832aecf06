//! The page of `mode="frame"`: its policy, and which pages may have it in a frame.

use super::Server;

/// Where the kit has it.
pub(super) const PAGE: &str = "/kit/frame.html";

/// Nothing but the kit's own scripts, and what blocks show.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    img-src 'self' data: https:; font-src 'self' data:; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";
/// Any page of this machine, for demos; the API may be on another port of it.
const LOOPBACK: &str = " http://127.0.0.1:* http://localhost:*";

/// The frame's `Content-Security-Policy`.
pub(super) fn policy(server: &Server) -> String {
    let listed = &server.settings.frame_origins;
    let demo = if server.app.programme.demo {
        LOOPBACK
    } else {
        ""
    };
    let mut policy = format!("{POLICY}; connect-src 'self'{demo}; frame-ancestors 'self'{demo}");
    // An origin holds neither: what is no origin cannot add a rule of its own.
    for origin in listed.iter().filter(|one| !one.contains([';', ',', ' '])) {
        policy.push(' ');
        policy.push_str(origin);
    }
    policy
}
