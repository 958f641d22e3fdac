//! JSON as text, with numbers digit by digit: no figure passes through a float.

/// A value of JSON.
pub(super) enum Json {
    Null,
    Flag(bool),
    /// The digits of a number, as JSON writes them.
    Number(String),
    Text(String),
    List(Vec<Self>),
    /// Names and values in this order.
    Object(Vec<(String, Self)>),
}

impl Json {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A number that prints itself in plain digits, such as a decimal.
    pub(super) fn number(number: impl ToString) -> Self {
        Self::Number(number.to_string())
    }

    pub(super) fn texts<T: ToString>(texts: impl IntoIterator<Item = T>) -> Self {
        Self::List(texts.into_iter().map(|text| Self::Text(text.to_string())).collect())
    }

    /// A list on one line where all of it is short and plain, else an item a line.
    pub(super) fn print(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out.push('\n');
        out
    }

    fn write(&self, out: &mut String, depth: usize) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Self::Number(digits) => out.push_str(digits),
            Self::Text(text) => push_text(out, text),
            Self::List(items) => {
                let items = items.iter().map(|item| (None, item));
                write_items(out, depth, ['[', ']'], items.collect());
            }
            Self::Object(fields) => {
                let fields = fields.iter().map(|(name, value)| (Some(name.as_str()), value));
                write_items(out, depth, ['{', '}'], fields.collect());
            }
        }
    }

    const fn is_plain(&self) -> bool {
        !matches!(self, Self::List(_) | Self::Object(_))
    }
}

/// Fields put together one after the other; those that say nothing are left out.
#[derive(Default)]
pub(super) struct Fields(Vec<(String, Json)>);

impl Fields {
    pub(super) fn put(mut self, name: &str, value: Json) -> Self {
        self.0.push((name.to_owned(), value));
        self
    }

    /// Puts a text unless it is empty.
    pub(super) fn said(self, name: &str, text: &str) -> Self {
        if text.is_empty() { self } else { self.put(name, Json::text(text)) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn done(self) -> Json {
        Json::Object(self.0)
    }
}

/// Writes an object of texts on one line.
pub(super) fn push_object<'a>(out: &mut String, fields: impl Iterator<Item = (&'a str, &'a str)>) {
    let mut before = '{';
    for (name, text) in fields {
        out.push(before);
        push_text(out, name);
        out.push_str(": ");
        push_text(out, text);
        before = ',';
    }
    out.push('}');
}

fn write_items(
    out: &mut String,
    depth: usize,
    [open, close]: [char; 2],
    items: Vec<(Option<&str>, &Json)>,
) {
    // Long lists of plain values, such as the cells of a cube, would fill a line each.
    let on_one_line = items.iter().all(|(name, item)| name.is_none() && item.is_plain());
    out.push(open);
    for (place, (name, item)) in items.iter().enumerate() {
        match (place, on_one_line) {
            (0, true) => {}
            (_, true) => out.push_str(", "),
            (0, false) => new_line(out, depth + 1),
            (_, false) => {
                out.push(',');
                new_line(out, depth + 1);
            }
        }
        if let Some(name) = name {
            push_text(out, name);
            out.push_str(": ");
        }
        item.write(out, depth + 1);
    }
    if !on_one_line {
        new_line(out, depth);
    }
    out.push(close);
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    (0..depth).for_each(|_| out.push(' '));
}

fn push_text(out: &mut String, text: &str) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            // Marks of direction would turn what an editor shows of the file around.
            '\0'..='\u{1F}'
            | '\u{7F}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}' => out.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ => out.push(letter),
        }
    }
    out.push('"');
}
