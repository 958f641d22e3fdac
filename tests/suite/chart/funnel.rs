//! The stages of money: all of them, in order, each with its share.

use hamyar::chart::{Dash, Item, MarkKind};
use hamyar::model::{Dataset, Observation, ProgrammeId, Qualifier, Scenario, SourceId, Stage};
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::fixture::{dataset, observation, qualified};
use super::family::{drawn, each, written};
use super::plain;

const VIEW: &str = r#""query": {"measure": "paid", "by": ["stage"]}, "mark": "funnel""#;

fn at(stage: Stage, value: &str) -> Observation {
    let one = observation(stage.code(), "paid", "01", "1400", value);
    Observation { stage: Some(stage), ..one }
}

/// Five of the eight stages.
fn told() -> Vec<Observation> {
    vec![
        at(Stage::Quota, "4000"),
        at(Stage::Applied, "5000"),
        at(Stage::Approved, "3000"),
        at(Stage::Contracted, "2400"),
        at(Stage::Disbursed, "1200"),
    ]
}

fn data() -> Dataset {
    dataset(told())
}

#[wasm_bindgen_test(unsupported = test)]
fn every_stage_stands_in_order_and_what_nobody_told_is_an_empty_slot() {
    each(&data(), VIEW, |scene| {
        assert_eq!(scene.mark, MarkKind::Funnel);
        let stages: Vec<&str> = scene
            .marks
            .iter()
            .filter_map(|mark| scene.said[mark.row].key.split("stage=").nth(1))
            .collect();
        let all: Vec<&str> = Stage::ALL[..8].iter().map(|stage| stage.code()).collect();
        assert_eq!(stages, all);
        for index in [1, 3, 7] {
            let slot = |item: &Item| matches!(item, Item::Shape { stroke: Some(edge), .. } if edge.dash == Dash::Slot);
            assert!(scene.marks[index].items.iter().any(slot), "{}", stages[index]);
        }
        assert_eq!(scene.table.rows.len(), 8);
        let told = if scene.lang == Lang::Fa { "۵ از ۸" } else { "5 of 8" };
        assert_eq!(plain(&scene.coverage), told);
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn a_stage_tells_its_share_of_the_stage_before_and_of_the_first() {
    let scene = drawn(&data(), VIEW, Lang::En, 720.0);
    let said: Vec<String> =
        scene.marks.iter().map(|mark| plain(&scene.said[mark.row].tip.spoken)).collect();
    assert!(said[5].contains("80.0% of the stage before, 60.0% of quota"), "{}", said[5]);
    // The stage before was not told.
    assert!(said[2].contains("125.0% of quota") && !said[2].contains("before"), "{}", said[2]);
    let worked = "80.0% = 100 × 2,400 ÷ 3,000 · 60.0% = 100 × 2,400 ÷ 4,000";
    assert!(
        plain(&scene.said[scene.marks[5].row].tip.working).ends_with(worked),
        "{}",
        scene.said[scene.marks[5].row].tip.working
    );
    assert!(written(&scene).iter().any(|text| text.contains("80.0%")));
    let column = scene.table.heads.iter().position(|head| head == "Comparison").unwrap();
    assert_eq!(scene.table.rows[5][column].evidence.len(), 3);
}

#[wasm_bindgen_test(unsupported = test)]
fn a_bound_gives_a_bounded_share() {
    let mut figures = told();
    figures[3] = qualified(figures[3].clone(), Qualifier::LessThan);
    each(&dataset(figures), VIEW, |scene| {
        let text = written(scene).join(" ");
        assert!(
            text.contains("حداکثر ۸۰")
                || text.contains("کمتر از ۸۰")
                || text.contains("at most 80"),
            "{text}"
        );
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn another_release_or_programme_is_no_stage_of_the_same_money() {
    let mut release = told();
    release[1].source = SourceId::new("B");
    let mut programme = told();
    programme[1].programme = Some(ProgrammeId::new("other"));
    for figures in [release, programme] {
        let scene = drawn(&dataset(figures), VIEW, Lang::En, 720.0);
        assert_ne!(scene.mark, MarkKind::Funnel);
        assert!(scene.marks.is_empty(), "amounts of two releases have no axis in common");
    }
    // People, whose releases may stand beside one another, and a plan beside facts.
    let people = |mut one: Observation| {
        one.measure = hamyar::model::MeasureId::new("jobs");
        one
    };
    let mut two: Vec<Observation> = told().into_iter().map(people).collect();
    two[1].source = SourceId::new("B");
    let mut planned: Vec<Observation> = told().into_iter().map(people).collect();
    planned[4].scenario = Some(Scenario::Planned);
    let view = VIEW.replace("paid", "jobs");
    for figures in [two, planned] {
        each(&dataset(figures), &view, |scene| {
            assert_eq!(scene.mark, MarkKind::Bar);
            assert!(
                scene
                    .notes
                    .iter()
                    .any(|note| note.contains("by themselves") || note.contains("جدا آمده‌اند"))
            );
        });
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_is_outstanding_has_no_share_of_the_way() {
    let mut figures = told();
    figures.push(at(Stage::Outstanding, "900"));
    let scene = drawn(&dataset(figures), VIEW, Lang::En, 720.0);
    assert_eq!(scene.marks.len(), 9);
    assert!(
        !scene.said[scene.marks[8].row].tip.spoken.contains('%'),
        "{}",
        scene.said[scene.marks[8].row].tip.spoken
    );
}

#[wasm_bindgen_test(unsupported = test)]
fn one_stage_alone_and_huge_beside_tiny_are_written_without_a_clash() {
    each(&dataset(vec![at(Stage::Approved, "12")]), VIEW, |scene| assert_eq!(scene.marks.len(), 8));
    let huge =
        vec![at(Stage::Quota, "123456789012345"), at(Stage::Repaid, "1"), at(Stage::Applied, "0")];
    each(&dataset(huge), VIEW, |scene| assert_eq!(scene.marks.len(), 8));
}

/// However many areas a stage is told by: what is counted are stages.
#[wasm_bindgen_test(unsupported = test)]
fn a_funnel_counts_stages_and_not_what_its_stages_are_told_by() {
    let of = |code, stage: Stage, value| Observation {
        stage: Some(stage),
        ..observation(code, "paid", code, "1400", value)
    };
    let told = vec![of("01", Stage::Approved, "40"), of("02", Stage::Approved, "50")];
    let scene = drawn(&dataset(told), VIEW, Lang::En, 720.0);
    assert_eq!((scene.mark, plain(&scene.coverage).as_str()), (MarkKind::Funnel, "1 of 8"));
}
