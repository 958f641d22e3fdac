//! Forms of a plan that are several words, in which a word by itself says little: «هدف» is also what a county
//! is, «قرار» also a part of «استقرار».

use crate::text::{fold, key};

/// Persons of «خواستن» before a verb, in the form of [`key`].
const WILL: [&str; 5] = ["خواهم", "خواهد", "خواهیم", "خواهید", "خواهند"];
/// Verbs after them.
const VERBS: [&str; 16] = [
    "شد",
    "کرد",
    "داد",
    "داشت",
    "بود",
    "گرفت",
    "رسید",
    "رساند",
    "یافت",
    "نمود",
    "گردید",
    "پرداخت",
    "امد",
    "رفت",
    "ساخت",
    "انجامید",
];

/// Words that make a plan where they follow one another.
const FORMS: [&[&str]; 14] = [
    &["قرار", "است"],
    &["قرار", "بود"],
    &["قرار", "شد"],
    &["قرار", "شده", "است"],
    &["برنامه", "داریم"],
    &["در", "نظر", "داریم"],
    &["در", "نظر", "دارد"],
    &["در", "نظر", "دارند"],
    &["متعهد", "شد"],
    &["متعهد", "شده"],
    &["متعهد", "است"],
    &["تعهد", "داد"],
    &["تعهد", "کرد"],
    &["تعهد", "شده"],
];

/// What is promised or aimed at, before the word that says what.
const AIMS: [&str; 2] = ["تعهد", "هدف"];
const AIMED_AT: [&str; 9] =
    ["ما", "ماست", "این", "ان", "ایجاد", "اشتغال", "پرداخت", "اعطای", "تامین"];
/// A word before «هدف» that makes it no plan: «گروه هدف», «پرداخت ۵۸۰ میلیارد با هدف ایجاد شغل».
const OF_AN_AIM: [&str; 7] = ["با", "گروه", "جامعه", "بازار", "مناطق", "منطقه", "شهرستان"];
const PLURAL: &str = "های";

/// The words of a text without those of such plans, and whether there was any.
pub(super) fn without_plans(text: &str) -> (String, bool) {
    let words = words(text);
    let mut rest = String::new();
    let (mut place, mut is_plan) = (0, false);
    while let Some(word) = words.get(place) {
        let before = place.checked_sub(1).and_then(|place| words.get(place));
        let length = plan_at(before, words.get(place..).unwrap_or_default());
        is_plan |= length > 0;
        if length == 0 {
            rest.push_str(word);
        }
        place += length.max(1);
    }
    (rest, is_plan)
}

fn words(text: &str) -> Vec<String> {
    let folded = fold(text).text;
    let is_between = |letter: char| !letter.is_alphanumeric() && letter != '\u{200C}';
    folded.split(is_between).map(key).filter(|word| !word.is_empty()).collect()
}

/// How many words from here are a plan; 0 where they are none.
fn plan_at(before: Option<&String>, words: &[String]) -> usize {
    let is_form = |form: &&&[&str]| {
        words.len() >= form.len() && words.iter().zip(form.iter()).all(|(word, of)| word == of)
    };
    if let Some(form) = FORMS.iter().find(is_form) {
        // «۴ برنامه داریم» counts programmes: the number before it was cut off.
        let counts = form.first() == Some(&"برنامه") && before.is_none();
        return if counts { 0 } else { form.len() };
    }
    let [first, rest @ ..] = words else { return 0 };
    let Some(second) = rest.first() else { return usize::from(first == "هدفگذاری") };
    let will = first.strip_prefix('ن').unwrap_or(first);
    let is_future = WILL.contains(&will) && VERBS.iter().any(|verb| second.starts_with(verb));
    let is_of_an_aim =
        before.is_some_and(|word| OF_AN_AIM.contains(&word.as_str()) || word.ends_with(PLURAL));
    let is_aim = AIMS.contains(&first.as_str()) && AIMED_AT.contains(&second.as_str());
    match first.as_str() {
        "هدفگذاری" => 1,
        _ if is_future || is_aim && !is_of_an_aim => 2,
        _ => 0,
    }
}
