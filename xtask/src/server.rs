//! A static file server for www, on this machine only.

use anyhow::{Context, Result};
use percent_encoding::percent_decode_str;
use std::fs::File;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

/// Enough for a browser's parallel requests, with some slow ones among them.
const THREADS: usize = 8;

/// How many ports are tried after a taken one.
const ATTEMPTS: u16 = 20;

/// Serves `root` from threads in the background until the program ends; returns the address. Port 0 is any free port.
pub fn start(root: &Path, port: u16) -> Result<SocketAddr> {
    let root = root.canonicalize().with_context(|| format!("there is no folder {}", root.display()))?;
    let listener = listen(port)?;
    let address = listener.local_addr()?;
    let server = Server::from_listener(listener, None).map_err(|error| anyhow::anyhow!(error))?;
    let shared = Arc::new((server, root));
    for _ in 0..THREADS {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            let (server, root) = &*shared;
            while let Ok(request) = server.recv() {
                // A reader who has left is no failure of ours.
                let _ = respond(root, request);
            }
        });
    }
    Ok(address)
}

/// Listens on the first free port from `port` on.
fn listen(port: u16) -> Result<TcpListener> {
    let last = port.saturating_add(if port == 0 { 0 } else { ATTEMPTS });
    for port in port..last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                println!("port {port} is taken")
            }
            other => return other.with_context(|| format!("could not listen on port {port}")),
        }
    }
    TcpListener::bind((Ipv4Addr::LOCALHOST, last)).with_context(|| format!("could not listen on port {last}"))
}

/// What a request finds.
#[derive(Debug, PartialEq)]
enum Found {
    File(PathBuf),
    /// A folder without its final slash: relative addresses in its index would go wrong.
    Folder(String),
    Nothing,
}

fn respond(root: &Path, request: Request) -> io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        let response = text(405, "only GET and HEAD").with_header(header("Allow", "GET, HEAD"));
        return request.respond(response);
    }
    match find(root, request.url()) {
        Found::File(path) => match File::open(&path) {
            Ok(file) => request.respond(
                Response::from_file(file)
                    .with_chunked_threshold(usize::MAX)
                    .with_header(header("Content-Type", media_type(&path)))
                    // Checked on every load, so that an edit shows; and unlike no-store it leaves the back/forward cache alone.
                    .with_header(header("Cache-Control", "no-cache")),
            ),
            Err(_) => request.respond(text(404, "not found")),
        },
        Found::Folder(address) => request.respond(text(301, "moved").with_header(header("Location", &address))),
        Found::Nothing => request.respond(text(404, "not found")),
    }
}

/// The file in `root` for the address of a request.
fn find(root: &Path, url: &str) -> Found {
    let (path, query) = url.split_once('?').map_or((url, ""), |(path, _)| (path, &url[path.len()..]));
    let Some(relative) = relative_path(path) else {
        return Found::Nothing;
    };
    // A symbolic link is followed only within the root.
    let Some(found) = root.join(relative).canonicalize().ok().filter(|found| found.starts_with(root)) else {
        return Found::Nothing;
    };
    if found.is_file() && !path.ends_with('/') {
        return Found::File(found);
    }
    if found.is_dir() && !path.ends_with('/') {
        return Found::Folder(format!("{path}/{query}"));
    }
    let index = found.join("index.html");
    if index.is_file() { Found::File(index) } else { Found::Nothing }
}

/// The decoded path below the root; none if any part of it is more than a plain name (`..`, hidden files, drives, and an
/// empty part, which could make a redirect lead to another host).
fn relative_path(path: &str) -> Option<PathBuf> {
    let path = path.strip_prefix('/')?;
    let decoded = percent_decode_str(path.strip_suffix('/').unwrap_or(path)).decode_utf8().ok()?;
    if decoded.is_empty() {
        return path.is_empty().then(PathBuf::new);
    }
    let plain = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '\0']);
    decoded.split('/').all(plain).then(|| decoded.split('/').collect())
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt" | "md" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn text(status: u16, body: &str) -> Response<io::Cursor<Vec<u8>>> {
    Response::from_string(body).with_status_code(StatusCode(status))
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("header names are constants, and values are ASCII: an address comes encoded")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn only_plain_names_below_the_root() {
        let path = |path| relative_path(path).map(|path| path.to_str().unwrap().to_owned());
        assert_eq!(path("/").as_deref(), Some(""));
        assert_eq!(path("/ko/").as_deref(), Some("ko"));
        assert_eq!(path("/a%20b/c.js").as_deref(), Some("a b/c.js"));
        for bad in [
            "",
            "a",
            "//",
            "//host",
            "/a//b",
            "/../a",
            "/%2e%2e/a",
            "/a/%2e%2e%2fb",
            "/a\\b",
            "/c:/a",
            "/.git",
            "/%00",
            "/%ff",
        ] {
            assert_eq!(path(bad), None, "{bad}");
        }
    }

    #[test]
    fn folders_redirect_and_show_their_index() {
        let root = std::env::temp_dir().join(format!("xtask-server-{}", std::process::id()));
        fs::create_dir_all(root.join("ko")).unwrap();
        fs::write(root.join("ko/index.html"), "").unwrap();
        let root = root.canonicalize().unwrap();
        assert_eq!(find(&root, "/ko?lang=ko"), Found::Folder("/ko/?lang=ko".into()));
        assert_eq!(find(&root, "/ko/?lang=ko"), Found::File(root.join("ko/index.html")));
        assert_eq!(find(&root, "/ko/index.html"), Found::File(root.join("ko/index.html")));
        assert_eq!(find(&root, "/ko/index.html/"), Found::Nothing);
        assert_eq!(find(&root, "/"), Found::Nothing);
        fs::remove_dir_all(root).unwrap();
    }
}
