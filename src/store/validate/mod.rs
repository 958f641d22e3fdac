//! What is wrong with a form, field by field, while it is typed.

mod kind;
mod place;
mod size;
mod source;
mod tidy;
mod time;
mod twice;
mod value;

use super::entry::Entry;
use crate::calendar::Day;
use crate::diag::{Bilingual, Diagnostic};
use crate::model::{Dataset, ObservationId};

pub(super) use tidy::tidied;
pub use twice::told_twice;

/// Everything that can be said about a form. The `column` of each
/// finding is the name of the field; a finding of severity error keeps the form from being saved.
///
/// `correcting` is the figure that the form is about to replace, `None` for a new one; `today` is
/// the day where documents appear, `None` where there is no clock.
pub fn validate(
    dataset: &Dataset,
    entry: &Entry,
    correcting: Option<&ObservationId>,
    today: Option<Day>,
) -> Vec<Diagnostic> {
    let entry = &tidied(entry);
    let mut findings = Vec::new();
    kind::check_measure(dataset, entry, &mut findings);
    place::check(dataset, entry, &mut findings);
    kind::check_codes(entry, &mut findings);
    kind::check_programme(dataset, entry, &mut findings);
    value::check(dataset, entry, correcting, &mut findings);
    source::check(dataset, entry, &mut findings);
    time::check(dataset, entry, today, &mut findings);
    kind::check_planned_or_paid(entry, &mut findings);
    twice::check(dataset, entry, correcting, &mut findings);
    findings
}

/// A finding about one field: its message and what to do.
struct Finding {
    code: &'static str,
    field: &'static str,
    message: (&'static str, &'static str),
    hint: (&'static str, &'static str),
}

impl Finding {
    fn error(self) -> Diagnostic {
        let message = Bilingual::new(self.message.0, self.message.1);
        Diagnostic::error(self.code, message)
            .with_hint(self.hint.0, self.hint.1)
            .at("", 0, self.field)
    }

    fn warning(self) -> Diagnostic {
        let message = Bilingual::new(self.message.0, self.message.1);
        Diagnostic::warning(self.code, message)
            .with_hint(self.hint.0, self.hint.1)
            .at("", 0, self.field)
    }
}
