//! What has happened to one cooperative, day by day.

use super::coop_code::CoopStage;
use super::id::SourceId;
use crate::calendar::Day;

/// A stage that was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LifecycleEvent {
    /// What was reached.
    pub stage: CoopStage,
    /// The day.
    pub day: Day,
    /// The document.
    pub source: SourceId,
}

/// Why an event cannot follow those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LifecycleFault {
    /// It is dated before the event that it follows.
    BackInTime,
    /// It is a step of forming at or before one that was reached already.
    StepBack,
    /// The cooperative stands at this stage already.
    Repeated,
    /// The cooperative is dissolved.
    AfterTheEnd,
}

/// The events of one cooperative. What holds of them:
///
/// - the days never go back, so the steps of forming are dated in their order;
/// - a step of forming comes once, and none comes after a later one, though steps may be left out: a
///   register need not know them all. A cooperative that was dormant, troubled or in liquidation takes
///   up the way again at the step it had reached, or being set up, or operating;
/// - no stage follows itself;
/// - nothing follows the dissolution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lifecycle {
    events: Vec<LifecycleEvent>,
}

impl Lifecycle {
    /// All events, in their order.
    pub fn events(&self) -> &[LifecycleEvent] {
        &self.events
    }

    /// Adds the next event.
    ///
    /// ```
    /// use hamyar::calendar::Day;
    /// use hamyar::model::{CoopStage, Lifecycle, LifecycleEvent, LifecycleFault, SourceId};
    /// let event = |stage, day| LifecycleEvent { stage, day: Day(day), source: SourceId::new("R") };
    /// let mut life = Lifecycle::default();
    /// life.push(event(CoopStage::Request, 10)).unwrap();
    /// life.push(event(CoopStage::Registered, 70)).unwrap();
    /// let back = life.push(event(CoopStage::Agreement, 80));
    /// assert_eq!(back, Err(LifecycleFault::StepBack));
    /// assert_eq!(life.stage_on(Day(69)), Some(CoopStage::Request));
    /// ```
    ///
    /// # Errors
    /// [`LifecycleFault`] when it cannot follow those before it; then nothing is added.
    pub fn push(&mut self, event: LifecycleEvent) -> Result<(), LifecycleFault> {
        if let Some(last) = self.events.last() {
            match (last.stage, event.stage) {
                (CoopStage::Dissolved, _) => return Err(LifecycleFault::AfterTheEnd),
                _ if event.day < last.day => return Err(LifecycleFault::BackInTime),
                (before, now) if before == now => return Err(LifecycleFault::Repeated),
                (before, now) if self.steps_back(before, now) => {
                    return Err(LifecycleFault::StepBack);
                }
                _ => {}
            }
        }
        self.events.push(event);
        Ok(())
    }

    fn steps_back(&self, before: CoopStage, now: CoopStage) -> bool {
        let Some(furthest) = self.furthest_step(|_| true).filter(|_| now.is_step()) else {
            return false;
        };
        let takes_up_again = !before.is_step() && (now == furthest || now.is_active());
        now <= furthest && !takes_up_again
    }

    fn furthest_step(&self, counts: impl Fn(&LifecycleEvent) -> bool) -> Option<CoopStage> {
        let counted = self.events.iter().filter(|event| counts(event));
        counted.map(|event| event.stage).filter(|stage| stage.is_step()).max()
    }

    /// The stage at the end of a day; `None` before the first event.
    pub fn stage_on(&self, day: Day) -> Option<CoopStage> {
        self.events.iter().take_while(|event| event.day <= day).last().map(|event| event.stage)
    }

    /// Whether it was registered by the end of a day and not dissolved. A step after the registration
    /// tells it too, where the registration itself is not in the register.
    pub fn is_registered_on(&self, day: Day) -> bool {
        let furthest = self.furthest_step(|event| event.day <= day);
        furthest.is_some_and(|step| step >= CoopStage::Registered)
            && self.stage_on(day) != Some(CoopStage::Dissolved)
    }

    /// The day on which a stage was first reached.
    pub fn first(&self, stage: CoopStage) -> Option<Day> {
        self.events.iter().find(|event| event.stage == stage).map(|event| event.day)
    }

    /// Days from the request to the registration; `None` where either is not in the register.
    pub fn days_to_registration(&self) -> Option<i32> {
        Some(self.first(CoopStage::Request)?.until(self.first(CoopStage::Registered)?))
    }

    /// Each event with the stage that it ended; `None` for the first.
    pub fn turns(&self) -> impl Iterator<Item = (Option<CoopStage>, &LifecycleEvent)> {
        let before = std::iter::once(None).chain(self.events.iter().map(|event| Some(event.stage)));
        before.zip(&self.events)
    }
}
