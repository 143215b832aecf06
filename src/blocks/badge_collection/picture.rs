//! A badge's picture with the mark of its state; a plain disc where there is none to show.

use leptos::prelude::*;
use palier_contract::MediaKind;
use palier_contract::badge::{Badge, BadgeState};
use web_sys::HtmlElement;

use super::standing::standing;
use crate::blocks::icon::{Icon, icon};
use crate::store::Store;
use crate::style::sheets::BADGE_COLLECTION;

/// Draws the picture at `size` CSS pixels. It decorates: name and state stand beside it.
pub(super) fn picture(store: Store, badge: &Badge, size: u16) -> AnyView {
    let scope = BADGE_COLLECTION.class;
    let secret = badge.state == BadgeState::Secret;
    let url = badge
        .media
        .as_ref()
        .filter(|media| !secret && media.kind == MediaKind::Image)
        .map(|media| store.locate(&media.url))
        .filter(|url| !url.is_empty());
    let (mark, _) = standing(badge);
    let bare = if secret { Icon::QUESTION } else { Icon::MEDAL };
    // A picture that does not load gives way to the disc behind it.
    let missing =
        |event: leptos::ev::ErrorEvent| event_target::<HtmlElement>(&event).set_hidden(true);
    view! { class = scope,
        <span class="picture" part="picture" data-state=badge.state.as_str().to_owned() aria-hidden="true" style:--size=format!("{size}px")>
            {url.map(|url| view! { class = scope,
                <img
                    class="image"
                    src=url
                    alt=""
                    width=size.to_string()
                    height=size.to_string()
                    loading="lazy"
                    decoding="async"
                    referrerpolicy="no-referrer"
                    on:error=missing
                />
            })}
            <span class="disc">{icon(scope, bare)}</span>
            {mark.map(|mark| view! { class = scope, <span class="mark">{icon(scope, mark)}</span> })}
        </span>
    }
    .into_any()
}
