//! Bytes in. Whatever the bytes are, nothing panics, nothing loops for long, and memory stays within
//! [`BUDGET`].

use super::column;

/// Bytes of text that a file may unfold to. The open data needs 2 MB.
const BUDGET: usize = 64 << 20;

/// What is left of one column.
#[derive(Default)]
struct Column<'a> {
    numbers: &'a [u8],
    text: &'a [u8],
    known: Vec<String>,
    last_place: i64,
    last_step: i64,
}

/// Reads from one column after the other.
pub(super) struct Reader<'a> {
    columns: Vec<Column<'a>>,
    at: usize,
    budget: usize,
    is_sound: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut reader =
            Self { columns: Vec::new(), at: column::COMMON, budget: BUDGET, is_sound: true };
        let mut lengths = Column { numbers: bytes, ..Column::default() };
        let mut sizes = Vec::new();
        for _ in 0..2 * column::COUNT {
            sizes.push(lengths.number());
        }
        let mut rest = lengths.numbers;
        for pair in sizes.chunks_exact(2) {
            let mut column = Column::default();
            if let [numbers, text] = pair {
                column.numbers = reader.cut(&mut rest, *numbers);
                column.text = reader.cut(&mut rest, *text);
            }
            reader.columns.push(column);
        }
        reader
    }

    fn cut(&mut self, rest: &mut &'a [u8], length: Option<u128>) -> &'a [u8] {
        let length = length.and_then(|length| usize::try_from(length).ok());
        let parts = length.and_then(|length| rest.split_at_checked(length));
        let Some((part, after)) = parts else {
            self.is_sound = false;
            return &[];
        };
        *rest = after;
        part
    }

    /// Whether everything so far was there and meant something.
    pub(super) fn is_sound(&self) -> bool {
        self.is_sound
    }

    /// Notes that a number means nothing.
    pub(super) fn refuse(&mut self) {
        self.is_sound = false;
    }

    /// Goes to a column; gives the one it was at.
    pub(super) fn go(&mut self, column: usize) -> usize {
        std::mem::replace(&mut self.at, column)
    }

    /// Goes to the column behind, to read one thing there.
    pub(super) fn beside<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        self.at += 1;
        let value = read(self);
        self.at -= 1;
        value
    }

    pub(super) fn number(&mut self) -> u128 {
        let number = self.columns.get_mut(self.at).and_then(Column::number);
        self.is_sound &= number.is_some();
        number.unwrap_or_default()
    }

    pub(super) fn signed(&mut self) -> i128 {
        unzigzag(self.number())
    }

    /// A number that fits a smaller type.
    pub(super) fn small<T: TryFrom<u128> + Default>(&mut self) -> T {
        let number = T::try_from(self.number());
        self.is_sound &= number.is_ok();
        number.unwrap_or_default()
    }

    pub(super) fn step(&mut self) -> i64 {
        let step = self.signed() as i64;
        let Some(column) = self.columns.get_mut(self.at) else { return 0 };
        column.last_step = column.last_step.wrapping_add(step);
        column.last_step
    }

    pub(super) fn text(&mut self) -> String {
        let text = self.columns.get_mut(self.at).and_then(Column::text);
        let text = text.filter(|text| text.len() <= self.budget);
        let Some(text) = text else {
            self.is_sound = false;
            return String::new();
        };
        self.budget -= text.len();
        text
    }
}

impl Column<'_> {
    fn number(&mut self) -> Option<u128> {
        let mut number = 0;
        for shift in (0..128).step_by(7) {
            let (byte, rest) = self.numbers.split_first()?;
            self.numbers = rest;
            number |= u128::from(byte & 0x7F) << shift;
            if *byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<String> {
        let Some(step) = self.number()?.checked_sub(1) else { return self.new_text() };
        self.last_place = self.last_place.wrapping_add(unzigzag(step) as i64);
        self.known.get(usize::try_from(self.last_place).ok()?).cloned()
    }

    fn new_text(&mut self) -> Option<String> {
        let shared = usize::try_from(self.number()?).ok()?;
        let length = usize::try_from(self.number()?).ok()?;
        let before = self.known.last().map_or("", String::as_str);
        let mut text = before.get(..shared)?.to_owned();
        let (added, rest) = self.text.split_at_checked(length)?;
        self.text = rest;
        text.push_str(std::str::from_utf8(added).ok()?);
        self.last_place = self.known.len() as i64;
        self.known.push(text.clone());
        Some(text)
    }
}

const fn unzigzag(number: u128) -> i128 {
    (number >> 1) as i128 ^ -((number & 1) as i128)
}
