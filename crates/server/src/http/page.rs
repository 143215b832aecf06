//! Pages of lists: which rows were asked for, and where the next page begins.

use axum::{http::HeaderMap, response::Response};
use palier_contract::Page;
use serde::Serialize;

use super::{
    cursor,
    params::{DEFAULT_LIMIT, Params},
    reply,
};
use crate::{app::App, auth::Secret, error::Outcome, locale::Locale, time::timestamp};

/// A page that was asked for.
#[derive(Debug)]
pub(super) struct Paging<'a> {
    secret: &'a Secret,
    /// Which list with which filters; a cursor of another one is refused.
    list: String,
    limit: i64,
    after: Option<String>,
}

impl<'a> Paging<'a> {
    /// Reads `limit` and `cursor`, and refuses what in the query can't be read: call it after the
    /// last parameter.
    ///
    /// # Errors
    /// [`super::Error::BadRequest`], and [`super::Error::CursorInvalid`] for a cursor that is not
    /// of this list.
    pub(super) fn of(app: &'a App, params: &mut Params, list: impl Into<String>) -> Outcome<Self> {
        let limit = params.limit().unwrap_or(DEFAULT_LIMIT);
        params.check()?;
        let list = list.into();
        let cursor = params.get("cursor");
        let after = cursor.map(|text| cursor::read(&app.secret, &list, text));
        Ok(Self {
            secret: &app.secret,
            after: after.transpose()?,
            list,
            limit,
        })
    }

    /// The position that the page follows; `None` for the first one.
    pub(super) fn after(&self) -> Option<&str> {
        self.after.as_deref()
    }

    /// How many rows to read: one more than fits tells whether there is a next page.
    pub(super) fn rows(&self) -> i64 {
        self.limit.saturating_add(1)
    }

    /// Cuts what was read to the page, and gives the cursor of the next one, if there is one.
    /// `position` tells where a row stands in the list.
    pub(super) fn cut<T>(
        &self,
        rows: &mut Vec<T>,
        position: impl FnOnce(&T) -> String,
    ) -> Option<String> {
        let kept = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let more = rows.len() > kept;
        rows.truncate(kept);
        let last = rows.last().filter(|_| more)?;
        Some(cursor::write(self.secret, &self.list, &position(last)))
    }
}

/// Answers with a page of what only its reader may see, read at `at`.
///
/// # Errors
/// As [`reply::reply`].
pub(super) fn private<T: Serialize>(
    request: &HeaderMap,
    locale: &Locale,
    at: i64,
    items: Vec<T>,
    next_cursor: Option<String>,
) -> Outcome<Response> {
    let as_of = timestamp(at);
    let value = Page {
        items,
        next_cursor,
        total: None,
        as_of: as_of.clone(),
    };
    reply::reply(request, locale, reply::Caching::Private, &as_of.0, &value)
}
