//! The published module: smaller, and with short names between it and its bindings.

use crate::wasm::WASM;
use crate::{project, tools};
use anyhow::{Result, ensure};
use serde::Deserialize;
use std::cmp::Reverse;
use std::fs;
use std::path::Path;
use std::process::Command;

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

/// Makes a module smaller, in place.
pub fn shrink(wasm: &Path) -> Result<()> {
    tools::run(wasm_opt(wasm)?.args(FOR_SIZE))
}

/// wasm-opt of the npm package binaryen, which overwrites the module.
fn wasm_opt(wasm: &Path) -> Result<Command> {
    let mut command = tools::command(tools::ensure_node_modules(&project::package())?);
    command
        .arg(tools::node_script(&project::package(), "binaryen/bin/wasm-opt")?)
        .arg(wasm)
        .arg("-o")
        .arg(wasm)
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
pub fn shorten(wasm: &Path, glue: &Path) -> Result<()> {
    let renamed =
        tools::output(wasm_opt(wasm)?.args(["--memory-packing", "--minify-imports-and-exports-and-modules"]))?;
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
