//! How a project goes: what was planned, what came of it, and how far it is.

use crate::calendar::Day;
use crate::diag::Bilingual;
use crate::number::Decimal;

/// When something begins and ends, both days included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// The first day.
    pub start: Option<Day>,
    /// The last day.
    pub finish: Option<Day>,
}

impl Stretch {
    /// Whether it ends before it begins.
    pub fn is_reversed(self) -> bool {
        self.start.zip(self.finish).is_some_and(|(start, finish)| finish < start)
    }
}

/// How far a project had come on a day, as somebody reported it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The day.
    pub day: Day,
    /// Percent of the work.
    pub physical: Option<Decimal>,
    /// Percent of the money.
    pub financial: Option<Decimal>,
}

/// One piece of the work, which is done or is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// Its name among those of the project.
    pub id: String,
    /// Title.
    pub name: Bilingual,
    /// Percent of the whole work.
    pub weight: Decimal,
    /// The last day, to its end; `None` without a date.
    pub due: Option<Day>,
    /// The day on which it was done; `None` where it is not.
    pub done: Option<Day>,
}

/// The milestones of one project: none, or such that they are the whole work together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Milestones(Vec<Milestone>);

impl Milestones {
    /// Milestones whose weights sum to 100, in their order.
    ///
    /// ```
    /// use hamyar::calendar::Day;
    /// use hamyar::model::{Milestone, Milestones};
    /// use hamyar::number::Decimal;
    /// let piece = |weight, done: Option<i32>| Milestone {
    ///     id: "a".into(),
    ///     name: Default::default(),
    ///     weight: Decimal::from_int(weight),
    ///     due: None,
    ///     done: done.map(Day),
    /// };
    /// let all = Milestones::new(vec![piece(60, Some(7)), piece(40, None)]).unwrap();
    /// assert_eq!(all.done_by(Day(6)), Some(Decimal::ZERO));
    /// assert_eq!(all.done_by(Day(7)), Some(Decimal::from_int(60)));
    /// assert_eq!(Milestones::new(vec![piece(60, None)]), Err(Some(Decimal::from_int(60))));
    /// ```
    ///
    /// # Errors
    /// Another sum; `None` when it does not fit.
    pub fn new(milestones: Vec<Milestone>) -> Result<Self, Option<Decimal>> {
        let sum = sum(&milestones);
        if milestones.is_empty() || sum == Some(Decimal::from_int(100)) {
            Ok(Self(milestones))
        } else {
            Err(sum)
        }
    }

    /// All of them.
    pub fn all(&self) -> &[Milestone] {
        &self.0
    }

    /// Percent of the work at the end of a day: the weights of what was done. `None` without milestones.
    pub fn done_by(&self, day: Day) -> Option<Decimal> {
        let is_done = |one: &&Milestone| one.done.is_some_and(|done| done <= day);
        if self.0.is_empty() { None } else { sum(self.0.iter().filter(is_done)) }
    }
}

fn sum<'a>(milestones: impl IntoIterator<Item = &'a Milestone>) -> Option<Decimal> {
    let mut weights = milestones.into_iter().map(|one| one.weight);
    weights.try_fold(Decimal::ZERO, |sum, weight| sum.checked_add(weight).ok())
}

/// What was planned of a project, and what came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// Cost as planned, in the base unit of money.
    pub planned_cost: Option<Decimal>,
    /// Cost as it came to be, in the base unit of money.
    pub actual_cost: Option<Decimal>,
    /// The days that were planned.
    pub planned: Stretch,
    /// The days that it took.
    pub actual: Stretch,
    /// What was reported, in the order of the file.
    pub progress: Vec<Progress>,
    /// The pieces of the work.
    pub milestones: Milestones,
}

impl Course {
    /// The newest report at the end of a day.
    pub fn progress_on(&self, day: Day) -> Option<&Progress> {
        self.progress.iter().filter(|one| one.day <= day).max_by_key(|one| one.day)
    }
}
