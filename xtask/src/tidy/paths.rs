//! The paths a Rust file names: `crate::text::fold`, `super::Scene`, `serde::Serialize`.
//!
//! Works on tokens, so comments and texts are out of the way, and macros are looked into.

use anyhow::{Result, anyhow};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// A path with at least two parts, or the target of a `use`.
#[derive(Debug, PartialEq)]
pub struct Reference {
    /// From 1.
    pub line: usize,
    pub target: Target,
}

/// Where a path leads.
#[derive(Debug, PartialEq)]
pub enum Target {
    /// Inside this crate, from its root.
    Local(Vec<String>),
    /// As written: into another crate, or to a name that is in scope.
    Other(Vec<String>),
}

/// All references of a file that is the module `module` (`["text", "fold"]`).
///
/// # Errors
/// When the text is not Rust.
pub fn references(text: &str, module: &[String]) -> Result<Vec<Reference>> {
    let tokens: TokenStream = text.parse().map_err(|error| anyhow!("{error}"))?;
    let mut found = Finder { module: module.to_vec(), references: Vec::new() };
    found.walk(tokens);
    Ok(found.references)
}

struct Finder {
    module: Vec<String>,
    references: Vec<Reference>,
}

impl Finder {
    fn walk(&mut self, stream: TokenStream) {
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        let mut rest = tokens.as_slice();
        while let Some((token, after)) = rest.split_first() {
            rest = match token {
                TokenTree::Ident(word) if word == "use" => self.use_item(after),
                TokenTree::Ident(word) if word == "mod" => self.module_item(after),
                TokenTree::Ident(_) => self.path(rest),
                TokenTree::Group(group) => {
                    self.walk(group.stream());
                    after
                }
                _ => after,
            };
        }
    }

    /// `mod name { … }` is looked into one level deeper.
    fn module_item<'a>(&mut self, rest: &'a [TokenTree]) -> &'a [TokenTree] {
        let [TokenTree::Ident(name), TokenTree::Group(body), after @ ..] = rest else {
            return rest;
        };
        self.module.push(name.to_string());
        self.walk(body.stream());
        self.module.pop();
        after
    }

    /// Everything up to the `;`. A `use<…>` of captured lifetimes has none of our paths.
    fn use_item<'a>(&mut self, rest: &'a [TokenTree]) -> &'a [TokenTree] {
        let end = rest.iter().position(|token| is_punct(token, ';')).unwrap_or(rest.len());
        let (tree, after) = rest.split_at(end);
        if !tree.first().is_some_and(|token| is_punct(token, '<')) {
            self.use_tree(&[], tree);
        }
        after
    }

    fn use_tree(&mut self, prefix: &[String], tree: &[TokenTree]) {
        let mut path = prefix.to_vec();
        let mut line = 0;
        for token in tree {
            match token {
                TokenTree::Ident(word) if word == "as" => break,
                TokenTree::Ident(word) => {
                    line = word.span().start().line;
                    path.push(word.to_string());
                }
                TokenTree::Group(group) => return self.use_group(&path, group),
                _ => {}
            }
        }
        if !path.is_empty() {
            // `*` has no word of its own; the line of the last word before it is near enough.
            self.add(line.max(1), path);
        }
    }

    fn use_group(&mut self, prefix: &[String], group: &Group) {
        if group.delimiter() != Delimiter::Brace {
            return;
        }
        let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
        for tree in tokens.split(|token| is_punct(token, ',')).filter(|tree| !tree.is_empty()) {
            self.use_tree(prefix, tree);
        }
    }

    /// `a::b::c`; a single word is left alone.
    fn path<'a>(&mut self, tokens: &'a [TokenTree]) -> &'a [TokenTree] {
        let mut path = Vec::new();
        let mut line = 1;
        let mut rest = tokens;
        while let [TokenTree::Ident(word), after @ ..] = rest {
            if path.is_empty() {
                line = word.span().start().line;
            }
            path.push(word.to_string());
            rest = after;
            let [first, second, behind @ ..] = after else { break };
            if !is_punct(first, ':') || !is_punct(second, ':') {
                break;
            }
            rest = behind;
        }
        if path.len() > 1 {
            self.add(line, path);
        }
        rest
    }

    fn add(&mut self, line: usize, path: Vec<String>) {
        let target = self.resolve(path);
        self.references.push(Reference { line, target });
    }

    fn resolve(&self, path: Vec<String>) -> Target {
        let mut base = match path.first().map(String::as_str) {
            Some("crate") => &[],
            Some("self" | "super") => self.module.as_slice(),
            _ => return Target::Other(path),
        };
        let mut rest = path.as_slice();
        while let Some((word, after)) = rest.split_first() {
            match word.as_str() {
                "crate" | "self" => {}
                "super" => base = parent(base),
                _ => break,
            }
            rest = after;
        }
        Target::Local(base.iter().chain(rest).cloned().collect())
    }
}

fn parent(module: &[String]) -> &[String] {
    module.split_last().map_or(&[], |(_, parent)| parent)
}

fn is_punct(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(usize, String)> {
        let module = ["text".to_owned(), "fold".to_owned()];
        let name = |target| match target {
            Target::Local(path) => format!("crate::{}", path.join("::")),
            Target::Other(path) => path.join("::"),
        };
        let all = references(text, &module).unwrap();
        all.into_iter().map(|it| (it.line, name(it.target))).collect()
    }

    #[test]
    fn flattens_use_trees() {
        let text = "use crate::{diag::{self, Error as E}, number::*};\npub use super::lang;\nuse serde as s;";
        let names: Vec<_> = found(text).into_iter().map(|(_, name)| name).collect();
        assert_eq!(
            names,
            [
                "crate::diag::self",
                "crate::diag::Error",
                "crate::number",
                "crate::text::lang",
                "serde"
            ]
        );
    }

    #[test]
    fn finds_paths_in_code_and_macros_with_their_lines() {
        let text = "fn a() {\n  crate::number::b();\n  vec![super::super::model::C]\n}\nimpl<T> std::fmt::Debug for T {}";
        assert_eq!(
            found(text),
            [
                (2, "crate::number::b".to_owned()),
                (3, "crate::model::C".to_owned()),
                (5, "std::fmt::Debug".to_owned())
            ]
        );
    }

    #[test]
    fn inner_modules_are_one_deeper() {
        assert_eq!(found("mod tests { use super::super::lang; }")[0].1, "crate::text::lang");
    }

    #[test]
    fn comments_and_texts_are_no_paths() {
        assert_eq!(
            found("/// crate::web::x\nconst A: &str = \"crate::web\"; // crate::web::y"),
            []
        );
        assert!(references("fn a( {", &[]).is_err());
    }
}
