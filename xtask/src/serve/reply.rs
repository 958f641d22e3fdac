//! From a request's path to a reply, without a network.

use std::path::{Component, Path, PathBuf};

use percent_encoding::percent_decode_str;

use crate::page_policy;

/// Pages of a foreign host, for tests of embedding, stand under this path.
const TESTS: &str = "tests/";

/// What is served.
pub struct Site {
    /// The folder served at `/`.
    pub root: PathBuf,
    /// The folder served at `/tests/`, as if it were somebody else's site: without our policy,
    /// and with the headers of the file `<page>.headers` beside a page.
    pub tests: Option<PathBuf>,
}

/// A whole answer.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    /// A short message as plain text.
    pub fn plain(status: u16, message: &str) -> Self {
        let headers = common_headers("text/plain; charset=utf-8");
        Self { status, headers, body: format!("{status} {message}\n").into_bytes() }
    }

    fn file(path: &Path, body: Vec<u8>) -> Self {
        Self { status: 200, headers: common_headers(media_type(path)), body }
    }

    fn add_header(&mut self, name: &str, value: &str) {
        self.headers.push((name.trim().to_owned(), value.trim().to_owned()));
    }
}

impl Site {
    /// Answers a GET for a request target such as `/s4.html?lang=en`.
    pub fn reply(&self, target: &str) -> Reply {
        let Some(path) = relative_path(target) else {
            return Reply::plain(400, "a path that leaves the site is refused");
        };
        match (&self.tests, path.strip_prefix(TESTS)) {
            (Some(folder), Some(page)) => foreign_page(folder, page),
            _ => self.own_file(&path),
        }
    }

    fn own_file(&self, path: &str) -> Reply {
        let Some((file, body)) = read_inside(&self.root, path) else { return not_found() };
        let mut reply = Reply::file(&file, body);
        // Scripts carry it too: a worker obeys the policy of its own response.
        reply.add_header("Content-Security-Policy", &page_policy::header(path));
        reply
    }
}

fn foreign_page(folder: &Path, page: &str) -> Reply {
    let Some((file, body)) = read_inside(folder, page) else { return not_found() };
    let mut reply = Reply::file(&file, body);
    let extra = std::fs::read_to_string(folder.join(format!("{page}.headers")));
    for (name, value) in extra.iter().flat_map(|text| text.lines()).filter_map(header_line) {
        reply.add_header(name, value);
    }
    reply
}

fn header_line(line: &str) -> Option<(&str, &str)> {
    line.split_once(':').filter(|(name, _)| !name.trim().is_empty())
}

fn not_found() -> Reply {
    Reply::plain(404, "not found")
}

/// The path inside the site; `None` when it is malformed or tries to leave.
fn relative_path(target: &str) -> Option<String> {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let decoded = percent_decode_str(path.strip_prefix('/')?).decode_utf8().ok()?;
    let safe = !decoded.contains(['\\', '\0'])
        && Path::new(decoded.as_ref()).components().all(|it| matches!(it, Component::Normal(_)));
    let page = if decoded.is_empty() || decoded.ends_with('/') { "index.html" } else { "" };
    safe.then(|| format!("{decoded}{page}"))
}

/// Reads a file, unless a symbolic link leads out of the folder.
fn read_inside(folder: &Path, path: &str) -> Option<(PathBuf, Vec<u8>)> {
    let file = folder.join(path).canonicalize().ok()?;
    let inside = file.starts_with(folder.canonicalize().ok()?);
    let body = if inside { std::fs::read(&file).ok()? } else { return None };
    Some((file, body))
}

/// Headers of every reply. All that is served is public and the same for everybody, so any page,
/// also one in a sandboxed frame, may read it.
fn common_headers(media_type: &str) -> Vec<(String, String)> {
    [
        ("Content-Type", media_type),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "cross-origin"),
        ("Access-Control-Allow-Origin", "*"),
        ("Cache-Control", "no-cache"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into()
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|kind| kind.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files;

    fn site() -> (tempfile::TempDir, Site) {
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path);
        for page in ["site/index.html", "site/embed.html", "site/desk.html", "site/a b.csv"] {
            files::write(&at(page), page).unwrap();
        }
        files::write(&at("secret.txt"), "secret").unwrap();
        files::write(&at("tests/host.html"), "host").unwrap();
        files::write(&at("tests/strict.html"), "strict").unwrap();
        let policy = "Content-Security-Policy: default-src 'none'\n";
        files::write(&at("tests/strict.html.headers"), policy).unwrap();
        let site = Site { root: at("site"), tests: Some(at("tests")) };
        (folder, site)
    }

    fn header<'a>(reply: &'a Reply, name: &str) -> Option<&'a str> {
        reply.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    #[test]
    fn serves_files_with_type_and_policy() {
        let (_folder, site) = site();
        let page = site.reply("/?lang=en");
        assert_eq!((page.status, page.body.as_slice()), (200, b"site/index.html".as_slice()));
        assert_eq!(header(&page, "Content-Type"), Some("text/html; charset=utf-8"));
        assert_eq!(header(&page, "Content-Security-Policy"), Some(page_policy::POLICY));
        let table = site.reply("/a%20b.csv");
        assert_eq!(header(&table, "Content-Type"), Some("text/csv; charset=utf-8"));
        assert_eq!(header(&table, "Access-Control-Allow-Origin"), Some("*"));
        assert_eq!(site.reply("/missing.html").status, 404);
    }

    #[test]
    fn says_who_may_frame_a_page() {
        let (_folder, site) = site();
        let policy =
            |path| header(&site.reply(path), "Content-Security-Policy").unwrap().to_owned();
        assert!(policy("/embed.html?view=s4").ends_with("; frame-ancestors *"));
        assert!(policy("/desk.html").ends_with("; frame-ancestors 'self'"));
    }

    #[test]
    fn refuses_to_leave_the_site() {
        let (_folder, site) = site();
        for target in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/tests/../secret.txt",
            "/..\\secret.txt",
            "//etc/passwd",
            "/%00",
            "/%ff",
            "secret.txt",
        ] {
            let reply = site.reply(target);
            assert!(matches!(reply.status, 400 | 404), "{target}: {reply:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn does_not_follow_a_link_out_of_the_site() {
        let (folder, site) = site();
        let link = site.root.join("link.txt");
        std::os::unix::fs::symlink(folder.path().join("secret.txt"), link).unwrap();
        assert_eq!(site.reply("/link.txt").status, 404);
    }

    #[test]
    fn foreign_pages_have_the_headers_beside_them_only() {
        let (_folder, site) = site();
        let plain = site.reply("/tests/host.html");
        assert_eq!((plain.status, header(&plain, "Content-Security-Policy")), (200, None));
        let strict = site.reply("/tests/strict.html?x=1");
        assert_eq!(header(&strict, "Content-Security-Policy"), Some("default-src 'none'"));
    }
}
