//! `GET /v1/rewards`, `GET /v1/rewards/{id}`.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use palier_contract::{
    Quantity,
    reward::{Category, RewardPage},
};

use super::{
    caller::{Caller, Reader},
    cursor,
    params::{DEFAULT_LIMIT, Params},
    reply, reward_view,
};
use crate::{
    app::App,
    db::settle,
    error::{Error, Outcome},
    locale::Locale,
    programme::Reward,
    redeem::{Buyer, BuyerStatus, Shop},
    time::timestamp,
};

const CACHE_SECONDS: u32 = 30;
const SORTS: [&str; 4] = ["featured", "price", "newest", "ending"];

/// A page of the catalogue.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    reader: Reader,
    mut params: Params,
    locale: Locale,
    headers: HeaderMap,
) -> Outcome<Response> {
    let wanted = Wanted::read(&mut params);
    let limit = params.limit().unwrap_or(DEFAULT_LIMIT);
    params.check()?;
    let at = app.now();
    let shop = shop(&app, &reader, &locale, at).await?;
    let visible: Vec<&Reward> = app
        .programme
        .rewards
        .iter()
        .filter(|reward| shop.shows(reward))
        .collect();
    let mut order: Vec<&Reward> = app.programme.rewards.iter().collect();
    wanted.sort(&mut order);
    let fits = |reward: &&Reward| shop.shows(reward) && wanted.matches(&app, &shop, reward);
    let total = order.iter().copied().filter(fits).count();
    let list = format!("rewards:{wanted:?}");
    let left = behind(&app, &list, params.get("cursor"), &order)?;
    let left = left.iter().copied().filter(fits).collect();
    let (page, next_cursor) = cut(&app, &list, limit, left);
    let as_of = timestamp(at);
    let value = RewardPage {
        items: page
            .iter()
            .map(|reward| reward_view::listed(&app, &shop, reward))
            .collect(),
        next_cursor,
        total: Some(i64::try_from(total).map_or(Quantity::MAX, Quantity::saturating)),
        as_of: as_of.clone(),
        categories: categories(&app, &visible, &locale),
    };
    reply::reply(&headers, &locale, caching(&reader), &as_of.0, &value)
}

/// One reward with its full text.
pub(super) async fn one(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    reader: Reader,
    locale: Locale,
    headers: HeaderMap,
) -> Outcome<Response> {
    let at = app.now();
    let shop = shop(&app, &reader, &locale, at).await?;
    let reward = app
        .programme
        .reward(&id)
        .filter(|reward| shop.shows(reward))
        .ok_or(Error::NotFound)?;
    let value = reward_view::whole(&app, &shop, reward);
    reply::reply(&headers, &locale, caching(&reader), "", &value)
}

async fn shop<'a>(app: &'a App, reader: &Reader, locale: &'a Locale, at: i64) -> Outcome<Shop<'a>> {
    if let Some(row) = reader.member() {
        settle::ensure_settled(&app.db, &app.programme, row.id, at).await?;
    }
    // One state of the books: what was spent, and what it was spent on.
    let mut books = app.db.reader().begin().await?;
    let buyer = match (reader.member(), &reader.caller) {
        (Some(row), _) => {
            let member = settle::read(&mut books, row.id).await?;
            Buyer::of(&mut books, &member).await?
        }
        (None, Caller::Person(_)) => Buyer::outside(BuyerStatus::NotEnrolled),
        (None, _) => Buyer::outside(BuyerStatus::Anonymous),
    };
    Ok(Shop::seen_by(buyer, &mut books, &app.programme, locale, at).await?)
}

fn caching(reader: &Reader) -> reply::Caching {
    match reader.caller {
        Caller::Anonymous => reply::Caching::Public(CACHE_SECONDS),
        Caller::Person(_) | Caller::Brand => reply::Caching::Private,
    }
}

/// What the list is filtered and sorted by.
#[derive(Debug)]
struct Wanted {
    category: Option<String>,
    text: Option<String>,
    affordable: bool,
    sort: String,
}

impl Wanted {
    fn read(params: &mut Params) -> Self {
        Self {
            category: params.get("category").map(str::to_owned),
            text: params.get("q").map(folded),
            affordable: params.word("affordable", &["true", "false"]) == Some("true"),
            sort: params.word("sort", &SORTS).unwrap_or("featured").to_owned(),
        }
    }

    fn matches(&self, app: &App, shop: &Shop<'_>, reward: &Reward) -> bool {
        let filed = self
            .category
            .as_ref()
            .is_none_or(|id| reward.categories.contains(id));
        let payable = || {
            reward
                .prices
                .iter()
                .any(|price| shop.missing(price).is_empty())
        };
        let said = |words: &String| {
            folded(&app.text(&reward.name, shop.locale)).contains(words)
                || folded(&app.text(&reward.summary, shop.locale)).contains(words)
        };
        filed && (!self.affordable || payable()) && self.text.as_ref().is_none_or(said)
    }

    /// Sorts stably, so that equals keep the programme's order.
    fn sort(&self, rewards: &mut [&Reward]) {
        match self.sort.as_str() {
            "price" => rewards.sort_by_key(|reward| cheapest(reward)),
            "newest" => rewards.sort_by_key(|reward| {
                core::cmp::Reverse(
                    reward
                        .availability
                        .starts_at
                        .max(reward.visibility.starts_at),
                )
            }),
            "ending" => {
                rewards.sort_by_key(|reward| reward.availability.ends_at.unwrap_or(i64::MAX))
            }
            _ => {}
        }
    }
}

/// Total of the cheapest price option; currencies are not converted into each other.
fn cheapest(reward: &Reward) -> i64 {
    let total = |price: &crate::programme::Price| price.amounts.iter().map(|one| one.value).sum();
    reward.prices.iter().map(total).min().unwrap_or(i64::MAX)
}

/// Lower case without the accents of Latin letters, so that "cafe" finds "Café".
fn folded(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .map(|letter| match letter {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
            'ç' => 'c',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ñ' => 'n',
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            '’' => '\'',
            other => other,
        })
        .collect()
}

/// What comes after the cursor in the order of the whole catalogue. Its reward may have left the list
/// since, as one that cannot be afforded any more: the others go on behind it.
fn behind<'o, 'a>(
    app: &App,
    list: &str,
    cursor: Option<&str>,
    order: &'o [&'a Reward],
) -> Outcome<&'o [&'a Reward]> {
    let Some(text) = cursor else {
        return Ok(order);
    };
    let last = cursor::read(&app.secret, list, text)?;
    let at = order.iter().position(|reward| reward.id == last);
    let left = at.and_then(|at| order.get(at + 1..));
    left.ok_or(Error::CursorInvalid)
}

fn cut<'a>(
    app: &App,
    list: &str,
    limit: i64,
    mut left: Vec<&'a Reward>,
) -> (Vec<&'a Reward>, Option<String>) {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = left.len() > limit;
    left.truncate(limit);
    let next = left
        .last()
        .filter(|_| more)
        .map(|last| cursor::write(&app.secret, list, &last.id));
    (left, next)
}

fn categories(app: &App, visible: &[&Reward], locale: &Locale) -> Vec<Category> {
    app.programme
        .categories
        .iter()
        .filter(|category| {
            visible
                .iter()
                .any(|reward| reward.categories.contains(&category.id))
        })
        .map(|category| Category {
            id: category.id.as_str().into(),
            name: app.text(&category.name, locale),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn search_knows_no_case_and_no_accents() {
        assert_eq!(folded("Café d’ÉTÉ"), "cafe d'ete");
    }
}
