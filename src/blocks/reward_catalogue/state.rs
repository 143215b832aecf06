//! Where an order stands, in words.

use palier_contract::redemption::RedemptionState;

use crate::i18n::{I18n, Key, keys};

/// The backend's own words where it gave some.
pub(super) fn stands(i18n: I18n, state: &RedemptionState, message: Option<&String>) -> String {
    message.cloned().unwrap_or_else(|| i18n.t(key(state)))
}

/// A state of a later version is told neutrally.
fn key(state: &RedemptionState) -> Key {
    match state {
        RedemptionState::Requested => keys::REWARD_CATALOGUE_STATE_REQUESTED,
        RedemptionState::Reserved => keys::REWARD_CATALOGUE_STATE_RESERVED,
        RedemptionState::Confirmed => keys::REWARD_CATALOGUE_STATE_CONFIRMED,
        RedemptionState::Issued => keys::REWARD_CATALOGUE_STATE_ISSUED,
        RedemptionState::Preparing => keys::REWARD_CATALOGUE_STATE_PREPARING,
        RedemptionState::Shipped => keys::REWARD_CATALOGUE_STATE_SHIPPED,
        RedemptionState::Delayed => keys::REWARD_CATALOGUE_STATE_DELAYED,
        RedemptionState::Delivered => keys::REWARD_CATALOGUE_STATE_DELIVERED,
        RedemptionState::Failed => keys::REWARD_CATALOGUE_STATE_FAILED,
        RedemptionState::Cancelled => keys::REWARD_CATALOGUE_STATE_CANCELLED,
        RedemptionState::Refunded => keys::REWARD_CATALOGUE_STATE_REFUNDED,
        RedemptionState::Returned => keys::REWARD_CATALOGUE_STATE_RETURNED,
        RedemptionState::Expired => keys::REWARD_CATALOGUE_STATE_EXPIRED,
        RedemptionState::Unknown(_) => keys::REWARD_CATALOGUE_STATE_UNKNOWN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_state_has_words_of_its_own_in_both_languages() {
        let file = |tag: &str| -> serde_json::Value {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/i18n");
            let path = format!("{folder}/{tag}/reward_catalogue.json");
            serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
        };
        for tag in ["en", "fr"] {
            let texts = file(tag);
            for word in RedemptionState::WORDS {
                let text = texts[format!("state_{word}")].as_str().unwrap();
                assert_ne!(text, *word, "{tag}");
            }
        }
        let mut keys: Vec<u16> = RedemptionState::WORDS
            .iter()
            .map(|word| key(&RedemptionState::from(*word)).0)
            .collect();
        keys.dedup();
        assert_eq!(keys.len(), RedemptionState::WORDS.len());
    }

    #[test]
    fn a_state_of_a_later_version_is_told_neutrally() {
        let later = RedemptionState::from("beamed");
        assert_eq!(key(&later), keys::REWARD_CATALOGUE_STATE_UNKNOWN);
    }
}
