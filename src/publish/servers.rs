//! What the three common servers need to know; with none of it the pages work all the same.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::File;
use crate::render::svg_style;

/// Endings that old servers do not know, with their types.
const TYPES: [(&str, &str); 10] = [
    ("bin", "application/octet-stream"),
    ("css", "text/css"),
    ("csv", "text/csv; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("woff2", "font/woff2"),
];

/// A year: what lies in `assets/` has another name when it has other bytes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The addresses of what has another name when it has other bytes, wherever the site lies.
const HASHED: &str =
    r"/assets/(?:[^/]+\.[0-9a-f]{12}\.[a-z0-9]+|data\.[0-9a-f]{12}/package\.bin)(?:\.br|\.gz)?$";

/// The Content-Security-Policy of every page, in the page itself and in the settings of servers: nothing from elsewhere, no
/// script or style in the page, and of style sheets inside documents only that of our drawings.
pub(super) fn policy() -> String {
    let drawing = hash_of(svg_style());
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' {drawing}; \
         font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

/// A script or a style in a page, as a policy names it.
pub(super) fn hash_of(text: impl AsRef<str>) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_ref())))
}

/// Settings for IIS, Apache and nginx. What is published is for everybody: pages of other origins may draw with it, and frames in a
/// sandbox, which are of no origin, come alive.
pub(super) fn files() -> [File; 3] {
    let all = [("web.config", iis()), (".htaccess", apache()), ("nginx.conf", nginx())];
    all.map(|(path, text)| (path.to_owned(), text.into_bytes()))
}

/// Without the module for rewriting addresses, which not every server has: with it named, all pages would fail.
fn iis() -> String {
    let mut types = String::new();
    for (ending, kind) in TYPES {
        types.push_str(&format!(
            "      <remove fileExtension=\".{ending}\" />\n      <mimeMap fileExtension=\".{ending}\" mimeType=\"{kind}\" />\n"
        ));
    }
    format!(
        r#"<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <staticContent>
{types}    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="Content-Security-Policy" />
        <add name="Content-Security-Policy" value="{policy}" />
        <remove name="X-Content-Type-Options" />
        <add name="X-Content-Type-Options" value="nosniff" />
        <remove name="Access-Control-Allow-Origin" />
        <add name="Access-Control-Allow-Origin" value="*" />
      </customHeaders>
    </httpProtocol>
  </system.webServer>
  <location path="assets">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" cacheControlCustom="immutable" />
      </staticContent>
    </system.webServer>
  </location>
</configuration>
"#,
        policy = policy()
    )
}

/// Each part only where the server has its module. A compressed file is sent as what it holds, in its coding, which the
/// modules that compress by themselves heed; `br` is not the Breton language here.
fn apache() -> String {
    let mut types = String::new();
    let mut served = String::new();
    for (ending, kind) in TYPES {
        types.push_str(&format!("  AddType \"{kind}\" .{ending}\n"));
        for (copy, coding) in [("br", "br"), ("gz", "gzip")] {
            served.push_str(&format!(
                "    <FilesMatch \"\\.{ending}\\.{copy}$\">\n      RemoveLanguage .br\n      RemoveType .gz\n      \
                 ForceType \"{kind}\"\n      AddEncoding {coding} .{copy}\n      Header merge Vary Accept-Encoding\n    \
                 </FilesMatch>\n"
            ));
        }
    }
    let endings: Vec<&str> = TYPES.iter().map(|(ending, _)| *ending).collect();
    let endings = endings.join("|");
    let mut chosen = String::new();
    for (copy, coding) in [("br", "br"), ("gz", "gzip")] {
        chosen.push_str(&format!(
            "    RewriteCond %{{HTTP:Accept-Encoding}} \\b{coding}\\b\n    RewriteCond %{{REQUEST_FILENAME}}.{copy} -s\n    \
             RewriteRule ^(.+\\.(?:{endings}))$ $1.{copy} [QSA,L]\n"
        ));
    }
    // The address of a compressed file is asked for once more, and what would compress it again is told so there.
    let again = "    RewriteRule \\.(?:br|gz)$ - [E=no-gzip:1,E=no-brotli:1]\n";
    format!(
        "<IfModule mod_mime.c>\n{types}</IfModule>\n\
         <IfModule mod_headers.c>\n  Header set Content-Security-Policy \"{policy}\"\n  Header set X-Content-Type-Options nosniff\n  \
         Header set Access-Control-Allow-Origin \"*\"\n  \
         <IfModule mod_setenvif.c>\n    SetEnvIf Request_URI \"{HASHED}\" HAMYAR_ASSET\n    \
         Header set Cache-Control \"{FOR_EVER}\" env=HAMYAR_ASSET\n  </IfModule>\n  \
         <IfModule mod_mime.c>\n  <IfModule mod_rewrite.c>\n    RewriteEngine On\n{again}{chosen}{served}  </IfModule>\n  </IfModule>\n</IfModule>\n",
        policy = policy()
    )
}

/// To be included inside the `location` that serves the folder.
fn nginx() -> String {
    let mut types = String::new();
    for (ending, kind) in TYPES {
        let kind = kind.split(';').next().unwrap_or(kind);
        types.push_str(&format!("  {kind} {ending};\n"));
    }
    format!(
        "# location /charts/ {{ alias /srv/charts/; include /srv/charts/nginx.conf; }}\n\
         types {{\n{types}}}\n\
         default_type application/octet-stream;\n\
         charset utf-8;\n\
         charset_types text/css text/csv text/plain text/javascript application/json image/svg+xml;\n\
         gzip_static on;\n\
         index index.html;\n\
         add_header Content-Security-Policy \"{}\" always;\n\
         add_header X-Content-Type-Options nosniff always;\n\
         add_header Access-Control-Allow-Origin \"*\";\n\
         add_header Vary Accept-Encoding;\n\
         set $hamyar_kept \"\";\n\
         if ($uri ~ \"{HASHED}\") {{ set $hamyar_kept \"{FOR_EVER}\"; }}\n\
         add_header Cache-Control $hamyar_kept;\n",
        policy()
    )
}
