//! Who was asked for what until when, and what came in.

use super::area::{Area, Level};
use super::dataset::{Dataset, Registers};
#[cfg(feature = "complete")]
use super::group::{Group, Member};
use super::id::{AreaId, DirectiveId, SourceId};
#[cfg(feature = "complete")]
use super::id::{GroupId, ReportingSetId};
use super::in_force::InForce;
use super::observation::Observation;
use crate::calendar::{Day, JalaliDate, Period};
use crate::diag::Bilingual;

/// Time that a directive gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowance {
    /// Months of the Jalali calendar: `P2M`.
    Months(u8),
    /// Days: `P10D`.
    Days(u16),
    /// "As soon as possible": no date, and so never late.
    Undated,
}

impl Allowance {
    /// Reads `P2M` or `P10D`; an empty text is [`Allowance::Undated`], anything else `None`.
    pub fn parse(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::Undated);
        }
        let period = text.strip_prefix('P')?;
        match (period.strip_suffix('M'), period.strip_suffix('D')) {
            (Some(months), _) => months.parse().ok().map(Self::Months),
            (_, Some(days)) => days.parse().ok().map(Self::Days),
            _ => None,
        }
    }

    /// The text that [`Allowance::parse`] reads.
    pub fn code(self) -> String {
        match self {
            Self::Months(months) => format!("P{months}M"),
            Self::Days(days) => format!("P{days}D"),
            Self::Undated => String::new(),
        }
    }
}

/// An order to report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// Id.
    pub id: DirectiveId,
    /// What is asked for.
    pub name: Bilingual,
    /// The document.
    pub source: SourceId,
    /// The day on which it was given.
    pub issued: Day,
    /// The time it gives.
    pub allowance: Allowance,
    /// Who must report: all areas of this level.
    pub level: Level,
    /// Inside this area; `None` for the whole country.
    pub within: Option<AreaId>,
    /// The period that is reported on; its areas are expected. `None` for that of the order itself.
    pub period: Option<Period>,
    /// The day whose state is told; `None` where nobody has said, and what is not in is awaited.
    pub as_of: Option<Day>,
    /// What is to be reported, where that is a set. An order that gives no time of its own is due as many
    /// days after its period as the set says.
    #[cfg(feature = "complete")]
    pub set: Option<ReportingSetId>,
    /// Who must report, where not all areas of the level must: those that are members of this group.
    #[cfg(feature = "complete")]
    pub group: Option<GroupId>,
}

impl Directive {
    /// The last day on which a report is in time, to its end; `None` without a date.
    ///
    /// ```
    /// use hamyar::calendar::JalaliDate;
    /// use hamyar::model::{Allowance, due_day};
    /// let meeting = JalaliDate::new(1399, 2, 30).unwrap().day_number();
    /// let due = due_day(meeting, Allowance::Months(2)).unwrap();
    /// assert_eq!(JalaliDate::from_day(due).to_string(), "1399-04-30");
    /// assert_eq!(due_day(meeting, Allowance::Undated), None);
    /// ```
    pub fn due_day(&self) -> Option<Day> {
        due_day(self.issued, self.allowance)
    }

    /// The same, where an order that gives no time itself may have that of the set that it asks for.
    #[cfg(feature = "complete")]
    pub fn last_day(&self, registers: &Registers) -> Option<Day> {
        self.due_day().or_else(|| {
            let own = self.set.as_ref()?;
            let set = registers.reporting_sets.iter().find(|set| set.id == *own)?;
            Some(self.period?.last()?.plus(set.timely_days?.into()))
        })
    }

    /// The last day; only builds with `complete` know sets that give time.
    #[cfg(not(feature = "complete"))]
    pub fn last_day(&self, _: &Registers) -> Option<Day> {
        self.due_day()
    }

