//! The one policy of our own pages (DESIGN §4.17): in their `meta` tag and in the server's header.

/// The Content-Security-Policy.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; \
worker-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; \
require-trusted-types-for 'script'; trusted-types hamyar";

/// The policy as a header for a path of the site.
///
/// Who may frame a page can be said in a header only: anybody the embed page, nobody else the
/// desk, where a click changes figures.
pub fn header(path: &str) -> String {
    match path {
        "embed.html" => format!("{POLICY}; frame-ancestors *"),
        "desk.html" => format!("{POLICY}; frame-ancestors 'self'"),
        _ => POLICY.to_owned(),
    }
}
