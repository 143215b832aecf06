//! A backend that sells and keeps a draft, in memory; honest, but for one slip.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use palier_contract::{
    problem::ProblemType,
    redemption::{Choice, RedemptionRequest},
};
use serde_json::{Value, json};

use super::{
    Backend, Reply, Request,
    draft::Draft,
    fixture,
    replies::{Answered, bearer, ok, parsed, points, problem},
    shelves::{self, catalogue, number},
    slip::Slip,
};

/// What the dear one takes.
const DEAR: i64 = 3_200;
const DOCUMENT: &str = "/v1/portals/club/draft";
const OPERATIONS: [&str; 11] = [
    "get_portal",
    "list_rewards",
    "get_reward",
    "get_balances",
    "list_ledger",
    "quote_redemption",
    "create_redemption",
    "list_redemptions",
    "get_redemption",
    "get_draft",
    "put_draft",
];

/// Opens it.
pub(crate) fn start(slip: Option<Slip>) -> Backend {
    let shop = Mutex::new(Shop::new(slip));
    Backend::serve(move |request| {
        let mut shop = shop.lock().unwrap_or_else(PoisonError::into_inner);
        let answered = shop.reply(request);
        answered.unwrap_or_else(|kind| match kind {
            ProblemType::Short => shop.short(request),
            kind => problem(&kind),
        })
    })
}

struct Shop {
    slip: Option<Slip>,
    purses: BTreeMap<&'static str, i64>,
    quotes: Vec<Quote>,
    answers: Vec<Answer>,
    orders: Vec<(&'static str, Value)>,
    draft: Draft,
}

struct Quote {
    member: &'static str,
    choice: Choice,
    price: i64,
    is_spent: bool,
}

/// The stored answer to a key.
struct Answer {
    member: &'static str,
    key: String,
    request: RedemptionRequest,
    body: Value,
    refused: Option<ProblemType>,
}

impl Shop {
    fn new(slip: Option<Slip>) -> Self {
        let mut shop = Self {
            slip,
            purses: BTreeMap::from([("ann", 3_000), ("bob", 3_000)]),
            quotes: Vec::new(),
            answers: Vec::new(),
            orders: Vec::new(),
            draft: Draft::new(slip),
        };
        for (member, id) in [("ann", "rd_a"), ("bob", "rd_b"), ("ann", "rd_c")] {
            let mut body = fixture("redemption_code");
            body["id"] = json!(id);
            let number = shop.orders.len();
            body["created_at"] = json!(format!("2026-11-22T15:00:{number:02}Z"));
            shop.orders.push((member, body));
        }
        shop
    }

    fn slips(&self, slip: Slip) -> bool {
        self.slip == Some(slip)
    }

    fn reply(&mut self, request: &Request) -> Answered {
        let order = request.path.strip_prefix("/v1/me/redemptions/");
        match (request.method.as_str(), request.path.as_str(), order) {
            ("GET", "/v1/portal", _) => {
                let mut portal = fixture("portal");
                portal["capabilities"]["operations"] = json!(OPERATIONS);
                Ok(ok(200, &portal))
            }
            ("GET", "/v1/rewards", _) => {
                let mut page = shelves::rewards(request, self.slip);
                let items = page["items"].as_array_mut().unwrap();
                items
                    .iter_mut()
                    .for_each(|reward| self.limit(request, reward));
                Ok(self.personal(request, &page))
            }
            ("GET", "/v1/me/balances", _) => self.balances(request),
            ("GET", "/v1/me/ledger", _) => self.ledger(request),
            ("POST", "/v1/redemptions/quote", _) => self.quote(request),
            ("POST", "/v1/redemptions", _) => self.order(request),
            ("GET", "/v1/me/redemptions", _) => self.orders(request),
            ("GET", _, Some(id)) => self.one(request, id),
            ("GET", DOCUMENT, _) => self.draft.read(request),
            ("PUT", DOCUMENT, _) => self.draft.save(request),
            ("GET", path, _) if path.starts_with("/v1/rewards/") => {
                let reward = shelves::reward(path.trim_start_matches("/v1/rewards/"), self.slip);
                let mut reward = reward.ok_or(ProblemType::NotFound)?;
                self.limit(request, &mut reward);
                Ok(self.personal(request, &reward))
            }
            _ if self.slips(Slip::NotOffered) => Err(ProblemType::NotOffered),
            _ => Err(ProblemType::NotFound),
        }
    }

    /// Tells a member how many they may still have.
    fn limit(&self, request: &Request, reward: &mut Value) {
        let Ok(member) = self.member(request) else {
            return;
        };
        let orders = self.orders.iter();
        let had = orders
            .filter(|(owner, order)| *owner == member && order["reward"]["id"] == reward["id"]);
        let had = if self.slips(Slip::LastingLimit) {
            0
        } else {
            had.count()
        };
        reward["limit"] = json!({ "per_member": 99, "remaining": 99 - had });
    }

