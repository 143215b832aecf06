//! Bearer tokens: what is accepted, what is not, and keys that change.

use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use palier_server::{
    auth::{Identity, Jwks, JwksSource, Role, Verifier},
    time::now,
};
use serde_json::{Value, json};

use crate::harness::Folder;

/// Ed25519 keys (PKCS #8) made for these tests, and their public halves.
const KEYS: [(&str, &str); 2] = [
    (
        "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v_VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g",
        "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
    ),
    (
        "MC4CAQAwBQYDK2VwBCIEIEzNCJso_5baba1SiQNZJ8rdz9DZMGPmJtcF8SMdkAAA",
        "",
    ),
];

fn encoding_key(index: usize) -> EncodingKey {
    use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
    EncodingKey::from_ed_der(&URL_SAFE_NO_PAD.decode(KEYS[index].0).unwrap())
}

pub(crate) fn jwk(index: usize, kid: &str) -> Value {
    let key =
        jsonwebtoken::jwk::Jwk::from_encoding_key(&encoding_key(index), Algorithm::EdDSA).unwrap();
    let mut key = serde_json::to_value(key).unwrap();
    key["kid"] = json!(kid);
    key
}

pub(crate) fn claims() -> Value {
    json!({ "iss": "https://id.example", "aud": "palier", "sub": "top", "exp": now() / 1000 + 300 })
}

pub(crate) fn sign(index: usize, kid: &str, claims: &Value) -> String {
    let header = Header {
        kid: Some(kid.to_owned()),
        ..Header::new(Algorithm::EdDSA)
    };
    encode(&header, claims, &encoding_key(index)).unwrap()
}

struct Provider {
    verifier: Verifier,
    folder: Folder,
}

impl Provider {
    async fn new() -> Self {
        Self::with_roles("roles").await
    }

    async fn with_roles(roles_claim: &str) -> Self {
        let folder = Folder::new();
        write_keys(&folder, &[jwk(0, "one")]);
        let source = JwksSource::File(folder.0.join("jwks.json"));
        let keys = Jwks::open(source, std::time::Duration::ZERO).await.unwrap();
        let verifier = Verifier::new(None);
        let verifier = verifier.with_provider(
            "https://id.example".into(),
            "palier".into(),
            keys,
            roles_claim.into(),
        );
        Self { verifier, folder }
    }
}

pub(crate) fn write_keys(folder: &Folder, keys: &[Value]) {
    std::fs::write(
        folder.0.join("jwks.json"),
        json!({ "keys": keys }).to_string(),
    )
    .unwrap();
}

#[tokio::test]
async fn a_token_is_its_subjects_with_known_roles_only() {
    let provider = Provider::new().await;
    let mut claims = claims();
    claims["roles"] = json!(["designer", "emperor"]);
    let identity = provider
        .verifier
        .verify(&sign(0, "one", &claims))
        .await
        .unwrap();
    assert_eq!(identity.subject, "top");
    assert_eq!(identity.roles, [Role::Designer]);
}

/// Who somebody is to a server that reads roles from `claim`, when their token says this too.
async fn identity(claim: &str, more: Value) -> Identity {
    let provider = Provider::with_roles(claim).await;
    let mut claims = claims();
    let more = more.as_object().unwrap().clone();
    claims.as_object_mut().unwrap().extend(more);
    let token = sign(0, "one", &claims);
    provider.verifier.verify(&token).await.unwrap()
}

#[tokio::test]
async fn roles_and_a_name_of_any_shape_make_no_token_wrong() {
    for (claimed, roles) in [
        (json!("admin"), vec![Role::Admin]),
        (
            json!("staff designer,content_editor"),
            vec![Role::Designer, Role::ContentEditor],
        ),
        (json!(["designer", 7, null]), vec![Role::Designer]),
        (Value::Null, vec![]),
        (json!({ "admin": true }), vec![]),
        (json!(true), vec![]),
    ] {
        let found = identity("roles", json!({ "roles": claimed })).await;
        assert_eq!(found.roles, roles, "{claimed}");
    }
    for name in [Value::Null, json!(7), json!({ "given": "Ann" }), json!(" ")] {
        let found = identity("roles", json!({ "name": name })).await;
        assert_eq!(found.name, None, "{name}");
    }
}

#[tokio::test]
async fn roles_are_read_from_the_claim_that_is_named() {
    let spaced = "https://club.example/roles";
    let claims = json!({
        "roles": ["content_editor"],
        spaced: ["designer"],
        "realm_access": { "roles": ["admin"] },
    });
    for (claim, role) in [
        ("roles", Role::ContentEditor),
        (spaced, Role::Designer),
        ("realm_access.roles", Role::Admin),
    ] {
        assert_eq!(
            identity(claim, claims.clone()).await.roles,
            [role],
            "{claim}"
        );
    }
    assert_eq!(identity("groups.roles", claims).await.roles, []);
}

#[tokio::test]
async fn every_claim_that_is_wrong_or_missing_is_refused() {
    let provider = Provider::new().await;
    for (name, value, reason) in [
        ("exp", json!(now() / 1000 - 300), "expired"),
        ("exp", Value::Null, "a required claim is missing"),
        ("aud", json!("somebody-else"), "made for another audience"),
        ("aud", Value::Null, "a required claim is missing"),
        ("iss", json!("https://evil.example"), "unknown issuer"),
        ("iss", Value::Null, "no issuer"),
        ("sub", Value::Null, "not acceptable"),
        ("sub", json!(" "), "a required claim is missing"),
        ("nbf", json!(now() / 1000 + 3600), "not acceptable"),
    ] {
        let mut claims = claims();
        if value.is_null() {
            claims.as_object_mut().unwrap().remove(name);
        } else {
            claims[name] = value;
        }
        let refused = provider
            .verifier
            .verify(&sign(0, "one", &claims))
            .await
            .unwrap_err();
        assert_eq!(refused.0, reason, "{name}");
    }
}

