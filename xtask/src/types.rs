//! The types of JavaScript: no `any` in those that callers see, and the host's own scripts checked
//! against them.

use std::process::Command;

use anyhow::Result;

use crate::build::FLAVOURS;
use crate::{files, process, tools, workspace};

const RAW_EXPORTS: &str = "export interface InitOutput {";

/// Replaces `any` by `unknown` among the raw wasm exports.
///
/// wasm-bindgen types every raw export that takes a JavaScript value as `any`. Nobody calls those;
/// everything else in the file is ours and must do without.
pub fn without_raw_any(declarations: &str) -> String {
    let Some(start) = declarations.find(RAW_EXPORTS) else { return declarations.to_owned() };
    let (before, rest) = declarations.split_at(start);
    let (raw, after) = rest.split_at(rest.find("\n}").unwrap_or(rest.len()));
    let raw = raw.replace(": any", ": unknown").replace("=> any", "=> unknown");
    format!("{before}{raw}{after}")
}

/// Checks the declarations in `pkg/`; returns one message for each `any`.
pub fn faults() -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for flavour in FLAVOURS {
        let name = format!("{}.d.ts", flavour.out_name);
        let text = files::read_text(&workspace::pkg().join(&name))?;
        for (line, code) in lines_with_any(&text) {
            faults.push(format!("pkg/{name}:{line}: `any` in a type: {}", code.trim()));
        }
    }
    Ok(faults)
}

/// Checks the scripts in `www/js/`, whose types stand in comments, with the TypeScript compiler.
///
/// # Errors
/// When it finds something, or is not there.
pub fn check_host() -> Result<()> {
    tools::ensure_npm_packages()?;
    let arguments = ["node_modules/typescript/bin/tsc", "--project", "."];
    process::run(Command::new("node").args(arguments).current_dir(workspace::www()))
}

/// Lines, numbered from 1, where the word `any` stands outside comments.
fn lines_with_any(text: &str) -> Vec<(usize, String)> {
    let mut in_comment = false;
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let code = strip_comment(line, &mut in_comment);
        let is_any = |word: &str| word == "any";
        if code.split(|it: char| !it.is_alphanumeric() && it != '_').any(is_any) {
            found.push((index + 1, code));
        }
    }
    found
}

fn strip_comment(line: &str, in_comment: &mut bool) -> String {
    let mut code = String::new();
    let mut rest = line;
    loop {
        if *in_comment {
            let Some((_, after)) = rest.split_once("*/") else { return code };
            *in_comment = false;
            rest = after;
        } else {
            let Some((before, after)) = rest.split_once("/*") else { break };
            code.push_str(before);
            *in_comment = true;
            rest = after;
        }
    }
    code + rest.split_once("//").map_or(rest, |(before, _)| before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_any_in_types_and_not_in_comments() {
        let text = "/** any\n * any\n */ f(a: number): any;\n// any\nmany(x: company): void; /* any */\nlet x: any[];";
        let lines: Vec<_> = lines_with_any(text).into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, [3, 6]);
    }

    #[test]
    fn only_raw_exports_are_rewritten() {
        let text = "f(): any;\nexport interface InitOutput {\n  readonly f: (a: any) => any;\n}\ng(): any;";
        let expected = "f(): any;\nexport interface InitOutput {\n  readonly f: (a: unknown) => unknown;\n}\ng(): any;";
        assert_eq!(without_raw_any(text), expected);
    }
}
