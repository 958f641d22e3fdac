//! A data set as it was known on a day: time of knowledge beside the time that figures are about.

use serde::Serialize;

use super::dataset::Dataset;
use super::source::{Precision, Published, Source};
use crate::calendar::{Day, Period};
use crate::list::insert_sorted;

impl Published {
    /// The day from which the document is surely known: the day of publication, or the last of its
    /// month or year where no more is known; `None` without a date.
    ///
    /// ```
    /// use hamyar::calendar::Period;
    /// use hamyar::model::{Precision, Published};
    /// let known = |date: &str, precision| Published { date: date.into(), precision }.known_from();
    /// let end_of_month = Period::parse("1400-11-30").unwrap().start();
    /// assert_eq!(known("1400-11", Precision::InferredMonth), end_of_month);
    /// assert_eq!(known("", Precision::Unknown), None);
    /// ```
    pub fn known_from(&self) -> Option<Day> {
        Period::parse(&self.date).ok()?.last()
    }
}

/// How many figures a day of knowledge leaves out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// Told only afterwards.
    pub later: u32,
    /// Of documents without a date: nobody can say whether they were known.
    pub undated: u32,
    /// Kept, though the date of their document is our estimate or not known to the day.
    pub estimated: u32,
}

/// Turns a data set into what was known of it at the end of `day`, and says what that leaves out.
///
/// A figure is known from the publication of its document on; what was counted from single records, not
/// before the day of which it was counted. What was changed since then is as it
/// was: a revision counts from the day on which it was recorded. Of a figure that copies changed apart is
/// known what the line that stands had come to; a change that two of them recorded counts from the later day.
pub fn as_known(dataset: &mut Dataset, day: Day) -> LeftOut {
    #[cfg(feature = "complete")]
    super::line::keep_standing(dataset);
    let mut left_out = LeftOut::default();
    let (observations, mut recorded) = (&mut dataset.observations, Vec::new());
    for revision in std::mem::take(&mut dataset.revisions).into_iter().rev() {
        let id = &revision.observation;
        if revision.recorded <= day {
            insert_sorted(&mut recorded, id.clone());
            dataset.revisions.push(revision);
        } else if let Some(before) = revision.before {
            observations.insert(id.clone(), before);
        } else if let Some(added) = observations.get_mut(id) {
            added.recorded = Some(revision.recorded);
        }
    }
    dataset.revisions.reverse();
    let Dataset { observations, sources, statements, comparisons, not_known, .. } = dataset;
    // Taken out together: one by one, each would move all that follow.
    observations.retain(|id, one| {
        let is_later = one.recorded.is_some_and(|counted| counted > day);
        left_out.later += u32::from(is_later);
        let is_kept = !is_later
            && (recorded.binary_search(id).is_ok()
                || keeps(sources.get(&one.source), day, &mut left_out));
        if !is_kept {
            not_known.push(id.to_string());
        }
        is_kept
    });
    #[cfg(feature = "complete")]
    for recount in &mut dataset.recounts {
        recount.figures.retain(|one| keeps(sources.get(&one.source), day, &mut LeftOut::default()));
    }
    statements.retain(|one| keeps(sources.get(&one.source), day, &mut LeftOut::default()));
    comparisons.retain(|pair| {
        let is_kept = observations.contains_key(&pair.from) && observations.contains_key(&pair.to);
        if !is_kept {
            not_known.push(pair.id.to_string());
        }
        is_kept
    });
    left_out
}

fn keeps(source: Option<&Source>, day: Day, left_out: &mut LeftOut) -> bool {
    let Some(source) = source else { return false };
    let Some(from) = source.published.known_from() else {
        left_out.undated += 1;
        return false;
    };
    let is_known = from <= day;
    let is_exact = source.published.precision == Precision::Day;
    left_out.later += u32::from(!is_known);
    left_out.estimated += u32::from(is_known && !is_exact);
    is_known
}
