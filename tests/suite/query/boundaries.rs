//! County history: as it was, and in later borders.

use hamyar::calendar::Day;
use hamyar::model::{
    AreaId, Dataset, Division, Figure, Gazetteer, Level, MeasureId, Moved, Qualifier, Resolved,
    Succession, SuccessionKind, in_boundaries,
};
use hamyar::number::Decimal;
use hamyar::query::{All, AreaSelection, By, Coverage, Query, run};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::suite::ingest::fixture::{Fixture, assert_spoken};
use crate::suite::ingest::open_data::{example_dataset, open_dataset};

/// Loans of an example register: province and county as a clerk writes them, in Arabic letters too, and
/// the year. Some counties are in the list of 1402 only.
const REGISTER: [(&str, &str, u16, i64); 8] = [
    ("گیلان", "رشت", 1391, 10),
    ("گيلان", "شفت", 1396, 20),
    ("گیلان", "خمام", 1402, 40),
    ("کرمانشاه", "هرسین", 1392, 80),
    ("آذربایجان شرقی", "بستان‌آباد", 1397, 160),
    ("آذربايجان شرقي", "بستان آباد", 1398, 320),
    ("اردبیل", "اصلاندوز", 1402, 640),
    ("اردبیل", "جایی که نیست", 1400, 1280),
];

/// Sums by area of the register in the list of one division.
fn resolved(areas: &Gazetteer, division: Division) -> Vec<(AreaId, i64)> {
    let mut sums: Vec<(AreaId, i64)> = Vec::new();
    for (province, county, _, amount) in REGISTER {
        let area = areas.by_name(division, province, county).unwrap().area();
        match sums.iter_mut().find(|(known, _)| *known == area) {
            Some((_, sum)) => *sum += amount,
            None => sums.push((area, amount)),
        }
    }
    sums
}

#[wasm_bindgen_test(unsupported = test)]
fn row_18_one_register_in_three_lists() {
    let data = open_dataset();
    let counts: Vec<usize> = [1390, 1395, 1402]
        .map(|year| data.areas.at_level(Division(year), Level::County, None).count())
        .to_vec();
    assert_eq!(counts, [397, 429, 482]);
    let gazetteer = Gazetteer::of(&data);
    let mut by_province: Vec<Vec<(String, i64)>> = Vec::new();
    for year in [1390, 1395, 1402] {
        let sums = resolved(&gazetteer, Division(year));
        assert_eq!(sums.iter().map(|(_, sum)| sum).sum::<i64>(), 2550, "the country in {year}");
        let mut provinces: Vec<(String, i64)> = Vec::new();
        for (area, sum) in sums {
            let code = area.as_str().get(..2).unwrap().to_owned();
            match provinces.iter_mut().find(|(known, _)| *known == code) {
                Some((_, total)) => *total += sum,
                None => provinces.push((code, sum)),
            }
        }
        provinces.sort();
        by_province.push(provinces);
    }
    assert_eq!(by_province[0], by_province[1]);
    assert_eq!(by_province[1], by_province[2]);
    let place =
        |year: u16, county: &str| gazetteer.by_name(Division(year), "گیلان", county).unwrap();
    assert_eq!(place(1390, "خمام"), Resolved::NotPlaced(AreaId::new("01@1390")));
    assert_eq!(place(1390, "خمام").area().as_str(), "01~@1390");
    assert!(matches!(place(1402, "خمام"), Resolved::County(_)));
    assert_eq!(gazetteer.by_name(Division(1402), "نیست", "رشت"), None);
}

