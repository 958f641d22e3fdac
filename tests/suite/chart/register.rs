//! The register of joint projects: its page says what the example set holds, line by line.

use std::collections::BTreeMap;

use hamyar::chart::{Evidence, card, evaluate, fill};
use hamyar::model::{Project, ProjectId};
use hamyar::text::{Lang, pick};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{LANGS, example, example_facts, plain};

const PAGE: &str = include_str!("../../../www/s1.html");

fn joint() -> Vec<&'static Project> {
    let projects = example().registers.projects.iter();
    projects.filter(|project| project.parties.len() > 1).collect()
}

/// The row of the page in one language, with its phrases filled in.
fn row(project: &ProjectId, lang: Lang) -> String {
    let phrases: BTreeMap<String, BTreeMap<String, String>> =
        serde_json::from_str(include_str!("../../../www/views/phrases.json")).unwrap();
    let facts = example_facts();
    let lookup = |name: &str| Some(evaluate(example(), facts.get(name)?, lang)?.text);
    let key = project.as_str().to_lowercase();
    let row = PAGE.lines().find(|line| line.contains(&format!("{key}-parties"))).unwrap();
    let filled = ["parties", "cost", "idle"].map(|part| {
        let name = format!("{key}-{part}");
        assert!(row.contains(&format!("data-phrase=\"{name}\"")), "{name}");
        fill(&phrases[&name][lang.code()], &lookup).unwrap()
    });
    plain(&format!("{row} {}", filled.join(" ")))
}

#[wasm_bindgen_test(unsupported = test)]
fn every_line_of_the_register_is_that_of_the_data() {
    let amounts = [("100", "30"), ("250", "80"), ("64", "16")];
    assert_eq!(joint().len(), amounts.len());
    for (project, (cost, idle)) in joint().into_iter().zip(amounts) {
        let row = row(&project.id, Lang::En);
        for words in [format!("{cost} billion rials"), format!("{idle} billion rials")] {
            assert!(row.contains(&words), "{row}");
        }
    }
    for project in joint() {
        for lang in LANGS {
            let row = row(&project.id, lang);
            let status = project.status.unwrap().code();
            let status = &example().codes.get("action_status", status).unwrap().name;
            let areas = project.sites.iter().map(|id| &example().areas.get(id).unwrap().name);
            let bodies = &example().registers.organisations;
            let parties = project.parties.iter().map(|party| {
                &bodies.iter().find(|body| body.id == party.organisation).unwrap().name
            });
            for name in areas.chain(parties).chain([&project.name, status]) {
                assert!(row.contains(pick(name, lang)), "{}: {row}", pick(name, lang));
            }
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn the_union_counts_each_project_once() {
    let facts = example_facts();
    let said = |name: &str| plain(&evaluate(example(), &facts[name], Lang::En).unwrap().text);
    assert_eq!(said("joint-count"), "2", "and none of those handed to a cooperative");
    assert_eq!(said("joint-cost"), "164 billion rials", "100 + 64");
    assert_eq!(said("joint-idle"), "46 billion rials");
    assert_eq!(said("joint-count-planned"), "1");
    assert_eq!(said("joint-cost-planned"), "250 billion rials");
    assert_eq!(said("joint-idle-planned"), "80 billion rials");
    assert_eq!([said("xp1-a"), said("xp1-b")], ["60%", "40%"]);
}

#[wasm_bindgen_test(unsupported = test)]
fn the_card_of_a_project_tells_parties_and_site() {
    let id = hamyar::model::ObservationId::new("joint_project_each_cost/XP1");
    let card = card(example(), &Evidence::figure(&id), Lang::En).unwrap();
    let note = plain(&card.rows.last().unwrap().text);
    assert_eq!(
        note,
        "Parties: Example cooperation organisation 1 60%, Example cooperation organisation 2 40%. Site: Example county 1, Example county 2."
    );
}
