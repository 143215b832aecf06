//! What the member has chosen of a reward so far, and what can still be chosen: pure.

use palier_contract::Timestamp;
use palier_contract::redemption::{Choice, PersonalisationText, VariantChoice};
use palier_contract::reward::{Combination, Reward, Stock, StockBand, StockMode};

/// Options chosen so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Draft {
    /// Axis id and value id.
    pub(super) values: Vec<(String, String)>,
    /// Id of the price option; the first that the balance covers when empty.
    pub(super) price: String,
    /// Field id and text.
    pub(super) texts: Vec<(String, String)>,
}

/// Whether a value can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Offer {
    /// Yes.
    Open,
    /// Not now; perhaps again from an instant.
    SoldOut(Option<Timestamp>),
    /// It does not exist together with what is chosen.
    NotMade,
}

/// Whether nothing is left.
pub(super) fn is_out(stock: &Stock) -> bool {
    let none = stock.band == Some(StockBand::None)
        || stock
            .remaining
            .is_some_and(|remaining| remaining.get() <= 0);
    stock.mode == StockMode::Limited && none
}

/// Whether little is left.
pub(super) fn is_low(stock: &Stock) -> bool {
    stock.mode == StockMode::Limited && stock.band == Some(StockBand::Low)
}

impl Draft {
    /// The value chosen on an axis.
    pub(super) fn value(&self, axis: &str) -> Option<&str> {
        let (_, value) = self.values.iter().find(|(known, _)| known == axis)?;
        Some(value)
    }

    /// The text of a field.
    pub(super) fn text(&self, field: &str) -> &str {
        let found = self.texts.iter().find(|(known, _)| known == field);
        found.map_or("", |(_, text)| text)
    }

    /// Chooses a value; choices on later axes that no longer go with it are taken back.
    pub(super) fn pick(&mut self, reward: &Reward, axis: &str, value: &str) {
        put(&mut self.values, axis, value);
        for (place, later) in reward.axes.iter().enumerate() {
            let kept = self.value(later.id.as_str()).map(str::to_owned);
            if let Some(kept) = kept
                && self.offer(reward, place, &kept) != Offer::Open
            {
                self.values.retain(|(known, _)| known != later.id.as_str());
            }
        }
    }

    /// Writes the text of a field.
    pub(super) fn write(&mut self, field: &str, text: &str) {
        put(&mut self.texts, field, text);
    }

    /// Whether `value` on the axis at `place` goes with what is chosen on the axes before it.
    /// Later axes do not count, so that every value stays within reach.
    pub(super) fn offer(&self, reward: &Reward, place: usize, value: &str) -> Offer {
        let fits = |combination: &&Combination| {
            let mut axes = reward.axes.iter().zip(&combination.value_ids).enumerate();
            axes.all(|(at, (axis, id))| match at {
                _ if at == place => id.as_str() == value,
                _ if at > place => true,
                _ => self
                    .value(axis.id.as_str())
                    .is_none_or(|chosen| chosen == id.as_str()),
            })
        };
        let mut found = reward.combinations.iter().filter(fits).peekable();
        if found.peek().is_none() {
            return Offer::NotMade;
        }
        let mut restock = None;
        for combination in found {
            if !is_out(&combination.stock) {
                return Offer::Open;
            }
            restock = restock.or_else(|| combination.stock.restock_at.clone());
        }
        Offer::SoldOut(restock)
    }

    /// What is left of the chosen combination; of the reward, when it does not vary.
    pub(super) fn stock<'r>(&self, reward: &'r Reward) -> Option<&'r Stock> {
        if reward.axes.is_empty() {
            return Some(&reward.stock);
        }
        let values: Option<Vec<&str>> = reward
            .axes
            .iter()
            .map(|axis| self.value(axis.id.as_str()))
            .collect();
        let values = values?;
        reward
            .combinations
            .iter()
            .find(|one| {
                one.value_ids
                    .iter()
                    .map(|id| id.as_str())
                    .eq(values.iter().copied())
            })
            .map(|one| &one.stock)
    }

    /// Id of the price option that applies.
    pub(super) fn price<'d>(&'d self, reward: &'d Reward) -> &'d str {
        let prices = &reward.prices;
        let chosen = prices.iter().find(|price| price.id.as_str() == self.price);
        let covered = || prices.iter().find(|price| price.affordable);
        chosen
            .or_else(covered)
            .or_else(|| prices.first())
            .map_or("", |price| price.id.as_str())
    }

    /// Ids of the axes without a value and of the required fields without a text.
    pub(super) fn missing(&self, reward: &Reward) -> Vec<String> {
        let axes = reward.axes.iter().map(|axis| axis.id.0.clone());
        let open = axes.filter(|axis| self.value(axis).is_none());
        let fields = reward.personalisation.iter().filter(|field| field.required);
        let blank = fields
            .map(|field| field.id.0.clone())
            .filter(|id| self.text(id).trim().is_empty());
        open.chain(blank).collect()
    }

    /// The draft as the contract has it.
    pub(super) fn choice(&self, reward: &Reward) -> Choice {
        let values = reward.axes.iter().filter_map(|axis| {
            Some(VariantChoice {
                axis_id: axis.id.clone(),
                value_id: self.value(axis.id.as_str())?.into(),
            })
        });
        let texts = reward.personalisation.iter().filter_map(|field| {
            let text = self.text(field.id.as_str()).trim();
            (!text.is_empty()).then(|| PersonalisationText {
                field_id: field.id.clone(),
                text: text.to_owned(),
            })
        });
        Choice {
            reward_id: reward.id.clone(),
            price_id: self.price(reward).into(),
            variant: values.collect(),
            personalisation: texts.collect(),
        }
    }
}

