//! Rows that are refused, each with its place and in both languages.

use wasm_bindgen_test::wasm_bindgen_test;

use super::example;

/// The one finding that a further row of a file brings, in this column.
fn refused(file: &str, row: &str, code: &str, column: &str) -> String {
    let fixture = example().add(file, row);
    let lines = fixture.files.get(file).unwrap().iter().filter(|byte| **byte == b'\n').count();
    fixture.finds(code, (file, u32::try_from(lines).unwrap(), column)).message.en
}

#[wasm_bindgen_test(unsupported = test)]
fn a_bad_cooperative() {
    let file = "cooperatives.csv";
    for (row, code, column) in [
        ("10380284792,1,نام,Name,housing,,,,,X101@1402,REGISTER", "cell/national-id", "id"),
        ("12345,1,نام,Name,housing,,,,,X101@1402,REGISTER", "cell/national-id", "id"),
        ("X13,1,نام,Name,farming,,,,,X101@1402,REGISTER", "cell/not-in-list", "activity"),
        ("X13,1,نام,Name,housing,public,,,,X101@1402,REGISTER", "cell/not-in-list", "kind"),
        (
            "X13,1,نام,Name,housing,,production,,,X101@1402,REGISTER",
            "cell/not-in-list",
            "membership",
        ),
        ("X13,1,نام,Name,housing,,,,men,X101@1402,REGISTER", "cell/not-in-list", "line"),
        ("X13,1,نام,Name,housing,,,owner,,X101@1402,REGISTER", "cell/not-in-list", "icls"),
        ("X13,1,نام,Name,housing,,,,,X301@1402,REGISTER", "cell/unknown-reference", "area"),
        ("X13,1,نام,Name,housing,,,,,,REGISTER", "cell/required", "area"),
        ("X01,1,نام,Name,housing,,,,,X101@1402,REGISTER", "cell/duplicate", "id"),
    ] {
        refused(file, row, code, column);
    }
    let sound = example().add(file, "10380284790,1,نام,Name,housing,,,,,X101@1402,REGISTER");
    assert_eq!(sound.read().unwrap().diagnostics, []);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_made_up_id_outside_an_example() {
    let mut fixture = example();
    fixture.descriptor.hamyar.example = false;
    let found = fixture.read().unwrap().diagnostics;
    assert_eq!(found.iter().filter(|one| one.code == "cell/national-id").count(), 12);
}

#[wasm_bindgen_test(unsupported = test)]
fn an_event_that_cannot_follow() {
    let file = "coop_events.csv";
    let message = |row: &str| refused(file, row, "row/rejected", "day");
    let after = message("X05,operating,1403-01-01,REGISTER");
    assert!(after.contains("dissolved"), "{after}");
    let back = message("X01,troubled,1402-01-01,REGISTER");
    assert!(back.contains("before the one above"), "{back}");
    let step = message("X01,licence,1403-01-01,REGISTER");
    assert!(step.contains("or a later one"), "{step}");
    let same = message("X03,troubled,1403-01-01,REGISTER");
    assert!(same.contains("already"), "{same}");
    refused(file, "X99,request,1403-01-01,REGISTER", "cell/unknown-reference", "cooperative");
    refused(file, "X12,asked,1403-05-02,REGISTER", "cell/not-in-list", "stage");
    refused(file, "X12,agreement,1403-06,REGISTER", "cell/not-a-day", "day");
    refused(file, "X12,agreement,1402-12-30,REGISTER", "cell/date-does-not-exist", "day");
    refused(file, "X12,request,1403-05-01,REGISTER", "cell/duplicate", "cooperative");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_bad_year() {
    let file = "coop_years.csv";
    refused(file, "X09,1402-06,1,,,,,REGISTER", "cell/not-a-year", "period");
    refused(file, "X09,1402,-1,,,,,REGISTER", "cell/out-of-range", "members");
    refused(file, "X09,1402,1.5,,,,,REGISTER", "cell/not-a-number", "members");
    refused(file, "X09,1402,1,,100,,,REGISTER", "cell/required", "unit");
    refused(file, "X09,1402,1,,-100,,rial,REGISTER", "cell/out-of-range", "capital");
    refused(file, "X01,1402,1,,,,,REGISTER", "cell/duplicate", "cooperative");
    refused("register_days.csv", "1402-13-01,REGISTER", "cell/date-does-not-exist", "day");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_bad_assembly_or_supervision() {
    let file = "assemblies.csv";
    refused(file, "X99,ordinary,1402-04-31,,REGISTER", "cell/unknown-reference", "cooperative");
    refused(file, "X02,yearly,1402-04-31,,REGISTER", "cell/not-in-list", "kind");
    refused(file, "X02,ordinary,1402-04-32,,REGISTER", "cell/date-does-not-exist", "due");
    refused(file, "X02,ordinary,,,REGISTER", "cell/required", "due");
    refused(file, "X04,ordinary,1403-04-31,1402-10-30,REGISTER", "row/rejected", "held");
    refused(file, "X04,ordinary,1403-04-31,1403-04,REGISTER", "cell/not-a-day", "held");
    refused(file, "X01,ordinary,1401-04-31,,REGISTER", "cell/duplicate", "cooperative");
    let file = "supervisions.csv";
    refused(file, "X02,structural,1402-04-01,good,REGISTER", "cell/not-in-list", "result");
    refused(file, "X12,structural,1403-04-31,sound,REGISTER", "row/rejected", "day");
    refused(file, "X02,structural,1402-04-01,sound,NONE", "cell/unknown-reference", "source");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_bad_plan_or_action() {
    let file = "plans.csv";
    refused(file, "PL3,سند,Plan,X301@1402,1402,EXAMPLE", "cell/unknown-reference", "area");
    refused(file, "PL3,,Plan,X101@1402,1402,EXAMPLE", "cell/required", "name_fa");
    for (row, code, column) in [
        ("A9,PL9,نام,N,,roads,road_length,,1,1,,1402-01-01,done", "cell/unknown-reference", "plan"),
        ("A9,PL1,نام,N,,sea,road_length,,1,1,,1402-01-01,done", "cell/unknown-reference", "agency"),
        (
            "A9,PL1,نام,N,sea,roads,road_length,,1,1,,1402-01-01,done",
            "cell/unknown-reference",
            "sector",
        ),
        ("A9,PL1,نام,N,,roads,length,,1,1,,1402-01-01,done", "cell/unknown-reference", "measure"),
        ("A9,PL1,نام,N,,roads,road_length,,1,1,rial,1402-01-01,done", "cell/not-in-list", "unit"),
        ("A9,PL1,نام,N,,roads,road_length,,x,1,,1402-01-01,done", "cell/not-a-number", "planned"),
        (
            "A9,PL1,نام,N,,roads,road_length,,1,1,,1402-12-30,done",
            "cell/date-does-not-exist",
            "due",
        ),
        ("A9,PL1,نام,N,,roads,road_length,,1,1,,1402-01-01,late", "cell/not-in-list", "status"),
        ("A9,PL1,نام,N,,roads,road_length,,1,1,,1402,done", "cell/not-a-day", "due"),
        ("A1,PL1,نام,N,,roads,road_length,,1,1,,1402-01-01,done", "cell/duplicate", "id"),
    ] {
        refused("actions.csv", row, code, column);
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_bad_credit_line() {
    for (row, code, column) in [
        ("L9,other,,,bank,4,1,rial,,,,,EXAMPLE", "cell/unknown-reference", "programme"),
        ("L9,example_line,,,nobody,4,1,rial,,,,,EXAMPLE", "cell/unknown-reference", "bank"),
        ("L9,example_line,,,roads,4,1,rial,,,,,EXAMPLE", "row/rejected", "bank"),
        ("L9,example_line,,,bank,101,1,rial,,,,,EXAMPLE", "cell/out-of-range", "rate"),
        ("L9,example_line,,,bank,-1,1,rial,,,,,EXAMPLE", "cell/out-of-range", "rate"),
        ("L9,example_line,,,bank,4,0,rial,,,,,EXAMPLE", "cell/out-of-range", "cap"),
        ("L9,example_line,,,bank,4,1,,,,,,EXAMPLE", "cell/required", "unit"),
        ("L9,example_line,,,bank,4,1,rial,men,,,,EXAMPLE", "cell/not-in-list", "target"),
        ("L9,example_line,,,bank,4,1,rial,,,,2023,EXAMPLE", "cell/not-a-period", "period"),
        ("L1,example_line,,,bank,4,1,rial,,,,,EXAMPLE", "cell/duplicate", "id"),
    ] {
        refused("credit_lines.csv", row, code, column);
    }
}