/// A name is found whatever way it is spelt and by its aliases; a code says an area only with its list.
#[wasm_bindgen_test(unsupported = test)]
fn row_6_areas_by_name_alias_and_list() {
    let data = open_dataset();
    let gazetteer = Gazetteer::of(&data);
    let place = |province: &str, county: &str| {
        gazetteer.by_name(Division(1395), province, county).unwrap().area().to_string()
    };
    for spelling in ["صومعه سرا", "صومعه\u{200C}سرا", "صومعه‌سرا", "صومعهسرا"]
    {
        assert_eq!(place("گیلان", spelling), "0108@1395", "{spelling:?}");
        assert_eq!(place("گيلان", spelling), "0108@1395", "{spelling:?}");
    }
    assert_eq!(place("كرمان", "بم"), place("کرمان", "بم"));
    for (year, area) in [(1390, "0104@1390"), (1395, "0104@1395"), (1402, "0104@1402")] {
        let talesh = gazetteer.by_name(Division(year), "گیلان", "تالش").unwrap().area();
        assert_eq!(talesh.as_str(), area);
    }
    let by_code = |year: u16| data.areas.by_code("1108", Division(year)).unwrap().id.to_string();
    assert_eq!((by_code(1390), by_code(1395)), ("1108@1390".into(), "1108@1395".into()));
}

