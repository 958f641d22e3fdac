//! `groups` and `group_members`

use std::collections::BTreeMap;

use super::{Draft, Ledger, RowReader, Sheet, TableKind, validity};
use crate::ingest::messages::{self, Contradiction};
use crate::model::{AreaId, Group, GroupId, Member, MemberStatus, SourceId};

pub(in crate::ingest) const GROUPS: TableKind =
    TableKind::new("groups", &["id", "name_fa", "expected_count"], read);

pub(in crate::ingest) const MEMBERS: TableKind = TableKind {
    key: &["group", "area"],
    stands_once: false,
    finish,
    ..TableKind::new("group_members", &["group", "province", "area", "status", "source"], member)
};

const GUESSED: Contradiction = Contradiction {
    fa: "وضعیت «نامعلوم» است و با این همه ناحیه‌ای نام برده شده است.",
    en: "The status is unknown, yet an area is named.",
    hint_fa: "یا ناحیه را خالی بگذارید یا وضعیت را درست کنید؛ حدس نزنید.",
    hint_en: "Leave the area empty or mend the status; do not guess.",
};

const ELSEWHERE: Contradiction = Contradiction {
    fa: "این ناحیه در استانی نیست که ردیف نام می‌برد.",
    en: "This area is not in the province that the row names.",
    hint_fa: "ناحیه یا استان را درست کنید؛ هر دو از یک تقسیمات‌اند.",
    hint_en: "Mend the area or the province; both are of one division.",
};

/// Most members that a group may be said to have.
const MEMBERS_AT_MOST: i64 = 100_000;

fn read(row: &mut RowReader<'_>, draft: &mut Draft) {
    let source = draft.source(row);
    let expected = row.required_whole("expected_count", 0, MEMBERS_AT_MOST);
    let group = Group {
        id: GroupId::new(row.required("id")),
        name: row.name(),
        expected: u32::try_from(expected).unwrap_or_default(),
        one_per_province: row.yes("one_per_province", false),
        source: (source != SourceId::default()).then_some(source),
        members: Vec::new(),
    };
    if row.is_sound() {
        draft.groups.insert(group.id.clone(), group);
    }
}

fn member(row: &mut RowReader<'_>, draft: &mut Draft) {
    let group = GroupId::new(row.required("group"));
    row.refer("group", "groups", draft.groups.contains_key(&group));
    row.required("province");
    row.required("source");
    let area = draft.area(row, "area");
    let member = Member {
        province: draft.area(row, "province"),
        area: (!area.as_str().is_empty()).then_some(area),
        status: row.required_word("status", MemberStatus::Unknown),
        confidence: row.word("confidence"),
        name_in_source: row.text("name_in_source").to_owned(),
        source: draft.source(row),
        note: row.bilingual("note_fa", "note_en"),
        valid: validity::read(row),
    };
    if member.status == MemberStatus::Unknown && member.area.is_some() {
        row.contradict("area", &GUESSED);
    }
    let areas = &draft.data.areas;
    if areas.get(&member.province).is_some() && !member.lies_in_its_province(areas) {
        row.contradict("area", &ELSEWHERE);
    }
    if row.is_sound() {
        draft.member_rows.push((row.number(), group, member));
    }
}

/// An area may leave a group and come back. Takes back each row of one that is a member already on some
/// of its days.
fn finish(draft: &mut Draft, sheet: &Sheet<'_>, ledger: &mut Ledger) {
    let rows = std::mem::take(&mut draft.member_rows);
    let known = rows.iter().filter(|(_, _, member)| member.area.is_some());
    let named: Vec<_> =
        known.clone().map(|(_, group, one)| ((group, &one.area), one.valid)).collect();
    let numbers: Vec<u32> = known.map(|(row, ..)| *row).collect();
    let mut firsts: BTreeMap<u32, u32> = BTreeMap::new();
    for (first, row) in validity::taken(&named).into_iter().zip(&numbers) {
        if let Some(first) = first.and_then(|place| numbers.get(place)) {
            firsts.insert(*row, *first);
        }
    }
    for (row, group, member) in rows {
        match (firsts.get(&row), draft.groups.get_mut(&group)) {
            (Some(first), _) => {
                let area = member.area.as_ref().map_or("", AreaId::as_str);
                let finding = messages::member_already(area, *first);
                ledger.take_back(finding.at(sheet.file, row, "area"));
            }
            (None, Some(group)) => group.members.push(member),
            (None, None) => {}
        }
    }
}
