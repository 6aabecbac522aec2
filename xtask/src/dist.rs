//! `cargo xtask dist`: everything that is published, in `dist/`.

use crate::{metadata, notices, project, tools, wasm};
use anyhow::Result;
use std::fs;
use std::num::NonZeroU64;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

/// Builds the core, bundles www/ into dist/ and photographs the figure.
pub fn dist() -> Result<()> {
    bundle()?;
    for script in ["package/poster.js", "package/card.js"] {
        let mut photograph = tools::command(tools::ensure_node_modules(&project::package())?);
        tools::run(photograph.arg(script).env("CHROMIUM", tools::chromium()?))?;
    }
    println!("dist/ is ready; its site/ is the lesson, to be published as it is");
    Ok(())
}

/// All but the photographs, once in a run of this program. `package/bundle.js` says what each file is.
pub fn bundle() -> Result<()> {
    static BUNDLED: AtomicBool = AtomicBool::new(false);
    if BUNDLED.load(Ordering::Relaxed) {
        return Ok(());
    }
    wasm::build(true)?;
    let package = metadata::core()?.to_string();
    let mut bundle = tools::command(tools::ensure_node_modules(&project::package())?);
    tools::run(
        bundle.arg("package/bundle.js").env("PACKAGE", package).env("PACKED", packed()?).env("NOTICES", notices()?),
    )?;
    BUNDLED.store(true, Ordering::Relaxed);
    Ok(())
}

/// The core as the one file holds it, by the slowest and best of gzip's compressors.
fn packed() -> Result<PathBuf> {
    let core = fs::read(project::pkg().join(wasm::WASM))?;
    let path = metadata::target_directory()?.join("core.gz");
    let options = zopfli::Options { iteration_count: NonZeroU64::MIN.saturating_add(59), ..Default::default() };
    zopfli::compress(options, zopfli::Format::Gzip, &core[..], fs::File::create(&path)?)?;
    Ok(path)
}

/// The licences of what the core holds of others, in a file.
fn notices() -> Result<PathBuf> {
    let path = metadata::target_directory()?.join("THIRD-PARTY.txt");
    fs::write(&path, notices::text()?)?;
    Ok(path)
}

/// Where what is published is.
pub fn folder() -> PathBuf {
    project::root().join("dist")
}
