//! Figures counted from registers.

mod as_of;
pub(in crate::suite) mod ended;
mod minimum;
mod projects;
#[cfg(feature = "desk")]
mod scope;

use hamyar::calendar::JalaliDate;
use hamyar::ingest::Resource;
use hamyar::model::{
    Allowance, Dataset, DirectiveId, Figure, MeasureId, Missing, ObservationId, due_day,
};
use hamyar::query::{Query, run};
use hamyar::tabulate::{standings, tabulate};
use wasm_bindgen_test::wasm_bindgen_test;

use super::ingest::fixture::{Fixture, assert_spoken};
use super::ingest::open_data::{example_dataset, open_data};

/// The open data with tables of a register, and the measures that are counted from it.
fn with(tables: &[(&str, &str)]) -> Fixture {
    let mut fixture = open_data()
        .add("measures.csv", "reports_expected,گزارش‌های انتظار,Reports expected,,,count,,,,flow,sum,none,0,none,,,,,,,,,,,")
        .add("measures.csv", "reports_received,گزارش‌های رسیده,Reports received,,,count,,,,flow,sum,none,0,none,,,,,,,,,,,")
        .add("measures.csv", "reports_on_time,به‌موقع,Reports in time,,,count,,,,flow,sum,none,0,none,,,,,,,,,,,")
        .add("measures.csv", "report_days_over,روزهای گذشته,Days over,,,count,,,,reference,none,none,0,none,,,,,,,,,,,")
        .add("measures.csv", "reporting_rate,نرخ گزارش,Reporting rate,,,percent,,,,ratio,ratio,ratio,1,up,reports_received,reports_expected,100,,,,,,,,")
        .add("measures.csv", "reporting_rate_on_time,نرخ به‌موقع,Rate in time,,,percent,,,,ratio,ratio,ratio,1,up,reports_on_time,reports_expected,100,,,,,,,,");
    for (name, text) in tables {
        let path = format!("{name}.csv");
        fixture.descriptor.resources.push(Resource {
            name: (*name).into(),
            path: path.clone(),
            ..Resource::default()
        });
        fixture.files.insert(path, text.as_bytes().to_vec());
    }
    fixture
}

const DIRECTIVES: &str = "id,name_fa,name_en,source,issued,due,level,within,period,as_of
D2,داده‌های مالی,Financial data,S2,1399-02-30,P2M,province,,1399,1399-06-31
D4,پروانهٔ ساخت,Building permits,S2,1399-02-30,P4M,province,,1399,
D0,داده‌های کنونی,Current data,S2,1399-02-30,,province,,1399,1399-06-31
C,شهرستان‌ها,Counties,S2,1399-02-30,P2M,county,01@1395,1395,
";

/// Twenty provinces send the financial data, fifteen of them by the last day.
fn submissions() -> String {
    let mut rows = String::from("directive,area,received,complete,filled,required\n");
    for code in 0..20 {
        let day = if code < 15 { "1399-04-30" } else { "1399-04-31" };
        rows.push_str(&format!("D2,{code:02}@1395,{day},yes,40,40\n"));
        rows.push_str(&format!("D0,{code:02}@1395,1399-05-31,yes,,\n"));
    }
    rows
}

fn counted() -> Dataset {
    let submissions = submissions();
    let fixture = with(&[("directives", DIRECTIVES), ("submissions", &submissions)]);
    let read = fixture.read().unwrap();
    assert!(!read.has_errors(), "{:?}", read.diagnostics);
    let mut dataset = read.value.dataset;
    tabulate(&mut dataset);
    dataset
}

fn figure(dataset: &Dataset, id: &str) -> Figure {
    dataset.observations[&ObservationId::new(id)].figure
}

