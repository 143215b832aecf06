//! Reads what a member wants against the programme: reward, price, variant, texts.

use std::collections::{BTreeMap, BTreeSet};

use palier_contract::redemption::{Address, Choice};

use crate::{
    error::{Error, Fault, FaultCode, Outcome},
    programme::{Fulfilment, PersonalisationField, Price, Programme, Reward, VariantAxis},
};

/// Longest line of an address, in characters.
const ADDRESS_CHARS: u32 = 120;

/// A choice that exists.
#[derive(Debug, Clone)]
pub struct Picked<'p> {
    /// Which reward.
    pub reward: &'p Reward,
    /// Paid how.
    pub price: &'p Price,
    /// Key of the variant; '' without variants.
    pub variant: String,
    /// Field id → text.
    pub personalisation: BTreeMap<String, String>,
}

/// Reads a choice that stands at `pointer` in the request's body.
///
/// # Errors
/// [`Error::NotFound`] for a reward that does not exist or is not shown at `now`,
/// [`Error::Invalid`] naming every part that does not exist, is missing or does not fit.
pub(crate) fn pick<'p>(
    programme: &'p Programme,
    choice: &Choice,
    pointer: &str,
    now: i64,
) -> Outcome<Picked<'p>> {
    let reward = programme
        .reward(choice.reward_id.as_str())
        .filter(|reward| reward.visibility.contains(now))
        .ok_or(Error::NotFound)?;
    let mut faults = Vec::new();
    let price = reward
        .prices
        .iter()
        .find(|price| price.id == choice.price_id.as_str());
    if price.is_none() {
        faults.push(Fault::new(
            format!("{pointer}/price_id"),
            FaultCode::Unknown,
        ));
    }
    let variant = variant(reward, choice, &format!("{pointer}/variant"), &mut faults);
    let personalisation = texts(
        reward,
        choice,
        &format!("{pointer}/personalisation"),
        &mut faults,
    );
    match (price, faults.is_empty()) {
        (Some(price), true) => Ok(Picked {
            reward,
            price,
            variant,
            personalisation,
        }),
        _ => Err(Error::Invalid(faults)),
    }
}

fn variant(reward: &Reward, choice: &Choice, pointer: &str, faults: &mut Vec<Fault>) -> String {
    let Some(variants) = &reward.variants else {
        if !choice.variant.is_empty() {
            faults.push(Fault::new(pointer, FaultCode::Mismatch));
        }
        return String::new();
    };
    for (place, given) in choice.variant.iter().enumerate() {
        let known = |axis: &VariantAxis| axis.id == given.axis_id.as_str();
        if !variants.axes.iter().any(known) {
            let place = format!("{pointer}/{place}/axis_id");
            faults.push(Fault::new(place, FaultCode::Unknown));
        }
    }
    let axes = choice.variant.iter().map(|one| one.axis_id.as_str());
    refuse_twice(axes, pointer, "axis_id", faults);
    let mut values = Vec::new();
    for axis in &variants.axes {
        let mut given = choice.variant.iter().enumerate();
        match given.find(|(_, one)| one.axis_id.as_str() == axis.id) {
            None => {
                let missing = FaultCode::Missing(axis.id.clone());
                faults.push(Fault::new(pointer, missing));
            }
            Some((_, one))
                if axis
                    .values
                    .iter()
                    .any(|value| value.id == one.value_id.as_str()) =>
            {
                values.push(one.value_id.0.clone());
            }
            Some((place, _)) => {
                faults.push(Fault::new(
                    format!("{pointer}/{place}/value_id"),
                    FaultCode::Unknown,
                ));
            }
        }
    }
    let complete = values.len() == variants.axes.len();
    let exists = variants.combinations.iter().any(|one| one.values == values);
    if complete && !exists {
        faults.push(Fault::new(pointer, FaultCode::Unknown));
    }
    values.join("/")
}

