//! How much a reader downloads, as gzip sends it: `package/bundle.js` writes the sizes where it makes the files.

use crate::dist;
use anyhow::{Result, ensure};
use serde::Deserialize;
use std::fs;

/// Bytes after gzip. A budget is what was measured and 4 % to spare; to raise one is fine if the commit says for what.
const BUDGETS: [(&str, usize); 5] = [
    ("the lesson, with all that it loads", 98_700),
    ("the figure in one file", 85_100),
    ("the core", 49_200),
    ("views and panels, loaded when asked for", 48_300),
    ("programs, pictures and files, loaded when asked for", 14_800),
];

#[derive(Deserialize)]
struct Sizes {
    lesson: usize,
    file: usize,
    core: usize,
    views: usize,
    export: usize,
}

/// Prints the sizes; fails when one is over its budget.
pub fn check() -> Result<()> {
    dist::bundle()?;
    let Sizes { lesson, file, core, views, export } =
        serde_json::from_str(&fs::read_to_string(dist::folder().join("sizes.json"))?)?;
    for ((what, budget), size) in BUDGETS.into_iter().zip([lesson, file, core, views, export]) {
        println!("{size:>8}  {what}, of {budget} bytes after gzip");
        ensure!(size <= budget, "{what} takes {size} bytes, of {budget}");
    }
    Ok(())
}
