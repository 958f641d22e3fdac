//! Which form each letter takes and what it adds to the width.

use super::table::{
    ALEFS, COLUMN, COLUMNS, DUAL_JOINING, FORMS, JOINING, LAM_ALEF, LATIN_KERNING, LATIN_PAIRS,
    LETTERS, OTHER_WIDTHS, OTHERS, PAIRS, ROW_APART, ROW_JOINED, TABULAR_DIGIT,
};
use super::{TextStyle, Weight};
use crate::list::Gather;
use crate::text::bidi::is_mark;
use crate::text::digits::digit_value;
use crate::text::fold::ZWNJ;

/// Zero width joiner.
const ZWJ: char = '\u{200D}';

/// Font units in one step of the pair tables.
const PAIR_STEP: i64 = 4;

/// Width in units of a character that the table does not have: a letter, and a wide sign.
const UNKNOWN: i64 = 1180;
const UNKNOWN_WIDE: i64 = 2048;

/// How many signs [`OTHERS`] begins with: all that ASCII prints, in its order.
const ASCII: usize = 95;

fn place_in(known: &str, character: char) -> Option<usize> {
    known.chars().position(|one| one == character)
}

/// A character that takes part in shaping.
#[derive(Clone, Copy, PartialEq)]
enum Sign {
    /// Place in [`LETTERS`].
    Letter(usize),
    Joiner,
    NonJoiner,
    Other(char),
}

impl Sign {
    fn new(character: char) -> Self {
        match character {
            ZWNJ => Self::NonJoiner,
            ZWJ => Self::Joiner,
            _ if character.is_ascii() => Self::Other(character),
            _ => place_in(LETTERS, character).map_or(Self::Other(character), Self::Letter),
        }
    }

    fn joins_after(self) -> bool {
        matches!(self, Self::Letter(0..DUAL_JOINING) | Self::Joiner)
    }

    fn joins_before(self) -> bool {
        matches!(self, Self::Letter(0..JOINING) | Self::Joiner)
    }
}

/// A letter that may form a pair with the next one.
#[derive(Clone, Copy)]
struct Left {
    letter: usize,
    joined_before: bool,
    joins_next: bool,
}

/// Advance width of a text in font units.
pub(super) fn advance(text: &str, style: &TextStyle) -> i64 {
    let signs: Vec<Sign> =
        text.chars().filter(|letter| !is_transparent(*letter)).map(Sign::new).gather();
    let mut line = Line { style, total: 0, left: None, before: None };
    let mut index = 0;
    let joins = |from: Option<&Sign>, to: Option<&Sign>| {
        from.is_some_and(|sign| sign.joins_after()) && to.is_some_and(|sign| sign.joins_before())
    };
    while let Some(sign) = signs.get(index) {
        let before = index.checked_sub(1).and_then(|index| signs.get(index));
        let joined_before = joins(before, Some(sign));
        let next = signs.get(index + 1);
        index += 1;
        match *sign {
            Sign::Letter(letter) => {
                let alef = next.and_then(|next| ligature_with(letter, *next));
                line.letter(letter, joined_before, joins(Some(sign), next));
                if let Some(alef) = alef {
                    line.replace_with_ligature(letter, joined_before, alef);
                    index += 1;
                }
            }
            Sign::NonJoiner => line.part(),
            Sign::Joiner => {}
            Sign::Other(character) => line.other(character),
        }
    }
    line.total
}

struct Line<'a> {
    style: &'a TextStyle,
    total: i64,
    left: Option<Left>,
    /// The character before, when it is one of [`OTHERS`].
    before: Option<char>,
}

impl Line<'_> {
    /// The value for the weight, out of a table with one half for each.
    fn value<T: Copy + Into<i64>>(&self, table: &[T], index: usize) -> i64 {
        let bold = if self.style.weight == Weight::Bold { table.len() / 2 } else { 0 };
        table.get(bold + index).copied().map_or(0, Into::into)
    }

    fn letter(&mut self, letter: usize, joined_before: bool, joins_next: bool) {
        let pair = self.left.map_or(0, |left| self.pair(left, letter, joins_next));
        let form = usize::from(joined_before) + 2 * usize::from(joins_next);
        self.total += pair + self.value(&FORMS, letter * 4 + form);
        self.left = Some(Left { letter, joined_before, joins_next });
        self.before = None;
    }

    /// «لا»: the lam was counted as a letter of its own.
    fn replace_with_ligature(&mut self, lam: usize, joined_before: bool, alef: usize) {
        let form = usize::from(joined_before);
        self.total -= self.value(&FORMS, lam * 4 + form + 2);
        self.total += self.value(&LAM_ALEF, alef * 2 + form);
        self.left = None;
    }

    fn part(&mut self) {
        self.left = self.left.map(|left| Left { joins_next: false, ..left });
    }

    /// What two letters that stand together add.
    fn pair(&self, left: Left, right: usize, joins_next: bool) -> i64 {
        let rows = if left.joins_next { &ROW_JOINED } else { &ROW_APART };
        let place = |letter: usize, side: bool| letter * 2 + usize::from(side);
        let row = rows.get(place(left.letter, left.joined_before)).copied().map_or(0, usize::from);
        let column = COLUMN.get(place(right, joins_next)).copied().map_or(0, usize::from);
        match row.checked_sub(1) {
            Some(row) => self.value(&PAIRS, row * COLUMNS + column) * PAIR_STEP,
            None => 0,
        }
    }

    fn other(&mut self, character: char) {
        let tabular =
            self.style.tabular && !character.is_ascii() && digit_value(character).is_some();
        let place = match character {
            ' '..='~' => Some(character as usize - ' ' as usize),
            _ => OTHERS
                .get(ASCII..)
                .and_then(|rest| place_in(rest, character))
                .map(|place| ASCII + place),
        };
        self.total += match place {
            _ if tabular => self.value(&TABULAR_DIGIT, 0),
            Some(place) => self.value(&OTHER_WIDTHS, place) + self.latin_pair(character),
            None if character < '\u{1100}' => UNKNOWN,
            None => UNKNOWN_WIDE,
        };
        self.left = None;
        self.before = Some(character);
    }

    fn latin_pair(&self, character: char) -> i64 {
        let Some(before) = self.before.filter(char::is_ascii) else { return 0 };
        let (pairs, _) = LATIN_PAIRS.as_bytes().as_chunks();
        let pair = [before, character].map(|one| u8::try_from(one).unwrap_or_default());
        pairs.binary_search(&pair).map_or(0, |pair| self.value(&LATIN_KERNING, pair) * PAIR_STEP)
    }
}

/// The alef that makes a ligature with this letter, when it is «ل».
fn ligature_with(letter: usize, next: Sign) -> Option<usize> {
    let Sign::Letter(next) = next else { return None };
    let character = |place: usize| LETTERS.chars().nth(place);
    (character(letter) == Some('ل'))
        .then(|| ALEFS.chars().position(|alef| character(next) == Some(alef)))
        .flatten()
}

/// Whether a character has no width and lets the letters around it join.
fn is_transparent(character: char) -> bool {
    is_mark(character)
        || matches!(
            character,
            '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}'
                | '\u{670}' | '\u{200B}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_in_the_order_that_they_are_looked_up_in() {
        assert!(OTHERS.chars().take(ASCII).eq(' '..='~'));
        let (pairs, rest) = LATIN_PAIRS.as_bytes().as_chunks::<2>();
        assert!(pairs.is_sorted() && rest.is_empty());
    }
}
