//! `/demo/sign-in`: a plain page that picks a demo member for this browser tab.

use std::sync::Arc;

use axum::{
    extract::State,
    http::header,
    response::{Html, IntoResponse},
};

use super::demo;
use crate::{app::App, error::Outcome, locale::Locale, words::pick};

const SCRIPT: &str = include_str!("demo_page.js");
const STYLE: &str = include_str!("demo_page.css");
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'self'; \
    require-trusted-types-for 'script'; trusted-types";

/// The page.
pub(super) async fn page(
    State(app): State<Arc<App>>,
    locale: Locale,
) -> Outcome<impl IntoResponse> {
    let say = |english, french| pick(&locale.0, english, french);
    let nobody = option(
        "",
        say("Nobody", "Personne"),
        say("Signed out.", "Déconnecté."),
    );
    let members = demo::listed(&app, &locale).await?;
    let members: String = members
        .iter()
        .map(|member| option(member.id.as_str(), &member.alias, &member.description))
        .collect();
    let title = say("Sign in to the demo", "Se connecter à la démo");
    let lead = say(
        "Everybody here is invented. The choice is kept for this tab only.",
        "Tout le monde ici est inventé. Le choix ne vaut que pour cet onglet.",
    );
    let html = format!(
        "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>\
         <link rel=\"stylesheet\" href=\"/demo/sign-in.css\">\
         <script type=\"module\" src=\"/demo/sign-in.js\"></script></head>\
         <body><main><h1>{title}</h1><p>{lead}</p><ul>{nobody}{members}</ul>\
         <p id=\"status\" role=\"status\"></p></main></body></html>",
        lang = escaped(&locale.0),
    );
    let policy = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((policy, Html(html)))
}

/// The script of the page.
pub(super) async fn script() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")],
        SCRIPT,
    )
}

/// The style of the page.
pub(super) async fn style() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], STYLE)
}

fn option(id: &str, name: &str, description: &str) -> String {
    let (id, name, description) = (escaped(id), escaped(name), escaped(description));
    format!(
        "<li><button type=\"button\" data-member=\"{id}\"><strong>{name}</strong> \
         <span>{description}</span></button></li>"
    )
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::option;

    #[test]
    fn an_alias_cannot_become_markup() {
        let html = option("\"><script>", "<b>", "&");
        assert!(!html.contains("<script>") && !html.contains("<b>"));
    }
}
