//! What else stands of figures that copies changed apart.

use hamyar::diag::Severity;
use hamyar::model::{Line, ObservationId, clashes, keep_confirmed};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::Fixture;

const CHANGES: &str = "observation,recorded,value,unit,lines\nO2,1402-01-01,900,billion_rial,1|2\n\
    O2,1402-01-02,905,billion_rial,\nO2,1402-01-03,907,billion_rial,2\nO2,1402-01-04,900,billion_rial,0\n";
const HEAD: &str = "observation,standing,keep,day,by,lines,withdrawn,value,unit,measure,source";

/// The small package with these rows of `conflicts.csv`.
fn open(rows: &str) -> Fixture {
    let fixture = Fixture::small().with("revisions", CHANGES.to_owned());
    fixture.with("conflicts", format!("{HEAD}\n{rows}\n"))
}

const OTHER: &str = "O2,second,,,,2,,920,billion_rial,facility_amount,S4";

fn codes(rows: &str) -> Vec<&'static str> {
    open(rows).read().unwrap().diagnostics.iter().map(|found| found.code).collect()
}

/// The values of a line, one after the other.
fn values(line: &Line) -> Vec<String> {
    let value = |one: &Option<hamyar::model::Observation>| {
        let value = one.as_ref().and_then(|one| one.wording.value);
        value.map_or("-".to_owned(), |value| value.to_string())
    };
    line.past.iter().chain([&line.end]).map(value).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn both_contents_are_read_with_how_they_came() {
    let read = open(OTHER).read().unwrap();
    let [found] = read.diagnostics.as_slice() else { panic!("{:?}", read.diagnostics) };
    assert_eq!((found.code, found.severity), ("conflict/open", Severity::Warning));
    assert_eq!((found.position.file.as_str(), found.position.row), ("conflicts.csv", 2));
    let mut data = read.value.dataset;
    let stands = data.observations[&ObservationId::new("O2")].wording.value.unwrap().to_string();
    let lines: Vec<_> = data.lines.iter().map(values).collect();
    assert!(lines.contains(&vec!["900".to_owned(), "905".to_owned(), stands]), "{lines:?}");
    let other = ["900", "907", "920"].map(str::to_owned).to_vec();
    assert!(lines.contains(&other), "a change of no line is of neither: {lines:?}");
    assert_eq!(clashes(&data).len(), 1);

    keep_confirmed(&mut data);
    assert_eq!((clashes(&data).len(), data.lines.len()), (0, 0));
    let own = data.revisions.iter().filter(|one| one.observation.as_str() == "O2");
    let before = own.map(|one| one.before.as_ref().unwrap().wording.value.unwrap().to_string());
    assert_eq!(before.collect::<Vec<_>>(), ["900", "905"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_wrong_with_a_content_is_told() {
    let withdrawn = "O2,second,,,,2,yes,,,,";
    assert_eq!(codes(withdrawn), ["conflict/open"]);
    for (rows, code) in [
        ("O2,second,,,,2,yes,920,billion_rial,facility_amount,S4", "row/rejected"),
        ("O2,second,,,,2,perhaps,920,billion_rial,facility_amount,S4", "cell/not-in-list"),
        ("O2,second,,,,x,,920,billion_rial,facility_amount,S4", "cell/not-a-number"),
        ("O2,second,,,,2,,920,acre,facility_amount,S4", "cell/unknown-reference"),
        ("O2,second,,,,2,,920,billion_rial,,S4", "cell/required"),
        ("O2,second,,,,2,,,billion_rial,facility_amount,S4", "row/rejected"),
        ("O999,second,,,,2,yes,,,,", "cell/unknown-reference"),
        (",second,,,,2,,920,billion_rial,facility_amount,S4", "cell/required"),
        ("O2,first,,,,1,,1,billion_rial,facility_amount,S4", "conflict/not-what-stands"),
    ] {
        assert!(codes(rows).contains(&code), "{rows}: {:?}", codes(rows));
    }
    let again = OTHER.replace("second", "3");
    assert_eq!(codes(&format!("{OTHER}\n{again}")), ["row/rejected", "conflict/open"]);
    assert_eq!(codes(&format!("{OTHER}\n{OTHER}")).first(), Some(&"cell/duplicate"));
}
