//! Counts of cooperatives against values worked out by hand.

use hamyar::calendar::Period;
use hamyar::model::{
    CoopActivity, CoopIcls, CoopStage, Dataset, Figure, Level, MeasureId, ObservationId, Place,
    Qualifier, Verdict, is_legal_id,
};
use hamyar::number::Decimal;
use hamyar::query::{AreaSelection, By, Derive, Query, Row, run};
use hamyar::tabulate::coops_at_stages;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{all, counted, exact, figure, observation, whole};

const COUNTIES: [&str; 3] = ["X101@1402", "X102@1402", "X201@1402"];

/// The figures of the three counties in a period.
fn counties(measure: &str, period: &str) -> [String; 3] {
    COUNTIES.map(|area| exact(&format!("{measure}/{area}/{period}")))
}

#[wasm_bindgen_test(unsupported = test)]
fn known_ids_of_legal_entities_keep_their_check_digit() {
    for id in ["10380284790", "10100171920", "10320894878", "14007650912", "10861677542"] {
        assert!(is_legal_id(id), "{id}");
        for place in 0..10 {
            let mut digits = id.as_bytes().to_vec();
            digits[10] = b'0' + (digits[10] - b'0' + 1 + place % 9) % 10;
            let other = String::from_utf8(digits).unwrap();
            assert!(!is_legal_id(&other), "{other}");
        }
    }
    for id in ["", "0", "1038028479", "103802847900", "10300000000", "X0380284790", "۱۰۳۸۰۲۸۴۷۹۰"]
    {
        assert!(!is_legal_id(id), "{id}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn every_cooperative_stands_at_one_stage_on_a_day() {
    assert_eq!(counties("coops_total", "1401-12-29"), ["4", "3", "1"]);
    assert_eq!(counties("coops_total", "1402-12-29"), ["5", "4", "2"]);
    assert_eq!(counties("coops_total", "1403-06-31"), ["5", "4", "3"]);
    assert_eq!(counties("coops_active", "1401-12-29"), ["2", "1", "0"]);
    assert_eq!(counties("coops_active", "1402-12-29"), ["2", "2", "0"]);
    assert_eq!(counties("coops_active", "1403-06-31"), ["2", "1", "0"]);
    assert_eq!(counties("coops_registered", "1401-12-29"), ["4", "2", "0"]);
    assert_eq!(counties("coops_registered", "1402-12-29"), ["3", "3", "2"]);
    assert_eq!(counties("coops_registered", "1403-06-31"), ["3", "3", "1"]);
    let at = |stage: &str| {
        COUNTIES.map(|area| exact(&format!("coops_at_stage/{stage}/{area}/1402-12-29")))
    };
    assert_eq!(at("operating"), ["2", "1", "0"]);
    assert_eq!(at("troubled"), ["1", "0", "1"]);
    assert_eq!(at("founding_board"), ["1", "0", "0"]);
    assert_eq!(at("membership_drive"), ["0", "1", "0"]);
    assert_eq!(at("licence"), ["0", "1", "0"]);
    assert_eq!(at("being_set_up"), ["0", "1", "0"]);
    assert_eq!(at("registered"), ["0", "0", "1"]);
    assert_eq!(at("dissolved"), ["1", "0", "0"]);
    assert_eq!(at("request"), ["0", "0", "0"], "nought is a count; X12 asked in 1403");
    let one = observation("coops_at_stage/being_set_up/X102@1402/1402-12-29");
    assert_eq!(one.scope.fa, "در دست راه‌اندازی");
    assert_eq!(one.source.as_str(), "REGISTER");
    assert!(matches!(&one.place, Place::Area(area) if area.as_str() == "X102@1402"));
}

#[wasm_bindgen_test(unsupported = test)]
fn the_stage_of_a_county_is_that_of_its_development_cooperative() {
    assert_eq!(counties("coop_stage", "1401-12-29"), ["8", "4", "5"]);
    assert_eq!(counties("coop_stage", "1402-12-29"), ["9", "4", "6"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_days_to_registration_are_the_middle_ones() {
    let days = |area: &str, year: &str| exact(&format!("coop_days_to_registration/{area}/{year}"));
    assert_eq!(days("X1@1402", "1400"), "93", "of 62, 93, 155");
    assert_eq!(days("X1@1402", "1401"), "139.5", "half way between 124 and 155");
    assert_eq!(days("X1@1402", "1402"), "123");
    assert_eq!(days("X2@1402", "1402"), "380.5", "half way between 31 and 730");
    assert_eq!(days("X@1402", "1402"), "123", "of 31, 123, 730; not the mean of provinces");
}

#[wasm_bindgen_test(unsupported = test)]
fn v15_troubled_cooperatives_are_stock_and_flow() {
    let flow = |year: &str, county: usize| {
        ["opening", "new", "resolved", "closing"]
            .map(|part| counties(&format!("coops_troubled_{part}"), year)[county].clone())
    };
    assert_eq!(flow("1400", 0), ["0", "1", "0", "1"]);
    assert_eq!(flow("1401", 0), ["1", "1", "1", "1"], "one came, one went into liquidation");
    assert_eq!(flow("1402", 0), ["1", "1", "1", "1"], "one came, one operates again");
    assert_eq!(flow("1402", 2), ["0", "1", "0", "1"], "on the last day of the year");
    let id = |year| format!("coops_troubled_new/X101@1402/{year}");
    let known = |year| counted().observations.keys().any(|known| known.as_str() == id(year));
    assert!(known("1402") && !known("1403"), "1403 had not ended");
    let verdicts = |dataset: &Dataset| -> Vec<Verdict> {
        let report = hamyar::check::check(dataset, &[]);
        report.findings.iter().filter(|one| one.rule == "V15").map(|one| one.verdict).collect()
    };
    assert_eq!(verdicts(counted()), [Verdict::Pass]);
    let mut wrong = counted().clone();
    let closing = ObservationId::new("coops_troubled_closing/X101@1402/1401");
    wrong.observations.get_mut(&closing).unwrap().figure = Figure::exact(whole(2));
    assert!(verdicts(&wrong).contains(&Verdict::Warn));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_sum_without_a_silent_cooperative_is_at_least_so_much() {
    assert_eq!(exact("coop_members/X101@1402/1402"), "1500");
    assert_eq!(exact("coop_members/X201@1402/1402"), "300");
    assert_eq!(exact("coop_workers/X101@1402/1402"), "25");
    let at_least =
        |value| Figure::Value { value: whole(value), qualifier: Qualifier::AtLeast, upper: None };
    assert_eq!(
        figure("coop_members/X102@1402/1402"),
        at_least(22),
        "X09 operates and is silent; X06 has 55, and is not registered yet"
    );
    assert_eq!(figure("coop_members/X101@1402/1401"), at_least(300));
    assert_eq!(figure("coop_capital/X101@1402/1402"), at_least(1_750_000_000));
    assert_eq!(exact("coop_capital/X201@1402/1402"), "670000000");
    assert_eq!(figure("coop_turnover/X101@1402/1402"), at_least(200_000_000));
}

/// A stock at the end of the year is the figure of the year, so that members are divided by it.
#[wasm_bindgen_test(unsupported = test)]
fn members_are_divided_by_the_cooperatives_at_the_end_of_their_year() {
    assert_eq!(counties("coops_registered_at_year_end", "1402"), ["3", "3", "2"]);
    let mean = |measure: &str, derive: Option<Derive>, level: Level| {
        let areas = AreaSelection { level: Some(level), ..Default::default() };
        let periods = vec!["1402".into()];
        let measure = MeasureId::new(measure);
        let query =
            Query { measure, areas, periods, by: vec![By::Area], derive, ..Query::default() };
        let answer = run(counted(), &query);
        assert_eq!(answer.refused, []);
        let rounded =
            |figure: Figure| (figure.value().unwrap().rounded(1).to_string(), figure.qualifier());
        answer.rows.iter().map(|row| rounded(row.figure)).collect::<Vec<_>>()
    };
    let [exact, at_least] = [Qualifier::Exact, Qualifier::AtLeast].map(Some);
    let text = |value: &str, qualifier| (value.to_owned(), qualifier);
    let expected = [text("500.0", exact), text("7.3", at_least), text("150.0", exact)];
    assert_eq!(mean("coop_members_mean", None, Level::County), expected);
    let below = MeasureId::new("coops_registered_at_year_end");
    let per = Derive::Per { measure: below, factor: 1 };
    assert_eq!(mean("coop_members", Some(per), Level::County), expected);
    let provinces = [text("253.7", at_least), text("150.0", exact)];
    assert_eq!(
        mean("coop_members_mean", None, Level::Province),
        provinces,
        "1,522 ÷ 6, no mean of means"
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn members_stand_against_half_a_percent_of_the_people() {
    assert_eq!(counties("coop_development_members", "1402"), ["420", "55", "260"]);
    assert_eq!(
        counties("coop_members_required", "1402"),
        ["500", "200", "260"],
        "99,901 people of 1400, not those of 1395 or 1403"
    );
    let query = Query {
        measure: MeasureId::new("coop_member_fill"),
        areas: AreaSelection { level: Some(Level::County), ..Default::default() },
        periods: vec!["1402".into()],
        by: vec![By::Area],
        ..Query::default()
    };
    let answer = run(counted(), &query);
    let mut shares: Vec<String> =
        answer.rows.iter().map(|row| row.figure.value().unwrap().rounded(1).to_string()).collect();
    shares.sort();
    assert_eq!(shares, ["100.0", "27.5", "84.0"], "{:?}", answer.refused);
}

#[wasm_bindgen_test(unsupported = test)]
fn stages_roll_up_by_their_scope() {
    let query = Query {
        measure: MeasureId::new("coops_at_stage"),
        areas: AreaSelection { level: Some(Level::Province), ..Default::default() },
        periods: vec!["1402-12-29".into()],
        by: vec![By::Area, By::Scope],
        ..Query::default()
    };
    let answer = run(counted(), &query);
    let operating: Vec<String> = answer
        .rows
        .iter()
        .filter(|row| row.key.scope.as_ref().is_some_and(|scope| scope.1 == "Operating"))
        .map(|row| row.figure.value().unwrap().to_string())
        .collect();
    assert_eq!(operating, ["3", "0"], "{:?}", answer.refused);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_international_type_is_stated_or_proposed() {
    let of = |id: &str| {
        counted().registers.cooperatives.iter().find(|one| one.id.as_str() == id).unwrap()
    };
    assert_eq!(of("X08").icls(), CoopIcls::Producer, "stated");
    assert_eq!(of("X04").icls(), CoopIcls::Worker);
    let proposed = CoopActivity::ALL.iter().map(|activity| activity.proposed_icls().code());
    let expected = [
        "worker",
        "worker",
        "worker",
        "worker",
        "consumer_user",
        "multi_stakeholder",
        "worker",
        "worker",
        "producer",
        "consumer_user",
        "consumer_user",
        "multi_stakeholder",
    ];
    assert_eq!(proposed.collect::<Vec<_>>(), expected);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_codes_are_those_of_the_open_data() {
    let codes = &super::super::ingest::open_data::open_dataset().codes;
    let list =
        |name: &str| codes.entries(name).map(|(code, _)| code.to_owned()).collect::<Vec<_>>();
    macro_rules! same {
        ($list:literal, $kind:ident) => {
            let ours: Vec<&str> =
                hamyar::model::$kind::ALL.iter().map(|value| value.code()).collect();
            assert_eq!(list($list), ours);
        };
    }
    same!("coop_activity", CoopActivity);
    same!("coop_kind", CoopKind);
    same!("coop_icls", CoopIcls);
    same!("coop_line", CoopLine);
    same!("coop_stage", CoopStage);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_day_before_any_event_has_no_cooperative() {
    let before = Period::parse("1399-12-30").unwrap().start().unwrap();
    let stages = coops_at_stages(&all(counted()), before);
    assert_eq!(stages.len(), CoopStage::ALL.len());
    assert!(stages.iter().all(|(_, count)| *count == 0));
}

/// Codes of a province add up to what its counties are told to have together, each nought among them.
#[wasm_bindgen_test(unsupported = test)]
fn counts_by_code_stand_beside_the_undivided_ones_and_add_up_to_them() {
    let ask = |measure: &str, by: &[By]| {
        let query = Query { measure: MeasureId::new(measure), by: by.to_vec(), ..Query::default() };
        let answer = run(counted(), &query);
        assert_eq!(answer.refused, [], "{measure}");
        answer.rows
    };
    let total = |rows: &[Row]| {
        let values = rows.iter().filter_map(|row| row.figure.value());
        values.fold(Decimal::ZERO, |sum, one| sum.checked_add(one).unwrap())
    };
    for measure in ["coops_total", "coops_registered", "coops_troubled_closing"] {
        let whole = total(&ask(measure, &[By::Period]));
        assert!(!whole.is_zero(), "{measure}");
        for by in [By::CoopActivity, By::CoopIcls] {
            let rows = ask(measure, &[by, By::Period]);
            assert_eq!(total(&rows), whole, "{measure} {by:?}");
        }
    }
    // What no register says of a cooperative is no code.
    let lines = total(&ask("coops_total", &[By::CoopLine, By::Period]));
    assert!(lines < total(&ask("coops_total", &[By::Period])));
    let of_members = ask("coops_total", &[By::CoopIcls, By::Period]);
    assert!(of_members.iter().all(|row| row.key.scope.is_some()));
}
