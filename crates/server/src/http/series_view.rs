//! Series and badges as their reader may see them.

use std::collections::BTreeMap;

use palier_contract::{
    Actions, Media, Quantity, Window,
    badge::{
        Badge, BadgeState, CompletionReward, CompletionState, Edition, Rarity, RarityLevel, Series,
    },
    tier::Requirement,
};

use crate::{
    app::App,
    engine::{HeldBadge, MemberState},
    locale::Locale,
    programme,
    time::timestamp,
    words::amounts,
};

/// What stands for a badge nobody may recognise yet.
const SECRET_PICTURE: &str = "/media/badges/secret.svg";

/// What the collection is drawn from.
pub(super) struct View<'a> {
    pub(super) app: &'a App,
    pub(super) locale: &'a Locale,
    pub(super) now: i64,
    pub(super) tallies: BTreeMap<String, i64>,
    /// The member, and which of their badges they have not looked at yet.
    pub(super) member: Option<(MemberState, Vec<String>)>,
}

impl View<'_> {
    /// A series with its badges.
    pub(super) fn series(&self, series: &programme::Series) -> Series {
        let owned = series
            .badges
            .iter()
            .filter(|badge| self.held(&badge.id).is_some())
            .count();
        Series {
            id: series.id.as_str().into(),
            title: self.app.text(&series.name, self.locale),
            summary: self.app.text_if_any(&series.description, self.locale),
            total: count(series.badges.len()),
            owned: count(owned),
            badges: series
                .badges
                .iter()
                .map(|badge| self.badge(series, badge))
                .collect(),
            window: window(series.window),
            completion: self.completion(series).into_iter().collect(),
        }
    }

    fn completion(&self, series: &programme::Series) -> Option<CompletionReward> {
        let paid = self
            .member
            .as_ref()
            .is_some_and(|(member, _)| member.completed_series.contains(&series.id));
        (!series.completion.is_empty()).then(|| CompletionReward {
            threshold: count(series.badges.len()),
            label: amounts::list(&self.app.programme, &series.completion, self.locale),
            amounts: amounts::contract(&series.completion),
            state: if paid {
                CompletionState::Claimed
            } else {
                CompletionState::Locked
            },
            claim_by: None,
            actions: Actions::new(),
        })
    }

    fn held(&self, badge: &str) -> Option<&HeldBadge> {
        self.member
            .as_ref()
            .and_then(|(member, _)| member.badges.get(badge))
    }

    fn badge(&self, series: &programme::Series, badge: &programme::Badge) -> Badge {
        let state = self.state(series, badge);
        let secret = state == BadgeState::Secret;
        let held = self.held(&badge.id);
        let unseen = self
            .member
            .as_ref()
            .is_some_and(|(_, unseen)| unseen.contains(&badge.id));
        let shown = |text: &programme::TextMap| {
            (!secret)
                .then(|| self.app.text_if_any(text, self.locale))
                .flatten()
        };
        Badge {
            id: if secret {
                self.pseudonym(&badge.id)
            } else {
                badge.id.clone()
            }
            .into(),
            title: shown(&badge.name),
            criteria: shown(&badge.description),
            media: if secret {
                Some(secret_picture())
            } else {
                self.picture(badge)
            },
            progress: if secret || held.is_some() {
                Vec::new()
            } else {
                self.progress(badge)
            },
            rarity: Some(self.rarity(badge)),
            edition: if secret {
                None
            } else {
                self.edition(badge, held)
            },
            window: if secret {
                Window::default()
            } else {
                window(badge.window)
            },
            earned_at: held.map(|held| timestamp(held.earned_at)),
            new: unseen,
            message: None,
            credential_url: None,
            state,
        }
    }

    fn state(&self, series: &programme::Series, badge: &programme::Badge) -> BadgeState {
        if self.held(&badge.id).is_some() {
            return BadgeState::Earned;
        }
        if badge.secret {
            return BadgeState::Secret;
        }
        let starts = series.window.starts_at.max(badge.window.starts_at);
        if starts.is_some_and(|start| self.now < start) {
            return BadgeState::Upcoming;
        }
        let all_given = badge
            .edition
            .and_then(|edition| edition.max)
            .is_some_and(|max| self.tally("edition", &badge.id) >= i64::from(max));
        let closed = [series.window.ends_at, badge.window.ends_at]
            .into_iter()
            .flatten()
            .any(|end| end <= self.now);
        let begun = self.values(badge).iter().any(|value| *value > 0);
        match (all_given || closed, begun) {
            (true, _) => BadgeState::Gone,
            (false, true) => BadgeState::InProgress,
            (false, false) => BadgeState::Locked,
        }
    }

    fn values(&self, badge: &programme::Badge) -> &[i64] {
        self.member
            .as_ref()
            .and_then(|(member, _)| member.progress.badges.get(&badge.id))
            .map_or(&[], Vec::as_slice)
    }

    fn progress(&self, badge: &programme::Badge) -> Vec<Requirement> {
        let values = self.values(badge);
        let criteria = badge.criteria.iter().enumerate();
        criteria
            .map(|(index, criterion)| Requirement {
                metric: format!("events:{}", criterion.event),
                label: self.app.text(&criterion.label, self.locale),
                target: Quantity::saturating(criterion.target),
                current: self.member.as_ref().map(|_| {
                    let value = values.get(index).copied().unwrap_or(0);
                    Quantity::saturating(value.min(criterion.target))
                }),
                currency: None,
            })
            .collect()
    }

    fn rarity(&self, badge: &programme::Badge) -> Rarity {
        let holders = self.tally("badge", &badge.id);
        let members = self.tallies.get("members").copied().unwrap_or(0).max(1);
        let level = match badge.rarity {
            0 | 1 => RarityLevel::Common,
            2 => RarityLevel::Uncommon,
            3 => RarityLevel::Rare,
            4 => RarityLevel::Epic,
            _ => RarityLevel::Legendary,
        };
        Rarity {
            level,
            holders_per_mille: Quantity::saturating(holders.saturating_mul(1000) / members),
            holders: Quantity::saturating(holders),
        }
    }

    fn edition(&self, badge: &programme::Badge, held: Option<&HeldBadge>) -> Option<Edition> {
        // An open edition has no last number, and the contract's edition has one.
        let max = badge.edition.and_then(|edition| edition.max)?;
        Some(Edition {
            number: held.and_then(|held| held.edition).map(Quantity::saturating),
            max: max.into(),
            issued: Quantity::saturating(self.tally("edition", &badge.id)),
        })
    }

    fn tally(&self, kind: &str, badge: &str) -> i64 {
        self.tallies
            .get(&format!("{kind}:{badge}"))
            .copied()
            .unwrap_or(0)
    }

    fn picture(&self, badge: &programme::Badge) -> Option<Media> {
        badge
            .media
            .as_ref()
            .map(|media| self.app.media(media, self.locale))
    }

    /// A secret badge must not be recognised by its id either.
    fn pseudonym(&self, badge: &str) -> String {
        super::pseudonym(&self.app.secret, "secret", &[badge])
    }
}

fn secret_picture() -> Media {
    Media {
        url: SECRET_PICTURE.to_owned(),
        alt: String::new(),
        kind: palier_contract::MediaKind::Image,
        width: Some(Quantity::from(240)),
        height: Some(Quantity::from(240)),
    }
}

fn window(window: programme::Window) -> Window {
    Window {
        starts_at: window.starts_at.map(timestamp),
        ends_at: window.ends_at.map(timestamp),
    }
}

fn count(number: usize) -> Quantity {
    i64::try_from(number).map_or(Quantity::MAX, Quantity::saturating)
}
