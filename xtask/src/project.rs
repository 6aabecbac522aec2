//! The folders of the repository.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The root of the repository. Cargo says where xtask lies when it runs it: a program that was built in another checkout and
/// came with its target folder works on this one.
pub fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let xtask = std::env::var_os("CARGO_MANIFEST_DIR").expect("xtask is run by cargo");
        PathBuf::from(xtask).parent().expect("xtask lies inside the repository").to_owned()
    });
    &ROOT
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
