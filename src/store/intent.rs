//! What is kept of a redemption under way: all that it takes to ask again with the same key.

use palier_contract::Quantity;
use palier_contract::ids::MemberId;
use palier_contract::redemption::RedemptionRequest;
use palier_contract::wire::{self, Json, Reading, Record, Wire};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/store/intent.js")]
extern "C" {
    fn load() -> String;
    fn save(key: &str, text: Option<&str>);
}

/// What a member confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intent {
    /// The `Idempotency-Key` of every try.
    pub key: String,
    /// The backend it is meant for.
    pub backend: String,
    /// Whose it is: nobody else's session asks what became of it. Only where that was not kept, whoever
    /// reads asks: the quote in it is its own member's.
    pub member: Option<MemberId>,
    /// What is sent.
    pub request: RedemptionRequest,
    /// The reward's title, to speak of it after a reload.
    pub title: String,
    /// When it was confirmed, in milliseconds since the epoch.
    pub created: Quantity,
}

impl Intent {
    fn is_of(&self, backend: &str, member: &MemberId) -> bool {
        self.backend == backend && self.member.as_ref().is_none_or(|own| own == member)
    }

    /// Keeps it, in place of what was kept under its key.
    pub(super) fn keep(&self) {
        save(&self.key, Some(&wire::to_string(self)));
    }
}

impl Wire for Intent {
    fn read(json: &mut Json, reading: &mut Reading) -> Self {
        let mut record = Record::of(json, reading);
        Self {
            key: record.take("key", reading),
            backend: record.take("backend", reading),
            member: record.take("member", reading),
            request: record.take("request", reading),
            title: record.take("title", reading),
            created: record.take("created", reading),
        }
    }

    fn write(&self, out: &mut String) {
        let mut first = true;
        out.push('{');
        wire::member(out, &mut first, "key", &self.key);
        wire::member(out, &mut first, "backend", &self.backend);
        wire::member(out, &mut first, "member", &self.member);
        wire::member(out, &mut first, "request", &self.request);
        wire::member(out, &mut first, "title", &self.title);
        wire::member(out, &mut first, "created", &self.created);
        out.push('}');
    }
}

/// What is kept for a member at a backend.
pub(super) fn kept(backend: &str, member: &MemberId) -> Vec<Intent> {
    load()
        .lines()
        .filter_map(|text| wire::from_str::<Intent>(text).ok())
        .filter(|intent| intent.is_of(backend, member))
        .collect()
}

/// Keeps an intent no longer.
pub(super) fn forget(key: &str) {
    save(key, None);
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(crate) fn intent() -> Intent {
        let json = include_str!("../../crates/contract/fixtures/redemption_request.json");
        Intent {
            key: "k".into(),
            backend: "/v1".into(),
            member: Some(MemberId("m_1".into())),
            request: serde_json::from_str(json).unwrap(),
            title: "Hoodie".into(),
            created: Quantity::ZERO,
        }
    }

    #[test]
    fn an_intent_is_its_members_at_its_backend() {
        let of = |intent: &Intent, backend: &str, member: &str| {
            intent.is_of(backend, &MemberId(member.into()))
        };
        assert!(of(&intent(), "/v1", "m_1"));
        assert!(!of(&intent(), "/v1", "m_2"));
        assert!(!of(&intent(), "/other/v1", "m_1"));
        let unsigned = Intent {
            member: None,
            ..intent()
        };
        assert!(of(&unsigned, "/v1", "m_2"));
        assert!(!of(&unsigned, "/other/v1", "m_1"));
    }

    #[test]
    fn an_intent_survives_being_kept() {
        let text = wire::to_string(&intent());
        assert_eq!(wire::from_str::<Intent>(&text), Ok(intent()));
    }
}
