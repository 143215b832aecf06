//! A badge's picture with the mark of its state; a plain disc where there is none to show.

use palier_contract::MediaKind;
use palier_contract::badge::{Badge, BadgeState};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use super::standing::standing;
use crate::blocks::icon::{self, Icon};
use crate::dom::{El, add};
use crate::store::Store;
use crate::style::sheets::BADGE_COLLECTION as S;

/// Draws the picture. It decorates: name and state stand beside it. Whoever holds it listens to
/// `error` with [`missing`].
pub(super) fn picture(store: Store, badge: &Badge) -> El {
    let secret = badge.state == BadgeState::Secret;
    let url = badge
        .media
        .as_ref()
        .filter(|media| !secret && media.kind == MediaKind::Image)
        .map(|media| store.locate(&media.url))
        .filter(|url| !url.is_empty());
    let image = url.map(|url| {
        S.el("img", "image")
            .attr("alt", "")
            .attr("loading", "lazy")
            .attr("decoding", "async")
            .attr("referrerpolicy", "no-referrer")
            .attr("src", &url)
    });
    let (mark, _) = standing(badge);
    let bare = image
        .is_none()
        .then(|| disc(if secret { Icon::QUESTION } else { Icon::MEDAL }));
    S.el("span", "picture")
        .attr("part", "picture")
        .attr("data-state", badge.state.as_str())
        .attr("aria-hidden", "true")
        .child(image)
        .child(bare)
        .child(mark.map(|mark| icon::sign(&S, "mark pl-disc", mark)))
}

fn disc(sign: Icon) -> El {
    icon::sign(&S, "disc pl-disc", sign)
}

/// A picture that does not load gives way to a disc.
pub(super) fn missing(event: &Event) {
    let image = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok());
    if let Some(image) = image {
        image.set_hidden(true);
        if let Some(picture) = image.parent_element() {
            add(&picture, disc(Icon::MEDAL));
        }
    }
}
