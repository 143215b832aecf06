//! From Rust to a wasm file and its JavaScript glue: cargo, wasm-bindgen, wasm-opt.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::{Bindgen, EncodeInto, Output};

use super::Profile;
use super::artefact::{Artefact, Kind};
use super::glue_names::Names;
use super::standard_library::StandardLibrary;
use super::{glue_fallbacks, glue_names, glue_start, order, type_ids};
use crate::paths::target;
use crate::process::{cargo_command, run};
use crate::setup::{WASM_TARGET, module, node};
use crate::split;
use crate::ui::{note, step};

/// Changes when the steps below do, so that older results are made again.
const RECIPE: &str = "19";

/// What the code uses; named because the linker's own list is gone by the time wasm-opt runs.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];
/// Flat, since what follows leaves less of it then: 1.3 % after compression. Rust puts the stack first,
/// so nothing that an address could lead to lies in the lowest 1024 bytes.
const FLATTEN: [&str; 4] = [
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "--debuginfo",
];
/// Twice, since what the first round leaves is smaller. Packing would cut the data wherever some zeros
/// stand, which compress to less than the addresses of the pieces. Large functions with one caller are
/// inlined although that weighs 0.7 KB: browsers compile each function when it is first called.
const SHRINK: [&str; 5] = [
    "--low-memory-unused",
    "-Oz",
    "-Oz",
    "--skip-pass=memory-packing",
    "--debuginfo",
];
/// Once more for each part, since cutting numbers its locals anew and leaves functions with one caller.
/// Functions of four instructions weigh no more where they are called, and a browser has 58 fewer to compile.
const SHRINK_PART: [&str; 4] = [
    "--low-memory-unused",
    "-Oz",
    "--always-inline-max-function-size=4",
    "--skip-pass=memory-packing",
];
const STRIP: [&str; 3] = [
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// A wasm file and the module that loads it.
pub(crate) struct Glued {
    pub(crate) wasm: PathBuf,
    pub(crate) glue: PathBuf,
    /// The wasm's second part, where it has one.
    pub(crate) rest: Option<PathBuf>,
}

/// Compiles all binaries in one run of cargo; tells the folder they are in.
pub(crate) fn compile(artefacts: &[&Artefact], profile: Profile) -> Result<PathBuf> {
    step(&format!(
        "Compiling the kit for {WASM_TARGET} ({})",
        profile.name()
    ));
    let mut cargo = cargo_command(["build", "--package", "palier", "--target", WASM_TARGET]);
    let folder = match profile {
        Profile::Dev => target()?.to_path_buf(),
        Profile::Release => {
            let library = StandardLibrary::smallest()?;
            cargo.arg("--release");
            library.apply(&mut cargo)?;
            library.target()?.to_path_buf()
        }
    };
    for artefact in artefacts {
        cargo.args(["--bin", artefact.bin]);
    }
    run(&mut cargo)?;
    Ok(folder.join(WASM_TARGET).join(profile.folder()))
}

/// Makes the glue and the final wasm of a binary that was `compiled` into that folder, unless they
/// are there already.
pub(crate) fn glue(artefact: &Artefact, compiled: &Path, profile: Profile) -> Result<Glued> {
    let compiled = compiled.join(format!("{}.wasm", artefact.bin));
    let folder = target()?
        .join("palier")
        .join(profile.name())
        .join("glue")
        .join(artefact.bin);
    let profiled = match (profile, artefact.split) {
        (Profile::Release, true) => split::Profile::of(artefact.bin)?,
        _ => None,
    };
    let made = Glued {
        wasm: folder.join(format!("{}.wasm", artefact.bin)),
        glue: folder.join(format!("{}.js", artefact.bin)),
        rest: profiled
            .is_some()
            .then(|| folder.join(format!("{}-rest.wasm", artefact.bin))),
    };
    let stamp_file = folder.join("made-from");
    let listed = profiled.as_ref().map(split::Profile::identity);
    let stamp = format!(
        "{RECIPE} {} {}",
        identity(&compiled)?,
        listed.unwrap_or_default()
    );
    if fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) {
        return Ok(made);
    }
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    note(&format!("wasm-bindgen {}", artefact.bin));
    let mut output = bind(&compiled, artefact.bin, profile)?;
    let bound = folder.join(format!("{}_bg.wasm", artefact.bin));
    match profile {
        Profile::Dev => {
            output.emit(&folder)?;
            fs::rename(&bound, &made.wasm)?;
        }
        Profile::Release => {
            type_ids::shorten(output.wasm_mut()).with_context(|| {
                format!("cannot shorten the ids of types in `{}`", artefact.bin)
            })?;
            let names = glue_names::shorten(&mut output);
            output.emit(&folder)?;
            note(&format!("wasm-opt {}", artefact.bin));
            let named = optimise(&bound, &folder, &made, profiled.as_ref())
                .with_context(|| format!("cannot optimise `{}`", artefact.bin))?;
            rewrite_glue(&made.glue, &names, &named)
                .with_context(|| format!("cannot shorten the glue of `{}`", artefact.bin))?;
        }
    }
    if matches!(artefact.kind, Kind::Script { .. } | Kind::Engine { .. }) {
        let glue = guard(&fs::read_to_string(&made.glue)?)?;
        fs::write(&made.glue, glue)?;
    }
    fs::write(stamp_file, stamp)?;
    Ok(made)
}

