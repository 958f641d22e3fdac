//! A reproducible ranking: published rules and values in, one list out, the same on every run.
//!
//! [`Rules`] are what a festival publishes (criteria with weights, cut-offs, what is done about ties
//! and missing values), as a small JSON value, and [`values`] reads the candidates from a table.
//! [`Run::new`] refuses rules that contradict themselves. [`rank`] gives the list, and [`card`] the
//! sums of one row, for anyone to do again by hand. [`Run::weighted`] gives the same rules with other
//! weights, and [`moves`] says what that did to the list.
//!
//! # How a score comes about
//! - A value is held against a [`Yardstick`]: a stated maximum, or what the candidates who are ranked
//!   have. That gives a part of 1, and the weight times that part gives the points.
//! - Points are taken from the unrounded quotient and added as they are: three thirds of 100 and 500 are
//!   600. It is this exact sum that cut-offs and ties look at. What is shown of points and of the score is
//!   rounded once, to six decimals, and the card says so.
//! - A cut-off belongs to its band: 600 of "at least 600" is in.

mod candidate;
mod card;
mod criterion;
mod formula;
mod method;
mod moves;
mod rank;
mod refuse;
mod rules;
mod run;
mod score;
mod shown;
mod values;
mod weights;
mod yardstick;

pub use candidate::Candidate;
pub use card::card;
pub use criterion::{Criterion, Direction, Normaliser};
pub use method::method;
pub use moves::{band_name, moves};
pub use rank::{Outcome, Ranking, Row, rank};
pub use rules::{CutOff, MissingCriterion, Rules, Ties};
pub use run::Run;
pub use score::{Counted, Part, Score};
pub use shown::{shown, told};
pub use values::values;
pub use yardstick::Yardstick;
