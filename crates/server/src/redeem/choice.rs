//! Reads what a member wants against the programme: reward, price, variant, texts.

use std::collections::BTreeMap;

use palier_contract::redemption::{Address, Choice};

use crate::{
    http::{Error, Fault, FaultCode, Outcome},
    programme::{Fulfilment, Price, Programme, Reward},
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

/// Reads a choice.
///
/// # Errors
/// [`Error::NotFound`] for a reward that does not exist or is not shown at `now`,
/// [`Error::Invalid`] naming every part that does not exist, is missing or does not fit.
pub fn pick<'p>(programme: &'p Programme, choice: &Choice, now: i64) -> Outcome<Picked<'p>> {
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
        faults.push(Fault::new("/choice/price_id", FaultCode::Unknown));
    }
    let variant = variant(reward, choice, &mut faults);
    let personalisation = texts(reward, choice, &mut faults);
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

fn variant(reward: &Reward, choice: &Choice, faults: &mut Vec<Fault>) -> String {
    let Some(variants) = &reward.variants else {
        if !choice.variant.is_empty() {
            faults.push(Fault::new("/choice/variant", FaultCode::Mismatch));
        }
        return String::new();
    };
    let mut values = Vec::new();
    for axis in &variants.axes {
        let picked = choice
            .variant
            .iter()
            .find(|one| one.axis_id.as_str() == axis.id);
        let pointer = format!("/choice/variant/{}", axis.id);
        match picked {
            None => faults.push(Fault::new(pointer, FaultCode::Required)),
            Some(one)
                if axis
                    .values
                    .iter()
                    .any(|value| value.id == one.value_id.as_str()) =>
            {
                values.push(one.value_id.0.clone());
            }
            Some(_) => faults.push(Fault::new(pointer, FaultCode::Unknown)),
        }
    }
    let complete = values.len() == variants.axes.len();
    let exists = variants.combinations.iter().any(|one| one.values == values);
    if complete && !exists {
        faults.push(Fault::new("/choice/variant", FaultCode::Unknown));
    }
    values.join("/")
}

fn texts(reward: &Reward, choice: &Choice, faults: &mut Vec<Fault>) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for given in &choice.personalisation {
        let id = given.field_id.as_str();
        if !reward.personalisation.iter().any(|field| field.id == id) {
            faults.push(Fault::new(
                format!("/choice/personalisation/{id}"),
                FaultCode::Unknown,
            ));
        }
    }
    for field in &reward.personalisation {
        let given = choice
            .personalisation
            .iter()
            .find(|one| one.field_id.as_str() == field.id);
        let text = given.map_or("", |one| one.text.trim());
        let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let code = if text.is_empty() && field.min_length > 0 {
            FaultCode::Required
        } else if length < field.min_length {
            FaultCode::TooShort(field.min_length)
        } else if length > field.max_length {
            FaultCode::TooLong(field.max_length)
        } else if !field.accepts(text) {
            FaultCode::Characters
        } else {
            if !text.is_empty() {
                texts.insert(field.id.clone(), text.to_owned());
            }
            continue;
        };
        faults.push(Fault::new(
            format!("/choice/personalisation/{}", field.id),
            code,
        ));
    }
    texts
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