    /// What is another for a member is kept by nobody.
    fn personal(&self, request: &Request, body: &Value) -> Reply {
        let mut reply = ok(200, body);
        if bearer(request).is_some() && !self.slips(Slip::SharedVerdict) {
            let rule = "private, no-store".to_owned();
            reply.1.push(("Cache-Control", rule));
        }
        reply
    }

    fn member(&self, request: &Request) -> Result<&'static str, ProblemType> {
        let token = bearer(request).ok_or(ProblemType::Unauthorised)?;
        let known = self.purses.keys().find(|name| **name == token);
        known.copied().ok_or(ProblemType::Forbidden)
    }

    fn balances(&self, request: &Request) -> Answered {
        let held = self.purses[self.member(request)?];
        let mut body = fixture("balances");
        body["balances"].as_array_mut().unwrap().truncate(1);
        body["balances"][0]["available"] = json!(held);
        // What is still to be released could lapse, too.
        body["balances"][0]["pending"] = json!(0);
        body["balances"][0]["pending_batches"] = json!([]);
        body["balances"][0]["reserved"] = json!(0);
        let left = if self.slips(Slip::KeptBatches) {
            3_000
        } else {
            held
        };
        body["balances"][0]["expiring"] = json!([{ "amount": left, "at": "2027-11-22T16:00:00Z" }]);
        Ok(ok(200, &body))
    }

    fn ledger(&self, request: &Request) -> Answered {
        let member = self.member(request)?;
        let paid = self
            .orders
            .iter()
            .rev()
            .filter(|(owner, _)| *owner == member);
        let paid = paid.map(|(_, order)| shelves::spent(order, self.slip));
        let rows = paid.chain(shelves::movements(member));
        Ok(ok(200, &shelves::ledger(request, rows, self.slip)))
    }

    fn quote(&mut self, request: &Request) -> Answered {
        let member = self.member(request)?;
        let choice: Choice = parsed(request)?;
        let page = catalogue();
        let rewards = page["items"].as_array().unwrap();
        let reward = rewards
            .iter()
            .find(|reward| reward["id"] == choice.reward_id.as_str());
        let price = reward.ok_or(ProblemType::NotFound)?["prices"][0]["amounts"].clone();
        let value = price[0]["value"].as_i64().unwrap();
        let held = self.purses[member];
        let is_short = choice.reward_id.as_str() == "desk-lamp";
        let eligibility = if is_short {
            let missing = if self.slips(Slip::OtherMissing) {
                points(7)
            } else {
                self.lack(member)
            };
            json!({ "state": "short", "message": "Short.", "missing": [missing] })
        } else {
            json!({ "state": "eligible" })
        };
        let id = format!("qt_{}", self.quotes.len());
        self.quotes.push(Quote {
            member,
            choice,
            price: value,
            is_spent: false,
        });
        if self.slips(Slip::PaidQuote) {
            self.pay(member, value);
        }
        let until = if self.slips(Slip::LapsedQuote) {
            "2020-01-01T00:00:00Z"
        } else {
            "2999-01-01T00:00:00Z"
        };
        let (before, after) = match self.slip {
            Some(Slip::OtherBefore) => (held + 1, held + 1 - value),
            Some(Slip::NoDebt) => (held, (held - value).max(0)),
            _ => (held, held - value),
        };
        let body = json!({
            "id": id, "price": price, "before": [points(before)], "after": [points(after)],
            "eligibility": eligibility,
            "needs_address": false, "expires_at": until,
        });
        Ok(ok(200, &body))
    }

    /// How much is lacking for the dear one.
    fn lack(&self, member: &str) -> Value {
        points(DEAR - self.purses[member])
    }

    fn short(&self, request: &Request) -> Reply {
        let (status, headers, text) = problem(&ProblemType::Short);
        let mut body: Value = serde_json::from_str(&text).unwrap();
        body["missing"] = json!([self.lack(self.member(request).unwrap())]);
        (status, headers, body.to_string())
    }

    fn pay(&mut self, member: &'static str, value: i64) {
        *self.purses.get_mut(member).unwrap() -= value;
    }

