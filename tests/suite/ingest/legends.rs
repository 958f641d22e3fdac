//! Legends: classes follow one another, or none is taken.

use hamyar::diag::{Bilingual, Reported};
use hamyar::ingest::Package;
use hamyar::model::{Legend, LegendClass, LegendFault, MeasureId};
use hamyar::number::Decimal;
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::{Fixture, assert_spoken};

/// The small package with these classes.
fn read(rows: &str) -> Reported<Package> {
    let table = format!("measure,from,to,name_fa,name_en\n{rows}");
    Fixture::small().with("legends", table).read().unwrap()
}

/// Each finding with its row and column, and how many rows were left out.
fn told(rows: &str) -> (Vec<(&'static str, u32, String)>, u32) {
    let read = read(rows);
    assert_eq!(read.value.dataset.legends, [], "half a legend was kept");
    read.diagnostics.iter().for_each(assert_spoken);
    let found = read.diagnostics.iter();
    let told = found.map(|one| (one.code, one.position.row, one.position.column.clone()));
    (told.collect(), read.value.counts.rejected)
}

#[wasm_bindgen_test(unsupported = test)]
fn row_4_a_value_has_one_class() {
    let rows = "unemployment,,7.5,کم,low\npopulation_total,0,,همه,all\nunemployment,7.5,15,میانه,\nunemployment,15.0,,زیاد,high\n";
    let read = read(rows);
    assert_eq!((read.diagnostics, read.value.counts.rejected), (vec![], 0));
    let legends = &read.value.dataset.legends;
    let measures: Vec<&str> = legends.iter().map(|one| one.measure().as_str()).collect();
    assert_eq!(measures, ["unemployment", "population_total"]);
    let class = |value: &str| {
        let value = Decimal::parse(value).unwrap();
        legends[0].class_of(value).map(|class| class.name.fa.as_str())
    };
    for (value, name) in
        [("-3", "کم"), ("7.49", "کم"), ("7.5", "میانه"), ("15", "زیاد"), ("99", "زیاد")]
    {
        assert_eq!(class(value), Some(name), "{value}");
    }
    let total = &legends[1];
    assert_eq!(total.class_of(Decimal::from_int(-1)), None, "below the lowest");
}

#[wasm_bindgen_test(unsupported = test)]
fn row_4_a_gap_and_an_overlap_are_refused() {
    let second = |code: &'static str, column: &str| {
        (vec![("legend/refused", 2, "measure".to_owned()), (code, 3, column.to_owned())], 2)
    };
    let two = |first: &str, other: &str| {
        told(&format!("unemployment,{first},کم,\nunemployment,{other},زیاد,\n"))
    };
    assert_eq!(two(",7", "8,"), second("legend/gap", "from"));
    assert_eq!(two(",7", "6,"), second("legend/overlap", "from"));
    assert_eq!(two("0,", "7,"), second("legend/overlap", "from"));
    assert_eq!(two("7,", "0,7"), second("legend/unordered", "from"));
    assert_eq!(two("0,7", "7,7"), second("legend/no-width", "to"));
    assert_eq!(two("0,7", ",9"), second("legend/overlap", "from"));
}

#[wasm_bindgen_test(unsupported = test)]
fn row_4_a_legend_is_of_a_known_measure_and_has_classes() {
    let unknown = told("nothing,0,7,کم,\n");
    assert_eq!(unknown, (vec![("cell/unknown-reference", 2, "measure".to_owned())], 1));
    assert_eq!(Legend::new(MeasureId::new("x"), Vec::new()), Err(LegendFault::Empty));
    let alone = LegendClass { from: None, to: None, name: Bilingual::default() };
    assert!(Legend::new(MeasureId::new("x"), vec![alone]).is_ok(), "one class for everything");
}
