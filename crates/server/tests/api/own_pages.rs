//! Pages of the brand's own: where to sign in, join, find help and terms.

use palier_contract::member::Me;
use serde_json::Value;

use crate::operate::{asked, buy, club, done, order};

#[tokio::test]
async fn members_are_sent_to_the_brands_own_pages_and_to_no_others() {
    let bare = club("").await;
    done(&bare, &["member", "enrol", "ann"]);
    done(&bare, &["member", "suspend", "ann"]);
    let portal = bare.get("/v1/portal").send().await.json();
    for name in ["sign_in_url", "join_url", "help_url", "terms_url"] {
        assert_eq!(portal["programme"][name], Value::Null, "{name}");
    }
    for subject in ["ann", "bob"] {
        let me: Me = asked(bare.get("/v1/me"), subject).read().await;
        assert!(me.actions.is_empty(), "{subject}");
    }

    let page = |name: &str| format!("https://club.example/{name}");
    let links = format!(
        "links = {{ sign_in = '{}', join = '{}', help = '{}', terms = '/terms' }}",
        page("in"),
        page("join"),
        page("help")
    );
    let server = club(&links).await;
    done(&server, &["member", "enrol", "ann"]);
    buy(&server, "ann", 1).await;
    let portal = server.get("/v1/portal").send().await.json();
    assert_eq!(portal["programme"]["sign_in_url"], page("in"));
    assert_eq!(portal["programme"]["terms_url"], "/terms");
    let candidate: Me = asked(server.get("/v1/me"), "bob").read().await;
    assert_eq!(candidate.actions.get("join").unwrap().href, page("join"));
    let made = order(&server, "ann", "mug").await;
    assert_eq!(made.actions.get("contact").unwrap().href, page("help"));
    done(&server, &["member", "suspend", "ann"]);
    let suspended: Me = asked(server.get("/v1/me"), "ann").read().await;
    assert_eq!(suspended.actions.get("contact").unwrap().href, page("help"));
}
