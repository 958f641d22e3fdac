//! Members of a group, each with its days.

use hamyar::model::{Group, GroupId};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::Fixture;
use crate::suite::check::small;

/// A group of which Markazi is a member on these days, and Fars throughout.
fn group(markazi: &[(&str, &str)]) -> Fixture {
    let mut rows =
        "group,province,area,status,source,valid_from,valid_to\ng,07@1395,07@1395,listed,X,,\n"
            .to_owned();
    for (from, to) in markazi {
        rows.push_str(&format!("g,00@1395,00@1395,listed,X,{from},{to}\n"));
    }
    members(rows)
}

/// A group of two with these rows.
fn members(rows: String) -> Fixture {
    small::with(&[
        ("groups", "id,name_fa,name_en,expected_count\ng,گروه,Group,2\n".to_owned()),
        ("group_members", rows),
        ("observations", format!("{}\n", small::HEAD)),
    ])
}

fn read(fixture: &Fixture) -> Group {
    let read = fixture.read().unwrap();
    assert_eq!(read.diagnostics, []);
    read.value.dataset.groups[&GroupId::new("g")].clone()
}

#[wasm_bindgen_test(unsupported = test)]
fn a_member_may_leave_and_come_back() {
    let back = read(&group(&[("1398-01-01", "1400-01-01"), ("1401-01-01", "")]));
    assert_eq!((back.members.len(), back.most_members(|_| true)), (3, 2));
    let next_day = read(&group(&[("", "1400-01-01"), ("1400-01-01", "")]));
    assert_eq!(next_day.most_members(|_| true), 2, "on no day twice");
}

#[wasm_bindgen_test(unsupported = test)]
fn two_memberships_that_share_a_day_are_one_too_many() {
    for (days, row, first) in [
        ([("", ""), ("", "")], 4, "row 3"),
        ([("", ""), ("1400-01-01", "")], 4, "row 3"),
        ([("1398-01-01", "1400-01-02"), ("1400-01-01", "")], 4, "row 3"),
        ([("1400-01-01", ""), ("", "1400-01-02")], 3, "row 4"),
    ] {
        let fixture = group(&days);
        let found = fixture.finds("cell/duplicate", ("group_members.csv", row, "area"));
        assert!(found.message.en.contains(first), "{found:?}");
        assert!(found.hint.en.contains("valid_from"), "{found:?}");
        let data = fixture.read().unwrap().value.dataset;
        assert_eq!(data.groups[&GroupId::new("g")].members.len(), 2, "the other is kept");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_place_that_nobody_could_name_may_stand_twice() {
    let unknown = "group,province,area,status,source\ng,00@1395,,unknown,X\ng,00@1395,,unknown,X\n";
    assert_eq!(read(&members(unknown.to_owned())).members.len(), 2);
}
