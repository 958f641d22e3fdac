//! Signs stand at the same side of their number wherever it is shown: each is in an isolate of its own.

use hamyar::chart::Scene;
use hamyar::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{labels, scenes};

/// Everything that a person can read of a chart: drawn, in the table, in a tooltip, described.
fn texts(scene: &Scene) -> impl Iterator<Item = &str> {
    let drawn = labels(scene).chain(&scene.header).chain(&scene.footer).map(|label| &label.text);
    let table = &scene.table;
    let cells = table.rows.iter().flatten().map(|cell| &cell.text);
    let tips = scene.said.iter().flat_map(|said| {
        let tip = &said.tip;
        let lines = [&tip.heading, &tip.value, &tip.source, &tip.spoken, &tip.working];
        lines.into_iter().chain(&tip.details)
    });
    let description = [&scene.description.brief, &scene.description.short, &scene.description.long];
    let around = [&scene.title, &scene.subtitle, &scene.coverage, &table.caption, &table.foot];
    let key = scene.legend.iter().map(|entry| &entry.text);
    let documents = scene.sources.iter().map(|line| &line.text);
    let told = drawn
        .chain(cells)
        .chain(key)
        .chain(documents)
        .chain(tips)
        .chain(&table.heads)
        .chain(&scene.notes);
    told.chain(around).chain(description).map(String::as_str)
}

/// The signs at a number that would move with the letters around: without an isolate. One between
/// spaces belongs to a sum, which reads from the right wherever it stands.
fn loose(text: &str) -> String {
    let mut open = 0_u32;
    let mut found = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let leads = letters.peek().is_some_and(|next| next.is_numeric());
        match letter {
            '\u{2066}' => open += 1,
            '\u{2069}' => open = open.saturating_sub(1),
            '٪' | '%' if open == 0 => found.push(letter),
            '+' | '\u{2212}' if open == 0 && leads => found.push(letter),
            _ => {}
        }
    }
    found
}

#[wasm_bindgen_test(unsupported = test)]
fn percent_and_sign_are_isolated_with_their_number_in_every_persian_text() {
    let mut signs = 0;
    for (name, _, scene) in scenes(&[320.0, 720.0]).filter(|(.., scene)| scene.lang == Lang::Fa) {
        for text in texts(scene) {
            assert_eq!(loose(text), "", "{name}: {text}");
            signs += text.matches(['٪', '\u{2212}']).count();
        }
    }
    assert!(signs > 200, "{signs}");
}
