//! Figures in later borders: what is added, what is divided, and what stands apart with a reason.

use hamyar::diag::Severity;
use hamyar::model::{
    AreaId, Dataset, Division, Figure, Moved, ObservationId, Obstacle, Place, in_boundaries,
};
use hamyar::number::Decimal;
use wasm_bindgen_test::wasm_bindgen_test;

use super::boundaries::{HEAD, counts, history_of, told};

const MERGE: &str = "kind,from,to,day,share\nmerge,X12@1395,X15@1402,1399-01-01,100\nmerge,X13@1395,X15@1402,1399-01-01,100\n";
const SPLIT: &str = "kind,from,to,day,share\nsplit,X11@1395,X11@1402,1400-05-01,70\nsplit,X11@1395,X14@1402,1400-05-01,30\n";

/// The columns beyond those of every figure.
const MORE: &str = "qualifier,upper,part_of,quote,programme,status";

/// Moves figures of the columns of [`HEAD`] and [`MORE`].
fn moved(successions: &str, rows: &[&str]) -> (Dataset, Moved) {
    let figures = format!("{HEAD},{MORE}\n{}\n", rows.join("\n"));
    let mut data = told(&history_of(successions, &figures));
    let moved = in_boundaries(&mut data, Division(1402));
    (data, moved)
}

/// Ids and values of what stands in an area.
fn standing(data: &Dataset, area: &str) -> Vec<(String, String)> {
    let place = Place::Area(AreaId::new(area));
    let here = data.observations.values().filter(|one| one.place == place);
    here.map(|one| (one.id.to_string(), said(&one.figure))).collect()
}

fn said(figure: &Figure) -> String {
    match figure {
        Figure::Value { value, qualifier, upper } => {
            let upper = upper.map(|upper| format!("..{upper}")).unwrap_or_default();
            format!("{} {value}{upper}", qualifier.code())
        }
        Figure::Missing(missing) => missing.code().to_owned(),
    }
}

fn pair(id: &str, said: &str) -> (String, String) {
    (id.to_owned(), said.to_owned())
}

fn reasons(moved: &Moved) -> Vec<Obstacle> {
    moved.apart.iter().map(|one| one.obstacle).collect()
}

