//! The `components.schemas` of the document, from the Rust types.

use serde_json::{Map, Value, json};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, schema::Schema},
};

use super::{BuildError, repairs::repair};
use crate::{
    Page,
    badge::{Collection, Series},
    balance::Balances,
    document::PortalDocument,
    event::{Event, EventReceipt},
    leaderboard::{Board, BoardList},
    ledger::LedgerEntry,
    member::{JoinRequest, Me, PreferencesPatch},
    portal::Portal,
    problem::Problem,
    redemption::{Choice, Quote, Redemption, RedemptionRequest},
    revision::{PortalSummaryPage, PublishRequest, Revision},
    reward::{Reward, RewardPage},
    rich_text::RichNode,
    stream::Hint,
    theme::PortalTheme,
    tier::{Standing, TierLadder},
};

#[derive(Default)]
struct Schemas(Vec<(String, RefOr<Schema>)>);

impl Schemas {
    /// Adds a type and all that it refers to.
    fn add<T: ToSchema>(mut self) -> Self {
        self.0.push((T::name().into_owned(), T::schema()));
        T::schemas(&mut self.0);
        self
    }

    /// Adds what the rows of a page refer to; the page itself is [`page`].
    fn rows<T: ToSchema>(self) -> Self {
        self.add::<T>()
    }
}

/// Every schema by name.
pub(super) fn all() -> Result<Value, BuildError> {
    let collected = Schemas::default()
        .add::<Portal>()
        .add::<Me>()
        .add::<JoinRequest>()
        .add::<PreferencesPatch>()
        .add::<Balances>()
        .rows::<LedgerEntry>()
        .add::<RewardPage>()
        .add::<Reward>()
        .add::<RichNode>()
        .add::<Choice>()
        .add::<Quote>()
        .add::<RedemptionRequest>()
        .rows::<Redemption>()
        .add::<TierLadder>()
        .add::<Standing>()
        .add::<Collection>()
        .add::<Series>()
        .add::<BoardList>()
        .add::<Board>()
        .add::<Hint>()
        .add::<PortalDocument>()
        .add::<PortalTheme>()
        .add::<PublishRequest>()
        .rows::<Revision>()
        .add::<PortalSummaryPage>()
        .add::<Event>()
        .add::<EventReceipt>()
        .add::<Problem>();
    let mut schemas = Map::new();
    for (name, schema) in collected.0 {
        schemas.insert(name, serde_json::to_value(schema)?);
    }
    schemas.insert("LedgerPage".into(), page::<LedgerEntry>("LedgerEntry")?);
    schemas.insert("RedemptionPage".into(), page::<Redemption>("Redemption")?);
    schemas.insert("RevisionPage".into(), page::<Revision>("Revision")?);
    let mut schemas = Value::Object(schemas);
    repair(&mut schemas);
    Ok(schemas)
}

/// utoipa writes a generic page with its row inlined; this one refers to the row.
fn page<T: ToSchema>(row: &str) -> Result<Value, BuildError> {
    let mut page = serde_json::to_value(Page::<T>::schema())?;
    if let Some(items) = page.pointer_mut("/properties/items/items") {
        *items = json!({ "$ref": format!("#/components/schemas/{row}") });
    }
    Ok(page)
}
