//! Header and footer are the same on every page: pages are plain HTML, so nothing but this keeps
//! eleven copies from drifting apart.

use super::{Fault, Source};

/// Pages without header and footer: a chart inside a frame.
const BARE: [&str; 1] = ["www/embed.html"];

/// Compares header and footer of every page with those of the overview.
pub fn check(sources: &[Source]) -> Vec<Fault> {
    let is_page = |source: &&Source| {
        source.is_of_site() && source.is_a(&[".html"]) && !BARE.contains(&source.path.as_str())
    };
    let Some(model) = sources.iter().find(|source| source.path == "www/index.html") else {
        return Vec::new();
    };
    let mut faults = Vec::new();
    for page in sources.iter().filter(is_page) {
        for part in ["header", "footer"] {
            if section(&page.text, part) != section(&model.text, part) {
                let message = format!("its {part} is not that of www/index.html");
                faults.push(page.fault(0, message));
            }
        }
    }
    faults
}

/// The first element of a name, with its content.
fn section<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let start = text.find(&format!("<{name} class=\"site-"))?;
    let rest = text.get(start..)?;
    let end = rest.find(&format!("</{name}>"))?;
    rest.get(..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(path: &str, header: &str) -> Source {
        let text = format!(
            "<header class=\"site-header\">{header}</header><footer class=\"site-footer\"></footer>"
        );
        Source { path: path.to_owned(), text }
    }

    #[test]
    fn a_page_with_another_header_is_named() {
        let same = [page("www/index.html", "a"), page("www/s0.html", "a")];
        assert_eq!(check(&same), []);
        let other = [page("www/index.html", "a"), page("www/s0.html", "b")];
        assert_eq!(check(&other).len(), 1);
    }
}