    /// The areas that were there when the period began: neither one that was not there yet is waited for
    /// nor one that was no more.
    pub fn in_force<'a>(&self, dataset: &'a Dataset) -> InForce<'a> {
        InForce::new(dataset, self.asked().as_ref())
    }

    /// Every area that must report, in the order of ids.
    pub fn addressed<'a>(&'a self, dataset: &'a Dataset) -> Vec<&'a Area> {
        self.in_force(dataset).at_level(self.level, self.within.as_ref())
    }

    /// Whether an area must report, by the name that it has in the list in force or in a later one in
    /// which it has taken the place of another.
    pub fn addresses(&self, dataset: &Dataset, area: &AreaId) -> bool {
        let in_force = self.in_force(dataset);
        in_force.standing(area).is_some_and(|area| {
            area.level == self.level
                && !area.is_not_placed()
                && self.within.as_ref().is_none_or(|top| in_force.lies_in(area, top))
        })
    }

    /// The places of its group that must report: those of the level that are members at that time, inside
    /// its area, and that had not ended. A member is one county, in whichever list the group and the order name
    /// it and its area. One whose area is not known must too: nobody knows who it is, and
    /// it is not taken for one less.
    #[cfg(feature = "complete")]
    pub fn places<'a>(&self, dataset: &Dataset, group: &'a Group) -> Vec<&'a Member> {
        let in_force = self.in_force(dataset);
        let must = |member: &&Member| self.asks(dataset, &in_force, member);
        group.members.iter().filter(must).collect()
    }

    /// The place of its group that an area reports for, which may be named in another list than the group names it.
    #[cfg(feature = "complete")]
    pub fn place_of<'a>(
        &self,
        dataset: &Dataset,
        group: &'a Group,
        area: &AreaId,
    ) -> Option<&'a Member> {
        let in_force = self.in_force(dataset);
        let is_it = |own: &AreaId| dataset.areas.is_same(own, area);
        let mut places = group.members.iter().filter(|one| one.area.as_ref().is_some_and(is_it));
        places.find(|one| self.asks(dataset, &in_force, one))
    }

    #[cfg(feature = "complete")]
    fn asks(&self, dataset: &Dataset, in_force: &InForce<'_>, member: &Member) -> bool {
        let areas = &dataset.areas;
        let is_there = |id: &AreaId| {
            let is_of_level = areas.get(id).is_some_and(|area| area.level == self.level);
            is_of_level && in_force.lives_on(id)
        };
        let is_within = |id: &AreaId, top: &AreaId| {
            let standing = in_force.same(id).unwrap_or(id);
            areas.lineage(standing).any(|above| areas.is_same(&above.id, top))
        };
        let place = member.area.as_ref().unwrap_or(&member.province);
        member.is_in(self.asked().as_ref())
            && member.area.as_ref().is_none_or(is_there)
            && self.within.as_ref().is_none_or(|top| is_within(place, top))
    }

    /// The period that is reported on.
    pub fn asked(&self) -> Option<Period> {
        self.period.or_else(|| Period::day(self.issued))
    }
}

/// The measure of the days between the last day of an order and the report of an area.
pub const DAYS_OVER: &str = "report_days_over";

/// What an order to report gives to all that it addresses. Figures counted from reports say by their document and
/// their words which order they are about; a packed data set holds no orders, and this in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// What is asked for.
    pub name: Bilingual,
    /// The document.
    pub source: SourceId,
    /// The period that is reported on: orders of one name may follow one another.
    pub period: Option<Period>,
    /// The day on which it was asked for.
    pub issued: Day,
    /// The last day, to its end; `None` without a date.
    pub due: Option<Day>,
}

impl Deadline {
    /// Those of all orders, in the order of the orders.
    pub fn all(registers: &Registers) -> Vec<Self> {
        let deadline = |order: &Directive| Self {
            name: order.name.clone(),
            source: order.source.clone(),
            period: order.asked(),
            issued: order.issued,
            due: order.last_day(registers),
        };
        registers.directives.iter().map(deadline).collect()
    }

    /// The one that a figure is counted by.
    pub fn of<'a>(dataset: &'a Dataset, figure: &Observation) -> Option<&'a Self> {
        let is_own = |one: &&Self| {
            one.source == figure.source && one.name == figure.scope && one.period == figure.period
        };
        dataset.deadlines.iter().find(is_own)
    }
}

/// The last day of an allowance that begins on `issued`: so many months of the Jalali calendar later,
/// not of the Gregorian one, which would be a day early.
pub fn due_day(issued: Day, allowance: Allowance) -> Option<Day> {
    match allowance {
        Allowance::Months(months) => {
            JalaliDate::from_day(issued).add_months(months.into()).map(JalaliDate::day_number)
        }
        Allowance::Days(days) => Some(issued.plus(days.into())),
        Allowance::Undated => None,
    }
}

/// One report that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// What it answers.
    pub directive: DirectiveId,
    /// Who reports.
    pub area: AreaId,
    /// The day on which it came in.
    pub received: Day,
    /// Whether the reporter calls it complete.
    pub complete: bool,
    /// Cells that are filled.
    pub filled: u32,
    /// Cells that must be filled.
    pub required: u32,
    /// What is reported, where that is a set; that of the order.
    #[cfg(feature = "complete")]
    pub set: Option<ReportingSetId>,
}

impl Submission {
    /// Whether no more cells are filled than must be.
    pub const fn is_sound(&self) -> bool {
        self.filled <= self.required
    }
}
