//! What things are called: areas, tiles, units, measures, programmes, code lists.

use super::column::{Column, or_empty};
use super::sheet::{About, Sheet};
use crate::calendar::Period;
use crate::export::package::heads::{ID, KIND, LABEL_EN, LABEL_FA, NAME_EN, NAME_FA, UNIT};
use crate::list::{Gather, join};
use crate::model::{
    Area, AreaRule, CodeEntry, Dataset, Direction, Formula, JobKind, Level, Measure, MeasureKind,
    Programme, Succession, SuccessionKind, Tile, TileKind, TimeRule, Unit,
};

const CODE: [&str; 3] = ["code", "Code", "کد"];
const DEFINITION_FA: [&str; 3] = ["definition_fa", "Definition, Persian", "تعریف فارسی"];
const DEFINITION_EN: [&str; 3] = ["definition_en", "Definition, English", "تعریف انگلیسی"];

pub(super) fn areas(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Area>;
    let about =
        About { name: "areas", title: "Areas", title_fa: "ناحیه‌ها", key: &["id"] };
    let columns = [
        Of::text(ID, |area| area.id.to_string()).required(),
        Of::text(CODE, |area| area.code.clone()).required(),
        Of::text(["division", "Division", "تقسیمات"], |area| area.division.0.to_string())
            .required(),
        Of::word::<Level>(["level", "Level", "سطح"], |area| area.level.code().to_owned())
            .required(),
        Of::text(["parent", "Area above", "ناحیهٔ بالادست"], |area| {
            or_empty(area.parent.as_ref())
        })
        .refers(""),
        Of::text(NAME_FA, |area| area.name.fa.clone()).required(),
        Of::text(NAME_EN, |area| area.name.en.clone()),
        Of::text(
            ["aliases", "Other spellings, parted by ;", "نگارش‌های دیگر، جداشده با ;"],
            |area| join(&area.aliases, ";"),
        ),
        Of::text(
            ["continues", "Same area in the earlier division", "همین ناحیه در تقسیمات پیشین"],
            |area| or_empty(area.continues.as_ref()),
        )
        .refers(""),
    ];
    Sheet::new(&about, &columns, data.areas.iter())
}

/// What became of areas.
pub(super) fn successions(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Succession>;
    let about = About {
        name: "successions",
        title: "What became of areas",
        title_fa: "سرگذشت ناحیه‌ها",
        key: &["from", "to"],
    };
    let columns = [
        Of::word::<SuccessionKind>(KIND, |one| one.kind.code().to_owned()).required(),
        Of::text(["from", "Area before", "ناحیهٔ پیشین"], |one| one.from.to_string())
            .required()
            .refers("areas"),
        Of::text(["to", "Area after", "ناحیهٔ پسین"], |one| one.to.to_string())
            .required()
            .refers("areas"),
        Of::text(["day", "From which day on, Jalali", "از چه روز، خورشیدی"], |one| {
            or_empty(Period::day(one.day).map(|day| day.id()))
        })
        .required(),
        Of::number(
            ["share", "Share of the people, percent", "سهم جمعیت، درصد"],
            |one| one.share.to_string(),
        )
        .required(),
    ];
    Sheet::new(&about, &columns, data.successions.iter())
}

pub(super) fn tiles(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Tile>;
    let about = About {
        name: "tiles",
        title: "Tile map; column 1 is the west",
        title_fa: "نقشهٔ کاشی؛ ستون ۱ باختر است",
        key: &["row", "column"],
    };
    let columns = [
        Of::word::<TileKind>(KIND, |tile| tile.kind.code().to_owned()).required(),
        Of::text(CODE, |tile| tile.code.clone()),
        Of::whole(["row", "Row", "ردیف"], |tile| tile.row.to_string()).required(),
        Of::whole(["column", "Column", "ستون"], |tile| tile.column.to_string()).required(),
        Of::text(LABEL_FA, |tile| tile.label.fa.clone()).required(),
        Of::text(LABEL_EN, |tile| tile.label.en.clone()),
    ];
    Sheet::new(&about, &columns, data.tiles.iter())
}

