//! The server itself: its router over a database of its own, at a time that is set by hand.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

use axum::{
    Router,
    body::Body,
    http::{Method, Request, StatusCode},
};
use palier_server::{
    app::App,
    auth::{DemoIssuer, Secret, Verifier},
    clock::Clock,
    db::{Db, members, members::NewMember, person, scheduled},
    engine::{Event, MemberState, MemberStatus},
    http::{Hub, Rate, Server, Settings, Site, Streams, router},
    in_flight::InFlight,
    programme::Programme,
    time::{now, timestamp},
};
use serde_json::{Value, json};
use tower::ServiceExt;

use super::model::Told;

const KEY: &str = "a-key-of-the-tests";

/// A server without a socket.
pub(crate) struct Real {
    pub(crate) app: Arc<App>,
    router: Router,
    folder: PathBuf,
    orders: Vec<(String, String)>,
    /// How many requests there were: each has a key of its own.
    sent: AtomicU32,
}

impl Real {
    pub(crate) async fn new(programme: Programme) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("palier-model-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        let secret = |name| Secret::load_or_create(&folder.join(name)).unwrap();
        let app = Arc::new(App {
            programme: Arc::new(programme),
            blocks: Vec::new(),
            db: Db::open_to_fill(&folder.join("club.db")).await.unwrap(),
            verifier: Verifier::new(Some(DemoIssuer::new(secret("issuer")))),
            secret: secret("secret"),
            api_keys: vec![KEY.to_owned()],
            in_flight: InFlight::default(),
            clock: Clock::default(),
        });
        let server = Server {
            app: Arc::clone(&app),
            settings: Arc::new(Settings::default()),
            rate: Arc::new(Rate::new(0)),
            hub: Arc::new(Hub::default()),
            streams: Arc::new(Streams::new(10)),
            site: Arc::new(Site::new(Vec::new())),
        };
        Self {
            router: router(&server),
            app,
            folder,
            orders: Vec::new(),
            sent: AtomicU32::new(0),
        }
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        token: &str,
        body: Option<&Value>,
    ) -> (StatusCode, Value) {
        let mut request = Request::builder().method(method).uri(path);
        if !token.is_empty() {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        request = request.header("content-type", "application/json");
        // One key per order: each redemption of a test is an intent of its own.
        let sent = self.sent.fetch_add(1, Ordering::Relaxed);
        let key = format!("00000000-0000-4000-8000-{sent:012}");
        request = request.header("idempotency-key", key);
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        let request = request.body(body).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let bytes = axum::body::to_bytes(response.into_body(), usize::MAX)
            .await
            .unwrap();
        assert!(
            status.as_u16() < 500,
            "{path}: {}",
            String::from_utf8_lossy(&bytes)
        );
        (
            status,
            serde_json::from_slice(&bytes).unwrap_or(Value::Null),
        )
    }

    fn token(&self, who: &str) -> String {
        self.app
            .verifier
            .demo()
            .unwrap()
            .issue(who, &[], now())
            .unwrap()
    }

    /// What a member is answered.
    pub(crate) async fn get(&self, path: &str, who: &str) -> Value {
        let (status, body) = self.send(Method::GET, path, &self.token(who), None).await;
        assert!(status.is_success(), "{path}: {status} {body}");
        body
    }

    pub(crate) async fn join(&self, who: &str, birthday: Option<(i8, i8)>, at: i64) {
        let new = NewMember {
            public_id: who.to_owned(),
            alias: who.to_owned(),
            birthday: birthday.map(|(month, day)| i64::from(month) * 100 + i64::from(day)),
            ..NewMember::default()
        };
        let mut tx = self.app.db.begin().await.unwrap();
        members::enrol(&mut tx, &self.app.programme, &new, at)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) async fn tell(&self, event: &Event) -> Told {
        let mut properties = json!(event.properties);
        if let Some(quantity) = event.quantity {
            properties["quantity"] = quantity.to_string().into();
        }
        let mut body = json!({
            "id": event.id, "type": event.kind, "member": event.member,
            "occurred_at": timestamp(event.occurred_at).0, "properties": properties,
        });
        if let Some(amount) = event.amount {
            body["amount"] = amount.into();
        }
        if let Some(original) = &event.reverses {
            body["reverses"] = original.as_str().into();
        }
        let (status, reply) = self
            .send(Method::POST, "/v1/events", KEY, Some(&body))
            .await;
        if !status.is_success() {
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{reply}");
            return Told::Refused;
        }
        let earned = reply["earned"].as_array().unwrap().iter();
        let earned = earned.map(|one| {
            let currency = one["currency"].as_str().unwrap().to_owned();
            (currency, one["value"].as_i64().unwrap())
        });
        let earned: BTreeMap<String, i64> = earned.filter(|(_, value)| *value != 0).collect();
        if reply["outcome"] == "duplicate" {
            Told::Duplicate(earned)
        } else {
            Told::Accepted(earned)
        }
    }

    pub(crate) async fn redeem(&mut self, who: &str, price: usize) -> bool {
        let token = self.token(who);
        let price = &self.app.programme.rewards[0].prices[price].id;
        let choice = json!({ "reward_id": "seat", "price_id": price });
        let (status, quote) = self
            .send(Method::POST, "/v1/redemptions/quote", &token, Some(&choice))
            .await;
        if quote["type"] == "urn:palier:problem:suspended" {
            return false;
        }
        assert!(status.is_success(), "{quote}");
        let order = json!({ "quote_id": quote["id"], "choice": choice });
        let (status, order) = self
            .send(Method::POST, "/v1/redemptions", &token, Some(&order))
            .await;
        if status.is_success() {
            let id = order["id"].as_str().unwrap().to_owned();
            self.orders.push((who.to_owned(), id));
            assert_eq!(quote["eligibility"]["state"], "eligible");
            return true;
        }
        assert_eq!(order["type"], "urn:palier:problem:short", "{order}");
        false
    }

    pub(crate) async fn cancel(&self, order: usize) {
        let (who, id) = &self.orders[order];
        let path = format!("/v1/me/redemptions/{id}/cancel");
        let (status, reply) = self.send(Method::POST, &path, &self.token(who), None).await;
        let is_suspended = reply["type"] == "urn:palier:problem:suspended";
        assert!(status.is_success() || is_suspended, "{reply}");
    }

    pub(crate) async fn hide(&self, who: &str, is_hidden: bool) {
        let choice = json!({ "leaderboard_opt_out": is_hidden });
        let path = "/v1/me/preferences";
        let (status, reply) = self
            .send(Method::PATCH, path, &self.token(who), Some(&choice))
            .await;
        assert!(status.is_success(), "{reply}");
    }

    pub(crate) async fn suspend(&self, who: &str, is_suspended: bool) {
        let status = if is_suspended {
            MemberStatus::Suspended
        } else {
            MemberStatus::Member
        };
        let mut tx = self.app.db.begin().await.unwrap();
        let id = members::find(&mut tx, who).await.unwrap().unwrap();
        person::set_status(&mut tx, id, status, self.app.now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) async fn sweep(&self) {
        let App {
            db,
            programme,
            clock,
            ..
        } = &*self.app;
        scheduled::run(db, programme, clock.now()).await.unwrap();
    }

    /// The member as stored.
    pub(crate) async fn member(&self, who: &str) -> MemberState {
        let mut connection = self.app.db.reader().acquire().await.unwrap();
        let id = members::find(&mut connection, who).await.unwrap().unwrap();
        members::load(&mut connection, id).await.unwrap().unwrap()
    }

    pub(crate) async fn close(self) {
        self.app.db.close().await;
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
