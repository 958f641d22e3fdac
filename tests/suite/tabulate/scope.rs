//! Orders to a group of counties, and sets that are reported some days after their period.

use hamyar::calendar::JalaliDate;
use hamyar::model::{DirectiveId, Figure, GroupId, Level, Missing, ReportingCycle, ReportingSetId};
use hamyar::number::Decimal;
use hamyar::query::{AreaSelection, By, Query, run};
use hamyar::tabulate::{standings, tabulate};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Dataset, Fixture, MeasureId, figure, with};

const SETS: &str = "id,name_fa,name_en,measures,level,period_type,timely_days
M,آمار ماهانه,Monthly figures,population_total|population_rural,county,month,15
Y,آمار سالانه,Yearly figures,population_total,county,year,
";
const DIRECTIVES: &str = "id,name_fa,name_en,source,issued,due,level,within,period,as_of,set,group
T,۳۱ شهرستان,The 31,S2,1399-02-30,P2M,county,,1399,1399-06-31,Y,target31
G,گیلان,Gilan,S2,1399-02-30,P2M,county,01@1395,1399,,,target31
M,ماه,Month,S2,1399-02-30,,county,,1399-03,1399-06-31,M,target31
U,بی‌مهلت,Undated,S2,1399-02-30,,county,,1399,1399-06-31,Y,target31
";

/// Shaft reports the plans on the last day and its month a day late.
fn fixture(directives: &str, submissions: &str) -> Fixture {
    let submissions =
        format!("directive,area,received,complete,filled,required,set\n{submissions}");
    with(&[("reporting_sets", SETS), ("directives", directives), ("submissions", &submissions)])
}

fn counted() -> Dataset {
    let sent = "T,0112@1395,1399-04-30,yes,40,40,Y\nM,0112@1395,1399-04-16,yes,40,40,\n";
    let read = fixture(DIRECTIVES, sent).read().unwrap();
    assert!(!read.has_errors(), "{:?}", read.diagnostics);
    let mut dataset = read.value.dataset;
    tabulate(&mut dataset);
    dataset
}

fn number(count: i64) -> Figure {
    Figure::exact(Decimal::from_int(count))
}

#[wasm_bindgen_test(unsupported = test)]
fn a_set_says_what_is_reported_by_whom_and_how_often() {
    let sets = counted().registers.reporting_sets;
    let month = &sets[0];
    assert_eq!(month.measures, ["population_total", "population_rural"].map(MeasureId::new));
    assert_eq!((month.level, month.cycle), (Level::County, ReportingCycle::Month));
    assert_eq!((month.timely_days, sets[1].timely_days), (Some(15), None));
}

