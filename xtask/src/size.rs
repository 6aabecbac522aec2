//! How much a reader downloads, as gzip sends it: the lesson with everything that it loads, and the figure in one file.

use crate::{dist, wasm};
use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::{Component, Path, PathBuf};

/// The budgets, in bytes after gzip.
const PAGE: usize = 50_000;
const ONE_FILE: usize = 45_000;
const CORE: usize = 25_000;

/// Prints the sizes; fails when one is over its budget.
pub fn check() -> Result<()> {
    dist::bundle()?;
    let site = dist::folder().join("site");
    let mut page = 0;
    for file in loaded(&site, Path::new("index.html"))? {
        let size = gzip(&fs::read(site.join(&file))?)?;
        println!("{size:>8}  {}", file.display());
        page += size;
    }
    let size = |file: &str| gzip(&fs::read(dist::folder().join(file))?);
    let sizes = [
        ("the lesson", page, PAGE),
        ("the figure in one file", size("neural-figure.js")?, ONE_FILE),
        ("the core", size(wasm::WASM)?, CORE),
    ];
    for (what, size, budget) in sizes {
        println!("{size:>8}  {what}, of {budget} bytes after gzip");
    }
    for (what, size, budget) in sizes {
        ensure!(size <= budget, "{what} takes {size} bytes, of {budget}");
    }
    Ok(())
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

/// The files below `root` that a page loads, itself among them: what its tags and its modules name, and what these name.
fn loaded(root: &Path, page: &Path) -> Result<Vec<PathBuf>> {
    let mut files = vec![page.to_owned()];
    let mut next = 0;
    while let Some(file) = files.get(next) {
        let folder = file.parent().unwrap_or(Path::new("")).to_owned();
        for address in addresses(&root.join(file))? {
            let path = normal(&folder.join(address));
            if root.join(&path).is_file() && !files.contains(&path) {
                files.push(path);
            }
        }
        next += 1;
    }
    Ok(files)
}

/// The addresses in a file that a browser follows by itself.
fn addresses(file: &Path) -> Result<Vec<String>> {
    let read = || fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()));
    Ok(match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => in_tags(&read()?),
        Some("js" | "css") => in_quotes(&read()?),
        _ => Vec::new(),
    })
}

/// `src` of any tag, and `href` of links (of `<link>`: an `<a>` waits for a click).
fn in_tags(html: &str) -> Vec<String> {
    let html = without(html, "<!--", "-->");
    let tags = html.split('<').skip(1).filter_map(|tag| tag.split('>').next());
    tags.filter(|tag| !tag.starts_with("a "))
        .flat_map(|tag| ["src=", "href="].map(|name| tag.split_once(name)))
        .filter_map(|found| {
            let value = found?.1;
            let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            value[1..].split_once(quote).map(|(address, _)| address.to_owned())
        })
        .collect()
}

/// Any quoted relative address: `import`, `import()`, `new URL()` and `url()` alike. Comments may name types of modules
/// that are never loaded.
fn in_quotes(code: &str) -> Vec<String> {
    let code = without(code, "/*", "*/");
    let relative = |text: &&str| text.starts_with("./") || text.starts_with("../");
    code.split(['"', '\'', '`', '(', ')', '\n']).filter(relative).map(str::to_owned).collect()
}

/// The text without what stands between `open` and `close`.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut parts = text.split(open);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once(close).map_or("", |(_, rest)| rest))
}

/// The path without `.` and `..`.
fn normal(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut normal, part| {
        match part {
            Component::ParentDir => drop(normal.pop()),
            Component::Normal(name) => normal.push(name),
            _ => {}
        }
        normal
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that is not named in the page is only asked for when another one that names it has come.
    #[test]
    fn pages_preload_every_module() {
        for page in ["index.html", "ko/index.html", "embed.html"] {
            let html = fs::read_to_string(crate::project::www().join(page)).unwrap();
            for module in loaded(&crate::project::www(), Path::new(page)).unwrap() {
                let name = module.to_str().unwrap();
                let named = html.contains(&format!("{name}\""));
                assert!(named || !name.ends_with(".js"), "{page} does not preload {name}");
            }
        }
    }

    #[test]
    fn tags_name_what_they_load() {
        let html = "<link rel=\"icon\" href=\"icon.svg\"><a href=\"ko/\">한</a><!-- <img src=\"old.png\"> --><script type='module' src='./a.js'></script>";
        assert_eq!(in_tags(html), ["icon.svg", "./a.js"]);
    }

    #[test]
    fn modules_name_what_they_load() {
        let code = "/** @type {import('./types.js').T} */\nimport { a } from './a.js';\nnew URL('../pkg/b.wasm', import.meta.url)";
        assert_eq!(in_quotes(code), ["./a.js", "../pkg/b.wasm"]);
        assert_eq!(normal(Path::new("figure/../pkg/./b.wasm")), Path::new("pkg/b.wasm"));
    }
}