#[tokio::test]
async fn a_signature_by_another_key_or_algorithm_is_refused() {
    let provider = Provider::new().await;
    let forged = provider
        .verifier
        .verify(&sign(1, "one", &claims()))
        .await
        .unwrap_err();
    assert_eq!(forged.0, "wrong signature");
    let unknown = provider
        .verifier
        .verify(&sign(1, "two", &claims()))
        .await
        .unwrap_err();
    assert_eq!(unknown.0, "unknown key");
    // The public key as a shared secret: the classic confusion of algorithms.
    let public = jwk(0, "one")["x"].as_str().unwrap().to_owned();
    let header = Header {
        kid: Some("one".into()),
        ..Header::new(Algorithm::HS256)
    };
    let confused = encode(
        &header,
        &claims(),
        &EncodingKey::from_secret(public.as_bytes()),
    )
    .unwrap();
    assert_eq!(
        provider.verifier.verify(&confused).await.unwrap_err().0,
        "algorithm not allowed"
    );
    let unsigned = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUifQ.";
    assert!(provider.verifier.verify(unsigned).await.is_err());
    for noise in ["", ".", "a.b.c", "é"] {
        assert!(provider.verifier.verify(noise).await.is_err(), "{noise}");
    }
}

#[tokio::test]
async fn what_is_not_understood_and_keys_for_something_else_prove_nothing() {
    let provider = Provider::new().await;
    let mut other = jwk(0, "two");
    other["use"] = json!("enc");
    let mut mine = jwk(0, "three");
    mine["use"] = json!("sig");
    write_keys(&provider.folder, &[jwk(0, "one"), other, mine]);
    let verify = async |token: String| provider.verifier.verify(&token).await;
    assert!(verify(sign(0, "three", &claims())).await.is_ok());
    let refused = verify(sign(0, "two", &claims())).await;
    assert_eq!(refused.unwrap_err().0, "not a key for signatures");
    let header = Header {
        kid: Some("one".into()),
        crit: Some(vec!["b64".into()]),
        ..Header::new(Algorithm::EdDSA)
    };
    let bound = encode(&header, &claims(), &encoding_key(0)).unwrap();
    let refused = verify(bound).await;
    assert_eq!(refused.unwrap_err().0, "an extension that is not known");
}

#[tokio::test]
async fn a_new_key_is_accepted_and_an_old_one_dropped_without_a_restart() {
    let provider = Provider::new().await;
    let fresh = sign(1, "two", &claims());
    assert!(provider.verifier.verify(&fresh).await.is_err());
    write_keys(&provider.folder, &[jwk(1, "two")]);
    assert!(provider.verifier.verify(&fresh).await.is_ok());
    assert!(
        provider
            .verifier
            .verify(&sign(0, "one", &claims()))
            .await
            .is_err()
    );
}

#[tokio::test]
async fn an_unreadable_key_file_keeps_the_keys_there_were() {
    let provider = Provider::new().await;
    std::fs::write(provider.folder.0.join("jwks.json"), "{").unwrap();
    assert!(
        provider
            .verifier
            .verify(&sign(1, "two", &claims()))
            .await
            .is_err()
    );
    assert!(
        provider
            .verifier
            .verify(&sign(0, "one", &claims()))
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn keys_are_read_from_an_address_too() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let serving = std::thread::spawn(move || {
        use std::io::{Read as _, Write as _};
        let (mut socket, _) = listener.accept().unwrap();
        let mut request = [0; 1024];
        let _ = socket.read(&mut request).unwrap();
        let body = json!({ "keys": [jwk(0, "one")] }).to_string();
        write!(
            socket,
            "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        )
        .unwrap();
    });
    let source = JwksSource::parse(&format!("http://{address}/keys"));
    let keys = Jwks::open(source, std::time::Duration::from_secs(60))
        .await
        .unwrap();
    serving.join().unwrap();
    assert!(keys.key(Some("one")).await.is_some());
}

/// Answers the first reader of its keys, and leaves the next ones waiting.
fn slow_provider() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        use std::io::{Read as _, Write as _};
        let (mut socket, _) = listener.accept().unwrap();
        let _ = socket.read(&mut [0; 1024]).unwrap();
        let body = json!({ "keys": [jwk(0, "one")] }).to_string();
        write!(
            socket,
            "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        )
        .unwrap();
        drop(socket);
        let _waiting = listener.accept();
        std::thread::sleep(std::time::Duration::from_secs(60));
    });
    format!("http://{address}/keys")
}

#[tokio::test]
async fn a_known_key_is_served_while_keys_are_read_again() {
    let source = JwksSource::parse(&slow_provider());
    let keys = Jwks::open(source, std::time::Duration::ZERO).await.unwrap();
    let known = async {
        // By now the other is waiting for the provider.
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        let started = std::time::Instant::now();
        assert!(keys.key(Some("one")).await.is_some());
        started.elapsed()
    };
    let (unknown, waited) = tokio::join!(keys.key(Some("two")), known);
    assert!(unknown.is_none());
    // The provider is given up after five seconds.
    assert!(waited.as_secs() < 3, "{waited:?}");
}

#[tokio::test]
async fn keys_are_not_read_over_a_line_that_others_can_change() {
    for url in [
        "http://id.example/keys",
        "http://localhost@id.example/keys",
        "http://127.0.0.1.id.example/keys",
    ] {
        let refused = Jwks::open(JwksSource::parse(url), std::time::Duration::ZERO).await;
        let said = refused.unwrap_err().to_string();
        assert!(said.starts_with(url) && said.contains("https:"), "{said}");
    }
}
