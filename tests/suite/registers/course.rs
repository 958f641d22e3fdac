//! How projects go: planned and actual, as reported, and by milestones.

use hamyar::calendar::{Day, Period};
use hamyar::diag::Diagnostic;
use hamyar::model::{Course, Dataset, Figure, ObservationId, Place, Stretch};
use hamyar::number::Decimal;
use hamyar::tabulate::tabulate;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{example, whole};
use crate::suite::ingest::fixture::Fixture;

const PROJECTS: &str = "id,name_fa,name_en,source,unit,sites,planned_cost,actual_cost,planned_start,\
                        planned_finish,actual_start,actual_finish\n\
P1,سد,Dam,REGISTER,million_rial,X101@1402,100000,112500,1402-01-15,1403-06-31,1402-02-01,\n\
P2,راه,Road,REGISTER,,X101@1402|X201@1402,,,,,,\n";
const PROGRESS: &str = "project,day,physical,financial
P1,1402-12-29,30,42.5
P1,1403-06-31,55,
P1,1403-07-01,60,70
";
const MILESTONES: &str = "project,id,name_fa,name_en,weight,due,done
P1,1,پی,Foundation,37.5,1402-06-31,1402-07-15
P1,2,دیواره,Wall,42.5,1403-03-31,1403-06-31
P2,1,زیرسازی,Base,100,,
P1,3,دریچه,Gates,20.0,1403-06-31,1403-07-02
";

/// The example with two projects, and the measures that are counted of them.
fn projects(table: &str, progress: &str, milestones: &str) -> Fixture {
    let measure = |id| format!("{id},پیشرفت,Progress,percent,stock,none,last,0,up,,,");
    example()
        .add("measures.csv", &measure("project_physical_progress"))
        .add("measures.csv", &measure("project_financial_progress"))
        .add("measures.csv", &measure("project_milestone_progress"))
        .with("projects", table.to_owned())
        .with("project_progress", progress.to_owned())
        .with("project_milestones", milestones.to_owned())
}

fn dataset() -> Dataset {
    let read = projects(PROJECTS, PROGRESS, MILESTONES).read().unwrap();
    assert_eq!(read.diagnostics, []);
    read.value.dataset
}

fn day(text: &str) -> Day {
    Period::parse(text).unwrap().start().unwrap()
}

#[wasm_bindgen_test(unsupported = test)]
fn costs_and_days_are_kept_as_planned_and_as_they_came_to_be() {
    let projects = dataset().registers.projects;
    let course = &projects[0].course;
    let billions = |tenths: i64| Some(whole(tenths * 100_000_000));
    assert_eq!((course.planned_cost, course.actual_cost), (billions(1000), billions(1125)));
    let planned = Stretch { start: Some(day("1402-01-15")), finish: Some(day("1403-06-31")) };
    let actual = Stretch { start: Some(day("1402-02-01")), finish: None };
    assert_eq!((course.planned, course.actual), (planned, actual));
    assert_eq!(projects[1].course.progress, []);
    assert_eq!(projects[1].course.planned, Course::default().planned);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_work_done_is_the_weight_of_the_milestones_that_are_done() {
    let projects = dataset().registers.projects;
    let done = |on: &str| {
        let [dam, road] = [0, 1].map(|at: usize| projects[at].course.milestones.done_by(day(on)));
        [dam, road].map(|percent| percent.unwrap().to_string())
    };
    assert_eq!(done("1402-07-14"), ["0", "0"]);
    assert_eq!(done("1402-07-15"), ["37.5", "0"]);
    assert_eq!(done("1403-06-31"), ["80.0", "0"]);
    assert_eq!(done("1403-07-02"), ["100.0", "0"]);
    assert_eq!(Course::default().milestones.done_by(Day(0)), None, "no milestones say nothing");
}

#[wasm_bindgen_test(unsupported = test)]
fn progress_is_counted_on_the_newest_day_of_the_registers() {
    let mut dataset = dataset();
    tabulate(&mut dataset);
    let counted = |id: &str| dataset.observations.get(&ObservationId::new(id));
    let percent = |id: &str| counted(id).map(|one| one.figure);
    let exact = |text: &str| Some(Figure::exact(Decimal::parse(text).unwrap()));
    assert_eq!(percent("project_physical_progress/P1"), exact("55"));
    assert_eq!(percent("project_financial_progress/P1"), None, "nobody told it on that day");
    assert_eq!(percent("project_milestone_progress/P1"), exact("80.0"));
    assert_eq!(percent("project_milestone_progress/P2"), exact("0"));
    let dam = counted("project_physical_progress/P1").unwrap();
    assert_eq!((dam.period.unwrap().id(), dam.scope.en.as_str()), ("1403-06-31".into(), "Dam"));
    let road = counted("project_milestone_progress/P2").unwrap();
    assert_eq!(road.place, Place::Unplaced, "a project of two areas is of neither");
}

/// Code, row and column of everything that was found.
fn told(found: &[Diagnostic]) -> Vec<(&str, u32, &str)> {
    found.iter().map(|one| (one.code, one.position.row, one.position.column.as_str())).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn weights_that_are_not_the_whole_work_are_left_out_together() {
    let short = MILESTONES.replace("20.0", "19.9");
    let read = projects(PROJECTS, PROGRESS, &short).read().unwrap();
    let at = |row| ("milestone/weights", row, "weight");
    assert_eq!(told(&read.diagnostics), [at(2), at(3), at(5)]);
    assert!(read.diagnostics[0].message.en.contains("weigh 99.9% together"));
    assert_eq!(read.value.counts.rejected, 3);
    let projects = read.value.dataset.registers.projects;
    let all = [0, 1].map(|at: usize| projects[at].course.milestones.all().len());
    assert_eq!(all, [0, 1], "those of the other project stay");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_bad_cell_of_the_course_of_a_project_is_told() {
    let head = |table: &str| table.lines().next().unwrap().to_owned();
    for (table, row, code, column) in [
        (
            "projects",
            "P3,نام,,REGISTER,,,,,1402-02-01,1402-01-31,,",
            "row/rejected",
            "planned_finish",
        ),
        ("projects", "P3,نام,,REGISTER,,,,,,,1402,", "cell/not-a-day", "actual_start"),
        ("projects", "P3,نام,,REGISTER,,,7,,,,,", "cell/required", "unit"),
        ("progress", "P9,1402-01-01,1,", "cell/unknown-reference", "project"),
        ("progress", "P1,1402-01-01,100.1,", "cell/out-of-range", "physical"),
        ("progress", "P1,1402-01-01,,", "row/rejected", "physical"),
        ("milestones", "P1,1,گام,,-1,,", "cell/out-of-range", "weight"),
        ("milestones", "P1,1,گام,,100,1402-01,", "cell/not-a-day", "due"),
        ("milestones", "P1,,گام,,100,,", "cell/required", "id"),
    ] {
        let rows = |name: &str, all: &str| {
            if name == table { format!("{}\n{row}\n", head(all)) } else { head(all) + "\n" }
        };
        let list =
            if table == "projects" { rows("projects", PROJECTS) } else { PROJECTS.to_owned() };
        let [progress, milestones] =
            [("progress", PROGRESS), ("milestones", MILESTONES)].map(|(name, all)| rows(name, all));
        let read = projects(&list, &progress, &milestones).read().unwrap();
        assert_eq!(told(&read.diagnostics), [(code, 2, column)], "{row}");
    }
}
