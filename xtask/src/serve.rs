//! A small static server for development and tests, with the headers a real one should send.

mod reply;

use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow, ensure};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::arguments::ServeOptions;
use crate::{build, workspace};
use reply::{Reply, Site};

/// Requests that can be answered at the same time.
const THREADS: usize = 8;

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

fn listen(site: Site, port: u16) -> Result<()> {
    let server = Server::http(("127.0.0.1", port))
        .map_err(|error| anyhow!("port {port}: {error}; choose another with --port"))?;
    println!("http://{}/", server.server_addr());
    let (server, site) = (Arc::new(server), Arc::new(site));
    let threads: Vec<_> = (0..THREADS)
        .map(|_| {
            let (server, site) = (Arc::clone(&server), Arc::clone(&site));
            thread::spawn(move || server.incoming_requests().for_each(|it| answer(&site, it)))
        })
        .collect();
    threads.into_iter().try_for_each(|thread| thread.join().map_err(|_| anyhow!("server broke")))
}

fn answer(site: &Site, request: Request) {
    let reply = match request.method() {
        Method::Get | Method::Head => site.reply(request.url()),
        _ => Reply::plain(405, "only GET and HEAD are answered here"),
    };
    let mut response = Response::from_data(reply.body).with_status_code(reply.status);
    for (name, value) in &reply.headers {
        if let Ok(header) = Header::from_bytes(name.as_bytes(), value.as_bytes()) {
            response.add_header(header);
        }
    }
    // A browser that went away is no fault of ours.
    request.respond(response).ok();
}
