//! JSON as cells, each leaf under its path: `criteria.#0.id` is the id of the first criterion.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// Letters that part a path, or stand for such in it.
const PARTING: [(char, &str); 4] = [('~', "~0"), ('/', "~1"), ('.', "~2"), ('#', "~3")];

/// What is left of the path of a leaf, and its text.
type Leaf<'a> = (&'a [&'a str], &'a str);

/// A value as its leaves.
pub(crate) fn flat(value: &Value) -> BTreeMap<String, String> {
    let mut leaves = BTreeMap::new();
    enter(value, String::new(), &mut leaves);
    leaves
}

fn enter(value: &Value, path: String, leaves: &mut BTreeMap<String, String>) {
    let below = |part: String| if path.is_empty() { part } else { format!("{path}.{part}") };
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            fields.iter().for_each(|(name, value)| enter(value, below(escaped(name)), leaves));
        }
        Value::Array(items) if !items.is_empty() => {
            let items = items.iter().enumerate();
            items.for_each(|(place, item)| enter(item, below(format!("#{place}")), leaves));
        }
        // A whole that is a leaf has no path; a dot is none either.
        leaf => {
            let path = if path.is_empty() { ".".to_owned() } else { path };
            leaves.insert(path, leaf.to_string());
        }
    }
}

/// The value of such leaves.
pub(crate) fn whole<'a>(leaves: impl Iterator<Item = (&'a str, &'a str)>) -> Value {
    let leaves: Vec<(Vec<&str>, &str)> =
        leaves.map(|(path, text)| (path.split('.').collect(), text)).collect();
    let leaves: Vec<Leaf<'_>> =
        leaves.iter().map(|(path, text)| (path.as_slice(), *text)).collect();
    built(&leaves)
}

fn built(leaves: &[Leaf<'_>]) -> Value {
    let mut parts: BTreeMap<(usize, &str), Vec<Leaf<'_>>> = BTreeMap::new();
    for (path, text) in leaves {
        match path.split_first() {
            Some((part, rest)) if !part.is_empty() => {
                let place = part.strip_prefix('#').and_then(|place| place.parse().ok());
                parts.entry((place.unwrap_or_default(), *part)).or_default().push((rest, *text));
            }
            _ => return serde_json::from_str(text).unwrap_or_default(),
        }
    }
    if parts.keys().all(|(_, part)| part.starts_with('#')) {
        return parts.values().map(|below| built(below)).collect();
    }
    let fields = parts.iter().map(|((_, part), below)| (plain(part), built(below)));
    Value::Object(fields.collect::<Map<String, Value>>())
}

fn escaped(name: &str) -> String {
    let mut text = String::new();
    for letter in name.chars() {
        match PARTING.iter().find(|(parting, _)| *parting == letter) {
            Some((_, sign)) => text.push_str(sign),
            None => text.push(letter),
        }
    }
    // A field without a name is still a part of its path.
    if text.is_empty() { "~".to_owned() } else { text }
}

fn plain(part: &str) -> String {
    if part == "~" {
        return String::new();
    }
    let mut text = part.to_owned();
    for (letter, sign) in PARTING.iter().rev() {
        text = text.replace(sign, &letter.to_string());
    }
    text
}