pub(super) fn units(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Unit>;
    let about = About { name: "units", title: "Units", title_fa: "یکاها", key: &["id"] };
    let columns = [
        Of::text(ID, |unit| unit.id.to_string()).required(),
        Of::text(["base", "Base unit", "یکای پایه"], |unit| unit.base.to_string())
            .required()
            .refers(""),
        Of::whole(["exponent", "Power of ten to the base", "توان ده تا پایه"], |unit| {
            unit.exponent.to_string()
        })
        .required(),
        Of::text(NAME_FA, |unit| unit.name.fa.clone()).required(),
        Of::text(NAME_EN, |unit| unit.name.en.clone()),
    ];
    Sheet::new(&about, &columns, data.units.iter())
}

pub(super) fn measures(data: &Dataset) -> Sheet {
    let about =
        About { name: "measures", title: "Measures", title_fa: "شاخص‌ها", key: &["id"] };
    let mut columns = measured();
    columns.extend(derived());
    columns.extend(expected());
    Sheet::new(&about, &columns, data.measures.values())
}

/// What is counted, and how it rolls up.
fn measured<'a>() -> Vec<Column<&'a Measure>> {
    type Of<'a> = Column<&'a Measure>;
    vec![
        Of::text(ID, |one| one.id.to_string()).required(),
        Of::text(NAME_FA, |one| one.name.fa.clone()).required(),
        Of::text(NAME_EN, |one| one.name.en.clone()),
        Of::text(DEFINITION_FA, |one| one.definition.fa.clone()),
        Of::text(DEFINITION_EN, |one| one.definition.en.clone()),
        Of::text(UNIT, |one| one.unit.to_string()).required().refers("units"),
        Of::text(["noun_fa", "Counted thing, Persian", "نام شمرده، فارسی"], |one| {
            one.noun.one.fa.clone()
        }),
        Of::text(
            ["noun_en", "Counted thing, English", "نام شمرده، انگلیسی"],
            |one| one.noun.one.en.clone(),
        ),
        Of::text(
            ["nouns_en", "Counted things, English plural", "جمع انگلیسی نام شمرده"],
            |one| one.noun.many_en.clone(),
        ),
        Of::word::<MeasureKind>(KIND, |one| one.kind.code().to_owned()).required(),
        Of::word::<AreaRule>(
            ["area_rule", "Roll-up over areas", "جمع روی ناحیه‌ها"],
            |one| one.area_rule.code().to_owned(),
        )
        .required(),
        Of::word::<TimeRule>(["time_rule", "Roll-up over time", "جمع روی زمان"], |one| {
            one.time_rule.code().to_owned()
        })
        .required(),
    ]
}

/// How it is shown and computed, and where its series breaks.
fn derived<'a>() -> Vec<Column<&'a Measure>> {
    type Of<'a> = Column<&'a Measure>;
    vec![
        Of::whole(
            ["decimals", "Decimals of a derived value", "رقم اعشارِ مقدار محاسبه‌شده"],
            |one| one.decimals.to_string(),
        )
        .required(),
        Of::word::<Direction>(["direction", "Better direction", "سوی بهتر"], |one| {
            one.direction.code().to_owned()
        })
        .required(),
        Of::text(["weight", "Weight of an area", "وزن ناحیه"], |one| {
            or_empty(one.weight.as_ref())
        })
        .refers(""),
        Of::text(["numerator", "Above the line", "صورت"], |one| {
            formula(one, |it| it.numerator.to_string())
        })
        .refers(""),
        Of::text(["denominator", "Below the line", "مخرج"], |one| {
            formula(one, |it| it.denominator.to_string())
        })
        .refers(""),
        Of::number(["factor", "Factor", "ضریب"], |one| {
            formula(one, |it| it.factor.to_string())
        }),
        Of::text(
            ["break_at", "First period on the new base", "نخستین دوره با پایهٔ تازه"],
            |one| or_empty(one.base_change.as_ref().map(|change| change.at.id())),
        ),
        Of::text(
            ["break_before_fa", "Base before, Persian", "پایهٔ پیشین، فارسی"],
            |one| or_empty(one.base_change.as_ref().map(|change| &change.before.fa)),
        ),
        Of::text(
            ["break_before_en", "Base before, English", "پایهٔ پیشین، انگلیسی"],
            |one| or_empty(one.base_change.as_ref().map(|change| &change.before.en)),
        ),
        Of::text(
            ["break_after_fa", "Base after, Persian", "پایهٔ تازه، فارسی"],
            |one| or_empty(one.base_change.as_ref().map(|change| &change.after.fa)),
        ),
        Of::text(
            ["break_after_en", "Base after, English", "پایهٔ تازه، انگلیسی"],
            |one| or_empty(one.base_change.as_ref().map(|change| &change.after.en)),
        ),
    ]
}

