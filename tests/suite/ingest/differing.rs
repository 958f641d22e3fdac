//! Rows of other tables than that of figures, which copies tell differently.

use hamyar::diag::Severity;
use hamyar::model::{keep_confirmed, open_rows};
use wasm_bindgen_test::wasm_bindgen_test;

use super::fixture::Fixture;

const HEAD: &str = "table,id,standing,column,value,keep,day,by,after";
const TOLD: &str = "sources,S4,first,title_fa,خبر,,,,left-1\nsources,S4,second,title_fa,دیگر,,,,\n\
    sources,S4,left-1,title_fa,پیشین,,,,\nsources,S4,first,chosen/1,,,1403-02-01,ما,left-1\n\
    sources,S4,all,id,S4,,,,\nsources,S4,all,kind,press,,,,\n";

fn told(rows: &str) -> Fixture {
    Fixture::small().with("differing", format!("{HEAD}\n{rows}"))
}

#[wasm_bindgen_test(unsupported = test)]
fn every_variant_is_read_with_how_it_came() {
    let read = told(TOLD).read().unwrap();
    let [found] = read.diagnostics.as_slice() else { panic!("{:?}", read.diagnostics) };
    assert_eq!((found.code, found.severity), ("differing/open", Severity::Warning));
    assert_eq!((found.position.file.as_str(), found.position.row), ("differing.csv", 2));
    let mut data = read.value.dataset;
    let [thing] = data.told_apart.as_slice() else { panic!("{:?}", data.told_apart) };
    assert_eq!((thing.table.as_str(), thing.id.as_str()), ("sources", "S4"));
    let ways: Vec<_> = thing.variants.iter().map(|one| one.ways.clone()).collect();
    assert_eq!(ways, [vec![vec![2]], vec![vec![]], vec![]]);
    assert_eq!(thing.variants[0].chosen[0].by, "ما");
    assert!(thing.variants.iter().all(|one| one.cells.len() == 3));
    assert_eq!(open_rows(&data).count(), 1);
    keep_confirmed(&mut data);
    assert_eq!(data.told_apart, []);
}

/// Of a thing with a bad row nothing is taken: what is left of it would be a row that nobody wrote.
#[wasm_bindgen_test(unsupported = test)]
fn what_is_wrong_with_a_row_is_told_and_nothing_of_its_thing_is_taken() {
    for (from, to, code, column) in [
        ("sources,S4,first,title", "sorces,S4,first,title", "cell/not-in-list", "table"),
        ("sources,S4,first,title", "sources,,first,title", "cell/required", "id"),
        ("S4,second", "S4,other", "cell/not-in-list", "standing"),
        ("S4,second", "S4,0", "cell/not-in-list", "standing"),
        ("second,title_fa", "second,", "cell/required", "column"),
        ("second,title_fa", "second,sources/x/title_fa", "differing/no-cell", "column"),
        ("second,title_fa", "second,a/b", "differing/no-cell", "column"),
        ("خبر,,,,left-1", "خبر,,,,all", "cell/not-in-list", "after"),
        ("1403-02-01", "1403-02", "cell/not-a-day", "day"),
        ("1403-02-01,ما", "1403-02-01,", "cell/required", "by"),
        ("خبر,,,,left-1", "خبر,,,,left-2", "differing/not-whole", "after"),
        ("ما,left-1", "ما,", "differing/not-whole", "after"),
        ("پیشین,,,,", "پیشین,,,,first", "differing/not-whole", "after"),
        ("all,id,S4", "all,id,S5", "differing/not-whole", "column"),
        ("S4,second", "S4,first", "cell/duplicate", "table"),
    ] {
        assert!(TOLD.contains(from));
        let read = told(&TOLD.replacen(from, to, 1)).read().unwrap();
        let found = read.diagnostics.iter().find(|one| one.code == code);
        let found = found.unwrap_or_else(|| panic!("{code} in {:?}", read.diagnostics));
        assert_eq!((found.position.column.as_str(), found.severity), (column, Severity::Error));
        assert!(found.position.row > 1 && !found.hint.fa.is_empty() && !found.hint.en.is_empty());
        let things = &read.value.dataset.told_apart;
        assert!(things.iter().all(|one| one.table != "sources" || one.id != "S4"), "{from}");
        let counts = read.value.counts;
        assert_eq!(counts.read, counts.accepted + counts.rejected);
        assert!(counts.rejected >= 6, "{from}: {counts:?}");
    }
    let without = TOLD.replace("first", "3");
    let read = told(&without).read().unwrap();
    assert!(read.diagnostics.iter().all(|one| one.code == "differing/not-whole"));
    let ragged = format!("{TOLD}sources,S4\n");
    assert_eq!(told(&ragged).read().unwrap().value.dataset.told_apart, []);
}

/// A small file cannot make a large data set.
#[wasm_bindgen_test(unsupported = test)]
fn variants_that_would_fill_the_memory_are_refused() {
    let mut rows = String::new();
    for number in 0..1_500 {
        let standing = if number == 0 { "first".to_owned() } else { format!("left-{number}") };
        rows.push_str(&format!("sources,S4,{standing},title_fa,{number},,,,\n"));
        rows.push_str(&format!("sources,S4,all,note{number},x,,,,\n"));
    }
    let read = told(&rows).read().unwrap();
    assert_eq!(read.value.dataset.told_apart, []);
    assert_eq!(read.value.counts.rejected, 3_000);
}
