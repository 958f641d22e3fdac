//! What rows tell: each field as a dimension of a cube or a column of a sheet.

use super::naming;
use crate::calendar::Period;
use crate::list::join_said;
use crate::model::{ActionStatus, Dataset, Dimension, Scenario, Stage};
use crate::query::Row;
use crate::text::Lang;

/// Id of a category of a cube for rows that do not say.
pub(super) const UNSAID: &str = "_";

/// One field of a row.
#[derive(Clone, Copy)]
pub(super) struct Axis {
    /// Id of the dimension.
    pub(super) id: &'static str,
    fa: &'static str,
    en: &'static str,
    /// Id of the category of a row.
    pub(super) value: fn(&Row) -> Option<String>,
    /// What that category is called.
    name: fn(&Dataset, &Row, Lang) -> String,
}

impl Axis {
    /// What the dimension is called.
    pub(super) const fn label(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Fa => self.fa,
            Lang::En => self.en,
        }
    }

    /// What the category of a row is called.
    pub(super) fn category(&self, dataset: &Dataset, row: &Row, lang: Lang) -> String {
        let said = (self.value)(row).map(|_| (self.name)(dataset, row, lang));
        said.filter(|name| !name.is_empty()).unwrap_or_else(|| "—".to_owned())
    }
}

/// Every field that a cube has a dimension for, if any row says it.
pub(super) const USUAL: [Axis; 6] = [
    Axis {
        id: "area",
        fa: "محل",
        en: "Place",
        value: |row| {
            let area = row.key.area.as_ref().map(ToString::to_string);
            area.or_else(|| row.key.group.as_ref().map(ToString::to_string))
        },
        name: naming::place,
    },
    Axis {
        id: "period",
        fa: "دوره، خورشیدی",
        en: "Period, Jalali",
        value: |row| row.key.period.as_ref().map(Period::id),
        name: |_, row, lang| row.key.period.map(|period| period.label(lang)).unwrap_or_default(),
    },
    Axis {
        id: "scenario",
        fa: "عملکرد یا برنامه",
        en: "Fact or intention",
        value: |row| row.key.scenario.map(|one| one.code().to_owned()),
        name: |dataset, row, lang| {
            let code = row.key.scenario.map_or("", Scenario::code);
            naming::word(dataset, "scenario", code, lang)
        },
    },
    Axis {
        id: "stage",
        fa: "مرحلهٔ پول",
        en: "Stage of money",
        value: |row| row.key.stage.map(|one| one.code().to_owned()),
        name: |dataset, row, lang| {
            naming::word(dataset, "stage", row.key.stage.map_or("", Stage::code), lang)
        },
    },
    Axis {
        id: "action_status",
        fa: "وضعیت طرح",
        en: "Status of the project",
        value: |row| row.key.action_status.map(|one| one.code().to_owned()),
        name: |dataset, row, lang| {
            let code = row.key.action_status.map_or("", ActionStatus::code);
            naming::word(dataset, "action_status", code, lang)
        },
    },
    Axis {
        id: "programme",
        fa: "برنامه یا خط اعتباری",
        en: "Programme or credit line",
        value: |row| row.key.programme.as_ref().map(ToString::to_string),
        name: naming::programme,
    },
];

/// The axis of each of these dimensions: its functions hold no value, so each is written out.
macro_rules! codes {
    ($($name:ident),+) => {[$({
        const DIMENSION: Dimension = Dimension::$name;
        let [fa, en] = naming::dimension(DIMENSION);
        Axis {
            id: DIMENSION.code(),
            fa,
            en,
            value: |row| code(row, DIMENSION),
            name: |dataset, row, lang| {
                let code = code(row, DIMENSION).unwrap_or_default();
                naming::word(dataset, DIMENSION.code(), &code, lang)
            },
        }
    }),+]};
}

/// The dimensions that rows are a division by.
pub(super) const CODES: [Axis; 7] =
    codes!(CoopActivity, CoopIcls, CoopLine, Sector, Sex, Settlement, SizeClass);

fn code(row: &Row, dimension: Dimension) -> Option<String> {
    let codes = &row.key.dimensions;
    codes.iter().find(|(known, _)| *known == dimension).map(|(_, code)| code.clone())
}

/// Fields that make a dimension only where the usual ones leave two rows in one cell.
pub(super) const FURTHER: [Axis; 2] = [
    Axis {
        id: "scope",
        fa: "وجه تمایز",
        en: "What sets it apart",
        value: |row| row.key.scope.as_ref().map(|(fa, en)| join_said(&[fa, en], " / ")),
        name: |_, row, lang| {
            let (fa, en) = row.key.scope.clone().unwrap_or_default();
            naming::pick(&crate::diag::Bilingual { fa, en }, lang).to_owned()
        },
    },
    Axis {
        id: "source",
        fa: "منبع",
        en: "Source",
        value: |row| row.key.source.as_ref().map(ToString::to_string),
        name: |dataset, row, lang| {
            let source = row.key.source.as_ref();
            source.map(|id| naming::source(dataset, id, lang)).unwrap_or_default()
        },
    },
];
