//! What the server did not accept of a choice: at which option that is told, and what is said of
//! none of them.

use palier_contract::problem::FieldError;
use palier_contract::redemption::Choice;
use palier_contract::reward::Reward;

use super::redeem_dialog::RedeemDialog;
use crate::blocks::frame::notice;
use crate::blocks::icon::Icon;
use crate::dom::{El, nothing};

/// Options, as a choice's JSON has them.
pub(super) const VARIANT: &str = "variant/";
/// Personal texts, likewise.
pub(super) const TEXTS: &str = "personalisation/";

/// The server's words.
#[derive(Debug, Default, PartialEq)]
pub(super) struct FieldErrors {
    /// List and id of an option, and what is wrong with it.
    pub(super) options: Vec<(&'static str, String, String)>,
    /// What no option stands for.
    pub(super) rest: Vec<String>,
}

impl FieldErrors {
    /// Sorts `errors` by the options of `reward`; `sent` is the choice that they are about.
    pub(super) fn of(errors: Vec<FieldError>, reward: &Reward, sent: &Choice) -> Self {
        let mut wrong = Self::default();
        let axes = sent.variant.iter().map(|one| one.axis_id.as_str());
        let texts = sent.personalisation.iter().map(|one| one.field_id.as_str());
        let (axes, texts): (Vec<&str>, Vec<&str>) = (axes.collect(), texts.collect());
        for FieldError {
            pointer, detail, ..
        } in errors
        {
            let axis = named(&pointer, VARIANT, &axes);
            let axis = axis.filter(|id| reward.axes.iter().any(|axis| axis.id.as_str() == *id));
            let text = named(&pointer, TEXTS, &texts);
            let mut fields = reward.personalisation.iter();
            let text = text.filter(|id| fields.any(|field| field.id.as_str() == *id));
            match (axis, text) {
                (Some(id), _) => wrong.options.push((VARIANT, id.to_owned(), detail)),
                (_, Some(id)) => wrong.options.push((TEXTS, id.to_owned(), detail)),
                _ => wrong.rest.push(detail),
            }
        }
        wrong
    }

    /// What is wrong with one option.
    pub(super) fn word(&self, list: &str, id: &str) -> Option<String> {
        let mut all = self.options.iter();
        all.find(|(of, one, _)| *of == list && one == id)
            .map(|(_, _, word)| word.clone())
    }
}

/// The id that `pointer` leads to in `list`: it names the place in what was `sent`, where blanks are
/// left out, or the id itself.
fn named<'p>(pointer: &'p str, list: &str, sent: &[&'p str]) -> Option<&'p str> {
    let first = pointer.split_once(list)?.1.split('/').next()?;
    let place = first.parse::<usize>().ok();
    Some(
        place
            .and_then(|place| sent.get(place))
            .copied()
            .unwrap_or(first),
    )
}

/// A line in a step about what no field stands for.
pub(super) fn told(dialog: RedeemDialog, words: &[String]) -> Option<El> {
    let line = || {
        let words = words.join(" ");
        let line = notice("warn", Icon::WARNING, &words, nothing());
        dialog.said.set(words);
        line
    };
    (!words.is_empty()).then(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(pointer: &str) -> FieldError {
        FieldError {
            pointer: pointer.to_owned(),
            code: "unknown".to_owned(),
            detail: pointer.to_owned(),
        }
    }

    fn at(json: &str, choice: &str, pointer: &str) -> Option<(&'static str, String)> {
        let mut reward: Reward = serde_json::from_str(json).unwrap();
        if let [field] = reward.personalisation.as_slice() {
            let mut first = field.clone();
            first.id = "dedication".into();
            reward.personalisation.insert(0, first);
        }
        let sent = palier_contract::fixtures::get(choice).unwrap();
        let sent = serde_json::from_str(sent).unwrap();
        let wrong = FieldErrors::of(vec![error(pointer)], &reward, &sent);
        assert_eq!(wrong.options.len() + wrong.rest.len(), 1);
        let (list, id, _) = wrong.options.into_iter().next()?;
        Some((list, id))
    }

    #[test]
    fn a_place_counts_what_was_sent_and_not_what_there_is() {
        let pen = palier_contract::fixtures::get("reward_engraved").unwrap();
        let engraving = Some((TEXTS, "engraving".to_owned()));
        for pointer in [
            "/personalisation/0/text",
            "/choice/personalisation/0/text",
            "/personalisation/engraving",
        ] {
            assert_eq!(at(pen, "choice_engraved", pointer), engraving, "{pointer}");
        }
        assert_eq!(
            at(pen, "choice_engraved", "/personalisation/dedication"),
            Some((TEXTS, "dedication".to_owned()))
        );
    }

    #[test]
    fn what_no_option_stands_for_is_left_to_the_step() {
        let hoodie = palier_contract::fixtures::get("reward").unwrap();
        assert_eq!(
            at(hoodie, "choice", "/variant/0/value_id"),
            Some((VARIANT, "size".to_owned()))
        );
        for pointer in ["/variant", "/variant/9/value_id", "/address/city", ""] {
            assert_eq!(at(hoodie, "choice", pointer), None, "{pointer}");
        }
    }
}
