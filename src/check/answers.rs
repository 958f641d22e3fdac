//! What references come to, each asked once for a period: a rule may stand at a thousand places.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::index::Index;
use super::reference::{Asked, ask};
use crate::calendar::Period;
use crate::model::Reference;
use crate::number::Overflow;

/// Answers by the reference as it is written, and the period at which it is asked.
#[derive(Default)]
pub(super) struct Answers(BTreeMap<(String, Option<Period>), Rc<Asked>>);

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
        if let Some(known) = self.0.get(&key) {
            return Ok(Rc::clone(known));
        }
        let asked = Rc::new(ask(index, reference, here)?);
        self.0.insert(key, Rc::clone(&asked));
        Ok(asked)
    }
}
