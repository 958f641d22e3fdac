//! Well-formed text: elements, attributes, escaping, lengths. Nothing about charts.

use crate::chart::Ink;
use crate::render::palette::hex;

/// Writes a document.
pub(super) struct Writer {
    out: String,
    dark: bool,
}

impl Writer {
    pub(super) const fn new(dark: bool) -> Self {
        Self { out: String::new(), dark }
    }

    pub(super) const fn is_dark(&self) -> bool {
        self.dark
    }

    pub(super) fn color(&self, ink: Ink) -> &'static str {
        hex(ink, self.dark)
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            escape(&mut self.out, value);
            self.out.push('"');
        }
    }

    /// `<name …>`
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.out.push('>');
    }

    /// `</name>`
    pub(super) fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }

    /// `<name …/>`
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.out.push_str("/>\n");
    }

    /// `<name …>text</name>`
    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        escape(&mut self.out, text);
        self.close(name);
    }

    /// A style sheet of our own making; it holds nothing from the data.
    pub(super) fn style(&mut self, sheet: &str) {
        self.element("style", &[], sheet);
    }

    pub(super) fn finish(mut self) -> String {
        self.out.push_str("</svg>\n");
        self.out
    }
}

/// Text in place of markup; characters that XML cannot hold are dropped.
fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1F}' | '\u{7F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            other => out.push(other),
        }
    }
}

/// Eighths as a decimal with at most three digits: `-1.125`.
pub(super) fn number(eighths: i32) -> String {
    let size = eighths.unsigned_abs();
    let sign = if eighths < 0 { "-" } else { "" };
    let fraction = match size % 8 {
        0 => "",
        1 => ".125",
        2 => ".25",
        3 => ".375",
        4 => ".5",
        5 => ".625",
        6 => ".75",
        _ => ".875",
    };
    format!("{sign}{}{fraction}", size / 8)
}
