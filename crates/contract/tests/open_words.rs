//! Words that this version does not know survive, and every known word has an example.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use palier_contract::{
    VerdictState,
    badge::{BadgeState, CompletionState, RarityLevel},
    fixtures,
    leaderboard::PeriodState,
    ledger::{LedgerKind, LedgerStatus},
    member::MemberState,
    problem::ProblemType,
    redemption::RedemptionState,
    reward::RewardKind,
    tier::{BenefitState, StandingState},
};
use serde_json::Value;

#[test]
fn an_unknown_word_is_kept_as_it_came() {
    let state: RedemptionState = serde_json::from_str("\"teleported\"").unwrap();
    assert_eq!(state, RedemptionState::Unknown("teleported".into()));
    assert_eq!(serde_json::to_string(&state).unwrap(), "\"teleported\"");
}

#[test]
fn a_page_with_unknown_words_is_read_and_written_back() {
    let json = fixtures::get("ledger")
        .unwrap()
        .replace("\"refund\"", "\"windfall\"");
    let page: palier_contract::Page<palier_contract::ledger::LedgerEntry> =
        serde_json::from_str(&json).unwrap();
    let written = serde_json::to_value(&page).unwrap();
    assert_eq!(written, serde_json::from_str::<Value>(&json).unwrap());
}

#[test]
fn a_number_in_place_of_a_word_is_an_error() {
    assert!(serde_json::from_str::<RedemptionState>("7").is_err());
}

#[test]
fn every_known_word_has_an_example() {
    let everything: String = fixtures::ALL.iter().map(|(_, json)| *json).collect();
    let families = [
        VerdictState::WORDS,
        BadgeState::WORDS,
        CompletionState::WORDS,
        RarityLevel::WORDS,
        PeriodState::WORDS,
        LedgerKind::WORDS,
        LedgerStatus::WORDS,
        MemberState::WORDS,
        ProblemType::WORDS,
        RedemptionState::WORDS,
        RewardKind::WORDS,
        BenefitState::WORDS,
        StandingState::WORDS,
    ];
    for word in families.into_iter().flatten() {
        assert!(
            everything.contains(&format!("\"{word}\"")),
            "no example of {word}"
        );
    }
}