fn put(pairs: &mut Vec<(String, String)>, name: &str, value: &str) {
    pairs.retain(|(known, _)| known != name);
    pairs.push((name.to_owned(), value.to_owned()));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reward(json: &str) -> Reward {
        serde_json::from_str(json).unwrap()
    }

    fn hoodie() -> Reward {
        reward(include_str!(
            "../../../crates/contract/fixtures/reward.json"
        ))
    }

    #[test]
    fn a_value_is_judged_by_the_axes_before_it() {
        let hoodie = hoodie();
        let mut draft = Draft::default();
        assert_eq!(draft.offer(&hoodie, 0, "l"), Offer::Open);
        draft.pick(&hoodie, "size", "l");
        let restock = Some(Timestamp::from("2026-12-10T09:00:00Z"));
        assert_eq!(draft.offer(&hoodie, 1, "forest"), Offer::SoldOut(restock));
        assert_eq!(draft.offer(&hoodie, 1, "sand"), Offer::Open);
        draft.pick(&hoodie, "size", "s");
        assert_eq!(draft.offer(&hoodie, 1, "ink"), Offer::NotMade);
        draft.pick(&hoodie, "colour", "sand");
        assert_eq!(draft.offer(&hoodie, 0, "xl"), Offer::Open);
    }

    #[test]
    fn a_colour_that_no_longer_goes_with_the_size_is_taken_back() {
        let hoodie = hoodie();
        let mut draft = Draft::default();
        draft.pick(&hoodie, "size", "m");
        draft.pick(&hoodie, "colour", "ink");
        assert!(draft.missing(&hoodie).is_empty());
        draft.pick(&hoodie, "size", "s");
        assert_eq!(draft.missing(&hoodie), ["colour"]);
    }

    #[test]
    fn the_stock_shown_is_that_of_the_chosen_combination() {
        let hoodie = hoodie();
        let mut draft = Draft::default();
        assert_eq!(draft.stock(&hoodie), None);
        draft.pick(&hoodie, "size", "m");
        draft.pick(&hoodie, "colour", "sand");
        assert!(draft.stock(&hoodie).is_some_and(is_low));
    }

    #[test]
    fn the_choice_names_every_option_and_a_price_that_is_covered() {
        let mut hoodie = hoodie();
        let mut draft = Draft::default();
        draft.pick(&hoodie, "colour", "sand");
        draft.pick(&hoodie, "size", "m");
        let choice = draft.choice(&hoodie);
        let axes: Vec<&str> = choice
            .variant
            .iter()
            .map(|one| one.axis_id.as_str())
            .collect();
        assert_eq!(axes, ["size", "colour"]);
        assert_eq!(choice.price_id.as_str(), "points");
        hoodie.prices[0].affordable = false;
        assert_eq!(draft.choice(&hoodie).price_id.as_str(), "points-gems");
        draft.price = "points".into();
        assert_eq!(draft.choice(&hoodie).price_id.as_str(), "points");
    }

    #[test]
    fn a_required_text_is_missed_until_it_says_something() {
        let pen = reward(include_str!(
            "../../../crates/contract/fixtures/reward_engraved.json"
        ));
        let mut draft = Draft::default();
        draft.write("engraving", "  ");
        assert_eq!(draft.missing(&pen), ["engraving"]);
        draft.write("engraving", " Ad astra ");
        assert!(draft.missing(&pen).is_empty());
        let choice = draft.choice(&pen);
        assert_eq!(choice.personalisation[0].text, "Ad astra");
    }
}
