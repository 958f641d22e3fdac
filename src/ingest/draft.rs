//! The data set while its tables are being read, and what rows ask of it.

use std::collections::BTreeMap;

use super::limits;
use super::messages::{self, Contradiction};
use super::row::RowReader;
use crate::model::{
    Area, AreaId, Cooperative, CooperativeId, Dataset, Deadline, Group, GroupId, Measure,
    MeasureId, Member, Observation, ObservationId, Place, Programme, ProgrammeId, Registers,
    Source, SourceId, Unit, UnitId, UnitTable,
};
use crate::number::Decimal;

const TWO_PLACES: Contradiction = Contradiction {
    fa: "هم ناحیه دارد و هم گروه؛ روشن نیست رقم از کدام است.",
    en: "It has an area and a group; which of them the figure is about is not clear.",
    hint_fa: "یکی از دو ستون area و group را خالی بگذارید.",
    hint_en: "Leave either area or group empty.",
};

/// The data set so far, and what is only needed until it is whole.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) data: Dataset,
    /// Areas with their rows, until the tree is built.
    pub(super) areas: Vec<(u32, Area)>,
    /// The figures that are read one a row, with their rows, in the order of the file.
    pub(super) rows: Vec<(u32, ObservationId)>,
    /// The figures whose whole content stands among the changes, in the order of ids: those that were withdrawn
    /// are told there alone, and may still be named.
    pub(super) told: Vec<ObservationId>,
    /// The row of each body of the data set.
    pub(super) organisation_rows: Vec<u32>,
    /// The row of each succession of the data set.
    pub(super) succession_rows: Vec<u32>,
    /// The row of each code of an area.
    #[cfg(feature = "complete")]
    pub(super) code_rows: Vec<u32>,
    /// The members of all groups with their rows, until the table is whole.
    pub(super) member_rows: Vec<(u32, GroupId, Member)>,
    /// The milestones of all projects, until the table is whole.
    #[cfg(feature = "complete")]
    pub(super) milestones: super::entity::course::MilestoneRows,
    /// The classes of all legends, until the table is whole.
    #[cfg(feature = "complete")]
    pub(super) legend_rows: Vec<super::entity::legend::ClassRow>,
    /// Names and codes of areas, once a record asks for them.
    #[cfg(feature = "complete")]
    pub(super) gazetteer: Option<crate::model::Gazetteer>,
    /// What else stands of figures that copies changed apart.
    #[cfg(feature = "complete")]
    pub(super) choices: Vec<super::entity::conflict::Choice>,
    /// What copies tell differently, until the table is whole.
    #[cfg(feature = "complete")]
    pub(super) told_rows: super::entity::differing::ToldRows,
    /// The numbers of the lines that each revision of the data set is of.
    #[cfg(feature = "complete")]
    pub(super) change_lines: Vec<Vec<u32>>,
    /// What notes may name; `None` where the package has none.
    #[cfg(feature = "complete")]
    pub(super) places: Option<super::entity::note::Places>,
    // Rows come in any order, and there may be very many: the sorted lists of a data set are made
    // of these trees at the end.
    pub(super) units: BTreeMap<UnitId, Unit>,
    pub(super) measures: BTreeMap<MeasureId, Measure>,
    pub(super) programmes: BTreeMap<ProgrammeId, Programme>,
    pub(super) sources: BTreeMap<SourceId, Source>,
    pub(super) groups: BTreeMap<GroupId, Group>,
    pub(super) observations: BTreeMap<ObservationId, Observation>,
    pub(super) cooperatives: BTreeMap<CooperativeId, Cooperative>,
}

impl Draft {
    /// The whole data set.
    pub(super) fn finish(self) -> Dataset {
        Dataset {
            #[cfg(feature = "complete")]
            lines: super::entity::conflict::lines(&self),
            deadlines: Deadline::all(&self.data.registers),
            units: UnitTable::new(self.units.into_values()),
            measures: self.measures.into_iter().collect(),
            programmes: self.programmes.into_iter().collect(),
            sources: self.sources.into_iter().collect(),
            groups: self.groups.into_iter().collect(),
            observations: self.observations.into_iter().collect(),
            registers: Registers {
                cooperatives: self.cooperatives.into_values().collect(),
                ..self.data.registers
            },
            ..self.data
        }
    }

