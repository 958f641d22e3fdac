//! Columns named by a dimension divide the figures of their row.

use hamyar::ingest::Field;
use hamyar::model::{Dataset, Dimension, Observation, ObservationId};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::Fixture;

/// The small package with columns for sex and settlement, filled in on the third figure.
#[cfg(feature = "desk")]
fn with_codes(scope: &str, sex: &str, settlement: &str) -> Fixture {
    let (bare, scoped) = ("O1,,,S4,not", format!("O1,{scope},S4,not"));
    let fixture = Fixture::small().edit("observations.csv", bare, &scoped);
    let text = String::from_utf8(fixture.files.get("observations.csv").unwrap().clone()).unwrap();
    let wider = |line: &str| match line.split_once(',').unwrap().0 {
        "id" => format!("{line},sex,settlement\n"),
        "O3" => format!("{line},{sex},{settlement}\n"),
        _ => format!("{line},,\n"),
    };
    fixture.instead("observations.csv", text.lines().map(wider).collect())
}

fn read(fixture: &Fixture) -> Dataset {
    let read = fixture.read().unwrap();
    assert_eq!(read.diagnostics, []);
    read.value.dataset
}

fn figure(fixture: &Fixture, id: &str) -> Observation {
    read(fixture).observations.get(&ObservationId::new(id)).unwrap().clone()
}

#[cfg(feature = "desk")]
#[wasm_bindgen_test(unsupported = test)]
fn codes_of_a_row_are_its_dimensions_and_their_words_its_scope() {
    let one = figure(&with_codes(",", "female", "rural"), "O3");
    let codes = [(Dimension::Sex, "female"), (Dimension::Settlement, "rural")];
    assert_eq!(one.dimensions, codes.map(|(dimension, code)| (dimension, code.to_owned())));
    assert_eq!((one.scope.fa.as_str(), one.scope.en.as_str()), ("زنان، روستایی", "Women, rural"));
}

#[cfg(feature = "desk")]
#[wasm_bindgen_test(unsupported = test)]
fn words_of_codes_stand_behind_what_is_told_and_never_twice() {
    let told = figure(&with_codes("پیشه‌ور,Trade", "female", ""), "O3").scope;
    assert_eq!((told.fa.as_str(), told.en.as_str()), ("پیشه‌ور، زنان", "Trade, women"));
    let again = figure(&with_codes("پیشه‌ور، زنان,\"Trade, women\"", "female", ""), "O3");
    assert_eq!(again.scope, told);
}

#[cfg(feature = "desk")]
#[wasm_bindgen_test(unsupported = test)]
fn an_unknown_code_is_refused_with_its_row_its_column_and_the_codes_that_are_known() {
    let place = ("observations.csv", 4, "sex");
    let found = with_codes(",", "woman", "").finds_among(2, "cell/not-in-list", place);
    assert!(found.hint.en.contains("female, male"), "{found:?}");
    assert!(found.hint.fa.contains("female, male"), "{found:?}");
}

/// A list of which nothing is known has no codes.
#[wasm_bindgen_test(unsupported = test)]
fn a_sector_is_one_of_the_list_of_the_package() {
    let wide = |code: &str| {
        let mut fixture = Fixture::small()
            .edit("population.csv", "area,period,source,", "area,period,source,sector,")
            .edit("population.csv", "CENSUS,79926270", &format!("CENSUS,{code},79926270"))
            .edit("population.csv", "CENSUS,2530696", "CENSUS,,2530696")
            .edit("population.csv", "CENSUS,54226", "CENSUS,,54226");
        let resources = &mut fixture.descriptor.resources;
        let table = resources.iter_mut().find(|one| one.name == "population").unwrap();
        table.schema.fields.push(Field { name: "sector".into(), ..Field::default() });
        table.schema.primary_key.0.push("sector".into());
        fixture
    };
    wide("farms").finds("cell/unknown-reference", ("population.csv", 2, "sector"));
    let known = wide("farms").add("codes.csv", "sector,farms,کشت,Farms,,");
    let one = figure(&known, "population/1395/IR/farms/population_total");
    assert_eq!(one.code(Dimension::Sector), Some("farms"));
    assert_eq!(one.scope.en, "Farms");
    let other = known.add("population.csv", "IR@1395,1395,CENSUS,,90000000,");
    assert_eq!(figure(&other, "population/1395/IR/population_total").dimensions, []);
    let twice = other.add("population.csv", "IR@1395,1395,CENSUS,farms,1,");
    twice.finds("cell/duplicate", ("population.csv", 6, "area"));
}
