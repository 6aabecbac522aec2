//! `cargo xtask serve`: from a fresh clone to the page.

use crate::{project, server, tools, wasm, watch};
use anyhow::Result;
use std::thread;

/// Builds, serves, and rebuilds until interrupted.
pub fn serve(port: u16, watch: bool, open: bool) -> Result<()> {
    wasm::build(false)?;
    let address = format!("http://{}/", server::start(&project::www(), port)?);
    println!("\n  {address}\n");
    if open {
        open_browser(&address);
    }
    if watch {
        watch::rebuild_on_change()
    }
    loop {
        thread::park();
    }
}

/// A convenience: whoever has no browser here still has the address.
fn open_browser(address: &str) {
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let _ = tools::command(opener).arg(address).spawn();
}