#[wasm_bindgen_test(unsupported = test)]
fn row_15_deadlines_in_jalali_months() {
    let meeting = JalaliDate::new(1399, 2, 30).unwrap().day_number();
    let due = |allowance| {
        due_day(meeting, allowance)
            .map(|day| (JalaliDate::from_day(day).to_string(), day.to_iso(), meeting.until(day)))
    };
    assert_eq!(due(Allowance::Months(2)), Some(("1399-04-30".into(), "2020-07-20".into(), 62)));
    assert_eq!(due(Allowance::Months(4)), Some(("1399-06-30".into(), "2020-09-20".into(), 124)));
    assert_eq!(due(Allowance::Undated), None);
    let data = counted();
    let over = |id: &str| figure(&data, id);
    let days = |count: i64| Figure::exact(hamyar::number::Decimal::from_int(count));
    assert_eq!(over("report_days_over/D2/00"), days(0), "the last day is in time, to its end");
    assert_eq!(over("report_days_over/D2/15"), days(1));
    let so_far = |days| Figure::Value {
        value: hamyar::number::Decimal::from_int(days),
        qualifier: hamyar::model::Qualifier::AtLeast,
        upper: None,
    };
    assert_eq!(over("report_days_over/D2/25"), so_far(63), "not in on 31 Shahrivar");
    let late = &data.observations[&ObservationId::new("report_days_over/D2/25")];
    assert_eq!(late.status, hamyar::model::Status::Provisional, "a final figure is to follow");
    assert!(late.note.en.contains("No report had come in"), "{:?}", late.note);
    assert_eq!(over("report_days_over/D4/25"), Figure::Missing(Missing::Awaited));
    assert_eq!(over("report_days_over/D0/25"), Figure::Missing(Missing::NotApplicable));
    let undated =
        data.registers.directives.iter().find(|one| one.id == DirectiveId::new("D0")).unwrap();
    let standings = standings(&data, undated);
    let late = standings.iter().filter(|one| one.received.is_some() && !one.on_time);
    assert_eq!(late.count(), 0, "as soon as possible is never late");
}

#[wasm_bindgen_test(unsupported = test)]
fn row_2_expected_received_in_time_and_their_rates() {
    let data = counted();
    let of = |measure: &str| {
        let query = Query {
            measure: MeasureId::new(measure),
            areas: hamyar::query::AreaSelection {
                level: Some(hamyar::model::Level::Province),
                ..Default::default()
            },
            periods: vec!["1399".into()],
            by: vec![hamyar::query::By::Scope],
            ..Query::default()
        };
        let answer = run(&data, &query);
        let row = answer
            .rows
            .iter()
            .find(|row| row.key.scope.as_ref().is_some_and(|scope| scope.1 == "Financial data"));
        let row = row.unwrap_or_else(|| panic!("{measure}: {:?}", answer.refused));
        row.figure.value().unwrap().rounded(1).to_string()
    };
    assert_eq!(of("reports_expected"), "31");
    assert_eq!(of("reports_received"), "20");
    assert_eq!(of("reports_on_time"), "15");
    assert_eq!(of("reporting_rate"), "64.5");
    assert_eq!(of("reporting_rate_on_time"), "48.4");
}

/// What came in counts, whether or not anybody has confirmed its figures.
#[wasm_bindgen_test(unsupported = test)]
fn row_12_rates_count_what_was_submitted() {
    let mut data = counted();
    let submitted = {
        let mut one = data.observations.values().next().unwrap().clone();
        one.id = ObservationId::new("submitted");
        one.status = hamyar::model::Status::Submitted;
        one
    };
    data.observations.insert(submitted.id.clone(), submitted);
    let before = data.observations.len();
    assert_eq!(hamyar::model::keep_confirmed(&mut data), 1);
    assert_eq!(data.observations.len(), before - 1);
    let received = MeasureId::new("reports_received");
    let counts = data.observations.values().filter(|one| one.measure == received);
    let sum: Vec<_> = counts.filter_map(|one| one.figure.value()).collect();
    assert!(sum.iter().filter(|one| one.to_string() == "1").count() >= 20, "{sum:?}");
}

/// Gilan has 16 counties in the division of 1395 and 17 in that of 1402.
#[wasm_bindgen_test(unsupported = test)]
fn an_area_that_was_not_there_is_not_expected() {
    let data = counted();
    let of = |period: &str| {
        let mut directive = data
            .registers
            .directives
            .iter()
            .find(|one| one.id == DirectiveId::new("C"))
            .unwrap()
            .clone();
        directive.period = hamyar::calendar::Period::parse(period).ok();
        directive.within =
            Some(hamyar::model::AreaId::new(if period == "1395" { "01@1395" } else { "01@1402" }));
        standings(&data, &directive).len()
    };
    assert_eq!((of("1395"), of("1403")), (16, 17));
}

