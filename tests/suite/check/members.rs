//! Members of a group for some time only: counted where a period is told, and then only.

use hamyar::calendar::Period;
use hamyar::model::{Dataset, Figure, GroupId, ObservationId, Validity, Verdict};
use hamyar::number::Decimal;
use hamyar::tabulate::tabulate;
use wasm_bindgen_test::wasm_bindgen_test;

use super::small::{self, HEAD, MEASURES};
use super::{checked, verdicts};
use crate::suite::ingest::fixture::Fixture;

const MEMBERS: &str = "group,province,area,status,source,valid_from,valid_to";

/// A group of `expected` at once: Markazi always, Fars until the end of 1396, Ardabil from 1397 on; with
/// joint projects of Fars in 1396 and in 1397.
fn group(expected: u32) -> Fixture {
    let projects = "id,name_fa,source,period\nP96,نخست,X,1396\nP97,دوم,X,1397\n";
    let parties = "project,organisation,area,share\nP96,F,07@1395,60\nP96,H,IR@1395,40\n\
                   P97,F,07@1395,60\nP97,H,IR@1395,40\n";
    let members = "g,00@1395,00@1395,listed,X,,\ng,07@1395,07@1395,listed,X,,1397-01-01\n\
                   g,24@1395,24@1395,listed,X,1397-01-01,\n";
    small::with(&[
        (
            "measures",
            format!("{MEASURES}joint_project_count,پروژه,Projects,count,stock,none,last\n"),
        ),
        ("groups", format!("id,name_fa,name_en,expected_count\ng,گروه,Group,{expected}\n")),
        ("group_members", format!("{MEMBERS}\n{members}")),
        ("observations", format!("{HEAD}\nA,plans,,g,1396,actual,,2,count,exact,,,X,\n")),
        ("organisations", "id,name_fa,kind\nF,نهاد,fund\nH,نهاد دیگر,fund\n".to_owned()),
        ("projects", projects.to_owned()),
        ("project_parties", parties.to_owned()),
        (
            "rules",
            "id,name_fa,name_en,left,operator,right\nR,شمار,Members,plans,=,count[g/province]\n"
                .to_owned(),
        ),
    ])
}

fn dataset(fixture: &Fixture) -> Dataset {
    let read = fixture.read().unwrap();
    assert_eq!(read.diagnostics, []);
    read.value.dataset
}

#[wasm_bindgen_test(unsupported = test)]
fn a_member_keeps_its_days() {
    let dataset = dataset(&group(2));
    let members = &dataset.groups[&GroupId::new("g")].members;
    let new_year = Period::year(1397).unwrap().start();
    let valid = [
        Validity::default(),
        Validity { from: None, to: new_year },
        Validity { from: new_year, to: None },
    ];
    assert_eq!(members.iter().map(|one| one.valid).collect::<Vec<_>>(), valid);
}

#[wasm_bindgen_test(unsupported = test)]
fn row_3_v13_one_that_follows_another_is_not_one_more() {
    let size = |expected| {
        let report = checked(&group(expected));
        let [found] = verdicts(&report, "V13")[..] else { panic!("{report:?}") };
        (found.verdict, found.computed.clone())
    };
    assert_eq!(size(2), (Verdict::Pass, "2".to_owned()));
    assert_eq!(size(3), (Verdict::Fail, "2".to_owned()));
}

/// Three provinces are named, two of them were members in 1396.
#[wasm_bindgen_test(unsupported = test)]
fn a_rule_counts_the_members_of_its_period() {
    let report = checked(&group(2));
    assert_eq!(verdicts(&report, "R")[0].verdict, Verdict::Pass, "{report:?}");
}

#[wasm_bindgen_test(unsupported = test)]
fn row_19_a_project_counts_for_a_group_whose_member_its_party_is_at_the_time() {
    let mut dataset = dataset(&group(2));
    tabulate(&mut dataset);
    let count = |period: &str| {
        let id = ObservationId::new(format!("joint_project_count/g/{period}"));
        dataset.observations.get(&id).map(|one| one.figure)
    };
    assert_eq!(count("1396"), Some(Figure::exact(Decimal::from_int(1))));
    assert_eq!(count("1397"), None, "Fars was no member any more");
}
