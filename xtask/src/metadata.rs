//! What cargo knows of the workspace and of what it depends on.

use crate::tools;
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// What `cargo metadata` prints with these arguments.
pub fn read(args: &[&str]) -> Result<Value> {
    let printed = tools::output(tools::cargo().args(["metadata", "--format-version", "1"]).args(args))?;
    Ok(serde_json::from_slice(&printed)?)
}

/// Where cargo builds: it may be set in the environment or in a configuration file.
pub fn target_directory() -> Result<PathBuf> {
    let metadata = read(&["--no-deps"])?;
    let folder = metadata["target_directory"].as_str().context("cargo metadata names no target directory")?;
    Ok(PathBuf::from(folder))
}

/// The core's entry: its version, license and description.
pub fn core() -> Result<Value> {
    let metadata = read(&["--no-deps"])?;
    Ok(package(&metadata, "neural-figure")?.clone())
}

/// Where the sources of the crates of a registry are.
pub fn registry() -> Result<PathBuf> {
    let metadata = read(&[])?;
    let manifest = package(&metadata, "nalgebra")?["manifest_path"].as_str().map(Path::new);
    let registry = manifest.and_then(|manifest| manifest.parent()?.parent());
    Ok(registry.context("cargo metadata names no place of nalgebra")?.to_owned())
}

fn package<'a>(metadata: &'a Value, name: &str) -> Result<&'a Value> {
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let found = packages.iter().find(|package| package["name"] == name);
    found.with_context(|| format!("cargo metadata names no {name}"))
}
