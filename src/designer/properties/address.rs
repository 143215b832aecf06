//! Addresses: of links, of places on the page, and of pictures to choose from.

use palier_contract::document::{PropKind, is_safe_media};
use serde_json::Value;
use wasm_bindgen_futures::JsFuture;

use super::SHEET;
use super::binding::Binding;
use super::browser::pictures;
use super::field;
use super::library::{self, Picking};
use crate::blocks::icon::icon;
use crate::designer::rich::meant;
use crate::designer::{host, icons};
use crate::dom::{Dom, El, el, value_of};
use crate::i18n::keys;
use crate::reactive::RwSignal;

/// Draws a line for an address.
pub(super) fn line(binding: &Binding) -> El {
    let (read, bound, left) = (binding.clone(), binding.clone(), binding.clone());
    let leads = matches!(binding.schema.kind, PropKind::Link);
    let control = el("input", "ds-input")
        .attr("type", "text")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .attr("dir", "ltr")
        .attr_of(".value", move || Some(read.text()))
        .on("input", move |event| {
            let text = value_of(&event);
            bound.write((!text.is_empty()).then_some(Value::String(text)));
        })
        .on("change", move |event| {
            let typed = value_of(&event);
            let text = meant(&typed);
            if leads && text != typed {
                left.write((!text.is_empty()).then_some(Value::String(text)));
            }
        });
    field::typed(control, binding)
}

/// Draws a line for a picture's address, the picture, and the brand's library; where the hosting page has none,
/// the pictures of the site to choose from.
pub(super) fn media(binding: &Binding, label: &str) -> El {
    let panel = binding.panel;
    let offered = RwSignal::new(Vec::<String>::new());
    let (open, broken) = (RwSignal::new(false), RwSignal::new(false));
    let (shown, fixed, bound) = (binding.clone(), binding.clone(), binding.clone());
    let words = panel
        .i18n()
        .with(keys::DESIGNER_PROPERTIES_CHOOSE_OF, &[("field", label)]);
    let library = host::has_library().then(Picking::new);
    let shift = {
        let bound = binding.clone();
        move || match library {
            Some(picking) => library::pick(&bound, picking),
            None => {
                open.set(!open.get_untracked());
                offer(offered);
            }
        }
    };
    let pressed = shift.clone();
    let choose = library.is_none().then(|| {
        el("button", "ds-icon-button")
            .attr("type", "button")
            .attr("aria-label", &words)
            .attr("title", &words)
            .attr_of("aria-expanded", move || Some(open.get().to_string()))
            .flag_of("disabled", move || fixed.is_fixed())
            .on("click", move |_| pressed())
            .child(icon(icons::PICTURE))
    });
    SHEET
        .el("div", "media")
        .child(
            SHEET
                .el("div", "media-line")
                .child(line(binding))
                .child(choose),
        )
        .child(library.map(|picking| library::draw(binding, picking)))
        .slot(move || {
            let picture = preview(&shown.text(), broken)?;
            let shift = shift.clone();
            Some(match shown.is_fixed() {
                true => picture,
                false => picture
                    .attr("data-chooses", "")
                    .on("click", move |_| shift()),
            })
        })
        .child(el("div", "").attr("role", "status").slot(move || {
            broken.get().then(|| {
                let words = panel.t(keys::DESIGNER_PICTURE_BROKEN);
                el("p", "ds-error").attr("data-broken", "").text(&words)
            })
        }))
        .slot(move || open.get().then(|| picker(&bound, offered)))
}

/// The picture itself; says whether it cannot be loaded.
fn preview(address: &str, broken: RwSignal<bool>) -> Option<El> {
    broken.set(false);
    is_safe_media(address).then(|| {
        SHEET
            .el("img", "preview")
            .attr("src", address)
            .attr("alt", "")
            .flag_of("hidden", move || broken.get())
            .on("error", move |_| broken.set(true))
    })
}

fn offer(offered: RwSignal<Vec<String>>) {
    if offered.with_untracked(|paths| !paths.is_empty()) {
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        // A site that offers none leaves the line to type in.
        if let Ok(paths) = JsFuture::from(pictures()).await {
            let paths = js_sys::Array::from(&paths);
            offered.set(paths.iter().filter_map(|path| path.as_string()).collect());
        }
    });
}

fn picker(binding: &Binding, offered: RwSignal<Vec<String>>) -> El {
    let (panel, bound) = (binding.panel, binding.clone());
    SHEET
        .el("div", "picker")
        .attr("role", "group")
        .attr("aria-label", &panel.t(keys::DESIGNER_PROPERTIES_PICTURES))
        .slot(move || {
            let paths = offered.get();
            if paths.is_empty() {
                let words = panel.t(keys::DESIGNER_PROPERTIES_NO_PICTURES);
                return vec![Dom::from(el("p", "ds-hint").text(&words))];
            }
            let picture = |path: String| {
                let (bound, read, held) = (bound.clone(), bound.clone(), path.clone());
                SHEET
                    .el("button", "picture")
                    .attr("type", "button")
                    .attr("aria-label", &title(&path))
                    .attr("title", &title(&path))
                    .attr_of("aria-pressed", move || {
                        Some((read.text() == held).to_string())
                    })
                    .child(
                        el("img", "")
                            .attr("src", &path)
                            .attr("alt", "")
                            .attr("loading", "lazy"),
                    )
                    .on("click", move |_| {
                        bound.set(Some(Value::String(path.clone())))
                    })
                    .into()
            };
            paths.into_iter().map(picture).collect()
        })
}

/// What a picture is called: its file, as words, after its folder.
fn title(path: &str) -> String {
    let mut parts = path.rsplit('/');
    let file = parts.next().unwrap_or_default();
    let folder = parts.next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    [folder, ": ", &stem.replace('-', " ")].concat()
}

#[cfg(test)]
mod tests {
    use super::title;

    #[test]
    fn pictures_are_called_after_folder_and_file() {
        assert_eq!(title("/media/heroes/grove.svg"), "heroes: grove");
        assert_eq!(
            title("/media/rewards/enamel-mug.svg"),
            "rewards: enamel mug"
        );
    }
}
