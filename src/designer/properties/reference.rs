//! A choice of what the backend has: boards, currencies, tiers, portals and the like.

use palier_contract::document::RefKind;
use palier_contract::wire::Wire;
use serde_json::Value;

use super::address;
use super::binding::Binding;
use super::field::{label_id, told};
use super::panel::Panel;
use crate::client::{Resource, resources};
use crate::dom::{Dom, El, el, value_of};
use crate::i18n::keys;
use crate::reactive::RwSignal;

/// Ids with their names.
pub(super) type Options = Vec<(String, String)>;

/// Draws the control: a list of what there is, or a line where that is not known.
pub(super) fn draw(binding: &Binding, kind: RefKind) -> El {
    let options = options(binding, kind);
    let bound = binding.clone();
    el("div", "")
        .attr("style:display", "contents")
        .slot(move || match options().filter(|found| !found.is_empty()) {
            Some(found) => list(&bound, found),
            None => {
                let automatic = bound.panel.t(keys::DESIGNER_PROPERTIES_AUTOMATIC);
                address::line(&bound).attr("placeholder", &automatic)
            }
        })
}

fn list(binding: &Binding, found: Options) -> El {
    let (read, bound, fixed) = (binding.clone(), binding.clone(), binding.clone());
    let held = {
        let (binding, found) = (binding.clone(), found.clone());
        move || {
            let held = binding.text();
            let unknown = !held.is_empty() && !found.iter().any(|(id, _)| *id == held);
            unknown.then(|| el("option", "").attr("value", &held).text(&held))
        }
    };
    let none = binding.panel.t(keys::DESIGNER_PROPERTIES_AUTOMATIC);
    let options = found
        .iter()
        .map(|(id, name)| el("option", "").attr("value", id).text(name).into());
    let control = el("select", "ds-input")
        .attr("id", &binding.name())
        .attr("aria-labelledby", &label_id(binding))
        .child(el("option", "").attr("value", "").text(&none))
        .child(options.collect::<Vec<Dom>>())
        .slot(held)
        .attr_of(".value", move || Some(read.text()))
        .flag_of("disabled", move || fixed.is_fixed())
        .on("change", move |event| {
            let id = value_of(&event);
            bound.set((!id.is_empty()).then_some(Value::String(id)));
        });
    told(control, binding)
}

type Read = Box<dyn Fn() -> Option<Options>>;

/// What there is of a kind; `None` while that is not known.
fn options(binding: &Binding, kind: RefKind) -> Read {
    let panel = binding.panel;
    match kind {
        RefKind::Board => read(panel, &resources::boards(), |list| {
            let boards = list.items.iter();
            boards
                .map(|board| (board.id.0.clone(), board.title.clone()))
                .collect()
        }),
        RefKind::Period => periods(binding),
        RefKind::Currency => read(panel, &resources::portal(), |portal| {
            let currencies = portal.currencies.iter();
            currencies
                .map(|found| (found.id.0.clone(), found.name.clone()))
                .collect()
        }),
        RefKind::Category => {
            let first = resources::rewards("", "", "", false, "1", "");
            read(panel, &first, |page| {
                let categories = page.categories.iter();
                categories
                    .map(|found| (found.id.0.clone(), found.name.clone()))
                    .collect()
            })
        }
        RefKind::Series => read(panel, &resources::series(), |collection| {
            let series = collection.series.iter();
            series
                .map(|found| (found.id.0.clone(), found.title.clone()))
                .collect()
        }),
        RefKind::Tier => tiers(panel),
        RefKind::Portal => Box::new(|| None),
    }
}

/// The tiers of the programme.
pub(super) fn tiers(panel: Panel) -> Read {
    read(panel, &resources::tiers(), |ladder| {
        let tiers = ladder.tiers.iter();
        tiers
            .map(|tier| (tier.id.0.clone(), tier.name.clone()))
            .collect()
    })
}

/// Periods of the board that the block shows.
fn periods(binding: &Binding) -> Read {
    let mut board = binding.clone();
    if let Some(prop) = binding.panel.block(&binding.id).and_then(|(_, schema)| {
        let schema = schema?;
        schema.props.iter().find(|prop| prop.name == "board")
    }) {
        board.prop = prop;
    }
    let boards = binding.panel.session.store.read(&resources::boards());
    Box::new(move || {
        let held = board.text();
        let list = boards.get().value?;
        let mut items = list.items.iter();
        let found = match held.as_str() {
            "" | "default" => items.next(),
            held => items.find(|board| board.id.as_str() == held),
        };
        let periods = found?.periods.iter();
        Some(
            periods
                .map(|period| (period.key.clone(), period.label.clone()))
                .collect(),
        )
    })
}

fn read<T>(panel: Panel, resource: &Resource<T>, list: fn(&T) -> Options) -> Read
where
    T: Wire + Clone + Send + Sync + 'static,
{
    let load = panel.session.store.read(resource);
    let found = RwSignal::new(None::<Options>);
    // Drawn anew only when the list itself differs, not whenever it was asked for again.
    crate::dom::watch(move || {
        let next = load.get().value.as_deref().map(list);
        if next != found.get_untracked() {
            found.set(next);
        }
    });
    Box::new(move || found.get())
}
