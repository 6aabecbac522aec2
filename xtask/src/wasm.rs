//! The core as WebAssembly: `src/` in, `www/pkg/` out.

use crate::{locations, project, tools};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::cmp::Reverse;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

/// How cargo reports errors.
#[derive(Clone, Copy, PartialEq)]
pub enum Report {
    /// With source lines, and progress: a first build takes a while.
    Full,
    /// A line for each error.
    Short,
}

/// The file that www/wasm.js loads.
pub const WASM: &str = "neural_figure_bg.wasm";

/// The bindings, which instantiate it.
const GLUE: &str = "neural_figure.js";

/// Builds www/pkg, optimised to be published or, sooner, to be developed: then a panic says where it was.
pub fn build(optimize: bool) -> Result<()> {
    tools::ensure_wasm_target()?;
    let features: &[&str] = if optimize { &[] } else { CONSOLE };
    let staging = bind(&compile(Report::Full, features)?)?;
    if optimize {
        let wasm = staging.join(WASM);
        self::optimize(&wasm, &wasm)?;
        let mut module = fs::read(&wasm)?;
        locations::blank(&mut module)?;
        fs::write(&wasm, module)?;
        shorten(&wasm, &staging.join(GLUE))?;
    }
    write_options(&staging, Report::Full)?;
    publish(&staging, &project::pkg())
}

/// Builds www/pkg again, after a change.
pub fn rebuild() -> Result<()> {
    let staging = bind(&compile(Report::Short, CONSOLE)?)?;
    write_options(&staging, Report::Short)?;
    publish(&staging, &project::pkg())
}

/// Compiles the core; returns the module as rustc leaves it.
fn compile(report: Report, features: &[&str]) -> Result<PathBuf> {
    tools::run(tell(
        report,
        tools::cargo()
            .args(["rustc", "--package", "neural-figure", "--lib", "--release", "--target", TARGET])
            // Beside a library for Rust the linker would keep all that it might call, as it stands.
            .args(["--crate-type", "cdylib"])
            .args(["--config", &without_paths()?])
            .args(features),
    ))?;
    Ok(target_directory()?.join(TARGET).join("release/neural_figure.wasm"))
}

const CONSOLE: &[&str] = &["--features", "console"];

/// What browsers run.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// A setting that keeps the place of cargo's registry out of the module: panics name the file that they come from, and
/// the same sources are to give the same bytes on every machine.
fn without_paths() -> Result<String> {
    let metadata = tools::output(tools::cargo().args(["metadata", "--format-version", "1"]))?;
    let metadata: serde_json::Value = serde_json::from_slice(&metadata)?;
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let nalgebra = packages.iter().find(|package| package["name"] == "nalgebra");
    let manifest = nalgebra.and_then(|package| package["manifest_path"].as_str());
    let registry = manifest.and_then(|manifest| Path::new(manifest).parent()?.parent());
    let registry = registry.context("cargo metadata names no place of nalgebra")?.display();
    Ok(format!("target.{TARGET}.rustflags=['--remap-path-prefix={registry}=']"))
}

fn tell(report: Report, cargo: &mut Command) -> &mut Command {
    match report {
        Report::Full => cargo,
        Report::Short => cargo.args(["--quiet", "--message-format", "short"]),
    }
}

/// Only cargo knows: it may be set in the environment or in a configuration file.
pub fn target_directory() -> Result<PathBuf> {
    let metadata = metadata()?;
    let folder = metadata["target_directory"].as_str().context("cargo metadata names no target directory")?;
    Ok(PathBuf::from(folder))
}

/// The core's entry in cargo's metadata: its version, license and description.
pub fn package() -> Result<serde_json::Value> {
    let mut metadata = metadata()?;
    let packages = metadata["packages"].as_array_mut().context("cargo metadata names no packages")?;
    let found = packages.iter().position(|package| package["name"] == "neural-figure");
    Ok(packages.swap_remove(found.context("cargo metadata names no neural-figure")?))
}

fn metadata() -> Result<serde_json::Value> {
    let metadata = tools::output(tools::cargo().args(["metadata", "--format-version", "1", "--no-deps"]))?;
    Ok(serde_json::from_slice(&metadata)?)
}

/// Writes the bindings of a module into a folder of their own and returns it.
fn bind(module: &Path) -> Result<PathBuf> {
    let staging = module.with_file_name("pkg");
    Bindgen::new()
        .input_path(module)
        .out_name("neural_figure")
        .web(true)?
        .typescript(true)
        // www/wasm.js says where the module is; a second address in the glue would make bundlers copy the file twice.
        .omit_default_module_path(true)
        .encode_into(EncodeInto::Always)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&staging)
        .context("wasm-bindgen failed")?;
    Ok(staging)
}

/// The features that browsers have had for years and that rustc and wasm-bindgen use.
const FEATURES: [&str; 7] = [
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What makes the module smaller after gzip. Blocks and branches are found anew (`flatten`, `rereloop`), what is called from one
/// place is inlined (`ocimfs`), and an address of less than 1,024 is never used (`lmu`).
const FOR_SIZE: [&str; 9] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-lmu",
    "-ocimfs=1000",
    "--converge",
    "--optimize-added-constants-propagate",
    "--reorder-locals",
    "--strip-target-features",
];

