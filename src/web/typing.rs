//! Letters typed one after another, which lead to the mark whose name begins with them.

use js_sys::Date;

use super::plot::Plot;
use crate::chart::{Step, letters_of, typed, typed_again};
use crate::list::Gather;

/// ms after which a letter begins a new name.
const REST: f64 = 900.0;

/// What was typed so far.
#[derive(Default)]
pub(super) struct Typing {
    /// When the last letter was typed, in ms.
    at: f64,
    letters: String,
    /// The folded names of the rows, from the first letter on.
    names: Vec<String>,
}

impl Typing {
    /// Whether the next key still belongs to the same name.
    pub(super) fn is_on(&self) -> bool {
        Date::now() - self.at < REST
    }

    /// The next mark of which the letters are the name's, one way or the other, while a name is being typed. One
    /// letter is no name yet: it is typed again for the next.
    pub(super) fn again(&mut self, plot: &Plot, from: usize, step: Step) -> Option<usize> {
        let is_back = match step {
            Step::Up => true,
            Step::Down => false,
            _ => return None,
        };
        if !self.is_on() || self.letters.chars().nth(1).is_none() {
            return None;
        }
        self.at = Date::now();
        typed_again(&plot.scene, &self.names, from, &letters_of(&self.letters), is_back)
    }

    /// The mark that a key leads to, if it is a letter.
    pub(super) fn found(&mut self, plot: &Plot, from: usize, key: &str) -> Option<usize> {
        if key.chars().nth(1).is_some() {
            return None;
        }
        if !self.is_on() {
            self.letters.clear();
        }
        self.at = Date::now();
        self.letters.push_str(key);
        if self.names.is_empty() {
            self.names = plot.names().iter().map(|row| letters_of(&row.name)).gather();
        }
        typed(&plot.scene, &self.names, from, &letters_of(&self.letters))
    }
}
