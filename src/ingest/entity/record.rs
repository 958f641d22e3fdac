//! `records`

use super::observation::{programme, unit};
use super::{Draft, RowReader, TableKind};
use crate::calendar::Period;
use crate::ingest::messages::{self, Contradiction, record as words};
use crate::model::{
    AreaRule, Division, Gazetteer, MeasureId, Record, RecordId, Resolved, TimeRule, UnitId,
};
use crate::number::Decimal;

pub(in crate::ingest) const RECORDS: TableKind =
    TableKind::new("records", &["id", "province", "county", "day", "measure", "source"], read);

const NOT_ADDED: Contradiction = Contradiction {
    fa: "رقم‌های این شاخص، میان ناحیه‌ها یا در زمان، با هم جمع نمی‌شوند.",
    en: "Figures of this measure are not added, across areas or over time.",
    hint_fa: "شاخصی بنویسید که area_rule و time_rule آن sum است، مانند شمار یا مبلغ وام‌های پرداخت‌شده.",
    hint_en: "Write a measure whose area_rule and time_rule are sum, such as loans paid.",
};

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    row.required("source");
    let measure = measure(row, draft);
    let (amount, unit) = amount(row, draft, &measure);
    let record = Record {
        id: RecordId::new(row.required("id")),
        measure,
        province: row.required("province").to_owned(),
        county: row.text("county").to_owned(),
        scheme: row.word("scheme"),
        day: row.required_day("day"),
        amount,
        unit,
        stage: row.word("stage"),
        programme: programme(row, draft),
        source: draft.source(row),
    };
    if row.is_sound() {
        place(row, draft, &record);
    }
    if row.is_sound() {
        draft.data.registers.records.push(record);
    }
}

fn measure(row: &mut RowReader<'_>, draft: &Draft) -> MeasureId {
    let id = draft.measure(row);
    if let Some(measure) = draft.measures.get(&id)
        && (measure.area_rule, measure.time_rule) != (AreaRule::Sum, TimeRule::Sum)
    {
        row.contradict("measure", &NOT_ADDED);
    }
    id
}

/// How much, and in which unit. In a table without the column each record is one: an empty cell of a
/// table that has it is no amount, and not one either.
fn amount(row: &mut RowReader<'_>, draft: &Draft, measure: &MeasureId) -> (Decimal, UnitId) {
    let base = draft.measures.get(measure).map(|measure| measure.unit.clone()).unwrap_or_default();
    if !row.has("amount") && base != UnitId::new("rial") {
        return (Decimal::from_int(1), base);
    }
    row.required("amount");
    let unit = unit(row, draft);
    let printed = row.decimal("amount");
    if printed.is_some_and(Decimal::is_negative) {
        let finding = messages::out_of_range(row.text("amount"), Some(Decimal::ZERO), None);
        row.report("amount", finding);
    }
    (draft.in_base(row, "amount", printed, &unit), unit)
}

/// Refuses a record of a province that no list has, since it could be counted nowhere. One without a county
/// is kept, and told: it stands in the row of its province.
fn place(row: &mut RowReader<'_>, draft: &mut Draft, record: &Record) {
    let Draft { gazetteer, data, .. } = draft;
    let gazetteer = gazetteer.get_or_insert_with(|| Gazetteer::of(data));
    let in_list = |list: Division| gazetteer.place(list, record);
    if !data.areas.divisions().any(|list| in_list(list).is_some()) {
        return row.report("province", words::unknown_province(&record.province));
    }
    let own = data.areas.division_for(Period::day(record.day).as_ref());
    if let Some(list) = own
        && !matches!(in_list(list), Some(Resolved::County(_)))
    {
        row.report("county", words::not_placed(&record.county, list));
    }
}
