//! The core as WebAssembly: `src/` in, `www/pkg/` out.

use crate::{locations, metadata, optimize, project, tools};
use anyhow::{Context, Result};
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
        optimize::shrink(&wasm)?;
        let mut module = fs::read(&wasm)?;
        locations::blank(&mut module)?;
        fs::write(&wasm, module)?;
        optimize::shorten(&wasm, &staging.join(GLUE))?;
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
    Ok(metadata::target_directory()?.join(TARGET).join("release/neural_figure.wasm"))
}

const CONSOLE: &[&str] = &["--features", "console"];

/// What browsers run.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// A setting that keeps the place of cargo's registry out of the module: panics name the file that they come from, and
/// the same sources are to give the same bytes on every machine.
fn without_paths() -> Result<String> {
    Ok(format!("target.{TARGET}.rustflags=['--remap-path-prefix={}=']", metadata::registry()?.display()))
}

fn tell(report: Report, cargo: &mut Command) -> &mut Command {
    match report {
        Report::Full => cargo,
        Report::Short => cargo.args(["--quiet", "--message-format", "short"]),
    }
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
