//! `cargo xtask bench`: how fast it is, beside the other ways to do it.

use crate::{dist, metadata, project, server, tools, wasm};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::PathBuf;

/// The parts that tests/benches/run.js measures in Chromium, and prints as one table.
const IN_BROWSER: [&str; 9] =
    ["epochs", "network", "programs", "boundary", "cold", "accuracy", "first", "frames", "rest"];

/// The part that criterion measures on this machine.
const NATIVE: &str = "native";

/// The parts, one after the other.
pub fn names() -> String {
    [&IN_BROWSER[..], &[NATIVE]].concat().join(" ")
}

/// Measures the named parts, or all of them. It fails if something cannot be measured, not if it is slow: that depends
/// on the machine.
pub fn run(names: &[String]) -> Result<()> {
    let known = || IN_BROWSER.into_iter().chain([NATIVE]);
    if let Some(name) = names.iter().find(|name| known().all(|known| known != *name)) {
        bail!("expected a part ({}), got {name:?}", known().collect::<Vec<_>>().join(" "));
    }
    let chosen = |part: &str| names.is_empty() || names.iter().any(|name| name == part);
    let parts: Vec<_> = IN_BROWSER.into_iter().filter(|part| chosen(part)).collect();
    if !parts.is_empty() {
        in_browser(&parts)?;
    }
    if chosen(NATIVE) {
        tools::run(tools::cargo().args(["bench", "--package", "neural-figure", "--bench", "native"]))?;
    }
    Ok(())
}

fn in_browser(parts: &[&str]) -> Result<()> {
    // The first frame is measured of what is published, all else of www/ itself.
    if parts.contains(&"first") { dist::bundle() } else { wasm::build(true) }?;
    let node = tools::ensure_node_modules(&project::tests())?;
    let chromium = tools::chromium()?;
    // The whole repository: the benchmarks' page is no part of what is published.
    let address = server::start(project::root(), 0)?;
    let command = &mut tools::command(node);
    command.arg(folder().join("run.js")).args(parts);
    command.env("BASE_URL", format!("http://{address}/")).env("CHROMIUM", chromium);
    if parts.contains(&"epochs") {
        command.env("PYTHON", numpy()?).env("BY_HAND", by_hand()?);
    }
    tools::run(command)
}

fn folder() -> PathBuf {
    project::tests().join("benches")
}

/// Where the benchmarks build what they compare with.
fn built() -> Result<PathBuf> {
    let folder = metadata::target_directory()?.join("bench");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Compiles by_hand.c for this very machine.
fn by_hand() -> Result<PathBuf> {
    let compiler = tools::find_or_install(&["cc", "gcc", "clang"], "gcc libc6-dev")?;
    let program = built()?.join("by_hand");
    let source = folder().join("by_hand.c");
    tools::run(tools::command(compiler).args(["-O3", "-march=native", "-o"]).arg(&program).arg(source).arg("-lm"))?;
    Ok(program)
}

/// A Python with the NumPy of the golden numbers, in an environment of its own.
fn numpy() -> Result<PathBuf> {
    let environment = built()?.join("venv");
    let python = environment.join("bin/python");
    let present = || tools::output(tools::command(&python).args(["-c", "import numpy"])).is_ok();
    if python.is_file() && present() {
        return Ok(python);
    }
    let requirements = project::tests().join("golden/requirements.txt");
    let requirements = fs::read_to_string(&requirements)?;
    let numpy =
        requirements.lines().find(|line| line.starts_with("numpy==")).context("no numpy== in requirements.txt")?;
    let system = tools::find_or_install(&["python3"], "python3 python3-venv")?;
    tools::ensure_package("python3-venv", || {
        tools::output(tools::command(&system).args(["-c", "import ensurepip"])).is_ok()
    })?;
    tools::run(tools::command(&system).args(["-m", "venv"]).arg(&environment))?;
    tools::run(tools::command(&python).args(["-m", "pip", "install", "--quiet", numpy]))?;
    ensure!(present(), "{numpy} is installed, but {} cannot import it", python.display());
    Ok(python)
}
