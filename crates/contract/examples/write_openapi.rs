//! Writes `openapi.json` and `portal-document.schema.json` beside the crate's manifest.

use std::{error::Error, fs, path::Path};

use palier_contract::{document, openapi};

fn main() -> Result<(), Box<dyn Error>> {
    let crate_root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::write(crate_root.join("openapi.json"), openapi::text()?)?;
    let mut schema = document::json_schema(document::blocks::ALL)?;
    schema.sort_all_objects();
    let schema = format!("{}\n", serde_json::to_string_pretty(&schema)?);
    fs::write(crate_root.join("portal-document.schema.json"), schema)?;
    println!("written: openapi.json, portal-document.schema.json");
    Ok(())
}
