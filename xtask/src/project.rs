//! Where things are.

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies inside the repository")
}

/// The page, served as it is read.
pub fn www() -> PathBuf {
    root().join("www")
}

/// The built core, generated and not committed.
pub fn pkg() -> PathBuf {
    www().join("pkg")
}

/// The Node project of the tests.
pub fn tests() -> PathBuf {
    root().join("tests")
}

/// The Node project that makes what is published.
pub fn package() -> PathBuf {
    root().join("package")
}