/// Makes the wasm small that wasm-bindgen has `bound`, in two parts where there is a profile of what a
/// first opening runs. Gives the whole of it with its names.
fn optimise(
    bound: &Path,
    folder: &Path,
    made: &Glued,
    profile: Option<&split::Profile>,
) -> Result<PathBuf> {
    let named = folder.join(NAMED);
    let flat = folder.join(FLAT);
    wasm_opt(bound, &flat, &FLATTEN)?;
    let (Some(profile), Some(rest)) = (profile, &made.rest) else {
        wasm_opt(&flat, &named, &SHRINK)?;
        wasm_opt(&named, &made.wasm, &STRIP)?;
        return Ok(named);
    };
    let parted = folder.join("parted.wasm");
    fs::write(&parted, split::part(&fs::read(&flat)?, profile)?)?;
    // What is of the rest must not come back into what is not.
    let keep = format!("--no-inline={}", split::APART);
    let sort = ["--reorder-functions-by-name", &keep];
    wasm_opt(&parted, &named, &[&sort[..], &SHRINK].concat())?;
    let parts = split::split(&fs::read(&named)?)?;
    finish(&parts.first, &made.wasm)?;
    finish(&parts.rest, rest)?;
    Ok(named)
}

/// Takes out of the glue what the wasm does not need any more, and what no browser does.
fn rewrite_glue(glue: &Path, names: &Names, named: &Path) -> Result<()> {
    let shortened = glue_names::rewrite(&fs::read_to_string(glue)?, names, &fs::read(named)?)?;
    let start = names.export("__wbindgen_start")?;
    let rewritten = glue_start::replace(&glue_fallbacks::remove(&shortened), start)?;
    Ok(fs::write(glue, rewritten)?)
}

/// Puts the loader's guard between a brand's page and the instance.
fn guard(glue: &str) -> Result<String> {
    const BARE: &str = "wasm = instance.exports;";
    if glue.matches(BARE).count() != 1 {
        bail!("the glue no longer says `{BARE}` once");
    }
    Ok(format!(
        "import {{ guarded }} from 'palier-guard';\n{}",
        glue.replace(BARE, "wasm = guarded(instance.exports);")
    ))
}

/// Tells one build of a file from the next without reading it.
fn identity(file: &Path) -> Result<String> {
    let data = fs::metadata(file).with_context(|| format!("cargo made no {}", file.display()))?;
    let written = data.modified()?.duration_since(UNIX_EPOCH)?;
    Ok(format!("{} {}", data.len(), written.as_nanos()))
}

fn bind(compiled: &Path, name: &str, profile: Profile) -> Result<Output> {
    Bindgen::new()
        .input_path(compiled)
        .out_name(name)
        .web(true)?
        .typescript(false)
        // Every browser the kit supports has `TextEncoder.encodeInto`.
        .encode_into(EncodeInto::Always)
        .keep_debug(false)
        .remove_name_section(false)
        .remove_producers_section(profile == Profile::Release)
        .generate_output()
        .with_context(|| format!("wasm-bindgen could not make the glue of `{name}`"))
}

/// The optimised wasm of a release, whole and before its names are taken out.
pub(crate) const NAMED: &str = "named.wasm";
/// The same before it was made small, in flat form.
pub(crate) const FLAT: &str = "flat.wasm";

/// A step of the release build of one artefact that is kept: [`NAMED`] or [`FLAT`].
pub(crate) fn kept(artefact: &Artefact, step: &str) -> Result<PathBuf> {
    let folder = target()?.join("palier/release/glue").join(artefact.bin);
    Ok(folder.join(step))
}

/// Makes a part small once more, its functions in the order that compresses best.
fn finish(part: &[u8], to: &Path) -> Result<()> {
    let numbered = to.with_extension("numbered.wasm");
    fs::write(&numbered, order::numbered(part)?)?;
    let sort = ["--reorder-functions-by-name"];
    wasm_opt(&numbered, to, &[&sort[..], &SHRINK_PART, &STRIP].concat())?;
    Ok(fs::remove_file(numbered)?)
}

fn wasm_opt(from: &Path, to: &Path, passes: &[&str]) -> Result<()> {
    run(node()
        .arg(module("binaryen/bin/wasm-opt"))
        .args(FEATURES)
        .args(passes)
        .arg(from)
        .arg("-o")
        .arg(to))
}