    /// Whether a figure is there, or was before it was withdrawn.
    pub(super) fn is_known(&self, id: &ObservationId) -> bool {
        self.observations.contains_key(id) || self.told.contains(id)
    }

    /// The area in `column`, which must exist unless the cell is empty.
    pub(super) fn area(&self, row: &mut RowReader<'_>, column: &str) -> AreaId {
        let area = AreaId::new(row.text(column));
        row.refer(column, "areas", self.data.areas.get(&area).is_some());
        area
    }

    /// The document in `source`, which must exist unless the cell is empty.
    pub(super) fn source(&self, row: &mut RowReader<'_>) -> SourceId {
        let source = SourceId::new(row.text("source"));
        row.refer("source", "sources", self.sources.contains_key(&source));
        source
    }

    /// The cooperative in `cooperative`, which must exist.
    pub(super) fn cooperative(&self, row: &mut RowReader<'_>) -> CooperativeId {
        let id = CooperativeId::new(row.required("cooperative"));
        row.refer("cooperative", "cooperatives", self.cooperatives.contains_key(&id));
        id
    }

    /// The unit in `unit`, which must exist unless the cell is empty.
    pub(super) fn unit(&self, row: &mut RowReader<'_>) -> UnitId {
        let unit = UnitId::new(row.text("unit"));
        row.refer("unit", "units", self.units.contains_key(&unit));
        unit
    }

    /// An amount of money in its base unit, printed in `unit`, without which no amount may stand.
    pub(super) fn amount(
        &self,
        row: &mut RowReader<'_>,
        column: &str,
        unit: &UnitId,
    ) -> Option<Decimal> {
        let printed = row.decimal(column)?;
        if unit.as_str().is_empty() {
            row.report("unit", messages::required());
            return None;
        }
        Some(self.in_base(row, column, Some(printed), unit))
    }

    /// The measure in `measure`, which must exist.
    pub(super) fn measure(&self, row: &mut RowReader<'_>) -> MeasureId {
        row.required("measure");
        self.optional_measure(row).unwrap_or_default()
    }

    /// The measure in `measure`, or none.
    pub(super) fn optional_measure(&self, row: &mut RowReader<'_>) -> Option<MeasureId> {
        let measure = MeasureId::new(row.text("measure"));
        row.refer("measure", "measures", self.measures.contains_key(&measure));
        (measure != MeasureId::default()).then_some(measure)
    }

    /// What `area` and `group` together name: one of them, or nothing.
    pub(super) fn place(&self, row: &mut RowReader<'_>) -> Place {
        let group = GroupId::new(row.text("group"));
        row.refer("group", "groups", self.groups.contains_key(&group));
        let area = self.area(row, "area");
        match (area.as_str(), group.as_str()) {
            ("", "") => Place::Unplaced,
            ("", _) => Place::Group(group),
            (_, "") => Place::Area(area),
            _ => {
                row.contradict("group", &TWO_PLACES);
                Place::Unplaced
            }
        }
    }

    /// A printed value in its base unit, within [`limits::VALUE_POWER`]; zero fills a row that is
    /// left out.
    pub(super) fn in_base(
        &self,
        row: &mut RowReader<'_>,
        column: &str,
        printed: Option<Decimal>,
        unit: &UnitId,
    ) -> Decimal {
        let value =
            printed.and_then(|value| self.units.get(unit).map(|unit| value.scaled(unit.exponent)));
        let Some(value) = value else { return Decimal::ZERO };
        match value {
            Ok(value) if value.abs() < most() => value,
            _ => {
                row.report(column, messages::amount_out_of_range(row.text(column)));
                Decimal::ZERO
            }
        }
    }
}

fn most() -> Decimal {
    Decimal::new(10_i128.pow(limits::VALUE_POWER), 0).unwrap_or_default()
}
