//! The tags of an HTML page: as much of a parser as checking our own pages needs.

/// An opening tag.
#[derive(Debug)]
pub struct Tag {
    /// From 1.
    pub line: usize,
    /// In lower case.
    pub name: String,
    /// In the order they stand; a name without a value has an empty one.
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// All opening tags outside comments.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        let line = line_of(html, after);
        rest = match after.strip_prefix("!--") {
            Some(comment) => comment.split_once("-->").map_or("", |(_, behind)| behind),
            None => after,
        };
        if after.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            let (tag, behind) = read_tag(after, line);
            found.push(tag);
            rest = behind;
        }
    }
    found
}

fn line_of(html: &str, rest: &str) -> usize {
    let before = html.len() - rest.len();
    html.bytes().take(before).filter(|byte| *byte == b'\n').count() + 1
}

/// Reads a tag behind its `<`; returns what follows its `>` too.
fn read_tag(text: &str, line: usize) -> (Tag, &str) {
    let (name, mut rest) = split_at_first(text, |letter| letter.is_whitespace() || letter == '>');
    let mut tag = Tag { line, name: name.to_lowercase(), attributes: Vec::new() };
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '/');
        if rest.is_empty() {
            return (tag, rest);
        }
        if let Some(behind) = rest.strip_prefix('>') {
            return (tag, behind);
        }
        let (key, value, behind) = read_attribute(rest);
        tag.attributes.push((key.to_lowercase(), value.to_owned()));
        rest = behind;
    }
}

fn read_attribute(text: &str) -> (&str, &str, &str) {
    let ends = |letter: char| letter.is_whitespace() || letter == '=' || letter == '>';
    let (key, rest) = split_at_first(text, ends);
    let Some(value) = rest.trim_start().strip_prefix('=') else { return (key, "", rest) };
    let value = value.trim_start();
    for mark in ['"', '\''] {
        if let Some(inside) = value.strip_prefix(mark) {
            let (inside, behind) = inside.split_once(mark).unwrap_or((inside, ""));
            return (key, inside, behind);
        }
    }
    let (value, behind) = split_at_first(value, |letter| letter.is_whitespace() || letter == '>');
    (key, value, behind)
}

fn split_at_first(text: &str, test: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(test).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_tags_with_lines_and_attributes() {
        let html = "<!doctype html>\n<html lang=fa dir='rtl' data-ready>\n<!-- <p id=x> -->\n<IMG\n alt=\"a > b\" src = \"x.svg\"/>a < b</html>";
        let tags = tags(html);
        let names: Vec<_> = tags.iter().map(|tag| (tag.line, tag.name.as_str())).collect();
        assert_eq!(names, [(2, "html"), (4, "img")]);
        assert_eq!(tags[0].attribute("dir"), Some("rtl"));
        assert_eq!(tags[0].attribute("data-ready"), Some(""));
        assert_eq!(tags[1].attribute("alt"), Some("a > b"));
        assert_eq!(tags[1].attribute("src"), Some("x.svg"));
    }

    #[test]
    fn ends_on_broken_markup() {
        for html in ["<", "<p", "<p a", "<p a=", "<p a=\"", "<!--", "<p =>", "<p ==\"x\">"] {
            tags(html);
        }
    }
}
