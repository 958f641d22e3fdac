//! A small static server for development and tests, with the headers a real one should send.

mod reply;

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use crate::arguments::ServeOptions;
use crate::{build, workspace};
use reply::{Reply, Site};

/// Bytes of a request's head that are read; browsers send about one thousand.
const HEAD_BYTES: usize = 16 << 10;
/// How long a connection may say nothing.
const PATIENCE: Duration = Duration::from_secs(20);

/// Builds the site unless told not to, and serves it until the program is ended.
///
/// # Errors
/// When the build fails, there is nothing to serve, or the port is taken.
pub fn run(options: &ServeOptions) -> Result<()> {
    if options.build && options.root.is_none() {
        build::run()?;
    }
    let site = Site {
        root: options.root.clone().unwrap_or_else(workspace::site),
        tests: options.root.is_none().then(|| workspace::www().join("tests")),
    };
    ensure!(site.root.is_dir(), "nothing to serve: {} is missing", site.root.display());
    listen(site, options.port)
}

/// One short-lived thread for each connection and one request for each connection: a burst of a
/// browser never waits for a connection that another page keeps open.
fn listen(site: Site, port: u16) -> Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", port))
        .with_context(|| format!("port {port}; choose another with --port"))?;
    println!("http://{}/", listener.local_addr()?);
    let site = Arc::new(site);
    for stream in listener.incoming() {
        let (Ok(stream), site) = (stream, Arc::clone(&site)) else { continue };
        // A browser that went away is no fault of ours.
        thread::spawn(move || answer(&site, stream).ok());
    }
    Ok(())
}

fn answer(site: &Site, mut stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let Some((method, target)) = request(&mut stream)? else { return Ok(()) };
    let mut reply = match method.as_str() {
        "GET" | "HEAD" => site.reply(&target),
        _ => Reply::plain(405, "only GET and HEAD are answered here"),
    };
    let length = reply.body.len();
    if method == "HEAD" {
        reply.body.clear();
    }
    stream.write_all(head(&reply, length).as_bytes())?;
    stream.write_all(&reply.body)
}

/// Method and target of a request; `None` for what is none.
fn request(stream: &mut impl Read) -> io::Result<Option<(String, String)>> {
    let mut bytes = Vec::new();
    let mut part = [0; 2048];
    while bytes.len() < HEAD_BYTES {
        let count = stream.read(&mut part)?;
        bytes.extend(part.iter().take(count));
        let mut headers = [httparse::EMPTY_HEADER; 64];
        let mut request = httparse::Request::new(&mut headers);
        match request.parse(&bytes) {
            Ok(httparse::Status::Partial) if count > 0 => {}
            Ok(httparse::Status::Complete(_)) => {
                let line = request.method.zip(request.path);
                return Ok(line.map(|(method, path)| (method.to_owned(), path.to_owned())));
            }
            _ => break,
        }
    }
    Ok(None)
}

fn head(reply: &Reply, length: usize) -> String {
    let mut head = format!("HTTP/1.1 {} \r\nContent-Length: {length}\r\n", reply.status);
    for (name, value) in &reply.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("Connection: close\r\n\r\n");
    head
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &str) -> Option<(String, String)> {
        request(&mut text.as_bytes()).unwrap()
    }

    #[test]
    fn reads_the_first_line_of_a_whole_request() {
        let line = Some(("GET".to_owned(), "/s4.html?lang=en".to_owned()));
        assert_eq!(asked("GET /s4.html?lang=en HTTP/1.1\r\nHost: localhost\r\n\r\n"), line);
        for broken in
            ["", "GET /", "GET / HTTP/1.1\r\nHost: x\r\n", "\u{16}\u{3}\u{1}", "GET  /\r\n\r\n"]
        {
            assert_eq!(asked(broken), None, "{broken:?}");
        }
    }

    #[test]
    fn a_head_that_never_ends_is_left() {
        let long = format!("GET / HTTP/1.1\r\nA: {}\r\n\r\n", "b".repeat(2 * HEAD_BYTES));
        assert_eq!(asked(&long), None);
    }

    #[test]
    fn tells_the_length_and_closes() {
        let text = head(&Reply::plain(404, "not found"), 14);
        assert!(text.starts_with("HTTP/1.1 404 \r\nContent-Length: 14\r\n"), "{text}");
        assert!(text.ends_with("Connection: close\r\n\r\n"), "{text}");
    }
}
