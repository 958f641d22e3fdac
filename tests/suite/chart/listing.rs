//! Lists of figures by the status of their work, for the pages.

use hamyar::chart::listing;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{LANGS, open};

fn ids(source: &str, status: &str) -> Vec<String> {
    let [fa, en] = LANGS.map(|lang| {
        let listed = listing(open(), lang).into_iter();
        let mut ids: Vec<String> = listed
            .filter(|one| one.source == source && one.status == status)
            .map(|one| one.id)
            .collect();
        ids.sort();
        ids
    });
    assert_eq!(fa, en);
    fa
}

#[wasm_bindgen_test(unsupported = test)]
fn the_work_of_s4_is_parted_by_what_the_text_says_of_it() {
    assert_eq!(ids("S4", "done"), ["O021", "O022", "O023", "O034"]);
    assert_eq!(ids("S4", "in_hand"), ["O037", "O038", "O039"]);
    assert_eq!(ids("S4", "planned"), ["O016", "O031", "O032", "O033", "O036"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_figure_that_tells_no_work_has_no_status() {
    let rest = ids("S4", "");
    for id in ["O017", "O018", "O028", "O029"] {
        assert!(rest.iter().any(|one| one == id), "{id}: {rest:?}");
    }
}
