//! What only a panic needs, taken out of a module: a page has nowhere to show its message.
//!
//! `wasm32-unknown-unknown` has no standard error, so the standard library formats the message of a panic,
//! writes it to nowhere and traps. The trap is all that is ever seen, and it stays: the functions of the
//! standard library that only panic trap at once, `wasm-opt` then drops what was made ready for them, and the
//! places in the source that they would have told become zeros, of which nothing is left when compressed.

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

use anyhow::Result;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, DataSection, Function, Instruction};
use wasmparser::{
    DataKind, DataSectionReader, FunctionBody, KnownCustom, Name, NameSectionReader, Operator,
    Parser, Payload, TypeRef,
};

use crate::module::{reencoded, rewrite};

/// What stands in the names of functions of the standard library that do nothing but panic, and only there.
const PANICS: [&str; 8] = [
    "4core9panicking",
    "_fail",
    "handle_error",
    "handle_alloc_error",
    "capacity_overflow",
    "panic_already_",
    "panic_access_error",
    "rust_begin_unwind",
];
/// How crates of the standard library begin in the names of both manglings, after the length of the word.
const STANDARD: [&str; 4] = ["4core", "5alloc", "3std", "___rustc"];

/// Rewrites a module, which must still have its names, in place.
///
/// # Errors
/// When the file cannot be read or written, or is no module.
pub fn silence(module: &Path) -> Result<()> {
    rewrite(module, silenced)
}

fn silenced(bytes: &[u8]) -> Result<Vec<u8>> {
    reencoded(bytes, Cut::read(bytes)?)
}

/// What is cut.
#[derive(Default)]
struct Cut {
    /// The function whose body comes next.
    next: u32,
    panics: BTreeSet<u32>,
    /// Parts of the memory.
    places: Vec<Range<usize>>,
}

impl Cut {
    fn read(bytes: &[u8]) -> Result<Self> {
        let mut cut = Self::default();
        let mut memory = Vec::new();
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        cut.next += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::DataSection(data) => fill(&mut memory, data)?,
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(names) = section.as_known() {
                        cut.panics = panics(names)?;
                    }
                }
                _ => {}
            }
        }
        cut.places = places(&memory);
        Ok(cut)
    }
}

fn panics(names: NameSectionReader<'_>) -> Result<BTreeSet<u32>> {
    let mut found = BTreeSet::new();
    for subsection in names {
        let Name::Function(functions) = subsection? else { continue };
        for naming in functions {
            let naming = naming?;
            if only_panics(naming.name) {
                found.insert(naming.index);
            }
        }
    }
    Ok(found)
}

fn only_panics(name: &str) -> bool {
    STANDARD.iter().any(|krate| name.contains(krate))
        && !name.contains("6hamyar")
        && PANICS.iter().any(|part| name.contains(part))
}

/// Writes what a module begins with into an image of its memory.
fn fill(memory: &mut Vec<u8>, data: DataSectionReader<'_>) -> Result<()> {
    for segment in data {
        let segment = segment?;
        let Some(start) = start(&segment.kind)? else { continue };
        let end = start + segment.data.len();
        if memory.len() < end {
            memory.resize(end, 0);
        }
        if let Some(part) = memory.get_mut(start..end) {
            part.copy_from_slice(segment.data);
        }
    }
    Ok(())
}

fn start(kind: &DataKind<'_>) -> Result<Option<usize>> {
    let DataKind::Active { offset_expr, .. } = kind else { return Ok(None) };
    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
        return Ok(None);
    };
    Ok(usize::try_from(value).ok())
}

/// Where the memory holds a `core::panic::Location`, four words: the path of a file and its length, line and
/// column; and where it holds the paths.
fn places(memory: &[u8]) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    for start in (0..memory.len()).step_by(4) {
        if let Some(path) = path_of(memory, start) {
            places.push(start..start + 16);
            places.push(path);
        }
    }
    places
}

fn path_of(memory: &[u8], start: usize) -> Option<Range<usize>> {
    let word = |place: usize| {
        let bytes = memory.get(start + 4 * place..start + 4 * place + 4)?;
        usize::try_from(u32::from_le_bytes(bytes.try_into().ok()?)).ok()
    };
    let [path, length, line, column] = [word(0)?, word(1)?, word(2)?, word(3)?];
    let text = memory.get(path..path.checked_add(length)?)?;
    let is_path = text.ends_with(b".rs") && text.iter().all(u8::is_ascii_graphic);
    let is_place = (1..1 << 20).contains(&line) && (1..1 << 12).contains(&column);
    (is_path && is_place).then(|| path..path + length)
}

