//! Lists of figures on the pages: by the stage of their work, and none forgotten.

use hamyar::chart::{Evidence, card, listing};
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::open;

/// The figures that the page of S4 lists: first by themselves, then the works.
fn lists_of_s4() -> [Vec<&'static str>; 2] {
    let mut lists = include_str!("../../../www/s4.html").split("data-figures=\"").skip(1);
    [(); 2].map(|()| {
        let list = lists.next().and_then(|rest| rest.split('"').next());
        list.unwrap().split(' ').collect()
    })
}

#[wasm_bindgen_test(unsupported = test)]
fn the_work_of_s4_is_parted_by_what_the_text_says_of_it() {
    let [_, works] = lists_of_s4();
    let of = |stage: &str| -> Vec<&str> {
        let told = |id: &&str| card(open(), &Evidence::parse(id), Lang::Fa).unwrap().stage == stage;
        let mut ids: Vec<&str> = works.iter().copied().filter(told).collect();
        ids.sort_unstable();
        ids
    };
    assert_eq!(of("actual"), ["O021", "O022", "O023", "O034"]);
    assert_eq!(of("in_hand"), ["O037", "O038", "O039"]);
    assert_eq!(of("planned"), ["O031", "O032", "O033"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn every_figure_of_s4_stands_on_its_page_once() {
    let in_the_headline = ["O016", "O017", "O018"];
    let mut shown: Vec<&str> = lists_of_s4().into_iter().flatten().chain(in_the_headline).collect();
    shown.sort_unstable();
    let of_s4 = open().observations.values().filter(|one| one.source.as_str() == "S4");
    let all: Vec<&str> = of_s4.map(|one| one.id.as_str()).collect();
    assert_eq!(shown, all);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_listing_tells_what_where_when_and_how_much() {
    let listed = listing(open(), Lang::Fa);
    let paid = listed.iter().find(|one| one.id == "O017").unwrap();
    assert_eq!(paid.text, "مبلغ تسهیلات، اردبیل، ۱۴۰۰: ۵۸۰\u{a0}میلیارد ریال");
    assert_eq!(listed.len(), 283, "each row of observations.csv, and no cell of a census");
}