/// Counties of 1395 that nobody has matched stand in a row of their province, and nothing is lost.
#[wasm_bindgen_test(unsupported = test)]
fn what_is_not_placed_is_not_dropped() {
    let mut data = open_dataset();
    let sum = |data: &Dataset, level: Level, within: &str| {
        let areas = AreaSelection {
            level: Some(level),
            within: All(vec![within.into()]),
            ..Default::default()
        };
        let query = Query {
            measure: MeasureId::new("population_total"),
            periods: vec!["1395".into()],
            by: vec![By::Area],
            areas,
            ..Query::default()
        };
        let rows = run(data, &query).rows;
        let values = rows.iter().filter_map(|row| row.figure.value());
        values.fold(Decimal::ZERO, |sum, one| sum.checked_add(one).unwrap())
    };
    let before = (sum(&data, Level::County, "01"), sum(&data, Level::Province, "IR"));
    let moved = in_boundaries(&mut data, Division(1402));
    assert!(moved.not_placed > 1000 && moved.whole > 100 && moved.divided == 0, "{moved:?}");
    assert_eq!((sum(&data, Level::County, "01"), sum(&data, Level::Province, "IR")), before);
    let row = data.areas.get(&AreaId::new("01~@1402")).unwrap();
    assert_eq!((row.name.fa.as_str(), row.level), ("شهرستان جای‌نگرفته", Level::County));
    assert_eq!(data.areas.at_level(Division(1402), Level::County, None).count(), 482, "no county");
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_reported_is_counted_of_the_areas_of_the_later_list() {
    let mut data = example_dataset();
    let query = Query {
        measure: MeasureId::new("example_members"),
        periods: vec!["1395".into()],
        by: vec![By::Area],
        areas: AreaSelection { level: Some(Level::County), ..AreaSelection::default() },
        ..Query::default()
    };
    let coverage = |data: &Dataset| run(data, &query).coverage;
    assert_eq!(coverage(&data), Coverage { reported: 14, expected: 14 });
    in_boundaries(&mut data, Division(1402));
    // County 6 has no figure there: nobody has matched its ground, and the row below it is no area.
    assert_eq!(coverage(&data), Coverage { reported: 11, expected: 12 });
}

/// What is in `history` beside what a test adds.
const FIGURES: &str = "A,people,X11@1395,1396,actual,1000,person,E\nB,people,X12@1395,1396,actual,300,person,E\nC,people,X13@1395,1396,actual,200,person,E\nR,rate,X11@1395,1396,actual,12,percent,E\nS,rate,X13@1395,1396,actual,9,percent,E\n";

pub(super) const HEAD: &str = "id,measure,area,period,scenario,value,unit,source";

fn history(successions: &str) -> Dataset {
    told(&history_of(successions, &format!("{HEAD}\n{FIGURES}")))
}

/// A package of two lists, three counties in the first, three in the second.
pub(super) fn history_of(successions: &str, observations: &str) -> Fixture {
    let tables = [
        (
            "units",
            "id,base,exponent,name_fa,name_en\nperson,person,0,نفر,people\npercent,percent,0,درصد,percent\n",
        ),
        (
            "areas",
            "id,code,division,level,parent,name_fa,name_en,continues\nX@1395,X,1395,country,,نمونه,Example,\nX1@1395,X1,1395,province,X@1395,استان,Province,\nX11@1395,X11,1395,county,X1@1395,یکم,First,\nX12@1395,X12,1395,county,X1@1395,دوم,Second,\nX13@1395,X13,1395,county,X1@1395,سوم,Third,\nX@1402,X,1402,country,,نمونه,Example,X@1395\nX1@1402,X1,1402,province,X@1402,استان,Province,X1@1395\nX11@1402,X11,1402,county,X1@1402,یکم,First,\nX14@1402,X14,1402,county,X1@1402,چهارم,Fourth,\nX15@1402,X15,1402,county,X1@1402,پنجم,Fifth,\n",
        ),
        (
            "measures",
            "id,name_fa,unit,kind,area_rule,time_rule\npeople,جمعیت,person,stock,sum,last\nrate,نرخ,percent,ratio,none,none\n",
        ),
        ("sources", "id,kind,title_fa\nE,example,نمونه\nF,example,نمونهٔ دیگر\n"),
        ("successions", successions),
        ("observations", observations),
    ];
    let descriptor =
        tables.map(|(name, _)| format!(r#"{{"name": "{name}", "path": "{name}.csv"}}"#)).join(",");
    let paths = tables.map(|(name, _)| format!("{name}.csv"));
    let files: Vec<(&str, &[u8])> = paths
        .iter()
        .zip(&tables)
        .map(|(path, (_, text))| (path.as_str(), text.as_bytes()))
        .collect();
    Fixture::new(&format!(r#"{{"resources": [{descriptor}]}}"#), &files)
}

pub(super) fn told(fixture: &Fixture) -> Dataset {
    let read = fixture.read().unwrap();
    assert!(!read.has_errors(), "{:?}", read.diagnostics);
    read.value.dataset
}

/// Whole, divided and not placed.
pub(super) fn counts(moved: &Moved) -> [u32; 3] {
    [moved.whole, moved.divided, moved.not_placed]
}

/// The first is split 70 to 30, the second and third are merged: sums stay, a rate is not divided.
#[wasm_bindgen_test(unsupported = test)]
fn a_split_is_divided_by_share_and_a_merger_added() {
    let mut data = history(
        "kind,from,to,day,share\nsplit,X11@1395,X11@1402,1400-05-01,70\nsplit,X11@1395,X14@1402,1400-05-01,30\nmerge,X12@1395,X15@1402,1399-01-01,100\nmerge,X13@1395,X15@1402,1399-01-01,100\n",
    );
    let moved = in_boundaries(&mut data, Division(1402));
    assert_eq!(counts(&moved), [2, 1, 2]);
    let of = |measure: &str, area: &str| {
        let mut found = data.observations.values().filter(|one| {
            one.measure == MeasureId::new(measure)
                && one.place == hamyar::model::Place::Area(AreaId::new(area))
        });
        let first = found.next().map(|one| one.figure);
        assert!(measure == "rate" || found.next().is_none(), "one figure in {area}");
        first
    };
    let about = |value: i64| {
        Some(Figure::Value {
            value: Decimal::from_int(value),
            qualifier: Qualifier::About,
            upper: None,
        })
    };
    assert_eq!(of("people", "X11@1402"), about(700));
    assert_eq!(of("people", "X14@1402"), about(300));
    assert_eq!(of("people", "X15@1402"), Some(Figure::exact(Decimal::from_int(500))));
    assert_eq!(of("rate", "X11@1402"), None);
    assert!(of("rate", "X1~@1402").is_some());
}

/// A part of a divided figure is about so much; all of its parts together are what was told, to the digit.
#[cfg(feature = "complete")]
#[wasm_bindgen_test(unsupported = test)]
fn what_holds_all_heirs_of_a_divided_county_is_exact() {
    let split = "kind,from,to,day,share\nsplit,X11@1395,X11@1402,1400-05-01,70\nsplit,X11@1395,X14@1402,1400-05-01,30\nrename,X12@1395,X15@1402,1399-01-01,100\n";
    let asked = |figures: &str, level: Level, except: &[&str]| {
        let mut data = told(&history_of(split, &format!("{HEAD},qualifier\n{figures}")));
        in_boundaries(&mut data, Division(1402));
        let except = except.iter().map(|code| (*code).to_owned()).collect();
        let areas = AreaSelection { level: Some(level), except, ..AreaSelection::default() };
        let by = vec![By::Area, By::Period];
        let measure = MeasureId::new("people");
        let rows = run(&data, &Query { measure, areas, by, ..Query::default() }).rows;
        rows.iter()
            .map(|row| (row.figure.value().unwrap().to_string(), row.figure.qualifier().unwrap()))
            .collect::<Vec<_>>()
    };
    let row = |value: &str, qualifier| (value.to_owned(), qualifier);
    let figures = "A,people,X11@1395,1396,actual,101,person,E,exact\nB,people,X12@1395,1396,actual,9,person,E,exact\n";
    for level in [Level::Province, Level::Country] {
        assert_eq!(asked(figures, level, &[]), [row("110", Qualifier::Exact)]);
        assert_eq!(asked(figures, level, &["X14"]), [row("79.7", Qualifier::About)]);
        let about = figures.replace("9,person,E,exact", "9,person,E,about");
        assert_eq!(asked(&about, level, &[]), [row("110.0", Qualifier::About)]);
        let whole = figures.replace("101,person,E,exact", "101,person,E,about");
        assert_eq!(asked(&whole, level, &[]), [row("110.0", Qualifier::About)]);
    }
    let parts = [("70.7", Qualifier::About), ("30.3", Qualifier::About), ("9", Qualifier::Exact)];
    let parts = parts.map(|(value, qualifier)| row(value, qualifier));
    assert_eq!(asked(figures, Level::County, &[]), parts);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_renamed_area_keeps_everything() {
    let mut data = history("kind,from,to,day,share\nrename,X11@1395,X14@1402,1400-05-01,100\n");
    let moved = in_boundaries(&mut data, Division(1402));
    assert_eq!(counts(&moved), [2, 0, 3]);
}

/// A circle of steps ends: what cannot come into the later list is not placed.
#[wasm_bindgen_test(unsupported = test)]
fn a_circle_of_steps_has_an_end() {
    // No table tells it: each step leads into a later list.
    let step = |from: &str, to: &str| Succession {
        kind: SuccessionKind::Rename,
        from: AreaId::new(from),
        to: AreaId::new(to),
        day: Day::default(),
        share: Decimal::from_int(100),
    };
    let mut data = history("kind,from,to,day,share\n");
    data.successions = vec![step("X11@1395", "X12@1395"), step("X12@1395", "X11@1395")];
    let moved = in_boundaries(&mut data, Division(1402));
    assert_eq!(counts(&moved), [0, 0, 5]);
}

/// Row 18: of a list only its year is known, and a step happens between the two lists that it joins.
#[wasm_bindgen_test(unsupported = test)]
fn row_18_a_dated_step_lies_between_its_lists() {
    let told = |from: &str, to: &str, day: &str| {
        let table = format!("kind,from,to,day,share\nrename,{from},{to},{day},100\n");
        let read = history_of(&table, &format!("{HEAD}\n")).read().unwrap();
        read.diagnostics.iter().for_each(assert_spoken);
        let found = read.diagnostics.into_iter().map(|one| (one.code, one.position.column));
        (found.collect::<Vec<_>>(), read.value.dataset.successions.len())
    };
    let (earlier, later) = ("X11@1395", "X11@1402");
    for day in ["1395-01-01", "1399", "1402-12-29"] {
        assert_eq!(told(earlier, later, day), (vec![], 1), "{day}");
    }
    let refused = |column: &str| (vec![("row/rejected", column.to_owned())], 0);
    for day in ["1394-12-29", "1380-01-01", "1403-01-01", "1410", "../1399"] {
        assert_eq!(told(earlier, later, day), refused("day"), "{day}");
    }
    assert_eq!(told(later, earlier, "1399-01-01"), refused("to"));
    assert_eq!(told(earlier, "X12@1395", "1395-01-01"), refused("to"));
}
