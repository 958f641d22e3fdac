//! The host's pages keep the policy, and ask no other server for anything.

use super::markup::{self, Tag};
use super::{Fault, Source};
use crate::page_policy::POLICY;

/// Names, not addresses that are fetched.
const NAMESPACES: &str = "www.w3.org/";

/// Checks a page, a script or a style of the site.
pub fn check(source: &Source) -> Vec<Fault> {
    if !source.is_of_site() {
        return Vec::new();
    }
    if source.is_a(&[".html"]) {
        let tags = markup::tags(&source.text);
        let mut faults = inline_faults(source, &tags);
        faults.extend(policy_fault(source, &tags));
        faults.extend(foreign_tags(source, &tags));
        return faults;
    }
    if source.is_a(&[".js", ".mjs", ".css"]) { foreign_lines(source) } else { Vec::new() }
}

/// The policy must be there, word for word, before anything that it governs.
fn policy_fault(source: &Source, tags: &[Tag]) -> Option<Fault> {
    let Some(place) = tags.iter().position(is_policy) else {
        return Some(source.fault(0, "no meta tag with the Content-Security-Policy"));
    };
    let (before, rest) = tags.split_at(place);
    let tag = rest.first()?;
    let words: Vec<_> = tag.attribute("content")?.split_whitespace().collect();
    if words.join(" ") != POLICY {
        return Some(source.fault(tag.line, format!("the policy must be exactly: {POLICY}")));
    }
    let early = before.iter().find(|tag| ["script", "link", "img"].contains(&tag.name.as_str()))?;
    Some(source.fault(early.line, format!("<{}> stands before the policy", early.name)))
}

fn is_policy(tag: &Tag) -> bool {
    tag.name == "meta"
        && tag.attribute("content").is_some()
        && tag
            .attribute("http-equiv")
            .is_some_and(|name| name.eq_ignore_ascii_case("Content-Security-Policy"))
}

fn inline_faults(source: &Source, tags: &[Tag]) -> Vec<Fault> {
    let is_inline = |tag: &&Tag| {
        tag.name == "style" || (tag.name == "script" && tag.attribute("src").is_none())
    };
    let message = |tag: &Tag| format!("<{}> inside the page: put it in a file", tag.name);
    tags.iter().filter(is_inline).map(|tag| source.fault(tag.line, message(tag))).collect()
}

/// A link that a person may follow is no request; every other address in a tag is one.
fn foreign_tags(source: &Source, tags: &[Tag]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for tag in tags {
        for (name, value) in &tag.attributes {
            let is_link = tag.name == "a" && name == "href";
            if let Some(address) = foreign_address(value).filter(|_| !is_link) {
                faults.push(source.fault(tag.line, no_request(address)));
            }
        }
    }
    faults
}

fn foreign_lines(source: &Source) -> Vec<Fault> {
    let lines = source.text.lines().enumerate();
    lines
        .filter_map(|(index, line)| {
            foreign_address(line).map(|address| source.fault(index + 1, no_request(address)))
        })
        .collect()
}

fn no_request(address: &str) -> String {
    format!("{address}: nothing comes from another server")
}

/// The first full address of another server in a text.
fn foreign_address(text: &str) -> Option<&str> {
    ["http://", "https://"]
        .iter()
        .flat_map(|scheme| text.match_indices(*scheme).map(|(start, _)| (start, scheme.len())))
        .filter_map(|(start, length)| Some((text.get(start..)?, text.get(start + length..)?)))
        .filter(|(_, host)| host.starts_with(|letter: char| letter.is_alphanumeric()))
        .find(|(_, host)| !host.starts_with(NAMESPACES))
        .map(|(address, _)| {
            let end = address.find(|it: char| it.is_whitespace() || "\"'`)<>".contains(it));
            address.split_at(end.unwrap_or(address.len())).0
        })
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    fn page(policy: &str, rest: &str) -> Vec<Fault> {
        let meta = format!("<meta http-equiv=\"content-security-policy\" content=\"{policy}\">");
        check(&sample("www/a.html", &format!("<!doctype html>\n{meta}\n{rest}")))
    }

    #[test]
    fn a_page_carries_exactly_the_policy() {
        assert_eq!(page(POLICY, "<script src=\"a.js\" type=\"module\"></script>"), []);
        assert_eq!(page(&POLICY.replace("; ", ";\n  "), ""), []);
        assert_eq!(page("default-src 'self'", "").len(), 1);
        assert_eq!(check(&sample("www/a.html", "<p>")).len(), 1);
        assert_eq!(check(&sample("www/tests/a.html", "<p>")), []);
        let late = format!(
            "<link rel=icon><meta http-equiv=Content-Security-Policy content=\"{POLICY}\">"
        );
        assert_eq!(check(&sample("www/a.html", &late)).len(), 1);
    }

    #[test]
    fn scripts_and_styles_stand_in_files() {
        assert_eq!(page(POLICY, "<script>a()</script>")[0].line, 3);
        assert_eq!(page(POLICY, "<style>p{}</style>").len(), 1);
        assert_eq!(page(POLICY, "<script type=\"importmap\">{}</script>").len(), 1);
    }

    #[test]
    fn nothing_is_asked_of_other_servers() {
        let html = |text| page(POLICY, text).len();
        assert_eq!(html("<a href=\"https://example.ir/x\">https://example.ir</a>"), 0);
        assert_eq!(html("<img src=\"https://example.ir/x.png\">"), 1);
        assert_eq!(html("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"), 0);
        let script = |text| check(&sample("www/a.js", text)).len();
        assert_eq!(script("fetch('https://example.ir/x')"), 1);
        assert_eq!(script("const ns = 'http://www.w3.org/2000/svg';"), 0);
        assert_eq!(script("address.startsWith('https://')"), 0);
        assert_eq!(check(&sample("www/a.css", "p { background: url(http://a.ir/b) }")).len(), 1);
    }
}