    fn order(&mut self, request: &Request) -> Answered {
        let member = self.member(request)?;
        let key = request.headers.get("idempotency-key");
        let key = key.map_or("", |key| key.trim_matches('"')).to_owned();
        if key.is_empty() && !self.slips(Slip::NoKey) {
            return Err(ProblemType::KeyMissing);
        }
        let wanted: RedemptionRequest = parsed(request)?;
        let earlier = self.answers.iter().find(|answer| {
            answer.key == key && (answer.member == member || self.slips(Slip::SharedKey))
        });
        let is_again = earlier.is_some();
        if let Some(answer) = earlier.filter(|_| !self.slips(Slip::OrderedTwice)) {
            if answer.request != wanted && !self.slips(Slip::AnyPayload) {
                return Err(ProblemType::KeyReused);
            }
            let mut reply = match &answer.refused {
                Some(kind) => problem(kind),
                None => ok(201, &answer.body),
            };
            if !self.slips(Slip::UnmarkedReplay) {
                reply.1.push(("Idempotency-Replayed", "true".to_owned()));
            }
            return Ok(reply);
        }
        let placed = self.place(member, &wanted, is_again);
        let placed = placed.map_err(|kind| match kind {
            ProblemType::QuoteExpired if self.slips(Slip::OtherWord) => ProblemType::NotFound,
            kind => kind,
        });
        if placed.is_ok() || !self.slips(Slip::ForgottenRefusal) {
            self.answers.push(Answer {
                member,
                key,
                request: wanted,
                body: placed.clone().unwrap_or_default(),
                refused: placed.clone().err(),
            });
        }
        let body = placed?;
        let mut reply = ok(201, &body);
        if self.slips(Slip::Speechless) {
            reply.1.retain(|(name, _)| *name != "Content-Language");
        }
        if self.slips(Slip::LostOrder) {
            reply
                .1
                .push(("Location", "/v1/me/redemptions/rd_x".to_owned()));
            reply
                .1
                .retain(|(name, place)| *name != "Location" || place.ends_with("rd_x"));
        }
        if self.slips(Slip::NoLocation) {
            reply.1.retain(|(name, _)| *name != "Location");
        }
        Ok(reply)
    }

    fn place(
        &mut self,
        member: &'static str,
        wanted: &RedemptionRequest,
        is_again: bool,
    ) -> Result<Value, ProblemType> {
        let (any, lasting) = (
            self.slips(Slip::AnyChoice),
            is_again || self.slips(Slip::LastingQuote),
        );
        let number = wanted.quote_id.as_str().trim_start_matches("qt_").parse();
        let number: usize = number.map_err(|_| ProblemType::QuoteExpired)?;
        let quote = self.quotes.get_mut(number);
        let quote = quote
            .filter(|quote| quote.member == member && (lasting || !quote.is_spent))
            .ok_or(ProblemType::QuoteExpired)?;
        if quote.choice != wanted.choice && !any {
            return Err(ProblemType::QuoteExpired);
        }
        if wanted.choice.reward_id.as_str() == "desk-lamp" {
            return Err(ProblemType::Short);
        }
        quote.is_spent = true;
        let price = quote.price;
        let times = if self.slips(Slip::ChargedTwice) { 2 } else { 1 };
        self.pay(member, price * times);
        let mut body = fixture("redemption_code");
        let number = self.orders.len();
        body["id"] = json!(format!("rd_{number}"));
        body["created_at"] = json!(format!(
            "2026-11-22T{:02}:{:02}:00Z",
            16 + number / 60,
            number % 60
        ));
        body["charged"] = json!([points(price)]);
        body["reward"]["id"] = json!(wanted.choice.reward_id);
        if self.slips(Slip::OtherReward) {
            body["reward"]["id"] = json!("hoodie");
        }
        if self.slips(Slip::OrderDay) {
            body["created_at"] = json!("2026-11-22");
        }
        self.orders.push((member, body.clone()));
        Ok(body)
    }

    fn orders(&self, request: &Request) -> Answered {
        let member = self.member(request)?;
        let own = self
            .orders
            .iter()
            .rev()
            .filter(|(owner, _)| *owner == member);
        let mut items: Vec<&Value> = own.map(|(_, order)| order).collect();
        if self.slips(Slip::OldestFirst) {
            items.reverse();
        }
        let (from, limit) = (number(request, "cursor", 0), number(request, "limit", 20));
        let end = (from + limit).min(items.len());
        let mut body = json!({ "items": items[from..end], "as_of": "2026-11-22T16:00:00Z" });
        if end < items.len() {
            body["next_cursor"] = json!(end.to_string());
        }
        Ok(ok(200, &body))
    }

    fn one(&self, request: &Request, id: &str) -> Answered {
        let member = self.member(request)?;
        let found = self.orders.iter().find(|(owner, order)| {
            order["id"] == id && (*owner == member || self.slips(Slip::OpenOrders))
        });
        found.map_or(Err(ProblemType::NotFound), |(_, order)| Ok(ok(200, order)))
    }
}
