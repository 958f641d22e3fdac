//! Words that must not stand in the sources.
//!
//! Each is written here in two pieces, so that this file does not break its own rules.

use super::{Fault, Source};

/// A set of words, where they are forbidden, and what to do instead.
struct Rule {
    words: &'static [&'static str],
    forbidden_in: fn(&Source) -> bool,
    advice: &'static str,
}

const RULES: [Rule; 5] = [
    Rule {
        words: &[
            concat!("TO", "DO"),
            concat!("FIX", "ME"),
            concat!("XX", "X"),
            concat!("todo", "!("),
            concat!("unimplemented", "!("),
            concat!("dbg", "!("),
        ],
        forbidden_in: is_code,
        advice: "finish it, or open an issue",
    },
    Rule {
        words: &[
            concat!("#[", "ignore"),
            concat!("test", ".skip"),
            concat!("test", ".only"),
            concat!("test", ".fixme"),
            concat!("describe", ".skip"),
            concat!("describe", ".only"),
            concat!("describe", ".fixme"),
            concat!("```", "ignore"),
        ],
        forbidden_in: is_code,
        advice: "every test runs; long ones wait for `--long`",
    },
    Rule {
        words: &[
            concat!("inner", "HTML"),
            concat!("outer", "HTML"),
            concat!("insertAdjacent", "HTML"),
            concat!("document", ".write"),
            concat!("ev", "al("),
        ],
        forbidden_in: is_host,
        advice: "build elements with createElement, text with textContent",
    },
    Rule {
        words: &[
            concat!("style", "=\""),
            concat!("onclick", "="),
            concat!("onload", "="),
            concat!("oninput", "="),
            concat!("onchange", "="),
            concat!("onsubmit", "="),
            concat!("onkeydown", "="),
        ],
        forbidden_in: is_host,
        advice: "the policy blocks it; use a class, or addEventListener",
    },
    Rule {
        words: &[concat!("../", "shared"), concat!("/wo", "rk/")],
        forbidden_in: |_| true,
        advice: "the repository stands by itself",
    },
];

/// Checks one file line by line.
pub fn check(source: &Source) -> Vec<Fault> {
    let rules: Vec<_> = RULES.iter().filter(|rule| (rule.forbidden_in)(source)).collect();
    let mut faults = Vec::new();
    for (index, line) in source.text.lines().enumerate() {
        for rule in &rules {
            for word in rule.words.iter().filter(|word| stands_in(line, word)) {
                faults.push(source.fault(index + 1, format!("`{word}`: {}", rule.advice)));
            }
        }
    }
    faults
}

fn is_code(source: &Source) -> bool {
    source.is_a(&[".rs", ".js", ".mjs", ".css", ".html"])
}

fn is_host(source: &Source) -> bool {
    source.is_of_site() && source.is_a(&[".js", ".mjs", ".html"])
}

/// Whether a word stands in a line by itself and not as a part of a longer one.
fn stands_in(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(start, _)| {
        let before = line.get(..start).and_then(|text| text.chars().next_back());
        let after = line.get(start + word.len()..).and_then(|text| text.chars().next());
        let ends_open = word.ends_with(|letter: char| !letter.is_alphanumeric());
        !before.is_some_and(|it| is_word(it) || it == '-')
            && (ends_open || !after.is_some_and(is_word))
    })
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    fn faults(path: &str, text: &str) -> usize {
        check(&sample(path, text)).len()
    }

    #[test]
    fn finds_each_kind_where_it_is_forbidden() {
        for (path, text) in [
            ("src/a.rs", concat!("// TO", "DO: later")),
            ("src/a.rs", concat!("todo", "!()")),
            ("tests/suite/a.rs", concat!("#[", "ignore]")),
            ("www/tests/e2e/a.spec.mjs", concat!("test", ".skip('x')")),
            ("www/a.js", concat!("a.inner", "HTML = b")),
            ("www/a.js", concat!("ev", "al(b)")),
            ("www/a.html", concat!("<p style", "=\"x\">")),
            ("www/a.html", concat!("<p onclick", "=\"x\">")),
            ("README.md", concat!("see ../", "shared/docs")),
            ("xtask/src/a.rs", concat!("\"/wo", "rk/x\"")),
        ] {
            assert_eq!(faults(path, text), 1, "{path}: {text}");
        }
    }

    #[test]
    fn leaves_other_words_alone() {
        for (path, text) in [
            ("src/a.rs", concat!("let my", "TO", "DOs = 1;")),
            ("www/a.js", concat!("retri", "ev", "al(b)")),
            ("www/a.js", concat!("row.data-style", "=\"x\"")),
            ("www/tests/e2e/a.spec.mjs", concat!("a.inner", "HTML")),
            ("src/a.rs", concat!("net/wo", "rk/x")),
            ("CHANGELOG.md", concat!("TO", "DO")),
        ] {
            assert_eq!(faults(path, text), 0, "{path}: {text}");
        }
    }
}
