//! What is kept of a redemption under way: all that it takes to ask again with the same key.

use palier_contract::Quantity;
use palier_contract::ids::MemberId;
use palier_contract::redemption::RedemptionRequest;
use palier_contract::wire::{self, Fill, Json, Reading, Wire};
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
    /// Whether it was found in storage, or its key has lapsed meanwhile: an earlier try may have gone
    /// through without anybody being able to tell.
    pub is_found: bool,
}

/// For how long a backend remembers a key at the least, in seconds.
const DAY: i64 = 86_400;

impl Intent {
    /// Whether the backend may have forgotten the key at `now`, in milliseconds, when it remembers
    /// keys for so many `seconds`: asked again it might order again, or deny what was done.
    pub(super) fn has_lapsed(&self, now: f64, seconds: Option<i64>) -> bool {
        let seconds = seconds.unwrap_or_default().max(DAY);
        now - self.created.get() as f64 > seconds as f64 * 1000.0
    }

    /// Keeps that there was an order, and nothing that only asking again would take: what became of
    /// it will not be told.
    pub(super) fn drop_content(&mut self) {
        self.created = Quantity::ZERO;
        self.request.address = None;
        self.request.choice.personalisation.clear();
        self.keep();
    }

    fn is_of(&self, backend: &str, member: &MemberId) -> bool {
        self.backend == backend && self.member.as_ref().is_none_or(|own| own == member)
    }

    /// Keeps it, in place of what was kept under its key.
    pub(super) fn keep(&self) {
        save(&self.key, Some(&wire::to_string(self)));
    }
}

impl Fill for Intent {
    fn fill(&mut self, json: &mut Json<'_>, reading: &mut Reading) {
        let names = "key backend member? request title created";
        wire::record(self, names, json, reading);
    }

    fn part(&mut self, index: usize, json: &mut Json<'_>, reading: &mut Reading) {
        match index {
            0 => self.key.fill(json, reading),
            1 => self.backend.fill(json, reading),
            2 => self.member.fill(json, reading),
            3 => self.request.fill(json, reading),
            4 => self.title.fill(json, reading),
            5 => self.created.fill(json, reading),
            _ => {}
        }
    }
}

impl Wire for Intent {
    const BLANK: Self = Self {
        key: String::BLANK,
        backend: String::BLANK,
        member: None,
        request: RedemptionRequest::BLANK,
        title: String::BLANK,
        created: Quantity::ZERO,
        is_found: true,
    };

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
            is_found: false,
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
    fn an_intent_survives_being_kept_and_says_that_it_was_found() {
        let text = wire::to_string(&intent());
        let found = Intent {
            is_found: true,
            ..intent()
        };
        assert_eq!(wire::from_str::<Intent>(&text), Ok(found));
    }

    #[test]
    fn a_key_is_good_for_as_long_as_the_backend_says_and_a_day_at_the_least() {
        let day = 86_400_000.0;
        assert!(!intent().has_lapsed(day - 1.0, None));
        assert!(!intent().has_lapsed(day - 1.0, Some(0)));
        assert!(intent().has_lapsed(day + 1.0, None));
        assert!(!intent().has_lapsed(6.0 * day, Some(7 * 86_400)));
        assert!(intent().has_lapsed(8.0 * day, Some(7 * 86_400)));
    }
}
