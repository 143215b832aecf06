//! The theme of a published portal, by its id: what `theme="…"` of a tag may name.

use palier_contract::document::Theme;

use super::settings;
use crate::client::resources;
use crate::dom::{memo, watch};
use crate::reactive::RwSignal;
use crate::store::Store;

/// The theme of the id that `named` gives, once it is there; none for a scheme's word. That there is
/// none of that id is told to developers, for it is theirs: `tag` draws itself as it would without.
pub(crate) fn published_theme(
    store: Store,
    tag: &'static str,
    named: impl Fn() -> String + 'static,
) -> RwSignal<Option<Theme>> {
    let published = RwSignal::new(None);
    let id = memo(named);
    watch(move || {
        let id = id.get();
        if id.is_empty() || settings::scheme(&id).is_some() {
            return published.set(None);
        }
        let load = store.read(&resources::theme(&id));
        watch(move || {
            load.with(|load| match (&load.value, &load.error) {
                (Some(theme), _) => published.set(Some((**theme).clone().into())),
                (None, Some(error)) => leptos::logging::warn!(
                    "<palier-{tag} theme=\"{id}\">: neither light, dark nor auto, and no theme of that id was to be had ({}); using \"auto\".",
                    error.code()
                ),
                _ => {}
            });
        });
    });
    published
}

/// The word that the sheets know for the scheme of a theme.
pub(crate) fn scheme(theme: &Theme) -> &'static str {
    let own = theme.scheme.as_deref();
    own.and_then(settings::scheme).unwrap_or("light")
}
