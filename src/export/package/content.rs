//! What stands, or stood, of a figure, in a table of its own.

use std::collections::BTreeSet;

use super::area_codes::limit;
use super::column::{Column, or_empty};
use super::figures::{COUNTED_ON, area, group, locator};
use super::heads::{
    ACTION_STATUS, AREA, GROUP, Head, LOCATOR, MEASURE, MENTIONS, NOTE_EN, NOTE_FA, PART_OF,
    PERIOD, PROGRAMME, QUOTE, SCENARIO, SCOPE_EN, SCOPE_FA, SOURCE, STAGE, STATUS, UNIT,
};
use crate::model::{
    ActionStatus, Dimension, Figure, Missing, Observation, Qualifier, Scenario, Stage, Status,
};

/// A row that tells of a figure.
pub(super) trait Tells {
    /// The figure whose value is told.
    fn figure(&self) -> Option<&Observation>;

    /// The figure of which all the rest is told too.
    fn whole(&self) -> Option<&Observation>;

    /// Something of the value.
    fn said(&self, cell: fn(&Observation) -> String) -> String {
        self.figure().map(cell).unwrap_or_default()
    }

    /// Something of the rest.
    fn told(&self, cell: fn(&Observation) -> String) -> String {
        self.whole().map(cell).unwrap_or_default()
    }
}

/// The value that stood there, or why there was none.
pub(super) fn value<T: Tells>(head: Head) -> Vec<Column<T>> {
    vec![
        Column::number(head, |it: &T| {
            it.said(|one| or_empty(one.wording.value.filter(|_| one.figure.value().is_some())))
        }),
        Column::text(UNIT, |it: &T| it.said(|one| one.wording.unit.to_string())).refers("units"),
        Column::word::<Qualifier>(["qualifier", "Qualifier", "دقت"], |it: &T| {
            it.said(|one| or_empty(one.figure.qualifier().map(Qualifier::code)))
        }),
        Column::number(["upper", "Upper end", "کران بالا"], |it: &T| {
            it.said(|one| {
                let is_between = one.figure.qualifier() == Some(Qualifier::Between);
                or_empty(one.wording.upper.filter(|_| is_between))
            })
        }),
        Column::word::<Missing>(["missing", "Kind of absence", "نوع نبودن"], |it: &T| {
            it.said(|one| match one.figure {
                Figure::Missing(missing) => missing.code().to_owned(),
                Figure::Value { .. } => String::new(),
            })
        }),
    ]
}

/// What the figure was about.
pub(super) fn what<T: Tells>() -> Vec<Column<T>> {
    vec![
        Column::text(MEASURE, |it: &T| it.told(|one| one.measure.to_string())).refers("measures"),
        Column::text(AREA, |it: &T| it.told(|one| or_empty(area(&one.place)))).refers("areas"),
        Column::text(GROUP, |it: &T| it.told(|one| or_empty(group(&one.place)))).refers("groups"),
        Column::text(PERIOD, |it: &T| {
            it.told(|one| or_empty(one.period.map(|period| period.id())))
        }),
        Column::word::<Scenario>(SCENARIO, |it: &T| {
            it.told(|one| or_empty(one.scenario.map(Scenario::code)))
        }),
        Column::word::<Stage>(STAGE, |it: &T| it.told(|one| or_empty(one.stage.map(Stage::code)))),
        Column::word::<ActionStatus>(ACTION_STATUS, |it: &T| {
            it.told(|one| or_empty(one.action_status.map(ActionStatus::code)))
        }),
        Column::text(PROGRAMME, |it: &T| it.told(|one| or_empty(one.programme.as_ref())))
            .refers("programmes"),
        Column::text(SCOPE_FA, |it: &T| it.told(|one| one.scope.fa.clone())),
        Column::text(SCOPE_EN, |it: &T| it.told(|one| one.scope.en.clone())),
        Column::word::<Status>(STATUS, |it: &T| it.told(|one| one.status.code().to_owned())),
        Column::text(PART_OF, |it: &T| it.told(|one| or_empty(one.part_of.as_ref()))),
    ]
}

/// The day of which it was counted, where some of these were: who counted nothing needs no column of empty cells.
pub(super) fn counted_on<'a, T: Tells>(
    mut told: impl Iterator<Item = &'a Observation>,
) -> Option<Column<T>> {
    let column = || Column::text(COUNTED_ON, |it: &T| it.told(|one| limit(one.recorded)));
    told.any(|one| one.recorded.is_some()).then(column)
}

/// The columns of the dimensions that the figures of a table are divided by: a table that divides nothing needs no
/// columns of empty cells.
pub(super) fn divided<'a, T>(
    figures: impl Iterator<Item = &'a Observation>,
    figure: for<'r> fn(&'r T) -> Option<&'r Observation>,
) -> Vec<Column<T>> {
    let used: BTreeSet<Dimension> =
        figures.flat_map(|one| &one.dimensions).map(|(dimension, _)| *dimension).collect();
    used.into_iter().map(|dimension| Column::codes(dimension, figure)).collect()
}

/// Where it was read, and in which words.
pub(super) fn read_where<T: Tells>() -> Vec<Column<T>> {
    vec![
        Column::text(SOURCE, |it: &T| it.told(|one| one.source.to_string())).refers("sources"),
        Column::text(LOCATOR, |it: &T| it.told(|one| locator(&one.locator))),
        Column::whole(MENTIONS, |it: &T| it.told(|one| one.wording.mentions.to_string())),
        Column::text(QUOTE, |it: &T| it.told(|one| one.wording.quote.clone())),
        Column::text(NOTE_FA, |it: &T| it.told(|one| one.note.fa.clone())),
        Column::text(NOTE_EN, |it: &T| it.told(|one| one.note.en.clone())),
    ]
}
