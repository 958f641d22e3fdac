//! Files stay short enough to read in one sitting.

use super::{Fault, Source};

/// No file has more lines of code than this.
const HARD: usize = 500;
/// A longer file says why in one of its first lines.
const SOFT: usize = 350;
/// Where that sentence has to stand.
const FIRST_LINES: usize = 10;

/// Checks Rust, scripts and styles.
pub fn check(source: &Source) -> Option<Fault> {
    if !source.is_a(&[".rs", ".js", ".mjs", ".css"]) {
        return None;
    }
    let lines = code_lines(&source.text);
    if lines > HARD {
        let message = format!("{lines} lines of code; split it, {HARD} is the most");
        return Some(source.fault(0, message));
    }
    if lines > SOFT && !says_why(&source.text) {
        let advice = "split it, or begin it with a comment `Long because …`";
        return Some(source.fault(0, format!("{lines} lines of code, over {SOFT}: {advice}")));
    }
    None
}

/// Lines that are neither empty nor a comment: documentation may be as long as it needs.
fn code_lines(text: &str) -> usize {
    let is_code = |line: &&str| {
        let line = line.trim();
        !(line.is_empty()
            || line.starts_with("//")
            || line.starts_with('*')
            || line.starts_with("/*"))
    };
    text.lines().filter(is_code).count()
}

fn says_why(text: &str) -> bool {
    text.lines().take(FIRST_LINES).any(|line| {
        let comment = line.trim().trim_start_matches(['/', '!', '*', ' ']);
        comment.starts_with("Long because ") && line.trim() != comment
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    fn fault(path: &str, head: &str, lines: usize) -> bool {
        check(&sample(path, &format!("{head}{}", "let a = 1;\n".repeat(lines)))).is_some()
    }

    #[test]
    fn long_files_need_a_reason_and_have_an_end() {
        assert!(!fault("src/a.rs", "", 350));
        assert!(fault("src/a.rs", "", 351));
        assert!(!fault("src/a.rs", "//! A.\n//! Long because a table is.\n", 500));
        assert!(!fault("www/a.js", "// Long because a table is.\n", 500));
        assert!(fault("src/a.rs", "//! Long because a table is.\n", 501));
        assert!(fault("src/a.rs", "let x = \"Long because \";\n", 351));
    }

    #[test]
    fn comments_do_not_count_and_pages_are_free() {
        assert!(!fault("src/a.rs", &"/// words\n\n".repeat(500), 350));
        assert!(!fault("www/help.html", "", 900));
    }
}
