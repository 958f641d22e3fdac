//! Well-formed markup, XML and HTML alike: elements, attributes, escaping, lengths. Nothing about charts.

use crate::chart::Ink;
use crate::render::palette::hex;

/// Writes a document.
pub(crate) struct Writer {
    out: String,
    dark: bool,
}

impl Writer {
    pub(crate) const fn new(dark: bool) -> Self {
        Self { out: String::new(), dark }
    }

    pub(crate) fn color(&self, ink: Ink) -> &'static str {
        hex(ink, self.dark)
    }

    /// `<name`, to be followed by attributes and [`Writer::end`] or [`Writer::end_empty`].
    pub(crate) fn begin(&mut self, name: &str) {
        self.out.push('<');
        self.out.push_str(name);
    }

    /// ` name="value"`
    pub(crate) fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape(&mut self.out, value);
        self.out.push('"');
    }

    /// ` name="1.125"`
    pub(crate) fn length(&mut self, name: &str, eighths: i32) {
        self.attribute(name, &number(eighths));
    }

    /// `>`
    pub(crate) fn end(&mut self) {
        self.out.push('>');
    }

    /// `/>`
    pub(crate) fn end_empty(&mut self) {
        self.out.push_str("/>\n");
    }

    /// Text between two tags.
    pub(crate) fn text(&mut self, text: &str) {
        escape(&mut self.out, text);
    }

    /// `</name>`
    pub(crate) fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }

    /// `<name>text</name>`
    pub(crate) fn element(&mut self, name: &str, text: &str) {
        self.begin(name);
        self.end();
        self.text(text);
        self.close(name);
    }

    /// `<name first="value" …>`; what has no value is left out.
    pub(crate) fn open<const N: usize>(&mut self, name: &str, attributes: [(&str, &str); N]) {
        self.begin(name);
        for (name, value) in attributes {
            if !value.is_empty() {
                self.attribute(name, value);
            }
        }
        self.end();
    }

    /// `<name first="value" …>text</name>`
    pub(crate) fn leaf<const N: usize>(
        &mut self,
        name: &str,
        attributes: [(&str, &str); N],
        text: &str,
    ) {
        self.open(name, attributes);
        self.text(text);
        self.close(name);
    }

    /// A style sheet of our own making; it holds nothing from the data.
    pub(crate) fn style(&mut self, sheet: &str) {
        self.element("style", sheet);
    }

    /// Markup that was written already.
    #[cfg(all(not(target_arch = "wasm32"), feature = "complete"))]
    pub(crate) fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// What was written.
    pub(crate) fn finish(self) -> String {
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
pub(crate) fn number(eighths: i32) -> String {
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
