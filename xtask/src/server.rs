//! A static file server for www, on this machine only.

use anyhow::{Context, Result};
use percent_encoding::percent_decode_str;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// Ports tried after a taken one.
const MAX_PORTS_TRIED: u16 = 20;

/// Bytes of a request before its body; a longer one ends the connection.
const MAX_HEAD_BYTES: u64 = 64 * 1024;

/// A connection that is silent for so long is closed.
const IDLE_TIMEOUT: Duration = Duration::from_secs(60);

/// Serves `root` from threads in the background until the program ends; returns the address. Port 0 is any free port.
pub fn start(root: &Path, port: u16) -> Result<SocketAddr> {
    let root = root.canonicalize().with_context(|| format!("there is no folder {}", root.display()))?;
    let listener = listen(port)?;
    let address = listener.local_addr()?;
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let root = root.clone();
            // A thread each: browsers open connections ahead of time, and one that is silent must keep nobody waiting.
            // A client that disconnects is no error.
            thread::spawn(move || handle(&root, stream).ok());
        }
    });
    Ok(address)
}

/// Listens on the first free port from `port` on.
fn listen(port: u16) -> Result<TcpListener> {
    let last = port.saturating_add(if port == 0 { 0 } else { MAX_PORTS_TRIED });
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

/// Answers the requests of a connection, one after the other.
fn handle(root: &Path, stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE_TIMEOUT))?;
    // Without Nagle's algorithm, which holds the last packet back until the client has acknowledged the one before.
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    while let Some(Request { method, url, last }) = Request::read(&mut reader)? {
        let readable = matches!(&method[..], "GET" | "HEAD");
        let answer = if readable {
            respond(root, &url)
        } else {
            Answer::text("405 Method Not Allowed", "only GET and HEAD").with("Allow", "GET, HEAD")
        };
        // The body of another method, if any, is not read: what follows it is no request.
        let last = last || !readable;
        (&stream).write_all(&answer.bytes(last, method == "HEAD"))?;
        if last {
            break;
        }
    }
    Ok(())
}

/// What matters of a request.
struct Request {
    method: String,
    url: String,
    /// Whether the connection ends with the answer.
    last: bool,
}

impl Request {
    /// The next request; none at the end of the connection, or if what comes is no request.
    fn read(reader: &mut impl BufRead) -> io::Result<Option<Self>> {
        let mut reader = reader.take(MAX_HEAD_BYTES);
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let mut words = line.split_ascii_whitespace().map(str::to_owned);
        let (Some(method), Some(url), Some(version)) = (words.next(), words.next(), words.next()) else {
            return Ok(None);
        };
        let mut last = version == "HTTP/1.0";
        loop {
            line.clear();
            if reader.read_line(&mut line)? == 0 {
                return Ok(None);
            }
            match line.trim_end().split_once(':') {
                Some((name, value)) => {
                    last |= name.eq_ignore_ascii_case("connection") && value.trim().eq_ignore_ascii_case("close");
                }
                None => return Ok(Some(Self { method, url, last })),
            }
        }
    }
}

/// An answer, with headers beside those of its length and connection.
struct Answer {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Answer {
    fn text(status: &'static str, body: &str) -> Self {
        let media_type = "text/plain; charset=utf-8".to_owned();
        Self { status, headers: vec![("Content-Type", media_type)], body: body.into() }
    }

    fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    fn bytes(&self, last: bool, head: bool) -> Vec<u8> {
        let connection = if last { "close" } else { "keep-alive" };
        let mut text =
            format!("HTTP/1.1 {}\r\nContent-Length: {}\r\nConnection: {connection}\r\n", self.status, self.body.len());
        for (name, value) in &self.headers {
            text += &format!("{name}: {value}\r\n");
        }
        text += "\r\n";
        let mut bytes = text.into_bytes();
        if !head {
            bytes.extend(&self.body);
        }
        bytes
    }
}

/// The answer to GET and HEAD.
fn respond(root: &Path, url: &str) -> Answer {
    match find(root, url) {
        Found::File(path) => match fs::read(&path) {
            Ok(body) => {
                Answer { status: "200 OK", headers: vec![("Content-Type", media_type(&path).to_owned())], body }
                    // Checked on every load, so that an edit shows; and unlike no-store it leaves the back/forward cache alone.
                    .with("Cache-Control", "no-cache")
            }
            Err(_) => Answer::text("404 Not Found", "not found"),
        },
        Found::Folder(address) => Answer::text("301 Moved Permanently", "moved").with("Location", &address),
        Found::Nothing => Answer::text("404 Not Found", "not found"),
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

#[cfg(test)]
mod tests {
    use super::*;

    /// All that a connection answers.
    fn exchange(address: SocketAddr, requests: &str) -> String {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(requests.as_bytes()).unwrap();
        let mut answers = String::new();
        stream.read_to_string(&mut answers).unwrap();
        answers
    }

    #[test]
    fn a_connection_carries_many_requests_and_silent_ones_keep_nobody_waiting() {
        let root = std::env::temp_dir().join(format!("xtask-server-answers-{}", std::process::id()));
        fs::create_dir_all(root.join("ko")).unwrap();
        fs::write(root.join("a.js"), "export {};").unwrap();
        let address = start(&root, 0).unwrap();
        let silent: Vec<_> = (0..32).map(|_| TcpStream::connect(address).unwrap()).collect();

        let answers = exchange(
            address,
            "GET /a.js HTTP/1.1\r\nHost: x\r\n\r\nHEAD /a.js HTTP/1.1\r\n\r\nGET /ko HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\nConnection: close\r\n\r\n",
        );
        assert_eq!(answers.matches("HTTP/1.1 200 OK\r\n").count(), 2, "{answers}");
        assert_eq!(answers.matches("Content-Type: text/javascript; charset=utf-8\r\n").count(), 2, "{answers}");
        assert_eq!(answers.matches("Content-Length: 10\r\n").count(), 2, "{answers}");
        assert_eq!(answers.matches("\r\n\r\nexport {};").count(), 1, "{answers}");
        assert!(
            answers.contains("HTTP/1.1 301 Moved Permanently\r\n") && answers.contains("Location: /ko/\r\n"),
            "{answers}"
        );
        assert!(answers.contains("HTTP/1.1 404 Not Found\r\n"), "{answers}");

        let refused = exchange(address, "POST /a.js HTTP/1.1\r\nContent-Length: 1\r\n\r\nx");
        assert!(refused.starts_with("HTTP/1.1 405 ") && refused.contains("Allow: GET, HEAD\r\n"), "{refused}");
        assert_eq!(exchange(address, "\r\n"), "");

        drop(silent);
        fs::remove_dir_all(root).unwrap();
    }

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