/// Seven of the 31 are not known by name: they must report too, and nobody knows who they are.
#[wasm_bindgen_test(unsupported = test)]
fn row_2_the_31_counties_of_a_group_are_ordered_to_report() {
    let data = counted();
    assert_eq!(figure(&data, "reports_expected/T/target31"), number(31));
    assert_eq!(figure(&data, "reports_received/T/target31"), number(1));
    assert_eq!(figure(&data, "reports_on_time/T/target31"), number(1));
    let order = data.registers.directives.iter().find(|one| one.id == DirectiveId::new("T"));
    let standings = standings(&data, order.unwrap());
    assert_eq!(standings.len(), 24, "as many are known");
    assert_eq!(standings.iter().filter(|one| one.received.is_some()).count(), 1);
    let areas = AreaSelection { group: Some(GroupId::new("target31")), ..AreaSelection::default() };
    let query = Query {
        measure: MeasureId::new("reports_expected"),
        areas,
        periods: vec!["1399".into()],
        by: vec![By::Scope],
        ..Query::default()
    };
    let answer = run(&data, &query);
    let told = |scope: &str| {
        let is_it = |row: &&hamyar::query::Row| {
            row.key.scope.as_ref().is_some_and(|known| known.1 == scope)
        };
        answer.rows.iter().filter(is_it).map(|row| row.figure).collect::<Vec<_>>()
    };
    assert_eq!(told("The 31"), [number(31)], "the group is not counted beside its members");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_group_may_be_asked_inside_an_area() {
    let data = counted();
    let order = data.registers.directives.iter().find(|one| one.id == DirectiveId::new("G"));
    let standings = standings(&data, order.unwrap());
    let members = data.groups[&GroupId::new("target31")].known();
    let inside = members.filter(|(member, _)| member.province.as_str() == "01@1395").count();
    assert_eq!((standings.len(), inside), (inside, standings.len()));
    assert!(standings.iter().all(|one| one.area.as_str().starts_with("01")));
}

#[wasm_bindgen_test(unsupported = test)]
fn row_15_a_periodic_report_is_due_some_days_after_its_period() {
    let data = counted();
    let day = |month, day| JalaliDate::new(1399, month, day).unwrap().day_number();
    assert_eq!(day(4, 15), day(3, 31).plus(15));
    assert_eq!(figure(&data, "report_days_over/M/0112"), number(1), "in on 16 Tir");
    assert_eq!(figure(&data, "reports_on_time/M/target31"), number(0));
    let undated = figure(&data, "report_days_over/U/0112");
    assert_eq!(undated, Figure::Missing(Missing::NotApplicable), "this set says no days");
    let in_time = figure(&data, "reports_on_time/U/0112");
    assert_eq!(in_time, Figure::Missing(Missing::NotApplicable), "and so no time to be in");
    let order = data.registers.directives.iter().find(|one| one.id == DirectiveId::new("U"));
    assert_eq!(order.unwrap().set, Some(ReportingSetId::new("Y")));
}

#[wasm_bindgen_test(unsupported = test)]
fn an_order_and_a_report_agree_with_their_set() {
    let head = DIRECTIVES.lines().next().unwrap();
    for (table, row, code, column) in [
        ("d", "X,نام,,S2,1399-02-30,,county,,1399,,Z,", "cell/unknown-reference", "set"),
        ("d", "X,نام,,S2,1399-02-30,,county,,1399,,Y,target", "cell/unknown-reference", "group"),
        ("d", "X,نام,,S2,1399-02-30,,province,,1399,,Y,", "row/rejected", "level"),
        ("d", "X,نام,,S2,1399-02-30,,county,,1399,,M,", "row/rejected", "period"),
        ("s", "T,0112@1395,1399-04-30,yes,,,M", "row/rejected", "set"),
    ] {
        let read = match table {
            "d" => fixture(&format!("{head}\n{row}\n"), ""),
            _ => fixture(DIRECTIVES, &format!("{row}\n")),
        };
        let found = read.read().unwrap().diagnostics;
        let told: Vec<_> = found
            .iter()
            .map(|one| (one.code, one.position.row, one.position.column.as_str()))
            .collect();
        assert_eq!(told, [(code, 2, column)], "{row}");
    }
    let sets = SETS.replace("|population_rural", "|rural");
    let empty = "directive,area,received\n";
    let bad = with(&[("reporting_sets", &sets), ("submissions", empty)]).read().unwrap();
    let codes: Vec<_> = bad.diagnostics.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["cell/unknown-reference"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn row_2_a_member_that_has_ended_is_not_ordered_to_report() {
    let sent = "directive,area,received,complete,filled,required,set\n";
    let step = |day: &str| format!("kind,from,to,day,share\nmerge,0112@1395,0111@1402,{day},100\n");
    let expected = |day: &str| {
        let successions = step(day);
        let tables = [
            ("reporting_sets", SETS),
            ("directives", DIRECTIVES),
            ("submissions", sent),
            ("successions", &successions),
        ];
        let mut dataset = with(&tables).read().unwrap().value.dataset;
        tabulate(&mut dataset);
        figure(&dataset, "reports_expected/T/target31")
    };
    assert_eq!(expected("1398-06-01"), number(30));
    assert_eq!(expected("1400-06-01"), number(31), "in 1399 it was there");
}

/// The group names its counties by the list of 1395; the order and the report name province and county by that of
/// 1402, in which Shaft is known to be the same county.
#[wasm_bindgen_test(unsupported = test)]
fn row_2_a_member_is_one_county_in_whichever_list_it_is_named() {
    let head = DIRECTIVES.lines().next().unwrap();
    let row = |id: &str, year: &str| {
        format!("{id},گیلان,Gilan,S2,1399-02-30,P2M,county,01@1402,{year},,,target31\n")
    };
    let directives = format!("{head}\n{}{}", row("T", "1399"), row("N", "1402"));
    let sent = "T,0112@1402,1399-04-01,yes,40,40,\nN,0112@1402,1399-04-01,yes,40,40,\n";
    let shaft = "0112@1402,0112,1402,county,01@1402,شفت,Shaft,,";
    let read = |fixture: Fixture| fixture.read().unwrap();
    let known =
        read(fixture(&directives, sent).edit("areas.csv", shaft, &format!("{shaft}0112@1395")));
    assert!(!known.has_errors(), "{:?}", known.diagnostics);
    let mut data = known.value.dataset;
    tabulate(&mut data);
    let members = data.groups[&GroupId::new("target31")].members.iter();
    let inside = members.filter(|one| one.province.as_str() == "01@1395").count();
    for order in ["T", "N"] {
        let told = |measure: &str| figure(&data, &format!("{measure}/{order}/target31"));
        assert_eq!(told("reports_expected"), number(i64::try_from(inside).unwrap()), "{order}");
        assert_eq!(told("reports_received"), number(1), "{order}");
        assert_eq!(figure(&data, &format!("reports_received/{order}/0112")), number(1));
    }
    // Where nobody has matched the two, a county of the later list is not taken for a member.
    let unknown = read(fixture(&directives, sent));
    let codes: Vec<_> = unknown.diagnostics.iter().map(|one| one.position.row).collect();
    assert_eq!(codes, [2, 3]);
}
