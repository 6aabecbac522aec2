//! Rebuilds the core when one of its sources changes. What lies in www is served as it is read and needs no build.

use crate::{project, wasm};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

/// What the core is built from.
const SOURCES: [&str; 4] = ["src", "xtask/options", "Cargo.toml", ".cargo/config.toml"];

/// The time between two looks at the sources. Unlike the notifications of a file system it works on every one, and the files
/// are a few dozen.
const POLL_INTERVAL: Duration = Duration::from_millis(300);

type Times = BTreeMap<PathBuf, SystemTime>;

/// Never returns. A build that fails says why and leaves the last good one in place.
pub fn rebuild_on_change() -> ! {
    let mut built = times();
    loop {
        thread::sleep(POLL_INTERVAL);
        let now = times();
        if now == built {
            continue;
        }
        println!("changed: {}", difference(&built, &now).join(", "));
        let start = Instant::now();
        match wasm::rebuild() {
            Ok(()) => println!("built in {:.1} s: reload the page", start.elapsed().as_secs_f64()),
            Err(error) => eprintln!("error: {error:#}; serving the last good build"),
        }
        built = now;
    }
}

/// When each source was last changed.
fn times() -> Times {
    let mut times = Times::new();
    for source in SOURCES {
        collect(&project::root().join(source), &mut times);
    }
    times
}

/// Adds the times of a file, or of the files below a folder. One that vanishes meanwhile counts as gone.
fn collect(path: &Path, times: &mut Times) {
    if let Ok(folder) = path.read_dir() {
        folder.flatten().for_each(|entry| collect(&entry.path(), times));
    } else if let Ok(time) = path.metadata().and_then(|file| file.modified()) {
        times.insert(path.to_owned(), time);
    }
}

/// The files that are new, gone or newer.
fn difference(before: &Times, after: &Times) -> Vec<String> {
    let all: std::collections::BTreeSet<_> = before.keys().chain(after.keys()).collect();
    all.into_iter()
        .filter(|path| before.get(*path) != after.get(*path))
        .map(|path| path.strip_prefix(project::root()).unwrap_or(path).display().to_string())
        .collect()
}
