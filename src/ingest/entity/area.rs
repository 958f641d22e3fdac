//! `areas`

use super::{Draft, Ledger, RowReader, Sheet, TableKind};
use crate::ingest::messages::Contradiction;
use crate::model::{Area, AreaId, AreaTree, Division, Level};

pub(in crate::ingest) const AREAS: TableKind = TableKind {
    duplicate: "area/duplicate",
    finish,
    ..TableKind::new("areas", &["id", "code", "division", "level", "parent", "name_fa"], read)
};

const WRONG_ID: Contradiction = Contradiction {
    fa: "شناسه با کد و تقسیمات همین ردیف نمی‌خواند.",
    en: "The id does not agree with the code and the division of its row.",
    hint_fa: "شناسه را «کد@تقسیمات» بنویسید، مانند \u{2066}1108@1395\u{2069}.",
    hint_en: "Write the id as code@division, such as 1108@1395.",
};

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    let id = row.required("id");
    let code = row.required("code");
    let division = row.required_whole("division", 1200, 1500);
    let continues = row.text("continues");
    row.refer("continues", "areas", row.sheet().has_id(continues));
    let aliases = row.text("aliases").split(';').map(str::trim).filter(|name| !name.is_empty());
    let area = Area {
        id: AreaId::new(id),
        code: code.to_owned(),
        division: Division(u16::try_from(division).unwrap_or_default()),
        level: row.required_word("level", Level::County),
        parent: optional_id(row.text("parent")),
        name: row.name(),
        aliases: aliases.map(str::to_owned).collect(),
        continues: optional_id(continues),
    };
    if row.is_sound() && id != format!("{code}@{division}") {
        row.contradict("id", &WRONG_ID);
    }
    if row.is_sound() {
        draft.areas.push((row.number(), area));
    }
}

fn optional_id(cell: &str) -> Option<AreaId> {
    (!cell.is_empty()).then(|| AreaId::new(cell))
}

/// Builds the tree and takes back the areas that hang in the air.
fn finish(draft: &mut Draft, sheet: &Sheet<'_>, ledger: &mut Ledger) {
    let (rows, areas): (Vec<u32>, Vec<Area>) = std::mem::take(&mut draft.areas).into_iter().unzip();
    let (tree, refused) = AreaTree::sift(areas);
    draft.data.areas = tree;
    for refused in refused {
        let row = rows.get(refused.index).copied().unwrap_or_default();
        ledger.take_back(refused.diagnostic().at(sheet.file, row, "parent"));
    }
}
