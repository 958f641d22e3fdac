//! Breaking a text into lines.

use super::{TextStyle, width};
use crate::list::{Gather, join};

/// Breaks a text at its spaces into lines no wider than `max_width` CSS px, at most `max_lines`.
///
/// A line rather ends before «و» than later, as long as that leaves it half full, and never
/// after it. U+00A0 does not break. Nothing is cut: what does not fit stays on the last line, and
/// a word that is too wide has a line of its own, so a caller that must fit compares the widths.
///
/// ```
/// use hamyar::text::metrics::{TextStyle, wrap};
/// let lines = wrap("سیستان و بلوچستان", &TextStyle::regular(14.0), 80.0, 2);
/// assert_eq!(lines, ["سیستان", "و بلوچستان"]);
/// ```
pub fn wrap(text: &str, style: &TextStyle, max_width: f64, max_lines: usize) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).gather();
    let fits = |line: &str| width(line, style) <= max_width;
    let whole = join(&words, " ");
    if !words.is_empty() && fits(&whole) {
        return vec![whole];
    }
    let preferred = lines(&words, style, max_width, max_lines, true);
    if preferred.last().is_none_or(|line| fits(line)) {
        return preferred;
    }
    lines(&words, style, max_width, max_lines, false)
}

fn lines(
    words: &[&str],
    style: &TextStyle,
    max_width: f64,
    max_lines: usize,
    prefer_and: bool,
) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = words;
    while !rest.is_empty() {
        let count = if out.len() + 1 >= max_lines {
            rest.len()
        } else {
            words_of_line(rest, style, max_width, prefer_and)
        };
        let (line, after) = rest.split_at(count);
        out.push(join(line, " "));
        rest = after;
    }
    out
}

/// How many words the next line takes, at least one.
fn words_of_line(words: &[&str], style: &TextStyle, max_width: f64, prefer_and: bool) -> usize {
    let line_width =
        |count: usize| width(&join(words.get(..count).unwrap_or_default(), " "), style);
    let full = (1..=words.len()).take_while(|count| line_width(*count) <= max_width).last();
    let full = full.unwrap_or(1);
    if full == words.len() {
        return full;
    }
    let before_and = |count: &usize| words.get(*count) == Some(&"و");
    let preferred = (1..=full).rev().find(before_and);
    let preferred = preferred.filter(|count| line_width(*count) * 2.0 >= max_width);
    let ends_with_and = full > 1 && words.get(full - 1) == Some(&"و");
    match preferred {
        Some(count) if prefer_and => count,
        _ if ends_with_and => full - 1,
        _ => full,
    }
}
