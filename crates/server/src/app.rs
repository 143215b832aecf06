//! What the rooms work with, however they are asked.

use std::sync::Arc;

use palier_contract::{Action, Media, document::BlockSchema};

use crate::{
    auth::{Secret, Verifier},
    clock::Clock,
    db::Db,
    in_flight::InFlight,
    locale::Locale,
    programme::{self, Programme},
};

/// A programme at work: its rules, its database, and who proves to be whom.
#[derive(Debug)]
pub struct App {
    /// The programme's rules.
    pub programme: Arc<Programme>,
    /// The block types that drafts are held to.
    pub blocks: Vec<BlockSchema>,
    /// The database.
    pub db: Db,
    /// Checks bearer tokens.
    pub verifier: Verifier,
    /// Signs cursors and derives pseudonyms.
    pub secret: Secret,
    /// What the brand's systems send as a bearer token: one of these.
    pub api_keys: Vec<String>,
    /// Idempotency keys being worked on.
    pub in_flight: InFlight,
    /// What time it is.
    pub clock: Clock,
}

impl App {
    /// Milliseconds since the epoch.
    pub fn now(&self) -> i64 {
        self.clock.now()
    }

    /// Whether `token` is an API key of the brand's; takes the same time for every wrong one.
    pub fn is_api_key(&self, token: &str) -> bool {
        let tag = |key: &str| self.secret.tag(&["api-key", key], 32);
        let sent = tag(token);
        self.api_keys.iter().any(|key| tag(key) == sent)
    }

    /// A text of the programme in the reader's language.
    pub fn text(&self, texts: &programme::TextMap, locale: &Locale) -> String {
        texts
            .get(&locale.0, &self.programme.default_locale)
            .to_owned()
    }

    /// A text of the programme, absent when it has none.
    pub fn text_if_any(&self, texts: &programme::TextMap, locale: &Locale) -> Option<String> {
        (!texts.is_empty()).then(|| self.text(texts, locale))
    }

    /// A picture of the programme.
    pub fn media(&self, media: &programme::Media, locale: &Locale) -> Media {
        Media {
            url: media.url.clone(),
            alt: self.text(&media.alt, locale),
            kind: palier_contract::MediaKind::Image,
            width: Some(media.width.into()),
            height: Some(media.height.into()),
        }
    }
}

/// An action under its name, as the contract offers it to a reader.
pub(crate) fn action(name: &str, method: &str, href: &str) -> (String, Action) {
    let action = Action {
        method: method.to_owned(),
        href: href.to_owned(),
    };
    (name.to_owned(), action)
}
