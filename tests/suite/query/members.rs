//! Groups whose members change: each period is answered by those of its time.

use hamyar::calendar::{Day, Period};
use hamyar::model::{
    AreaId, AreaRule, GroupId, Member, Succession, SuccessionKind, TimeRule, Validity,
};
use hamyar::number::Decimal;
use hamyar::pack;
use hamyar::query::{AreaSelection, Coverage};
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::measure;
use super::*;

fn day(text: &str) -> Day {
    Period::parse(text).unwrap().start().unwrap()
}

/// A group of two: Sari throughout, and whoever else stands in `members` with the days of it.
fn group_of(members: &[(&str, &str, &str)], figures: Vec<Observation>) -> Dataset {
    let mut data = dataset(figures);
    let group = data.groups.get_mut(&GroupId::new("two")).unwrap();
    let known = group.members[1].clone();
    group.expected = 2;
    group.members = vec![known.clone()];
    for (code, from, to) in members {
        let limit = |text: &str| (!text.is_empty()).then(|| day(text));
        let area = Some(AreaId::new(format!("{code}@1395")));
        let valid = Validity { from: limit(from), to: limit(to) };
        group.members.push(Member { area, valid, ..known.clone() });
    }
    data
}

/// Rasht until 1400, Shaft from then on.
const FOLLOWS: [(&str, &str, &str); 2] = [("0101", "", "1400-01-01"), ("0102", "1400-01-01", "")];

fn yearly(measure: &str) -> Vec<Observation> {
    let values = [("0101", "10", "20"), ("0102", "100", "200"), ("0201", "1", "2")];
    let of = |(code, before, after): (&str, &str, &str)| {
        [("1399", before), ("1401", after)]
            .map(|(year, value)| observation(&format!("{code}/{year}"), measure, code, year, value))
    };
    values.into_iter().flat_map(of).collect()
}

fn of_group(measure: &str, by: &[By]) -> Query {
    let areas = AreaSelection { group: Some(GroupId::new("two")), ..AreaSelection::default() };
    Query { areas, ..ask(measure, by) }
}

fn whole(count: u32) -> Coverage {
    Coverage { reported: count, expected: count }
}

#[wasm_bindgen_test(unsupported = test)]
fn row_19_a_group_is_that_of_each_period() {
    let data = group_of(&FOLLOWS, yearly("jobs"));
    let packed = pack::read(&pack::write(&data)).unwrap();
    for data in [&data, &packed] {
        let answer = run(data, &of_group("jobs", &[By::Period]));
        let told = [0, 1].map(|row| (value(&answer, row), answer.rows[row].coverage));
        assert_eq!(told, [("11".into(), whole(2)), ("202".into(), whole(2))]);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn who_is_no_member_yet_is_not_waited_for() {
    let figures = yearly("jobs").into_iter().filter(|one| one.id.as_str() != "0102/1401");
    let data = group_of(&FOLLOWS, figures.collect());
    let by_area = of_group("jobs", &[By::Period, By::Area]);
    let answer = run(&data, &Query { unreported: true, ..by_area });
    let told = |row: &hamyar::query::Row| {
        let area = row.key.area.as_ref().unwrap().to_string();
        (row.key.period.unwrap().id(), area, row.figure.value().is_some())
    };
    let rows: Vec<_> = answer.rows.iter().map(told).collect();
    let expected = [
        ("1399", "0101@1395", true),
        ("1399", "0201@1395", true),
        ("1401", "0102@1395", false),
        ("1401", "0201@1395", true),
    ];
    let expected = expected.map(|(year, area, is_told)| (year.into(), area.into(), is_told));
    let mut sorted = rows.clone();
    sorted.sort();
    assert_eq!(sorted, expected);
    assert_eq!(answer.coverage, Coverage { reported: 3, expected: 4 });
}

/// Who is said to be of the group but stands in no row is expected at all times.
#[wasm_bindgen_test(unsupported = test)]
fn who_is_not_listed_is_expected_too() {
    let mut data = group_of(&FOLLOWS, yearly("jobs"));
    data.groups.get_mut(&GroupId::new("two")).unwrap().expected = 5;
    let answer = run(&data, &of_group("jobs", &[By::Period]));
    assert_eq!(answer.rows[0].coverage, Coverage { reported: 2, expected: 5 });
}

/// Rasht leaves in the middle of 1400 and Shaft follows; each has a figure of every month.
fn monthly(measure: &str) -> Dataset {
    let middle = "1400-07-01";
    let months = |code: &'static str, value: &'static str| {
        (1..=12).map(move |month| {
            let period = format!("1400-{month:02}");
            observation(&format!("{code}/{month:02}"), measure, code, &period, value)
        })
    };
    let all = months("0101", "1").chain(months("0102", "10")).chain(months("0201", "100"));
    group_of(&[("0101", "", middle), ("0102", middle, "")], all.collect())
}

fn of_the_year(measure: &str) -> Query {
    Query { every: Some(Every::Year), ..of_group(measure, &[By::Period]) }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_year_adds_the_members_of_each_month() {
    let answer = run(&monthly("jobs"), &of_the_year("jobs"));
    // Six months of Rasht, six of Shaft, twelve of Sari.
    assert_eq!((value(&answer, 0), answer.rows[0].coverage), ("1266".into(), whole(24)));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_stock_of_a_year_is_that_of_the_members_at_its_end() {
    let answer = run(&monthly("stock"), &of_the_year("stock"));
    assert_eq!(value(&answer, 0), "110");
    assert_eq!(answer.rows[0].coverage.expected, 24, "two members, twelve months");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_mean_of_a_year_in_which_members_change_is_refused() {
    let mut data = monthly("level");
    let level = measure("level", AreaRule::Sum, TimeRule::Average, "person");
    data.measures.insert(level.id.clone(), level);
    assert_eq!(codes(&run(&data, &of_the_year("level"))), ["query/not-additive-in-time"]);
    let months = run(&data, &of_group("level", &[By::Period]));
    assert_eq!((value(&months, 0), value(&months, 11)), ("101".into(), "110".into()));
}

#[wasm_bindgen_test(unsupported = test)]
fn who_left_and_came_back_in_a_year_is_one_member_of_it() {
    let back = [("0101", "", "1399-03-01"), ("0101", "1399-09-01", "")];
    let data = group_of(&back, yearly("jobs"));
    let answer = run(&data, &of_group("jobs", &[By::Period]));
    assert_eq!((value(&answer, 0), answer.rows[0].coverage), ("11".into(), whole(2)));
}

#[wasm_bindgen_test(unsupported = test)]
fn row_2_a_member_whose_county_has_ended_is_not_waited_for() {
    let mut data = group_of(&[("0101", "", ""), ("0102", "", "")], yearly("jobs"));
    let whole_of = |from: &str, to: &str| Succession {
        kind: SuccessionKind::Merge,
        from: AreaId::new(from),
        to: AreaId::new(to),
        day: day("1400-01-01"),
        share: Decimal::from_int(100),
    };
    data.successions = vec![whole_of("0102@1395", "0101@1395")];
    data.observations.retain(|id, _| id.as_str() != "0102/1401");
    let answer = run(&data, &of_group("jobs", &[By::Period]));
    let told = [0, 1].map(|row| (value(&answer, row), answer.rows[row].coverage));
    assert_eq!(told, [("111".into(), whole(3)), ("22".into(), whole(2))]);
    let by_area = of_group("jobs", &[By::Period, By::Area]);
    let answer = run(&data, &Query { unreported: true, ..by_area });
    assert_eq!((answer.rows.len(), answer.coverage), (5, whole(5)));
}
