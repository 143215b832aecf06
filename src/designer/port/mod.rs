//! Where documents come from and go to: the backend's drafts, for the editor who is signed in.
//! The only module of the designer that knows addresses, methods and status codes.
//!
//! The canvas has a client of its own, which sends requests as the previewed member.

mod ask;
mod sign_in;

use palier_contract::Page;
use palier_contract::badge::Collection;
use palier_contract::document::PortalDocument;
use palier_contract::leaderboard::BoardList;
use palier_contract::portal::Portal;
use palier_contract::revision::{PortalSummaryPage, Revision};
use palier_contract::reward::RewardPage;
use palier_contract::tier::TierLadder;
use wasm_bindgen::prelude::wasm_bindgen;

use ask::Answer;
pub(super) use ask::{Asked, Draft, Trouble, Why};
pub(super) use sign_in::{
    Way, hand_back, leave_to_sign_in, sign_in_elsewhere, sign_in_way, wait_for_sign_in,
};

pub(super) use crate::portal::tab::{describe, endpoint, query};

#[wasm_bindgen(module = "/src/designer/port/port.js")]
extern "C" {
    pub(super) fn random() -> u32;
    pub(super) fn role() -> String;
}

/// Asks one backend as the editor.
#[derive(Clone, Debug)]
pub(super) struct Port {
    locale: String,
}

impl Port {
    pub(super) fn new(locale: &str) -> Self {
        Self {
            locale: locale.to_owned(),
        }
    }

    fn get(&self, path: &str) -> Asked {
        Asked::send("GET", path, None, None, &self.locale)
    }

    async fn send(
        &self,
        method: &str,
        path: &str,
        body: Option<&str>,
        tag: Option<&str>,
    ) -> Result<Answer, Trouble> {
        let asked = Asked::send(method, path, body, tag, &self.locale);
        asked.answer().await
    }

    /// Asks who is signed in. The reply to a list of one portal tells the role as well as a long
    /// one does.
    pub(super) fn ask_role(&self) -> Asked {
        self.get("/portals?limit=1")
    }

    /// Asks for the draft of a portal; [`Asked::draft`] reads the answer.
    pub(super) fn ask_draft(&self, id: &str) -> Asked {
        self.get(&format!("/portals/{id}/draft"))
    }

    /// Asks for the programme.
    pub(super) fn ask_programme(&self) -> Asked {
        self.get("/portal")
    }

    /// Every portal, page by page.
    pub(super) async fn portals(&self) -> Result<PortalSummaryPage, Trouble> {
        let mut all: PortalSummaryPage = self.get("/portals?limit=100").read().await?;
        while let Some(cursor) = all.next_cursor.take() {
            let path = format!("/portals?limit=100&cursor={cursor}");
            let page: PortalSummaryPage = self.get(&path).read().await?;
            all.items.extend(page.items);
            all.next_cursor = page.next_cursor;
        }
        Ok(all)
    }

    /// The draft of a portal.
    pub(super) async fn draft(&self, id: &str) -> Result<Draft, Trouble> {
        self.ask_draft(id).draft().await
    }

    /// Puts a document in place of the draft of that version; gives the new version.
    pub(super) async fn put_draft(
        &self,
        id: &str,
        text: &str,
        version: &str,
    ) -> Result<String, Trouble> {
        let path = format!("/portals/{id}/draft");
        let answer = self.send("PUT", &path, Some(text), Some(version)).await?;
        let broken = || Trouble::Broken("a draft without its ETag".to_owned());
        answer.etag.filter(|tag| !tag.is_empty()).ok_or_else(broken)
    }

    /// Makes a portal; [`Why::Overtaken`] when there is one of that id.
    pub(super) async fn make(&self, id: &str, text: &str) -> Result<(), Trouble> {
        self.put_draft(id, text, "*").await.map(drop)
    }

    /// What members see of a portal; `None` when it was never published. This browser's cache has it
    /// afterwards.
    pub(super) async fn published(&self, id: &str) -> Result<Option<PortalDocument>, Trouble> {
        match self.get(&format!("/portals/{id}")).draft().await {
            Ok(found) => Ok(Some(found.loaded.document)),
            Err(Trouble::Refused(Why::NotFound, _)) => Ok(None),
            Err(trouble) => Err(trouble),
        }
    }

    /// Shows members the draft of that version.
    pub(super) async fn publish(&self, id: &str, note: &str, version: &str) -> Result<(), Trouble> {
        let path = format!("/portals/{id}/publish");
        let body = match note {
            "" => serde_json::json!({}),
            note => serde_json::json!({ "note": note }),
        };
        let body = body.to_string();
        let asked = Asked::send("POST", &path, Some(&body), Some(version), &self.locale);
        asked.read::<Revision>().await.map(drop)
    }

    /// Versions that members saw, newest first, from a cursor on.
    pub(super) async fn revisions(
        &self,
        id: &str,
        cursor: Option<&str>,
    ) -> Result<Page<Revision>, Trouble> {
        let from = cursor.map_or_else(String::new, |cursor| format!("?cursor={cursor}"));
        let path = format!("/portals/{id}/revisions{from}");
        match self.get(&path).read().await {
            Err(Trouble::Refused(Why::NotFound, _)) => Ok(Page {
                items: Vec::new(),
                next_cursor: None,
                total: None,
                as_of: "".into(),
            }),
            read => read,
        }
    }

    /// One of those versions.
    pub(super) async fn revision(&self, id: &str, number: i64) -> Result<PortalDocument, Trouble> {
        let path = format!("/portals/{id}/revisions/{number}");
        let found = self.get(&path).draft().await?;
        Ok(found.loaded.document)
    }

    /// Shows members an earlier version again.
    pub(super) async fn roll_back(&self, id: &str, number: i64) -> Result<(), Trouble> {
        let path = format!("/portals/{id}/revisions/{number}/rollback");
        let asked = Asked::send("POST", &path, Some("{}"), None, &self.locale);
        asked.read::<Revision>().await.map(drop)
    }

    /// Deletes a portal as it is now: what somebody has written meanwhile stays. One that is gone already
    /// is deleted, perhaps by the last try, whose answer was lost.
    pub(super) async fn delete(&self, id: &str) -> Result<(), Trouble> {
        match self.delete_once(id).await {
            Err(Trouble::Refused(Why::NotFound, _)) => Ok(()),
            deleted => deleted,
        }
    }

    async fn delete_once(&self, id: &str) -> Result<(), Trouble> {
        let Draft { etag, .. } = self.draft(id).await?;
        let path = format!("/portals/{id}");
        self.send("DELETE", &path, None, Some(&etag))
            .await
            .map(drop)
    }

    /// The programme.
    pub(super) async fn programme(&self) -> Result<Portal, Trouble> {
        self.ask_programme().read().await
    }

    /// Its leaderboards.
    pub(super) async fn boards(&self) -> Result<BoardList, Trouble> {
        self.get("/leaderboards").read().await
    }

    /// Its tiers.
    pub(super) async fn tiers(&self) -> Result<TierLadder, Trouble> {
        self.get("/tiers").read().await
    }

    /// Its series of badges.
    pub(super) async fn series(&self) -> Result<Collection, Trouble> {
        self.get("/series").read().await
    }

    /// The start of its catalogue, which names every category.
    pub(super) async fn rewards(&self) -> Result<RewardPage, Trouble> {
        self.get("/rewards?limit=1").read().await
    }
}