/// What the board of the example shows as one year happened in it: orders, last days and reports.
#[wasm_bindgen_test(unsupported = test)]
fn orders_and_reports_of_the_example_are_of_one_time() {
    let data = example_dataset();
    let issued = JalaliDate::new(1399, 2, 30).unwrap().day_number();
    let months = |directive: &hamyar::model::Directive| match directive.allowance {
        Allowance::Months(months) => months,
        _ => 0,
    };
    let asked: Vec<u8> = data.registers.directives.iter().map(months).collect();
    assert_eq!(asked, [2, 4], "the financial data and the permits");
    for directive in &data.registers.directives {
        let period = directive.period.unwrap();
        assert_eq!(directive.issued, issued);
        for day in [Some(issued), directive.due_day(), directive.as_of] {
            assert!(period.contains(day.unwrap()), "{}", directive.id);
        }
        assert_eq!(standings(&data, directive).len(), 6, "one for each province");
    }
    for report in &data.registers.submissions {
        let asked =
            data.registers.directives.iter().find(|one| one.id == report.directive).unwrap();
        assert!(report.received <= asked.as_of.unwrap(), "{}", report.area);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_bad_row_of_a_register_is_told() {
    for (table, row, code) in [
        ("directives", "D9,نام,Name,S2,1399-02-30,P2W,province,,,", "cell/not-in-list"),
        ("directives", "D9,نام,Name,S2,1399-02-32,P2M,province,,,", "cell/date-does-not-exist"),
        ("submissions", "D9,01@1395,1399-04-30,yes,,", "cell/unknown-reference"),
        ("submissions", "D2,01@1395,1399-02-29,yes,,", "row/rejected"),
        ("submissions", "D2,01@1395,1399-04-30,yes,50,40", "row/rejected"),
        ("submissions", "D2,01@1395,1399-04-30,yes,50,", "row/rejected"),
        ("submissions", "D2,01@1395,1399-04-30,maybe,40,40", "cell/not-in-list"),
        ("submissions", "D2,0112@1395,1399-04-30,yes,40,40", "row/rejected"),
        ("submissions", "D2,01@1402,1399-04-30,yes,40,40", "row/rejected"),
        ("submissions", "C,01@1395,1399-04-30,yes,40,40", "row/rejected"),
        ("submissions", "C,0003@1395,1399-04-30,yes,40,40", "row/rejected"),
    ] {
        let rows = |name: &str, head: &str| {
            if name == table { format!("{head}{row}\n") } else { head.to_owned() }
        };
        let directives = rows("directives", DIRECTIVES);
        let submissions = rows("submissions", "directive,area,received,complete,filled,required\n");
        let read =
            with(&[("directives", &directives), ("submissions", &submissions)]).read().unwrap();
        let codes: Vec<&str> = read.diagnostics.iter().map(|found| found.code).collect();
        assert_eq!(codes, [code], "{row}");
        read.diagnostics.iter().for_each(assert_spoken);
    }
}

/// The finding of each bad row with its column, beside how many bodies and projects are kept.
fn kept(tables: &[(&str, &str)]) -> (Vec<(&'static str, u32, String)>, [usize; 2]) {
    let read = with(tables).read().unwrap();
    read.diagnostics.iter().for_each(assert_spoken);
    let found = read.diagnostics.iter();
    let told = found.map(|one| (one.code, one.position.row, one.position.column.clone()));
    let registers = &read.value.dataset.registers;
    (told.collect(), [registers.organisations.len(), registers.projects.len()])
}

#[wasm_bindgen_test(unsupported = test)]
fn a_body_above_itself_is_left_out_with_those_below() {
    let rows = |rows: &str| {
        let table = format!("id,name_fa,kind,area,parent\n{rows}");
        kept(&[("organisations", &table)])
    };
    let sound = rows("A,الف,fund,,B\nB,ب,fund,,\n");
    assert_eq!(sound, (vec![], [2, 0]), "the one above may come later");
    let refused = |row| ("row/rejected", row, "parent".to_owned());
    let circle = rows("A,الف,fund,,B\nB,ب,fund,,A\nC,پ,fund,,A\nD,ت,fund,,\n");
    assert_eq!(circle, (vec![refused(2), refused(3), refused(4)], [1, 0]));
    assert_eq!(rows("A,الف,fund,,A\n"), (vec![refused(2)], [0, 0]));
    let hanging = rows("A,الف,fund,,B\nB,ب,found,,\n");
    let unknown = ("cell/unknown-reference", 2, "parent".to_owned());
    assert_eq!(hanging, (vec![("cell/not-in-list", 3, "kind".to_owned()), unknown], [0, 0]));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_project_has_amounts_that_can_be() {
    let amounts = |cost: &str, idle: &str| {
        let table = format!(
            "id,name_fa,source,cost,idle_capital,unit\nP1,پروژه,S1,{cost},{idle},rial\nP2,دیگر,S1,1,1,rial\n"
        );
        kept(&[("projects", &table)])
    };
    for (cost, idle) in [("100", "30"), ("100", "100"), ("0", "0"), ("", "300"), ("100", "")] {
        assert_eq!(amounts(cost, idle), (vec![], [0, 2]), "{cost} {idle}");
    }
    let refused = |code, column: &str| (vec![(code, 2, column.to_owned())], [0, 1]);
    assert_eq!(amounts("-100", "30"), refused("cell/out-of-range", "cost"));
    assert_eq!(amounts("100", "-30"), refused("cell/out-of-range", "idle_capital"));
    assert_eq!(amounts("100", "300"), refused("row/rejected", "idle_capital"));
}

const PROJECTS: [(&str, &str); 3] = [
    (
        "organisations",
        "id,name_fa,name_en,kind,area\nS,سازمان همیاری جنوبی,South,municipal_cooperation,29@1402\nR,سازمان همیاری رضوی,Razavi,municipal_cooperation,09@1402\n",
    ),
    (
        "projects",
        "id,name_fa,name_en,source,period,status,cost,idle_capital,unit,sites\nP1,پروژهٔ مشترک,Joint project,S1,1402,in_hand,100,30,billion_rial,29@1402|09@1402\n",
    ),
    ("project_parties", "project,organisation,area,share\nP1,S,29@1402,60\nP1,R,09@1402,40\n"),
];

fn joint(parties: &str) -> Fixture {
    let [organisations, projects, _] = PROJECTS;
    with(&[organisations, projects, ("project_parties", parties)])
        .add("measures.csv", "joint_project_count,پروژه‌های مشترک,Joint projects,,,count,,,,stock,none,last,0,none,,,,,,,,,,,")
        .add("measures.csv", "joint_project_cost,هزینهٔ پروژه‌ها,Cost of projects,,,rial,,,,flow,sum,sum,0,none,,,,,,,,,,,")
}

#[wasm_bindgen_test(unsupported = test)]
fn row_19_a_joint_project_is_counted_once_in_a_union() {
    let mut data = joint(PROJECTS[2].1).read().unwrap().value.dataset;
    tabulate(&mut data);
    let billions =
        |count: i64| Figure::exact(hamyar::number::Decimal::from_int(count * 1_000_000_000));
    assert_eq!(figure(&data, "joint_project_cost/29@1402/1402"), billions(60));
    assert_eq!(figure(&data, "joint_project_cost/09@1402/1402"), billions(40));
    assert_eq!(figure(&data, "joint_project_cost/khorasan-south-razavi/1402"), billions(100));
    let union = |measure: &str| {
        let areas = hamyar::query::AreaSelection {
            group: Some(hamyar::model::GroupId::new("khorasan-south-razavi")),
            ..Default::default()
        };
        let query = Query { measure: MeasureId::new(measure), areas, ..Query::default() };
        run(&data, &query).rows[0].figure
    };
    assert_eq!(union("joint_project_cost"), billions(100), "the union");
    assert_eq!(union("joint_project_count"), Figure::exact(hamyar::number::Decimal::from_int(1)));
}

#[wasm_bindgen_test(unsupported = test)]
fn row_3_v14_the_shares_of_the_parties_are_the_whole() {
    let verdict = |parties: &str| {
        let data = joint(parties).read().unwrap().value.dataset;
        let report = hamyar::check::check(&data, &[]);
        let found = report.findings.into_iter().find(|one| one.rule == "V14").unwrap();
        (found.verdict, found.computed)
    };
    let pass = hamyar::model::Verdict::Pass;
    assert_eq!(verdict(PROJECTS[2].1), (pass, "100".to_owned()));
    let fail = hamyar::model::Verdict::Fail;
    let short = "project,organisation,area,share\nP1,S,29@1402,60\nP1,R,09@1402,30\n";
    assert_eq!(verdict(short), (fail, "90".to_owned()));
    // Whole percents were agreed upon: nothing was rounded.
    assert_eq!(verdict(&short.replace("30", "41")), (fail, "101".to_owned()));
    let thirds = |last: &str| {
        let parties = format!(
            "project,organisation,area,share\nP1,S,29@1402,33.33\nP1,R,09@1402,33.33\nP1,Q,09@1402,{last}\n"
        );
        let organisation = "Q,سازمان همیاری شمالی,North,municipal_cooperation,09@1402";
        let data = joint(&parties).add("organisations.csv", organisation).read().unwrap();
        let report = hamyar::check::check(&data.value.dataset, &[]);
        let found = report.findings.into_iter().find(|one| one.rule == "V14").unwrap();
        (found.verdict, found.computed, found.tolerance)
    };
    assert_eq!(thirds("33.33"), (pass, "99.99".to_owned(), "0.015".to_owned()));
    assert_eq!(thirds("33.31"), (fail, "99.97".to_owned(), "0.015".to_owned()));
}
