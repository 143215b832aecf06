//! Reads every reply that the five blocks show, by one decoder that a feature names; by none without
//! one, which is what the others are compared with. `run.mjs` builds and weighs all of them.

use std::hint::black_box;

use palier_contract::Page;
use palier_contract::badge::Collection;
use palier_contract::balance::Balances;
use palier_contract::leaderboard::{Board, BoardList};
use palier_contract::ledger::LedgerEntry;
use palier_contract::member::Me;
use palier_contract::portal::Portal;
use palier_contract::problem::Problem;
use palier_contract::redemption::{Quote, Redemption};
use palier_contract::reward::{Reward, RewardPage};
use palier_contract::tier::{Standing, TierLadder};
use palier_contract::wire::Wire;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(feature = "wire")]
fn decode<T: Wire + DeserializeOwned>(text: &str) -> Option<T> {
    palier_contract::wire::from_str(text).ok()
}

#[cfg(feature = "serde_json")]
fn decode<T: Wire + DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

#[cfg(feature = "serde_wasm_bindgen")]
fn decode<T: Wire + DeserializeOwned>(text: &str) -> Option<T> {
    serde_wasm_bindgen::from_value(js_sys::JSON::parse(text).ok()?).ok()
}

#[cfg(not(any(feature = "wire", feature = "serde_json", feature = "serde_wasm_bindgen")))]
fn decode<T: Wire + DeserializeOwned>(_: &str) -> Option<T> {
    black_box(None)
}

fn one<T: Wire + DeserializeOwned>(text: &str) {
    black_box(decode::<T>(text));
}

/// Reads a reply of one kind.
#[wasm_bindgen]
pub fn read(kind: u32, text: &str) {
    match kind {
        0 => one::<Portal>(text),
        1 => one::<Me>(text),
        2 => one::<Balances>(text),
        3 => one::<Page<LedgerEntry>>(text),
        4 => one::<RewardPage>(text),
        5 => one::<Reward>(text),
        6 => one::<Page<Redemption>>(text),
        7 => one::<Redemption>(text),
        8 => one::<Quote>(text),
        9 => one::<TierLadder>(text),
        10 => one::<Standing>(text),
        11 => one::<Collection>(text),
        12 => one::<BoardList>(text),
        13 => one::<Board>(text),
        _ => one::<Problem>(text),
    }
}

fn main() {}
