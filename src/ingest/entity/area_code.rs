//! `area_codes`

use super::{Draft, Ledger, RowReader, Sheet, TableKind, validity};
use crate::calendar::Day;
use crate::ingest::messages::beside;
use crate::model::{AreaCode, AreaId, AreaScheme, Division};

pub(in crate::ingest) const AREA_CODES: TableKind = TableKind {
    key: &["area", "scheme", "code", "valid_from"],
    finish,
    ..TableKind::new("area_codes", &["area", "scheme", "code"], read)
};

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    row.required("area");
    let code = AreaCode {
        area: draft.area(row, "area"),
        scheme: row.required_word("scheme", AreaScheme::Sci),
        code: row.required("code").to_owned(),
        valid: validity::read(row),
    };
    if row.is_sound() {
        draft.code_rows.push(row.number());
        draft.data.area_codes.push(code);
    }
}

/// Takes back each row whose code names, on some day, an area of the same division already.
fn finish(draft: &mut Draft, sheet: &Sheet<'_>, ledger: &mut Ledger) {
    let rows = std::mem::take(&mut draft.code_rows);
    let codes = std::mem::take(&mut draft.data.area_codes);
    let taken = taken(draft, &codes);
    for ((code, row), taken) in codes.into_iter().zip(rows).zip(taken) {
        match taken {
            None => draft.data.area_codes.push(code),
            Some(area) => {
                let finding = beside::code_taken(&code.code, area.as_str());
                ledger.take_back(finding.at(sheet.file, row, "code"));
            }
        }
    }
}

/// For each code the area that it names already on some day.
///
/// In the order of days, what was kept ends before what follows begins: so each code need only be held
/// against the last that was kept.
fn taken(draft: &Draft, codes: &[AreaCode]) -> Vec<Option<AreaId>> {
    let mut order: Vec<(Name<'_>, Option<Day>, usize)> = codes
        .iter()
        .enumerate()
        .map(|(place, code)| (name(draft, code), code.valid.from, place))
        .collect();
    order.sort();
    let mut all = vec![None; codes.len()];
    let mut kept: Option<&AreaCode> = None;
    for (own, _, place) in order {
        let (Some(code), Some(taken)) = (codes.get(place), all.get_mut(place)) else { continue };
        let same = kept.filter(|kept| name(draft, kept) == own);
        match same.filter(|kept| kept.valid.overlaps(code.valid)) {
            Some(kept) => *taken = Some(kept.area.clone()),
            None => kept = Some(code),
        }
    }
    all
}

/// Codes of one name must be of other days.
type Name<'a> = (AreaScheme, &'a str, Option<Division>);

fn name<'a>(draft: &Draft, code: &'a AreaCode) -> Name<'a> {
    let division = draft.data.areas.get(&code.area).map(|area| area.division);
    (code.scheme, code.code.as_str(), division)
}
