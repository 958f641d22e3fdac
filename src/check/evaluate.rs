//! What an expression comes to, with its numbers filled in.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::answers::Answers;
use super::fraction::Fraction;
use super::index::{Index, Spot};
use super::naming::{self, missing};
use super::reading::Reading;
use super::reference::Asked;
use crate::diag::Bilingual;
use crate::model::{
    AreaId, Expression, GroupId, Level, Measure, MeasureId, Observation, ObservationId, Qualifier,
    Reference,
};
use crate::number::{Bound, Decimal, Interval, Overflow};
use crate::query::Coverage;
use crate::spec::from_code;

/// A figure that is missing.
#[derive(PartialEq, Eq)]
pub(super) struct Absent {
    /// What is missing, without a full stop behind it.
    pub(super) why: Bilingual,
    /// Whether it is missing where the rule stands, and not wherever it does.
    pub(super) is_here: bool,
}

/// One evaluation: where it stands, and what it met.
pub(super) struct Evaluation<'a, 'b> {
    index: &'a Index<'a>,
    answers: &'b mut Answers,
    pub(super) spot: Option<Spot<'a>>,
    /// Whether a missing figure counts as nought.
    blank_is_nought: bool,
    /// Figures that were there, by what named them.
    used: Vec<Rc<[ObservationId]>>,
    /// What was missing, and why.
    pub(super) missing: Vec<Absent>,
    /// Sums of which only a part is reported.
    pub(super) partial: Vec<Coverage>,
    /// Whether one of the figures is only said to be about so much.
    pub(super) about: bool,
    /// The project of the first figure that was counted from what V14 refuses.
    pub(super) refused: Option<Bilingual>,
}

impl<'a, 'b> Evaluation<'a, 'b> {
    pub(super) fn new(
        index: &'a Index<'a>,
        answers: &'b mut Answers,
        spot: Option<Spot<'a>>,
        blank_is_nought: bool,
    ) -> Self {
        Self {
            index,
            answers,
            spot,
            blank_is_nought,
            used: Vec::new(),
            missing: Vec::new(),
            partial: Vec::new(),
            about: false,
            refused: None,
        }
    }

    /// Whether no figure was there.
    pub(super) fn is_empty(&self) -> bool {
        self.used.is_empty()
    }

    /// Figures that were there, in order, each once.
    pub(super) fn used(&self) -> Vec<ObservationId> {
        let mut seen = BTreeSet::new();
        let all = self.used.iter().flat_map(|ids| ids.iter());
        all.filter(|id| seen.insert(*id)).cloned().collect()
    }

    /// # Errors
    /// [`Overflow`].
    pub(super) fn read(&mut self, expression: &Expression) -> Result<Reading, Overflow> {
        match expression {
            Expression::Number(value) => Ok(Reading::stated(*value)),
            Expression::Name(name) => self.name(name),
            Expression::Figure(reference) => self.figure(reference),
            Expression::Days(period) => Ok(match period.days() {
                Some(days) => Reading::stated(Decimal::from_int(days.into())),
                None => self.nothing(missing(&naming::days(period))),
            }),
            Expression::Count { place, level } => Ok(match self.areas(place, level) {
                Some(reading) => reading,
                None => self.nothing(missing(&naming::as_written(&expression.to_string()))),
            }),
            Expression::Both(left, operation, right) => {
                let sides = [self.read(left)?, self.read(right)?];
                Reading::both([left, right], *operation, sides.each_ref())
            }
        }
    }

    fn name(&mut self, name: &str) -> Result<Reading, Overflow> {
        let dataset = self.index.dataset;
        if let Some(one) = dataset.observations.get(&ObservationId::new(name)) {
            return Ok(self.observed(one));
        }
        match dataset.measures.get(&MeasureId::new(name)) {
            Some(measure) => self.here(measure),
            None => Ok(self.nothing(missing(&naming::as_written(name)))),
        }
    }

