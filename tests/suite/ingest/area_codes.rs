//! Codes of areas: each with its list and its days.

use hamyar::calendar::{Day, Period};
use hamyar::model::{
    AreaCode, AreaId, AreaScheme, Dataset, Division, Gazetteer, Resolved, Validity,
};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::Fixture;

/// The small package, where Gilan has been numbered anew in 1399 and the two counties changed their code.
const CODES: &str = "\
01@1395,ISO3166-2:IR,19,,1399-09-01
01@1395,ISO3166-2:IR,01,1399-09-01,
01@1395,MOI,G,,
0112@1395,MOI,G1,,1398-01-01
0108@1395,MOI,G1,1398-01-01,
0112@1395,MOI,G2,1398-01-01,
IR@1395,SCI,IR,,
IR@1390,SCI,IR,,
";

fn coded(rows: &str) -> Fixture {
    let table = format!("area,scheme,code,valid_from,valid_to\n{rows}");
    Fixture::small().with("area-codes", table)
}

fn dataset() -> Dataset {
    let read = coded(CODES).read().unwrap();
    assert_eq!(read.diagnostics, []);
    read.value.dataset
}

fn day(text: &str) -> Day {
    Period::parse(text).unwrap().start().unwrap()
}

#[wasm_bindgen_test(unsupported = test)]
fn a_code_is_kept_with_its_list_and_its_days() {
    let codes = dataset().area_codes;
    let anew = AreaCode {
        area: AreaId::new("01@1395"),
        scheme: AreaScheme::Iso,
        code: "01".to_owned(),
        valid: Validity { from: Some(day("1399-09-01")), to: None },
    };
    assert_eq!((codes.len(), &codes[1]), (8, &anew), "one code in two divisions is no fault");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_code_names_one_area_on_a_day() {
    for (from, to) in
        [("", ""), ("1397-12-29", ""), ("", "1300-01-01"), ("1397-01-01", "1397-01-02")]
    {
        let fixture = coded(&format!("{CODES}0108@1395,MOI,G1,{from},{to}\n"));
        let read = fixture.read().unwrap();
        let [found] = read.diagnostics.as_slice() else { panic!("{:#?}", read.diagnostics) };
        assert_eq!((found.code, found.position.column.as_str()), ("area-code/taken", "code"));
        super::fixture::assert_spoken(found);
        assert_eq!(read.value.dataset.area_codes.len(), 8);
        assert_eq!(read.value.counts.rejected, 1);
    }
    let other = coded(&format!("{CODES}0108@1395,SCI,G1,,\n")).read().unwrap();
    assert_eq!(other.diagnostics, [], "of another list");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_bad_cell_of_a_code_is_told() {
    for (row, code, column) in [
        ("0199@1395,MOI,X,,", "cell/unknown-reference", "area"),
        ("0108@1395,GB,X,,", "cell/not-in-list", "scheme"),
        ("0108@1395,MOI,,,", "cell/required", "code"),
        ("0108@1395,MOI,X,1398,", "cell/not-a-day", "valid_from"),
        ("0108@1395,MOI,X,1398-01-01,1398-01-01", "row/rejected", "valid_to"),
    ] {
        coded(&format!("{row}\n")).finds(code, ("area-codes.csv", 2, column));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn row_6_a_record_is_placed_by_list_and_code() {
    let gazetteer = Gazetteer::of(&dataset());
    let place = |scheme, codes: [&str; 2], on: &str| {
        let resolved = gazetteer.by_code(Division(1395), scheme, codes, day(on))?;
        Some(resolved.area().to_string())
    };
    let moi = |county: &str, on: &str| place(AreaScheme::Moi, ["G", county], on).unwrap();
    assert_eq!(
        (moi("G1", "1397-12-29"), moi("G1", "1398-01-01")),
        ("0112@1395".into(), "0108@1395".into())
    );
    assert_eq!(moi("G2", "1397-12-29"), "01~@1395", "no county had this code yet");
    assert_eq!(moi("G", "1397-12-29"), "01~@1395", "a province is no county");
    assert_eq!(place(AreaScheme::Sci, ["G", "G1"], "1397-12-29"), None, "of another list");
    assert_eq!(place(AreaScheme::Iso, ["19", "x"], "1400-01-01"), None, "it was numbered anew");
    let province =
        gazetteer.by_code(Division(1395), AreaScheme::Iso, ["01", ""], day("1400-01-01"));
    assert_eq!(province, Some(Resolved::NotPlaced(AreaId::new("01@1395"))));
    assert_eq!(gazetteer.by_code(Division(1390), AreaScheme::Moi, ["G", "G1"], Day(0)), None);
}