impl Reencode for Cut {
    type Error = std::convert::Infallible;

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let index = self.next;
        self.next += 1;
        if !self.panics.contains(&index) {
            return utils::parse_function_body(self, code, body);
        }
        let mut trap = Function::new([]);
        trap.instruction(&Instruction::Unreachable).instruction(&Instruction::End);
        code.function(&trap);
        Ok(())
    }

    fn parse_data(
        &mut self,
        data: &mut DataSection,
        segment: wasmparser::Data<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let mut bytes = segment.data.to_vec();
        if let Ok(Some(first)) = start(&segment.kind) {
            for place in &self.places {
                let inside = place.start.saturating_sub(first)..place.end.saturating_sub(first);
                if let Some(part) = bytes.get_mut(inside) {
                    part.fill(0);
                }
            }
        }
        utils::parse_data(self, data, wasmparser::Data { data: &bytes, ..segment })
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        ConstExpr, DataSection, FunctionSection, MemorySection, MemoryType, Module, NameMap,
        NameSection, TypeSection,
    };

    use super::*;

    const PATH: &[u8] = b"library/alloc/src/vec/mod.rs";

    /// A function for each name, and a memory that holds `data` at 1024.
    fn module(names: &[&str], data: &[u8]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        let mut given = NameMap::new();
        for (index, name) in names.iter().enumerate() {
            functions.function(0);
            let mut body = Function::new([]);
            body.instruction(&Instruction::Nop).instruction(&Instruction::End);
            code.function(&body);
            given.append(index as u32, name);
        }
        let mut memories = MemorySection::new();
        let kind = MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        };
        memories.memory(kind);
        let mut segments = DataSection::new();
        segments.active(0, &ConstExpr::i32_const(1024), data.iter().copied());
        let mut named = NameSection::new();
        named.functions(&given);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&memories).section(&code);
        module.section(&segments).section(&named);
        module.finish()
    }

    fn bodies(module: &[u8]) -> Vec<Vec<u8>> {
        let entries =
            Parser::new(0).parse_all(module).filter_map(|payload| match payload.unwrap() {
                Payload::CodeSectionEntry(body) => Some(body.as_bytes().to_vec()),
                _ => None,
            });
        entries.collect()
    }

    fn data(module: &[u8]) -> Vec<u8> {
        let mut memory = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            if let Payload::DataSection(data) = payload.unwrap() {
                fill(&mut memory, data).unwrap();
            }
        }
        memory.split_off(1024)
    }

    fn words(words: [usize; 4]) -> Vec<u8> {
        words.iter().flat_map(|word| (*word as u32).to_le_bytes()).collect()
    }

    #[test]
    fn what_only_panics_traps_and_the_rest_stays() {
        let names = [
            "_RNvNtCs1_4core9panicking18panic_bounds_check",
            "_RNvNtNtCs1_4core5slice5index16slice_index_fail",
            "_ZN4core6option13unwrap_failed17h0123456789abcdefE",
            "_RNvNtCs1_3std6thread9panicking",
            "_ZN6hamyar5chart11is_a_failureE",
            "_RINvNtCs1_4core9panicking13assert_failedNtCs2_6hamyar3DayE",
        ];
        let (nop, trap) = (vec![0, 0x01, 0x0B], vec![0, 0x00, 0x0B]);
        let silent = silenced(&module(&names, &[])).unwrap();
        assert_eq!(bodies(&silent), [&trap, &trap, &trap, &nop, &nop, &nop].map(Clone::clone));
    }

    #[test]
    fn places_of_the_source_become_zeros_and_other_words_stay() {
        let place = words([1024 + 32, PATH.len(), 2701, 13]);
        let text = words([1024 + 32, 7, 2701, 13]);
        let whole = [place.as_slice(), &text, PATH, b"!"].concat();
        let silent = data(&silenced(&module(&["f"], &whole)).unwrap());
        let zeros = |length| vec![0; length];
        assert_eq!(silent, [zeros(16), text, zeros(PATH.len()), b"!".to_vec()].concat());
    }

    #[test]
    fn a_path_of_which_no_place_is_told_stays() {
        let whole = [words([0, 0, 0, 0]).as_slice(), PATH].concat();
        assert_eq!(data(&silenced(&module(&["f"], &whole)).unwrap()), whole);
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(silenced(b"PK").is_err());
    }
}