    /// The measure at the spot where the rule stands.
    fn here(&mut self, measure: &'a Measure) -> Result<Reading, Overflow> {
        let dataset = self.index.dataset;
        let Some(spot) = self.spot else { return Ok(self.nothing_here(&measure.id)) };
        let measures = &dataset.measures;
        let Some(formula) = &measure.formula else {
            return Ok(match self.index.at(&measure.id, &spot) {
                Some(one) if one.figure.interval().is_some() => self.observed(one),
                _ => self.nothing_here(&measure.id),
            });
        };
        let parts = measures.get(&formula.numerator).zip(measures.get(&formula.denominator));
        // What is computed from what is computed may lead back to itself.
        let stated =
            parts.filter(|(above, below)| above.formula.is_none() && below.formula.is_none());
        let Some((above, below)) = stated else { return Ok(self.nothing_here(&measure.id)) };
        let told = self.missing.len();
        let sides = [self.here(above)?, self.here(below)?];
        // A quotient of what is missing is missing, and no nought divided.
        if self.missing.len() > told {
            return Ok(self.absent());
        }
        let [above, below] = sides;
        Reading::quotient(formula.factor, &above, &below)
    }

    fn observed(&mut self, one: &Observation) -> Reading {
        let Some(interval) = one.figure.interval() else {
            let name = naming::subject(self.index.dataset, one);
            return self.nothing(missing(&name));
        };
        self.refuse(self.index.refused.among(std::slice::from_ref(&one.id)));
        self.used.push(Rc::from([one.id.clone()]));
        self.about |= one.figure.qualifier() == Some(Qualifier::About);
        let counted = self.index.is_never_negative(&one.measure);
        Reading::observed(&self.index.dataset.units, one, interval, counted)
    }

    fn refuse(&mut self, project: Option<&Bilingual>) {
        if self.refused.is_none() {
            self.refused = project.cloned();
        }
    }

    fn nothing(&mut self, why: Bilingual) -> Reading {
        self.missing.push(Absent { why, is_here: false });
        self.absent()
    }

    fn nothing_here(&mut self, measure: &MeasureId) -> Reading {
        let why = missing(&naming::measure(self.index.dataset, measure));
        self.missing.push(Absent { why, is_here: true });
        self.absent()
    }

    /// What stands for a figure that is missing, once it is told.
    fn absent(&self) -> Reading {
        if self.blank_is_nought { Reading::missing_as_nought() } else { Reading::missing() }
    }

    fn figure(&mut self, reference: &Reference) -> Result<Reading, Overflow> {
        let here = self.spot.and_then(|spot| spot.period);
        let asked = self.answers.ask(self.index, reference, here)?;
        let sum = match asked.as_ref() {
            Asked::Sum(sum) => sum,
            Asked::Nothing(why) => return Ok(self.nothing(why.clone())),
        };
        self.about |= sum.about;
        self.partial.extend(sum.partial);
        self.refuse(sum.refused.as_deref());
        self.used.push(Rc::clone(&sum.evidence));
        let [total, possible] = [sum.total, sum.possible].map(Fraction::whole);
        let reading = Reading::computed(Some(total), Some(possible))?;
        Ok(Reading { is_floored: sum.is_floored, ..reading })
    }

    fn areas(&mut self, place: &str, level: &str) -> Option<Reading> {
        let dataset = self.index.dataset;
        let level: Level = from_code(level)?;
        if let Some(group) = dataset.groups.get(&GroupId::new(place)) {
            let here = self.spot.and_then(|spot| spot.period);
            let expected = u32::try_from(group.expected_in(here)).ok()?;
            return self.members(group.areas_in(here).len(), expected);
        }
        let place = AreaId::new(place);
        dataset.areas.get(&place)?;
        let below = self.answers.areas_below(dataset, place, level);
        Some(Reading::stated(Decimal::from_int(i64::try_from(below).ok()?)))
    }

    /// The members that are known: there are as many as the group is said to have.
    fn members(&mut self, known: usize, expected: u32) -> Option<Reading> {
        let reported = u32::try_from(known).ok()?;
        let known = Decimal::from_int(reported.into());
        let reading = Reading::stated(known);
        if reported >= expected {
            return Some(reading);
        }
        self.partial.push(Coverage { reported, expected });
        let all = Bound::Reached(Decimal::from_int(expected.into()));
        Some(Reading {
            possible: Some(Fraction::whole(Interval { low: Bound::Reached(known), high: all })),
            ..reading
        })
    }
}
