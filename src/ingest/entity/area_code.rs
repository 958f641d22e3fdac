//! `area_codes`

use super::{Draft, Ledger, RowReader, Sheet, TableKind, validity};
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
    let named: Vec<_> = codes.iter().map(|code| (name(draft, code), code.valid)).collect();
    let taken = validity::taken(&named);
    let areas: Vec<Option<AreaId>> =
        taken.iter().map(|first| Some(codes.get((*first)?)?.area.clone())).collect();
    for ((code, row), taken) in codes.into_iter().zip(rows).zip(areas) {
        match taken {
            None => draft.data.area_codes.push(code),
            Some(area) => {
                let finding = beside::code_taken(&code.code, area.as_str());
                ledger.take_back(finding.at(sheet.file, row, "code"));
            }
        }
    }
}

/// Codes of one name must be of other days.
type Name<'a> = (AreaScheme, &'a str, Option<Division>);

fn name<'a>(draft: &Draft, code: &'a AreaCode) -> Name<'a> {
    let division = draft.data.areas.get(&code.area).map(|area| area.division);
    (code.scheme, code.code.as_str(), division)
}
