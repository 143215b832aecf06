//! Command lines: what counts, and how a mistake is told.

use std::cell::RefCell;

use super::{FLAGS, HELP, OptionError, Options, VALUES};

fn read(line: &str) -> Result<Options, OptionError> {
    Options::read(line.split_whitespace().map(str::to_owned), |name| {
        (name == "PALIER_RATE").then(|| "7".to_owned())
    })
}

#[test]
fn the_command_line_comes_before_the_environment() {
    assert_eq!(read("").map(|options| options.rate), Ok(7));
    assert_eq!(read("--rate 9").map(|options| options.rate), Ok(9));
    assert_eq!(read("--rate=9 --rate=3").map(|options| options.rate), Ok(3));
}

#[test]
fn mistakes_name_the_option() {
    assert_eq!(
        read("--prot 1"),
        Err(OptionError::Unknown("--prot".to_owned()))
    );
    assert_eq!(
        read("--port"),
        Err(OptionError::NoValue("--port".to_owned()))
    );
    assert!(matches!(read("--port x"), Err(OptionError::Value { .. })));
    assert_eq!(
        read("--issuer a --audience b"),
        Err(OptionError::Provider("--jwks"))
    );
}

#[test]
fn keys_that_can_be_guessed_are_refused_and_not_repeated() {
    let strong = "0123456789abcdef";
    for line in [
        "--api-key hush".to_owned(),
        "--api-key=".to_owned(),
        format!("--api-key {strong} --api-key hush"),
    ] {
        let refused = read(&line);
        assert_eq!(refused, Err(OptionError::WeakKey), "{line}");
        let said = refused.unwrap_err().to_string();
        assert!(!said.contains("hush"), "{said}");
    }
    // Two while the one takes the other's place.
    let line = format!("--api-key {strong} --api-key {strong}-new");
    assert_eq!(read(&line).map(|options| options.api_keys.len()), Ok(2));
    let environment =
        |name: &str| (name == "PALIER_API_KEY").then(|| format!("{strong},{strong}-new"));
    let given = Options::read(std::iter::empty(), environment);
    assert_eq!(given.map(|options| options.api_keys.len()), Ok(2));
}

#[test]
fn a_flag_is_what_its_value_says() {
    let reset = |line: &str| read(line).map(|options| options.reset);
    assert_eq!(reset("--reset"), Ok(true));
    assert_eq!(reset("--reset=yes"), Ok(true));
    assert_eq!(reset("--reset=false"), Ok(false));
    assert_eq!(reset("--reset --reset=0"), Ok(false));
    let proxy = read("--behind-proxy=no").map(|options| options.behind_proxy);
    assert_eq!(proxy, Ok(false));
    for line in ["--reset=off", "--reset=", "--behind-proxy=maybe"] {
        assert!(
            matches!(read(line), Err(OptionError::Value { .. })),
            "{line}"
        );
    }
    let environment = Options::read(std::iter::empty(), |name| {
        (name == "PALIER_RESET").then(|| "off".to_owned())
    });
    assert!(matches!(environment, Err(OptionError::Value { .. })));
}

#[test]
fn a_wrong_value_is_told_with_what_fits_and_a_slip_is_guessed() {
    for (line, said) in [
        (
            "--port 70000",
            "`--port 70000`: expected a whole number from 0 to 65535",
        ),
        (
            "--rate -1",
            "`--rate -1`: expected a whole number from 0 to 4294967295",
        ),
        (
            "--max-body 0",
            "`--max-body 0`: expected a whole number from 1 to 1073741824",
        ),
        (
            "--programm a",
            "`--programm` is not an option, perhaps `--programme`; see --help",
        ),
        ("--verbose", "`--verbose` is not an option; see --help"),
    ] {
        let error = read(line).map_err(|error| error.to_string());
        assert_eq!(error.err().as_deref(), Some(said));
    }
}

#[test]
fn a_server_takes_one_connection_at_least() {
    let connections = |line: &str| read(line).map(|options| options.max_connections);
    assert_eq!(connections(""), Ok(800));
    assert_eq!(connections("--max-connections 1"), Ok(1));
    for line in ["--max-connections 0", "--max-connections 70000"] {
        assert!(
            matches!(connections(line), Err(OptionError::Value { .. })),
            "{line}"
        );
    }
}

#[test]
fn the_claim_with_the_roles_can_be_named() {
    let provider = "--issuer a --audience b --jwks c";
    let claim = |line: &str| {
        let options = read(&format!("{provider} {line}"));
        options.map(|options| options.provider.map(|one| one.roles_claim))
    };
    assert_eq!(claim(""), Ok(Some("roles".to_owned())));
    assert_eq!(
        claim("--roles-claim https://a.example/roles"),
        Ok(Some("https://a.example/roles".to_owned()))
    );
}

#[test]
fn an_empty_data_directory_and_what_is_no_origin_are_refused() {
    assert_eq!(
        read("--data="),
        Err(OptionError::NoValue("--data".to_owned()))
    );
    let origins = read("--origin https://Shop.Example/ --origin http://localhost:3000");
    assert_eq!(
        origins.map(|options| options.origins),
        Ok(vec![
            "https://shop.example".to_owned(),
            "http://localhost:3000".to_owned()
        ])
    );
    for line in [
        "--origin shop.example",
        "--frame-origin https://a;script-src",
    ] {
        assert!(
            matches!(read(line), Err(OptionError::Value { .. })),
            "{line}"
        );
    }
}

#[test]
fn what_may_be_repeated_is_kept_in_order() {
    let options = read("--site a --site b --reset");
    let sites = options.as_ref().map(|options| options.site.len());
    assert_eq!(sites, Ok(2));
    assert_eq!(options.map(|options| options.reset), Ok(true));
}

#[test]
fn every_option_is_in_the_help_and_is_read() {
    // What is read is looked for in the environment, where the line lacks it.
    let asked = RefCell::new(Vec::new());
    let options = Options::read(std::iter::empty(), |variable| {
        asked.borrow_mut().push(variable.to_owned());
        // The claim with the roles is looked for only beside these.
        matches!(
            variable,
            "PALIER_ISSUER" | "PALIER_AUDIENCE" | "PALIER_JWKS"
        )
        .then(|| "given".to_owned())
    });
    assert!(options.is_ok(), "{options:?}");
    for name in VALUES.iter().chain(&FLAGS) {
        assert!(HELP.contains(&format!("\n  {name} ")), "{name}");
        let variable = name.replacen("--", "PALIER_", 1).replace('-', "_");
        assert!(asked.borrow().contains(&variable.to_uppercase()), "{name}");
    }
}
