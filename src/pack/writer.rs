//! Bytes out.

use crate::list::Gather;
use litemap::LiteMap;

use super::column;

/// One column.
#[derive(Default)]
struct Column {
    numbers: Vec<u8>,
    text: Vec<u8>,
    known: LiteMap<String, usize>,
    last_text: String,
    last_place: i64,
    last_step: i64,
}

/// Writes to one column after the other.
pub(super) struct Writer {
    columns: Vec<Column>,
    at: usize,
}

impl Default for Writer {
    fn default() -> Self {
        let columns = (0..column::COUNT).map(|_| Column::default()).gather();
        Self { columns, at: column::COMMON }
    }
}

impl Writer {
    /// Goes to a column; gives the one it was at.
    pub(super) fn go(&mut self, column: usize) -> usize {
        std::mem::replace(&mut self.at, column)
    }

    /// Goes to the column behind, to write one thing there.
    pub(super) fn beside(&mut self, write: impl FnOnce(&mut Self)) {
        self.at += 1;
        write(self);
        self.at -= 1;
    }

    fn with(&mut self, act: impl FnOnce(&mut Column)) {
        if let Some(column) = self.columns.get_mut(self.at) {
            act(column);
        }
    }

    /// A number that is not negative, seven bits a byte, the lowest first.
    pub(super) fn number(&mut self, number: u128) {
        self.with(|column| push(&mut column.numbers, number));
    }

    /// A number of either sign.
    pub(super) fn signed(&mut self, number: i128) {
        self.number(zigzag(number));
    }

    /// A number by its distance to the one before in this column.
    pub(super) fn step(&mut self, number: i64) {
        self.with(|column| {
            let step = number - std::mem::replace(&mut column.last_step, number);
            push(&mut column.numbers, zigzag(step.into()));
        });
    }

    /// A text: where it stood in this column before, or what it does not share with the new text
    /// before it.
    pub(super) fn text(&mut self, text: &str) {
        self.with(|column| column.text(text));
    }

    /// The columns, one after the other, with their lengths before them.
    pub(super) fn finish(self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for column in &self.columns {
            push(&mut bytes, column.numbers.len() as u128);
            push(&mut bytes, column.text.len() as u128);
        }
        for column in &self.columns {
            bytes.extend_from_slice(&column.numbers);
            bytes.extend_from_slice(&column.text);
        }
        bytes
    }
}

impl Column {
    fn text(&mut self, text: &str) {
        if let Some(place) = self.known.get(text) {
            let place = *place as i64;
            let step = place - std::mem::replace(&mut self.last_place, place);
            push(&mut self.numbers, zigzag(step.into()) + 1);
            return;
        }
        let shared = shared(&self.last_text, text);
        push(&mut self.numbers, 0);
        push(&mut self.numbers, shared as u128);
        push(&mut self.numbers, (text.len() - shared) as u128);
        self.text.extend(text.bytes().skip(shared));
        self.last_place = self.known.len() as i64;
        self.known.insert(text.to_owned(), self.known.len());
        text.clone_into(&mut self.last_text);
    }
}

/// How many bytes two texts begin with alike, up to a whole character.
fn shared(one: &str, other: &str) -> usize {
    let pairs = one.chars().zip(other.chars());
    pairs.take_while(|(left, right)| left == right).map(|(left, _)| left.len_utf8()).sum()
}

const fn zigzag(number: i128) -> u128 {
    ((number << 1) ^ (number >> 127)) as u128
}

fn push(bytes: &mut Vec<u8>, mut number: u128) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}
