//! A column: what its schema says and what a row writes into it, in one place.

use crate::export::json::{Fields, Json};
use crate::spec::Coded;

/// What the cells of a column hold.
enum Kind {
    Text,
    Whole,
    Number,
    /// A Gregorian day.
    Date,
    /// One of these codes.
    Word(&'static [&'static str]),
}

/// One column of a table whose rows are made of `T`.
pub(super) struct Column<T> {
    pub(super) name: &'static str,
    title: &'static str,
    pub(super) title_fa: &'static str,
    kind: Kind,
    required: bool,
    /// Resource and column that a cell names a row of; an empty resource is the table itself.
    refers: Option<(&'static str, &'static str)>,
    pub(super) cell: fn(&T) -> String,
}

impl<T> Column<T> {
    fn new(kind: Kind, [name, title, title_fa]: [&'static str; 3], cell: fn(&T) -> String) -> Self {
        Self { name, title, title_fa, kind, required: false, refers: None, cell }
    }

    /// Text; `names` are the heading and the titles in English and Persian.
    pub(super) fn text(names: [&'static str; 3], cell: fn(&T) -> String) -> Self {
        Self::new(Kind::Text, names, cell)
    }

    pub(super) fn whole(names: [&'static str; 3], cell: fn(&T) -> String) -> Self {
        Self::new(Kind::Whole, names, cell)
    }

    pub(super) fn number(names: [&'static str; 3], cell: fn(&T) -> String) -> Self {
        Self::new(Kind::Number, names, cell)
    }

    pub(super) fn date(names: [&'static str; 3], cell: fn(&T) -> String) -> Self {
        Self::new(Kind::Date, names, cell)
    }

    /// A code of the enumeration `W`.
    pub(super) fn word<W: Coded>(names: [&'static str; 3], cell: fn(&T) -> String) -> Self {
        Self::new(Kind::Word(W::CODES), names, cell)
    }

    /// The same column, in which no cell is empty.
    pub(super) fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same column, whose cells are ids of another table, or of this one if `resource` is empty.
    pub(super) fn refers(mut self, resource: &'static str) -> Self {
        self.refers = Some((resource, "id"));
        self
    }

    /// Whether equal cells may be written differently, as 10.10 and 10.1 are.
    pub(super) fn is_number(&self) -> bool {
        matches!(self.kind, Kind::Number)
    }

    /// The field of the table schema.
    pub(super) fn field(&self) -> Json {
        let kind = match self.kind {
            Kind::Text | Kind::Word(_) => "string",
            Kind::Whole => "integer",
            Kind::Number => "number",
            Kind::Date => "date",
        };
        let mut rules = Fields::default();
        if self.required {
            rules = rules.put("required", Json::Flag(true));
        }
        if let Kind::Word(codes) = self.kind {
            rules = rules.put("enum", Json::texts(codes));
        }
        let field = Fields::default()
            .said("name", self.name)
            .said("type", kind)
            .said("title", self.title)
            .said("title_fa", self.title_fa);
        if rules.is_empty() { field.done() } else { field.put("constraints", rules.done()).done() }
    }

    /// The foreign key of the table schema, for a column of ids.
    pub(super) fn foreign_key(&self) -> Option<Json> {
        let (resource, field) = self.refers?;
        let reference =
            Fields::default().put("resource", Json::text(resource)).said("fields", field);
        Some(Fields::default().said("fields", self.name).put("reference", reference.done()).done())
    }
}

/// The text of what may not be there.
pub(super) fn or_empty<V: ToString>(value: Option<V>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