/// Faults for each name that was given before: which of the two is meant nobody can tell.
fn refuse_twice<'c>(
    names: impl Iterator<Item = &'c str>,
    pointer: &str,
    field: &str,
    faults: &mut Vec<Fault>,
) {
    let mut seen = BTreeSet::new();
    for (place, name) in names.enumerate() {
        if !seen.insert(name) {
            let place = format!("{pointer}/{place}/{field}");
            faults.push(Fault::new(place, FaultCode::Mismatch));
        }
    }
}

fn texts(
    reward: &Reward,
    choice: &Choice,
    pointer: &str,
    faults: &mut Vec<Fault>,
) -> BTreeMap<String, String> {
    for (place, given) in choice.personalisation.iter().enumerate() {
        let known = |field: &PersonalisationField| field.id == given.field_id.as_str();
        if !reward.personalisation.iter().any(known) {
            faults.push(Fault::new(
                format!("{pointer}/{place}/field_id"),
                FaultCode::Unknown,
            ));
        }
    }
    let fields = choice.personalisation.iter();
    let fields = fields.map(|one| one.field_id.as_str());
    refuse_twice(fields, pointer, "field_id", faults);
    let mut texts = BTreeMap::new();
    for field in &reward.personalisation {
        let mut given = choice.personalisation.iter().enumerate();
        let Some((place, given)) = given.find(|(_, one)| one.field_id.as_str() == field.id) else {
            if field.min_length > 0 {
                let missing = FaultCode::Missing(field.id.clone());
                faults.push(Fault::new(pointer, missing));
            }
            continue;
        };
        let text = given.text.trim();
        if let Some(code) = fault_of(field, text) {
            faults.push(Fault::new(format!("{pointer}/{place}/text"), code));
        } else if !text.is_empty() {
            texts.insert(field.id.clone(), text.to_owned());
        }
    }
    texts
}

fn fault_of(field: &PersonalisationField, text: &str) -> Option<FaultCode> {
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if text.is_empty() {
        return (field.min_length > 0).then_some(FaultCode::Required);
    }
    if length < field.min_length {
        return Some(FaultCode::TooShort(field.min_length));
    }
    if length > field.max_length {
        return Some(FaultCode::TooLong(field.max_length));
    }
    (!field.accepts(text)).then_some(FaultCode::Characters)
}

/// The address an order is shipped to; `None` where nothing is shipped, whatever was sent:
/// what is not needed is not kept.
///
/// # Errors
/// [`Error::Invalid`] naming every line that is missing or too long.
pub(super) fn address(reward: &Reward, given: Option<&Address>) -> Outcome<Option<Address>> {
    if reward.fulfilment != Fulfilment::Ship {
        return Ok(None);
    }
    let Some(address) = given else {
        return Err(Error::Invalid(vec![Fault::new(
            "/address",
            FaultCode::Required,
        )]));
    };
    let lines = [
        ("/address/name", &address.name),
        ("/address/street", &address.street),
        ("/address/postal_code", &address.postal_code),
        ("/address/city", &address.city),
    ];
    let mut faults = Vec::new();
    for (pointer, text) in lines {
        let length = u32::try_from(text.trim().chars().count()).unwrap_or(u32::MAX);
        if length == 0 {
            faults.push(Fault::new(pointer, FaultCode::Required));
        } else if length > ADDRESS_CHARS {
            faults.push(Fault::new(pointer, FaultCode::TooLong(ADDRESS_CHARS)));
        }
    }
    let country = address.country.as_bytes();
    if country.len() != 2 || !country.iter().all(u8::is_ascii_uppercase) {
        let expected = FaultCode::Malformed("an ISO 3166-1 alpha-2 code".to_owned());
        faults.push(Fault::new("/address/country", expected));
    }
    if faults.is_empty() {
        Ok(Some(address.clone()))
    } else {
        Err(Error::Invalid(faults))
    }
}
