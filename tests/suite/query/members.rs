//! A group whose members change.

use hamyar::calendar::Period;
use hamyar::model::{AreaId, Dataset, GroupId, Member, Validity};
use hamyar::query::{AreaSelection, By, Query, run};
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::{dataset, observation};
use super::{ask, value};

/// Provinces 01 until 1400 and 0201 from then on, with 02 throughout: two at any time.
fn changing() -> Dataset {
    let mut data = dataset(vec![
        observation("a", "jobs", "0101", "1399", "1"),
        observation("b", "jobs", "0102", "1399", "10"),
        observation("c", "jobs", "0201", "1399", "100"),
        observation("d", "jobs", "0101", "1401", "2"),
        observation("e", "jobs", "0102", "1401", "20"),
        observation("f", "jobs", "0201", "1401", "200"),
    ]);
    let group = data.groups.get_mut(&GroupId::new("two")).unwrap();
    let pattern = group.members[0].clone();
    let change = Period::parse("1400").unwrap().start();
    let member = |code: &str, valid| Member {
        area: Some(AreaId::new(format!("{code}@1395"))),
        province: AreaId::new(format!("{}@1395", &code[..2])),
        valid,
        ..pattern.clone()
    };
    group.expected = 2;
    group.members = vec![
        member("0101", Validity { from: None, to: change }),
        member("0102", Validity::default()),
        member("0201", Validity { from: change, to: None }),
    ];
    data
}

fn asked(period: &str, by: &[By]) -> Query {
    let areas = AreaSelection { group: Some(GroupId::new("two")), ..AreaSelection::default() };
    Query { areas, periods: vec![period.to_owned()], ..ask("jobs", by) }
}

#[wasm_bindgen_test(unsupported = test)]
fn row_19_a_union_is_of_the_members_of_its_time() {
    let data = changing();
    for (period, sum) in [("1399", "11"), ("1401", "220")] {
        let answer = run(&data, &asked(period, &[]));
        assert_eq!(value(&answer, 0), sum, "{period}");
        let covered = (answer.coverage.reported, answer.coverage.expected);
        assert_eq!(covered, (2, 2), "{period}");
    }
    let both = Query { periods: Vec::new(), ..asked("", &[By::Period]) };
    let both = run(&data, &both);
    assert_eq!((value(&both, 0), value(&both, 1)), ("11".into(), "220".into()));
    let each = Query { unreported: true, ..asked("1401", &[By::Area]) };
    let codes: Vec<String> = run(&data, &each)
        .rows
        .iter()
        .map(|row| row.key.area.as_ref().unwrap().to_string())
        .collect();
    assert_eq!(codes, ["0102@1395", "0201@1395"]);
}