fn ids(ids: &[&str]) -> Vec<ObservationId> {
    ids.iter().map(|id| ObservationId::new(*id)).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn a_sum_tells_which_figures_it_was_made_of() {
    let (data, moved) = moved(
        MERGE,
        &[
            "B,people,X12@1395,1396,actual,300,person,E,,,,سیصد نفر,,",
            "C,people,X13@1395,1396,actual,200,person,E,,,,دویست نفر,,",
        ],
    );
    assert_eq!(standing(&data, "X15@1402"), [pair("B+C", "exact 500")]);
    assert_eq!(moved.joined.len(), 1);
    assert_eq!(moved.joined[0].of, ids(&["B", "C"]));
    let sum = &data.observations[&ObservationId::new("B+C")];
    assert_eq!(sum.wording.value, Some(Decimal::from_int(500)));
    assert_eq!(sum.wording.quote, "سیصد نفر + دویست نفر");
    assert!(sum.note.en.contains("B, C") && sum.note.fa.contains("جمع رقم‌های"), "{:?}", sum.note);
    assert_eq!((counts(&moved), reasons(&moved)), ([2, 0, 0], vec![]));
}

/// 580 told twice of one area is no 1,160, whether in one document or in two.
#[wasm_bindgen_test(unsupported = test)]
fn one_figure_told_twice_is_not_added() {
    let rename = "kind,from,to,day,share\nrename,X12@1395,X15@1402,1399-01-01,100\n";
    for second in ["E", "F"] {
        let twice = format!("B2,people,X12@1395,1396,actual,580,person,{second},,,,,,");
        let once = "B,people,X12@1395,1396,actual,580,person,E,,,,,,";
        let (data, moved) = moved(rename, &[once, &twice]);
        let both = [pair("B", "exact 580"), pair("B2", "exact 580")];
        assert_eq!(standing(&data, "X15@1402"), both);
        assert!(moved.joined.is_empty());
    }
    let (data, moved) = moved(
        MERGE,
        &[
            "B,people,X12@1395,1396,actual,580,person,E,,,,,,",
            "B2,people,X12@1395,1396,actual,580,person,E,,,,,,",
            "C,people,X13@1395,1396,actual,200,person,E,,,,,,",
        ],
    );
    assert_eq!(standing(&data, "X15@1402"), [], "none of them is about all of it");
    assert_eq!(standing(&data, "X1~@1402").len(), 3, "each by itself");
    assert_eq!(reasons(&moved), [Obstacle::ToldTwice]);
    assert_eq!(moved.apart[0].figures, ids(&["B", "B2", "C"]));
}

/// A whole of one area and a part of it told of the other: parts are added to parts only.
#[wasm_bindgen_test(unsupported = test)]
fn a_part_is_not_added_to_its_whole() {
    let (data, moved) = moved(
        MERGE,
        &[
            "B,people,X12@1395,1396,actual,300,person,E,,,,,,",
            "C,people,X13@1395,1396,actual,200,person,E,,,,,,",
            "P,people,X12@1395,1396,actual,30,person,E,,,B,,,",
            "Q,people,X13@1395,1396,actual,20,person,E,,,C,,,",
        ],
    );
    assert_eq!(standing(&data, "X15@1402"), [pair("B+C", "exact 500"), pair("P+Q", "exact 50")]);
    let parts = &data.observations[&ObservationId::new("P+Q")];
    assert_eq!(parts.part_of, Some(ObservationId::new("B+C")));
    assert_eq!(moved.joined.len(), 2);

    let (data, moved) = self::moved(
        MERGE,
        &[
            "B,people,X12@1395,1396,actual,300,person,E,,,,,,",
            "P,people,X13@1395,1396,actual,30,person,E,,,B,,,",
        ],
    );
    assert!(moved.joined.is_empty());
    assert_eq!(standing(&data, "X1~@1402").len(), 2);
    assert_eq!(reasons(&moved), [Obstacle::Partial, Obstacle::Partial]);
}

/// Parts of figures that were not themselves added have no common whole.
#[wasm_bindgen_test(unsupported = test)]
fn parts_of_different_figures_are_not_added() {
    let (data, moved) = moved(
        MERGE,
        &[
            "B,people,X12@1395,1396,actual,300,person,E,,,,,,",
            "C,people,X13@1395,1396,actual,200,person,F,,,,,,",
            "P,people,X12@1395,1396,actual,30,person,E,,,B,,,",
            "Q,people,X13@1395,1396,actual,20,person,E,,,C,,,",
        ],
    );
    assert_eq!(standing(&data, "X15@1402"), [], "30 people are not all of it");
    assert_eq!(standing(&data, "X1~@1402").len(), 4);
    assert!(reasons(&moved).contains(&Obstacle::OtherWhole));
}

/// A part of a figure that was divided is still a part of it.
#[wasm_bindgen_test(unsupported = test)]
fn a_part_of_a_divided_figure_names_the_piece_beside_it() {
    let (data, _) = moved(
        SPLIT,
        &[
            "A,people,X11@1395,1396,actual,1000,person,E,,,,,,",
            "P,people,X11@1395,1396,actual,100,person,E,,,A,,,",
        ],
    );
    let part = &data.observations[&ObservationId::new("P/X14@1402")];
    assert_eq!(part.part_of, Some(ObservationId::new("A/X14@1402")));
    assert_eq!(part.wording.value, Some(Decimal::from_int(30)), "printed as it is now");
    assert!(part.note.fa.contains("۳۰٪") && part.note.en.contains("30%"), "{:?}", part.note);
}

#[wasm_bindgen_test(unsupported = test)]
fn what_differs_in_programme_status_or_document_is_not_added() {
    for row in [
        "C,people,X13@1395,1396,actual,200,person,F,,,,,,",
        "C,people,X13@1395,1397,actual,200,person,E,,,,,,",
        "C,people,X13@1395,1396,planned,200,person,E,,,,,,",
        "C,people,X13@1395,1396,actual,200,person,E,,,,,,provisional",
    ] {
        let (data, moved) =
            moved(MERGE, &["B,people,X12@1395,1396,actual,300,person,E,,,,,,", row]);
        assert!(moved.joined.is_empty(), "{row}");
        assert_eq!(standing(&data, "X15@1402"), [], "neither is about the whole area");
        assert_eq!(standing(&data, "X1~@1402").len(), 2);
        assert_eq!((counts(&moved), reasons(&moved).len()), ([0, 0, 2], 2));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn bounds_are_carried_whole_and_added_as_intervals() {
    let b = |said: &str| format!("B,people,X12@1395,1396,actual,300,person,E,{said},,,,");
    let c = |said: &str| format!("C,people,X13@1395,1396,actual,200,person,E,{said},,,,");
    for (one, other, sum) in [
        ("more_than,", "exact,", "more_than 500"),
        ("at_least,", "more_than,", "more_than 500"),
        ("at_most,", "less_than,", "less_than 500"),
        ("between,400", "between,250", "between 500..650"),
        ("about,", "exact,", "about 500"),
    ] {
        let (data, _) = moved(MERGE, &[&b(one), &c(other)]);
        assert_eq!(standing(&data, "X15@1402"), [pair("B+C", sum)], "{one} {other}");
    }
    for (one, other) in [("more_than,", "less_than,"), ("about,", "more_than,")] {
        let (data, moved) = moved(MERGE, &[&b(one), &c(other)]);
        // Of 300 "more than" and 200 "less than", neither says anything of both together.
        assert_eq!(standing(&data, "X15@1402"), []);
        assert_eq!(standing(&data, "X1~@1402").len(), 2);
        assert_eq!((counts(&moved), reasons(&moved)), ([0, 0, 2], vec![Obstacle::Bounded]));
    }
    let whole = "kind,from,to,day,share\nsplit,X12@1395,X15@1402,1399-01-01,100\nsplit,X12@1395,X14@1402,1399-01-01,0\n";
    let (data, moved) = moved(whole, &[&b("between,400")]);
    assert_eq!(standing(&data, "X15@1402"), [pair("B", "between 300..400")]);
    assert_eq!(counts(&moved), [1, 0, 0]);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_bound_is_not_divided_and_stands_apart() {
    let row = "A,people,X11@1395,1396,actual,1000,person,E,between,1200,,,,";
    let (data, moved) = moved(SPLIT, &[row]);
    assert_eq!(standing(&data, "X1~@1402"), [pair("A", "between 1000..1200")]);
    assert_eq!((counts(&moved), reasons(&moved)), ([0, 0, 1], vec![Obstacle::Bounded]));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_part_out_of_range_is_told_and_not_lost() {
    let row = "A,people,X11@1395,1396,actual,0.12345678901234567,person,E,,,,,,";
    let (data, moved) = moved(&SPLIT.replace("70", "69.5").replace("30", "30.5"), &[row]);
    assert_eq!(standing(&data, "X1~@1402"), [pair("A", "exact 0.12345678901234567")]);
    assert_eq!((counts(&moved), reasons(&moved)), ([0, 0, 1], vec![Obstacle::Overflow]));
}

/// Two areas renamed into one, and an area that grew: the ground is not the same, and rates stay out.
#[wasm_bindgen_test(unsupported = test)]
fn rates_are_neither_added_nor_divided() {
    let rates = [
        "R,rate,X12@1395,1396,actual,12,percent,E,,,,,,",
        "S,rate,X13@1395,1396,actual,9,percent,E,,,,,,",
    ];
    for successions in [MERGE.replace("merge,", "rename,"), MERGE.to_owned(), SPLIT.to_owned()] {
        let (data, moved) = moved(&successions, &rates);
        assert_eq!(standing(&data, "X1~@1402"), [pair("R", "exact 12"), pair("S", "exact 9")]);
        assert!(moved.joined.is_empty());
    }
}

/// Only 90 percent are told: nothing is divided by wrong shares, and ingest names the row.
#[wasm_bindgen_test(unsupported = test)]
fn shares_that_are_not_the_whole_are_told_and_not_used() {
    let successions = SPLIT.replace("1400-05-01,30", "1400-05-01,20");
    let figures = format!("{HEAD}\nA,people,X11@1395,1396,actual,1000,person,E\n");
    let read = history_of(&successions, &figures).read().unwrap();
    let [finding] = read.diagnostics.as_slice() else { panic!("{:?}", read.diagnostics) };
    assert_eq!((finding.code, finding.severity), ("succession/shares", Severity::Warning));
    let place = &finding.position;
    assert_eq!(
        (place.file.as_str(), place.row, place.column.as_str()),
        ("successions.csv", 2, "share")
    );
    assert!(finding.message.fa.contains("۹۰٪") && finding.message.en.contains("90%"));
    let mut data = read.value.dataset;
    assert_eq!(data.successions.len(), 2, "good rows are kept");
    let moved = in_boundaries(&mut data, Division(1402));
    assert_eq!(standing(&data, "X1~@1402"), [pair("A", "exact 1000")]);
    assert_eq!((counts(&moved), reasons(&moved)), ([0, 0, 1], vec![Obstacle::Shares]));

    let part = "kind,from,to,day,share\ntransfer,X11@1395,X14@1402,1400-05-01,30\n";
    let (data, moved) = self::moved(part, &["A,people,X11@1395,1396,actual,1000,person,E,,,,,,"]);
    assert_eq!(standing(&data, "X14@1402"), [], "thirty percent are not all");
    assert_eq!(reasons(&moved), [Obstacle::Shares]);
}

/// What was in the country stays in it, whatever becomes of its areas.
#[wasm_bindgen_test(unsupported = test)]
fn nothing_is_lost_by_moving() {
    let rows = [
        "A,people,X11@1395,1396,actual,1000,person,E,,,,,,",
        "B,people,X12@1395,1396,actual,300,person,E,,,,,,",
        "C,people,X13@1395,1396,actual,200,person,E,,,,,,",
    ];
    let both = format!("{SPLIT}{}", MERGE.split_once('\n').unwrap().1);
    for successions in [SPLIT, MERGE, &both, &both.replace("70", "60")] {
        let (data, _) = moved(successions, &rows);
        let values = data.observations.values().filter_map(|one| one.figure.value());
        let sum = values.fold(Decimal::ZERO, |sum, one| sum.checked_add(one).unwrap());
        assert_eq!(sum, Decimal::from_int(1500), "{successions}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn every_obstacle_has_words_in_both_languages() {
    for obstacle in Obstacle::ALL {
        let words = obstacle.words();
        assert!(!words.fa.is_empty() && !words.en.is_empty() && words.en.is_ascii());
    }
}
