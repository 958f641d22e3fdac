//! The lists of codes: every value of the model has a word and a meaning in both languages.

use hamyar::diag::Bilingual;
#[cfg(feature = "desk")]
use hamyar::model::Dataset;
use hamyar::model::{
    ActionStatus, AreaRule, AssemblyKind, CodeBook, Confidence, CoopActivity, CoopIcls, CoopKind,
    CoopLine, CoopStage, CorrectionAction, CorrectionStatus, Direction, Level, MeasureKind,
    MemberStatus, Missing, MissingStrategy, OrganisationKind, Precision, Qualifier, RuleSeverity,
    Scenario, SourceKind, Stage, StatementKind, Status, SuccessionKind, SupervisionKind,
    SupervisionResult, TimeRule, Verdict,
};
use hamyar::spec::Coded;
use wasm_bindgen_test::wasm_bindgen_test;

use super::open_data::{example_dataset, open_dataset};

type List = (&'static str, &'static [&'static str]);

const fn list<T: Coded>(name: &'static str) -> List {
    (name, T::CODES)
}

/// What figures and their sources are described with.
const OF_FIGURES: [List; 22] = [
    list::<Scenario>("scenario"),
    list::<Stage>("stage"),
    list::<ActionStatus>("action_status"),
    list::<Qualifier>("qualifier"),
    list::<Missing>("missing"),
    list::<Status>("status"),
    list::<Level>("level"),
    list::<MeasureKind>("measure_kind"),
    list::<AreaRule>("area_rule"),
    list::<TimeRule>("time_rule"),
    list::<Direction>("direction"),
    list::<SourceKind>("source_kind"),
    list::<Precision>("precision"),
    list::<MemberStatus>("member_status"),
    list::<Confidence>("confidence"),
    list::<StatementKind>("statement_kind"),
    list::<RuleSeverity>("rule_severity"),
    list::<MissingStrategy>("missing_strategy"),
    list::<Verdict>("verdict"),
    list::<CoopStage>("coop_stage"),
    list::<CorrectionAction>("correction_action"),
    list::<CorrectionStatus>("correction_status"),
];

/// What no page needs.
#[cfg(feature = "desk")]
const BESIDE: [List; 3] = [
    list::<hamyar::model::AreaScheme>("area_scheme"),
    list::<hamyar::model::ReportingCycle>("reporting_cycle"),
    list::<hamyar::model::JobKind>("job_kind"),
];

/// What cooperatives are described with.
const OF_COOPERATIVES: [List; 4] = [
    list::<CoopActivity>("coop_activity"),
    list::<CoopKind>("coop_kind"),
    list::<CoopIcls>("coop_icls"),
    list::<CoopLine>("coop_line"),
];

/// What registers are described with; the open data have none yet.
const OF_REGISTERS: [List; 5] = [
    list::<OrganisationKind>("organisation_kind"),
    list::<SuccessionKind>("succession_kind"),
    list::<AssemblyKind>("coop_assembly"),
    list::<SupervisionKind>("coop_supervision"),
    list::<SupervisionResult>("coop_supervision_result"),
];

fn assert_named(book: &CodeBook, lists: &[List]) {
    for (list, codes) in lists {
        let named: Vec<&str> = book.entries(list).map(|(code, _)| code).collect();
        assert_eq!(named, *codes, "{list}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn every_value_of_the_model_is_in_a_list() {
    assert_named(&open_dataset().codes, &[OF_FIGURES.as_slice(), &OF_COOPERATIVES].concat());
    #[cfg(feature = "desk")]
    assert_named(&open_dataset().codes, &BESIDE);
    assert_named(&example_dataset().codes, &OF_REGISTERS);
}

#[wasm_bindgen_test(unsupported = test)]
fn row_11_every_code_has_a_word_and_a_meaning_in_both_languages() {
    let is_persian = |text: &str| text.chars().any(|one| ('آ'..='ی').contains(&one));
    for book in [open_dataset().codes, example_dataset().codes] {
        for list in book.lists() {
            for (code, entry) in book.entries(list) {
                for text in [&entry.name, &entry.definition] {
                    assert!(is_persian(&text.fa), "{list} {code}: {text:?}");
                    assert!(
                        !text.en.is_empty() && !is_persian(&text.en),
                        "{list} {code}: {text:?}"
                    );
                }
            }
        }
    }
}

/// A data set that names these codes, and then the others.
#[cfg(feature = "desk")]
fn named(told: &[[&str; 4]], mut dataset: Dataset) -> CodeBook {
    dataset.codes = CodeBook::default();
    for [list, code, fa, en] in told {
        dataset.codes.add(list, code, Bilingual::new(*fa, *en), Bilingual::default());
    }
    dataset.name_codes();
    dataset.codes
}

/// A package that names no code speaks as the open data do; one that does speaks as it says.
#[cfg(feature = "desk")]
#[wasm_bindgen_test(unsupported = test)]
fn codes_that_a_package_does_not_name_have_the_words_of_the_open_data() {
    let book = named(&[["scenario", "planned", "نقشه", "Plan"]], example_dataset());
    assert_eq!(book.get("scenario", "planned").unwrap().name, Bilingual::new("نقشه", "Plan"));
    let told = [open_dataset().codes, example_dataset().codes];
    for list in book.lists() {
        let known = told.iter().find(|one| one.entries(list).next().is_some()).unwrap();
        assert_eq!(book.entries(list).count(), known.entries(list).count(), "{list}");
        for (code, entry) in book.entries(list).filter(|(code, _)| *code != "planned") {
            assert_eq!(entry.name, known.get(list, code).unwrap().name, "{list} {code}");
        }
    }
    for list in ["scenario", "stage", "action_status", "qualifier", "missing", "status"] {
        assert!(book.entries(list).next().is_some(), "{list}");
    }
}

/// Which stages stand apart is for the package that tells stages to say.
#[cfg(feature = "desk")]
#[wasm_bindgen_test(unsupported = test)]
fn stages_that_a_package_names_stand_apart_only_where_it_says_so() {
    let is_named = |book: &CodeBook, list| book.get(list, "dissolved").is_some();
    let silent = named(&[], Dataset::default());
    assert!(is_named(&silent, "coop_stage") && is_named(&silent, "coop_stage_apart"));
    let own = named(&[["coop_stage", "request", "تقاضا", "Asked"]], Dataset::default());
    assert!(is_named(&own, "coop_stage") && !is_named(&own, "coop_stage_apart"));
}

/// What a reader has to load holds no words that nothing can use.
#[cfg(feature = "desk")]
#[wasm_bindgen_test(unsupported = test)]
fn kinds_of_supervision_are_named_where_there_is_a_register_of_them() {
    let count = |book: CodeBook| book.entries("coop_supervision").count();
    assert_eq!(count(named(&[], Dataset::default())), 0);
    assert_eq!(count(named(&[], example_dataset())), SupervisionKind::ALL.len());
}

/// Row 11: a measure is not only named, it says what is counted.
#[wasm_bindgen_test(unsupported = test)]
fn every_measure_of_the_open_data_is_defined_in_both_languages() {
    for measure in open_dataset().measures.values() {
        let Bilingual { fa, en } = &measure.definition;
        assert!(fa.ends_with('.') && en.ends_with('.'), "{}: {fa} {en}", measure.id);
        assert_ne!(
            (fa.as_str(), en.as_str()),
            (measure.name.fa.as_str(), measure.name.en.as_str())
        );
    }
}
