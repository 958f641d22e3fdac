//! `groups` and `group_members`

use super::{Draft, RowReader, TableKind};
use crate::ingest::messages::Contradiction;
use crate::model::{Group, GroupId, Member, MemberStatus, SourceId};

pub(in crate::ingest) const GROUPS: TableKind =
    TableKind::new("groups", &["id", "name_fa", "expected_count"], read);

pub(in crate::ingest) const MEMBERS: TableKind = TableKind {
    key: &["group", "area"],
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
        valid: super::validity::read(row),
    };
    if member.status == MemberStatus::Unknown && member.area.is_some() {
        row.contradict("area", &GUESSED);
    }
    let areas = &draft.data.areas;
    if areas.get(&member.province).is_some() && !member.lies_in_its_province(areas) {
        row.contradict("area", &ELSEWHERE);
    }
    if row.is_sound()
        && let Some(group) = draft.groups.get_mut(&group)
    {
        group.members.push(member);
    }
}