/// What its figures are expected to keep, and which jobs they count.
fn expected<'a>() -> [Column<&'a Measure>; 3] {
    type Of<'a> = Column<&'a Measure>;
    [
        Of::number(
            ["min", "Least value, base unit", "کمینه، به یکای پایه"],
            |one| or_empty(one.limits.min),
        ),
        Of::number(
            ["max", "Greatest value, base unit", "بیشینه، به یکای پایه"],
            |one| or_empty(one.limits.max),
        ),
        Of::word::<JobKind>(["job_kind", "Kind of jobs", "نوع شغل"], |one| {
            or_empty(one.job_kind.map(JobKind::code))
        }),
    ]
}

fn formula(measure: &Measure, part: fn(&Formula) -> String) -> String {
    measure.formula.as_ref().map(part).unwrap_or_default()
}

pub(super) fn programmes(data: &Dataset) -> Sheet {
    type Of<'a> = Column<&'a Programme>;
    let about = About {
        name: "programmes",
        title: "Programmes and credit lines",
        title_fa: "برنامه‌ها و خط‌های اعتباری",
        key: &["id"],
    };
    let columns = [
        Of::text(ID, |one| one.id.to_string()).required(),
        Of::text(NAME_FA, |one| one.name.fa.clone()).required(),
        Of::text(NAME_EN, |one| one.name.en.clone()),
        Of::text(["description_fa", "Description, Persian", "شرح فارسی"], |one| {
            one.description.fa.clone()
        }),
        Of::text(["description_en", "Description, English", "شرح انگلیسی"], |one| {
            one.description.en.clone()
        }),
    ];
    Sheet::new(&about, &columns, data.programmes.values())
}

/// A code with the list it stands in.
struct Listed<'a> {
    list: &'a str,
    code: &'a str,
    entry: &'a CodeEntry,
}

pub(super) fn codes(data: &Dataset) -> Sheet {
    type Of<'a> = Column<Listed<'a>>;
    let about = About {
        name: "codes",
        title: "Code lists",
        title_fa: "فهرست کدها",
        key: &["list", "code"],
    };
    let columns = [
        Of::text(["list", "List", "فهرست"], |one| one.list.to_owned()).required(),
        Of::text(CODE, |one| one.code.to_owned()).required(),
        Of::text(NAME_FA, |one| one.entry.name.fa.clone()).required(),
        Of::text(NAME_EN, |one| one.entry.name.en.clone()),
        Of::text(DEFINITION_FA, |one| one.entry.definition.fa.clone()),
        Of::text(DEFINITION_EN, |one| one.entry.definition.en.clone()),
    ];
    let mut rows = Vec::new();
    for list in data.codes.lists() {
        let entries = data.codes.entries(list);
        rows.extend(entries.map(|(code, entry)| Listed { list, code, entry }).gather());
    }
    Sheet::new(&about, &columns, rows.into_iter())
}
