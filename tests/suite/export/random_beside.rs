//! What no page needs, at random, for a data set of [`super::random`].

use hamyar::model::*;

use super::random::Dice;

/// Adds it with numbers of its own, so that the rest of the set is the same without it.
pub fn add(seed: u64, data: &mut Dataset) {
    let dice = &mut Dice::new(seed + 1_000);
    for (_, source) in data.sources.iter_mut() {
        source.imprint = imprint(dice);
    }
}

fn imprint(dice: &mut Dice) -> Imprint {
    Imprint {
        author: dice.both(),
        licence: dice.both(),
        sha256: dice.maybe(|dice| format!("{:064x}", dice.below(9_000))).unwrap_or_default(),
    }
}
