//! What references come to, each asked once for a period: a rule may stand at a thousand places.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::index::Index;
use super::reference::{Asked, ask};
use crate::calendar::Period;
use crate::model::{AreaId, Dataset, Level, Reference};
use crate::number::Overflow;

/// What was asked and counted already.
#[derive(Default)]
pub(super) struct Answers {
    /// By the reference as it is written, and the period at which it is asked.
    asked: BTreeMap<(String, Option<Period>), Result<Rc<Asked>, Overflow>>,
    /// How many areas of a level there are below an area.
    areas: BTreeMap<(AreaId, Level), usize>,
}

impl Answers {
    /// # Errors
    /// [`Overflow`].
    pub(super) fn ask(
        &mut self,
        index: &Index<'_>,
        reference: &Reference,
        here: Option<&Period>,
    ) -> Result<Rc<Asked>, Overflow> {
        // A reference with a period of its own is the same everywhere.
        let period = here.filter(|_| reference.period.is_none()).copied();
        let key = (reference.to_string(), period);
        if let Some(known) = self.asked.get(&key) {
            return known.clone();
        }
        let asked = ask(index, reference, here).map(Rc::new);
        self.asked.insert(key, asked.clone());
        asked
    }

    pub(super) fn areas_below(&mut self, dataset: &Dataset, place: AreaId, level: Level) -> usize {
        let count = |place: &AreaId| {
            let is_below = |id| dataset.areas.lineage(id).any(|above| above.id == *place);
            dataset.areas.iter().filter(|area| area.level == level && is_below(&area.id)).count()
        };
        let key = (place, level);
        if let Some(known) = self.areas.get(&key) {
            return *known;
        }
        let below = count(&key.0);
        self.areas.insert(key, below);
        below
    }
}
