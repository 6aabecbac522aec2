//! The licences of what the compiled core holds of others.

use crate::{metadata, wasm};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Name, version, licence and licence texts of each crate in the module, as cargo knows them.
pub fn text() -> Result<String> {
    let metadata = metadata::read(&["--filter-platform", wasm::TARGET, "--locked"])?;
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let mut notices = String::from("The compiled core of neural-figure holds code of these crates.\n");
    for id in in_module(&metadata)? {
        let package = packages.iter().find(|package| package["id"] == *id).context("cargo metadata lacks a package")?;
        // Those without a source are this project's own.
        if package["source"].is_null() {
            continue;
        }
        let field = |name: &str| package[name].as_str().unwrap_or("unknown");
        write!(notices, "\n{}\n{} {}: {}\n", "=".repeat(80), field("name"), field("version"), field("license"))?;
        let folder = Path::new(field("manifest_path")).parent().context("a manifest without a folder")?;
        let mut files: Vec<_> = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
        files.sort();
        for file in files {
            let name = file.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
            if file.is_file() && ["LICENSE", "LICENCE", "COPYING", "NOTICE"].iter().any(|word| name.starts_with(word)) {
                write!(notices, "\n{}", fs::read_to_string(&file)?)?;
            }
        }
    }
    Ok(notices)
}

/// The packages that the core needs to run, by their names in cargo's metadata: not what builds or tests it.
fn in_module(metadata: &Value) -> Result<BTreeSet<&str>> {
    let nodes = metadata["resolve"]["nodes"].as_array().context("cargo metadata resolves nothing")?;
    let core = metadata["resolve"]["root"].as_str().context("cargo metadata names no root")?;
    let mut found = BTreeSet::new();
    let mut open = vec![core];
    while let Some(id) = open.pop() {
        let node = nodes.iter().find(|node| node["id"] == id).context("cargo metadata lacks a node")?;
        if !found.insert(id) {
            continue;
        }
        for dependency in node["deps"].as_array().into_iter().flatten() {
            let is_normal =
                dependency["dep_kinds"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()));
            if let Some(id) = dependency["pkg"].as_str().filter(|_| is_normal) {
                open.push(id);
            }
        }
    }
    Ok(found)
}
