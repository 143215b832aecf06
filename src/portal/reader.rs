//! Who reads the portal: the corner of the header, signing in and out.

use palier_contract::member::{Me, MemberState};
use palier_contract::portal::Portal;

use super::browser;
use crate::blocks::Host;
use crate::blocks::frame::{has_left, is_request, join_here, join_page, status_line};
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::address;
use crate::client::authorise;
use crate::dom::{Dom, El, closest, el, focus, nothing};
use crate::i18n::keys;
use crate::reactive::RwSignal;
use crate::store::Store;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// Gives the kit the tokens of whoever signed in on this tab; says whether somebody did.
pub(super) fn begin() -> bool {
    let known = browser::signed_in();
    authorise(&if known {
        browser::tokens()
    } else {
        JsValue::NULL
    });
    known
}

/// Draws the reader's name with the way out, or the way in. Whoever goes out is told so, and has the
/// focus on the way in as soon as that is there.
pub(super) fn corner(store: Store, known: RwSignal<bool>) -> El {
    let (me, portal) = (store.me(), store.portal());
    let said = RwSignal::new(String::new());
    let corner = el("div", "pg-reader").slot(move || {
        let portal = portal.get().value;
        me.with(|me| match &me.value {
            Some(me) if me.state != MemberState::Anonymous => {
                let alias = me.alias.clone().unwrap_or_default();
                let tier = me.tier.as_ref().map(|tier| tier.name.clone());
                Dom::from(vec![
                    Dom::from(who(&alias, tier)),
                    Dom::from(browser::may_sign_out().then(|| sign_out(store, known, said))),
                ])
            }
            Some(_) => sign_in(portal.as_deref(), store)
                .map(|way| way.node(take_over))
                .into(),
            None if me.error.is_some() => nothing(),
            None => el("span", "pl-bone pg-reader-bone").into(),
        })
    });
    corner.child(status_line(said))
}

/// Takes the focus from the corner that `way` stands in.
fn take_over(way: Element) {
    let corner = way.parent_element();
    if corner.is_some_and(|corner| corner.matches(":focus").unwrap_or(false)) {
        focus(&way);
    }
}

fn who(alias: &str, tier: Option<String>) -> El {
    el("div", "pg-who").child(face(alias)).child(
        el("div", "pg-who-words")
            .child(el("span", "pg-alias").text(alias))
            .child(tier.map(|tier| el("span", "pg-who-tier").text(&tier))),
    )
}

/// The first letter of an alias in a disc.
pub(super) fn face(alias: &str) -> El {
    let letter: String = alias.chars().take(1).flat_map(char::to_uppercase).collect();
    let disc = el("span", "pg-face").attr("aria-hidden", "true");
    if letter.is_empty() {
        disc.child(icon(Icon::USER))
    } else {
        disc.text(&letter)
    }
}

/// The way in, when the programme has one; it leads back here.
pub(super) fn sign_in(portal: Option<&Portal>, store: Store) -> Option<El> {
    let address = sign_in_address(portal, store)?;
    Some(
        el("a", "pl-button pl-primary pg-sign-in")
            .attr("href", &address)
            .child(store.i18n().t(keys::FRAME_SIGN_IN).as_str()),
    )
}

/// The way to become a member, when the programme has one for this reader.
pub(super) fn join(
    me: &Me,
    portal: Option<&Portal>,
    store: Store,
    said: RwSignal<String>,
) -> Option<El> {
    if is_request(me) {
        let page = Host::new(web_sys::window()?.into());
        return Some(join_here(store, page, said));
    }
    let own = join_page(me).or_else(|| portal?.programme.join_url.as_ref());
    let at = address(store, own.filter(|_| has_left(me).is_none())?)?;
    Some(
        el("a", "pl-button pl-primary")
            .attr("href", &at)
            .text(&store.i18n().t(keys::FRAME_JOIN)),
    )
}

/// A way that the backend names, as it names it; `None` where no link may lead.
fn way(url: Option<&String>, store: Store) -> Option<&String> {
    url.filter(|url| address(store, url).is_some())
}

/// The address of the sign-in page, with this page to come back to.
pub(super) fn sign_in_address(portal: Option<&Portal>, store: Store) -> Option<String> {
    let url = way(portal?.programme.sign_in_url.as_ref(), store)?;
    let mark = if url.contains('?') { '&' } else { '?' };
    let back = String::from(js_sys::encode_uri_component(&browser::path()));
    Some(format!("{url}{mark}next={back}"))
}

fn sign_out(store: Store, known: RwSignal<bool>, said: RwSignal<String>) -> El {
    let i18n = store.i18n();
    el("button", "pl-button pg-sign-out")
        .attr("type", "button")
        .on("click", move |event| {
            // The button goes.
            if let Some(corner) = closest(&event, ".pg-reader") {
                focus(&corner);
            }
            said.set(i18n.t(keys::PORTAL_SIGNED_OUT));
            browser::sign_out();
            authorise(&JsValue::NULL);
            known.set(false);
            store.forget();
        })
        .text(&i18n.t(keys::PORTAL_SIGN_OUT))
}