/// Makes a module smaller.
pub fn optimize(input: &Path, output: &Path) -> Result<()> {
    tools::run(wasm_opt(input, output)?.args(FOR_SIZE))
}

/// wasm-opt of the npm package binaryen.
fn wasm_opt(input: &Path, output: &Path) -> Result<Command> {
    let mut command = tools::command(tools::ensure_node_modules(&project::package())?);
    command
        .arg(tools::node_script(&project::package(), "binaryen/bin/wasm-opt")?)
        .arg(input)
        .arg("-o")
        .arg(output)
        .args(FEATURES);
    Ok(command)
}

/// Names that wasm-opt has given: module, old, new of each import; old, new of each export.
#[derive(Deserialize)]
struct Renamed {
    imports: Vec<[String; 3]>,
    exports: Vec<[String; 2]>,
}

/// Gives what the module and its bindings have between them names of a letter or two. As wasm-bindgen makes them they hold
/// 16 random digits, which no compression shortens.
fn shorten(wasm: &Path, glue: &Path) -> Result<()> {
    let renamed =
        tools::output(wasm_opt(wasm, wasm)?.args(["--memory-packing", "--minify-imports-and-exports-and-modules"]))?;
    fs::write(glue, rename(fs::read_to_string(glue)?, serde_json::from_slice(&renamed)?)?)?;
    Ok(())
}

/// The bindings with the names that the module has now. They name an import as a key, an export as a field of `wasm`; a few
/// exports they do not name at all.
fn rename(mut bindings: String, renamed: Renamed) -> Result<String> {
    let mut names = vec![(format!("\"./{WASM}\":").replace(".wasm", ".js"), "a:".to_owned())];
    names.extend(renamed.imports.into_iter().map(|[_, old, new]| (format!(" {old}:"), format!(" {new}:"))));
    let named = renamed.exports.into_iter().filter(|[old, _]| bindings.contains(old.as_str()));
    names.extend(named.map(|[old, new]| (format!("wasm.{old}"), format!("wasm.{new}"))));
    // The longest first: one name begins another.
    names.sort_by_key(|(old, _)| Reverse(old.len()));
    for (old, new) in names {
        ensure!(bindings.contains(&old), "expected the bindings to name {old:?}, which wasm-opt has renamed");
        bindings = bindings.replace(&old, &new);
    }
    Ok(bindings)
}

/// Writes the table of options, for the element, the controls and the address, and what types it gives.
fn write_options(folder: &Path, report: Report) -> Result<()> {
    const ORIGIN: &str = "// Generated from src/config/table.rs and src/outcome.rs.";
    let print = |what: &[&str]| -> Result<String> {
        let run = ["run", "--package", "options", "--"];
        Ok(String::from_utf8(tools::output(tell(report, tools::cargo().args(run).args(what)))?)?)
    };
    fs::write(folder.join("options.js"), format!("{ORIGIN}\n{}", print(&[])?))?;
    fs::write(folder.join("config.d.ts"), format!("{ORIGIN}\n{}", print(&["types"])?))?;
    Ok(())
}

/// Moves what has changed into place, each file at once: a browser may be reading.
fn publish(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (source, target) = {
            let entry = entry?;
            (entry.path(), to.join(entry.file_name()))
        };
        let new = fs::read(&source)?;
        if fs::read(&target).is_ok_and(|old| old == new) {
            continue;
        }
        let temporary = target.with_extension("new");
        fs::write(&temporary, new)?;
        fs::rename(&temporary, &target).with_context(|| format!("could not write {}", target.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn renamed(imports: &[[&str; 3]], exports: &[[&str; 2]]) -> Renamed {
        Renamed {
            imports: imports.iter().map(|names| names.map(String::from)).collect(),
            exports: exports.iter().map(|names| names.map(String::from)).collect(),
        }
    }

    const BINDINGS: &str = r#"
        const imports = { "./neural_figure_bg.js": { __wbg_set_0: (a) => a, __wbg_set_01: (b) => b } };
        wasm.trainer_step(this.pointer);
        wasm.trainer_step_back(this.pointer);"#;

    #[test]
    fn bindings_and_module_share_the_short_names() {
        let imports = [["./neural_figure_bg.js", "__wbg_set_0", "a"], ["./neural_figure_bg.js", "__wbg_set_01", "b"]];
        // One name begins another.
        let exports = [["trainer_step", "c"], ["trainer_step_back", "d"]];
        let short = rename(BINDINGS.to_owned(), renamed(&imports, &exports)).unwrap();
        assert_eq!(
            short,
            r#"
        const imports = { a: { a: (a) => a, b: (b) => b } };
        wasm.c(this.pointer);
        wasm.d(this.pointer);"#
        );
    }

    #[test]
    fn a_name_in_another_place_is_an_error() {
        let imports = [["./neural_figure_bg.js", "trainer_step", "a"]];
        let error = rename(BINDINGS.to_owned(), renamed(&imports, &[])).unwrap_err();
        assert!(error.to_string().contains(" trainer_step:"), "{error}");
        assert!(rename(BINDINGS.to_owned(), renamed(&[], &[["pointer", "a"]])).is_err());
        assert!(rename(BINDINGS.to_owned(), renamed(&[], &[["named_nowhere", "a"]])).is_ok());
    }
}
