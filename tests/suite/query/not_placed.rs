//! What has no area in another list: it stands in a row of its own level, and no sum is short of it.

use hamyar::model::{AreaId, Dataset, Division, Level, MeasureId, Place, in_boundaries};
use hamyar::query::{AreaSelection, By, Query, run};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::suite::ingest::open_data::open_dataset;

fn people(data: &Dataset, level: Level, period: &str, by: &[By]) -> Vec<(String, String)> {
    let query = Query {
        measure: MeasureId::new("population_total"),
        periods: vec![period.into()],
        by: by.to_vec(),
        areas: AreaSelection { level: Some(level), ..AreaSelection::default() },
        ..Query::default()
    };
    let answer = run(data, &query);
    assert_eq!(answer.refused, [], "{level:?} {period}");
    let rows = answer.rows.into_iter().map(|row| {
        let area = row.key.area.map(|id| id.to_string()).unwrap_or_default();
        (area, row.figure.value().unwrap().to_string())
    });
    rows.collect()
}

fn moved(list: u16) -> (Dataset, u32) {
    let mut data = open_dataset();
    let later = in_boundaries(&mut data, Division(list)).later;
    (data, later)
}

/// Yazd and South Khorasan of 1390 go on in no area of a later list, since Tabas went from one to the
/// other, and their counties are not dropped with them.
#[wasm_bindgen_test(unsupported = test)]
fn a_census_has_as_many_people_in_every_later_list_and_at_every_level() {
    for (period, list, country) in
        [("1390", 1395, "75149669"), ("1390", 1402, "75149669"), ("1395", 1402, "79926270")]
    {
        let (data, later) = moved(list);
        assert_eq!(later == 0, list == 1402, "{later} of later lists");
        for level in [Level::Country, Level::Province, Level::County] {
            let whole = people(&data, level, period, &[]);
            assert_eq!(whole.len(), 1, "{level:?}");
            assert_eq!(whole[0].1, country, "{level:?} of {period} in {list}");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn counties_of_a_province_that_does_not_go_on_stand_in_a_row_of_counties() {
    let (data, _) = moved(1395);
    let at = |level, id: &str| {
        let rows = people(&data, level, "1390", &[By::Area]);
        let found: Vec<_> = rows.into_iter().filter(|(area, _)| area == id).collect();
        found.first().map(|(_, value)| value.clone())
    };
    assert_eq!(at(Level::County, "IR~~@1395").as_deref(), Some("1736962"));
    assert_eq!(
        at(Level::Province, "IR~@1395").as_deref(),
        Some("1736962"),
        "the provinces themselves"
    );
    assert_eq!(at(Level::County, "IR~@1395"), None);
    let area = |id: &str| data.areas.get(&AreaId::new(id)).unwrap();
    let (row, above) = (area("IR~~@1395"), area("IR~@1395"));
    assert_eq!((row.level, row.name.en.as_str()), (Level::County, "County not placed"));
    assert_eq!((above.level, above.name.fa.as_str()), (Level::Province, "استان جای‌نگرفته"));
    assert_eq!(row.parent.as_ref(), Some(&above.id));
}

/// Nothing goes back: an answer in earlier borders holds no figure of later ones.
#[wasm_bindgen_test(unsupported = test)]
fn figures_of_later_lists_are_left_out_of_earlier_borders_and_counted() {
    let (data, later) = moved(1395);
    let of_later = |data: &Dataset| {
        let is_later =
            |place: &Place| matches!(place, Place::Area(id) if id.as_str().ends_with("@1402"));
        data.observations.values().filter(|one| is_later(&one.place)).count()
    };
    assert_eq!(of_later(&open_dataset()), later as usize);
    assert!(later > 0);
    assert_eq!(of_later(&data), 0);
}
