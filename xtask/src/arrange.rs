//! Functions in an order that compresses: one and a half hundredths less of a module to download.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Result;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, FunctionSectionReader, Parser, Payload, TypeRef,
};

use crate::module::{reencoded, rewrite};

/// Rewrites a module in place, like functions side by side.
///
/// wasm-bindgen leaves the largest function first, so that engines with several threads take it up
/// early; a module of this size is compiled before that tells. Copies of one generic function for
/// several types, and functions that handle the same things, are the same bytes in many places: the
/// nearer they stand, the shorter a compressor tells it. So after each function comes the one that
/// has most of its own bytes in common with it.
///
/// # Errors
/// When the file cannot be read or written, or is no module.
pub fn arrange(module: &Path) -> Result<()> {
    rewrite(module, arranged)
}

fn arranged(bytes: &[u8]) -> Result<Vec<u8>> {
    reencoded(bytes, Order::of(&Functions::read(bytes)?))
}

/// What of a module tells one function from another.
#[derive(Default)]
struct Functions<'a> {
    imported: usize,
    types: Vec<u32>,
    bodies: Vec<&'a [u8]>,
}

impl<'a> Functions<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut functions = Self::default();
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        functions.imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(types) => {
                    functions.types = types.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::CodeSectionEntry(body) => functions.bodies.push(body.as_bytes()),
                _ => {}
            }
        }
        Ok(functions)
    }

    fn compare(&self, left: usize, right: usize) -> Ordering {
        let key = |place: usize| (self.types.get(place), self.bodies.get(place));
        key(left).cmp(&key(right)).then(left.cmp(&right))
    }

    /// By signature and then by bytes: where a chain of likes ends, it goes on from here.
    fn sorted(&self) -> Vec<usize> {
        let mut sorted: Vec<usize> = (0..self.bodies.len()).collect();
        sorted.sort_by(|left, right| self.compare(*left, *right));
        sorted
    }
}

/// The new order: of each new place the old one, and of each old the new.
struct Order {
    imported: usize,
    old: Vec<usize>,
    new: Vec<usize>,
}

impl Order {
    fn of(functions: &Functions<'_>) -> Self {
        let old = Likes::of(&functions.bodies).chained(&functions.sorted());
        let mut new: Vec<usize> = (0..old.len()).collect();
        new.sort_by_key(|place| old.get(*place).copied());
        Self { imported: functions.imported, old, new }
    }
}

/// Bytes in a row that two functions have in common by more than chance.
const SEQUENCE: usize = 5;
/// What stands in more functions than this tells nothing of any.
const COMMON: usize = 60;
/// A function of no bytes would have all of them in common.
const LEAST: u64 = 50;

/// Which sequences of bytes each function has, and which functions each sequence is in.
struct Likes {
    lengths: Vec<usize>,
    sequences: Vec<Vec<usize>>,
    holders: Vec<Vec<usize>>,
}

impl Likes {
    fn of(bodies: &[&[u8]]) -> Self {
        let mut by_sequence: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
        for (place, body) in bodies.iter().enumerate() {
            for sequence in body.windows(SEQUENCE) {
                let holders = by_sequence.entry(sequence).or_default();
                if holders.last() != Some(&place) {
                    holders.push(place);
                }
            }
        }
        let is_telling = |holders: &Vec<usize>| (2..=COMMON).contains(&holders.len());
        let holders: Vec<Vec<usize>> = by_sequence.into_values().filter(is_telling).collect();
        let mut sequences = vec![Vec::new(); bodies.len()];
        for (sequence, places) in holders.iter().enumerate() {
            for place in places {
                sequences.get_mut(*place).into_iter().for_each(|own| own.push(sequence));
            }
        }
        Self { lengths: bodies.iter().map(|body| body.len()).collect(), sequences, holders }
    }

    /// All places, like after like; `sorted` gives the first, and the next where nothing is alike.
    fn chained(&self, sorted: &[usize]) -> Vec<usize> {
        let mut left: BTreeSet<usize> = sorted.iter().copied().collect();
        let mut rest = sorted.iter().copied();
        let mut chain = Vec::new();
        let mut next = rest.next();
        while let Some(place) = next {
            left.remove(&place);
            chain.push(place);
            next = self.most_like(place, &left).or_else(|| rest.find(|one| left.contains(one)));
        }
        chain
    }

    fn most_like(&self, place: usize, left: &BTreeSet<usize>) -> Option<usize> {
        let mut shared: BTreeMap<usize, u64> = BTreeMap::new();
        let own =
            self.sequences.get(place)?.iter().filter_map(|sequence| self.holders.get(*sequence));
        for other in own.flatten().filter(|other| left.contains(other)) {
            *shared.entry(*other).or_default() += 1;
        }
        let length = |place: usize| self.lengths.get(place).map_or(0, |length| *length as u64);
        let share = |(place, shared): &(usize, u64)| (*shared, length(*place) + LEAST);
        let most = shared.into_iter().max_by(|one, other| {
            let ((top, bottom), (other_top, other_bottom)) = (share(one), share(other));
            (top * other_bottom).cmp(&(other_top * bottom)).then(other.0.cmp(&one.0))
        });
        most.map(|(place, _)| place)
    }
}

impl Reencode for Order {
    type Error = std::num::TryFromIntError;

    fn function_index(&mut self, index: u32) -> Result<u32, Error<Self::Error>> {
        let place = usize::try_from(index).map_err(Error::UserError)?;
        let new = place.checked_sub(self.imported).and_then(|place| self.new.get(place));
        new.map_or(Ok(index), |new| u32::try_from(new + self.imported).map_err(Error::UserError))
    }

    /// Leaves out what only tools read, such as the list of features that the compiler used.
    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: CustomSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for kind in self.old.iter().filter_map(|place| types.get(*place)) {
            functions.function(*kind);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for body in self.old.clone().iter().filter_map(|place| bodies.get(*place)) {
            self.parse_function_body(code, body.clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        EntityType, ExportKind, ExportSection, Function, ImportSection, TypeSection, ValType,
    };

    use super::*;

    /// Functions of two types behind an import; the last calls the first.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        types.ty().function([ValType::I32], [ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("host", "random", EntityType::Function(0));
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        let mut exports = ExportSection::new();
        for (place, (kind, value)) in [(1, 7), (0, 9), (1, 3)].into_iter().enumerate() {
            functions.function(kind);
            let mut body = Function::new([]);
            body.instructions().i32_const(value).end();
            code.function(&body);
            exports.export(&format!("give-{value}"), ExportKind::Func, place as u32 + 1);
        }
        functions.function(0);
        let mut body = Function::new([]);
        body.instructions().i32_const(0).call(1).end();
        code.function(&body);
        exports.export("calls-give-7", ExportKind::Func, 4);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports);
        module.section(&code);
        module.finish()
    }

    fn exports(module: &[u8]) -> BTreeMap<String, (u32, Vec<u8>)> {
        let functions = Functions::read(module).unwrap();
        let mut found = BTreeMap::new();
        for payload in Parser::new(0).parse_all(module) {
            let Payload::ExportSection(exports) = payload.unwrap() else { continue };
            for export in exports {
                let export = export.unwrap();
                let place = export.index as usize - functions.imported;
                let body = functions.bodies[place].to_vec();
                found.insert(export.name.to_owned(), (export.index, body));
            }
        }
        found
    }

    #[test]
    fn each_name_still_leads_to_its_function_and_each_call_too() {
        let arranged = arranged(&module()).unwrap();
        let (before, after) = (exports(&module()), exports(&arranged));
        for name in ["give-3", "give-7", "give-9"] {
            assert_eq!(before[name].1, after[name].1, "{name}");
        }
        let order: Vec<u32> = after.values().map(|(index, _)| *index).collect();
        assert_eq!(order, [1, 3, 4, 2], "by type, then by body");
        // local declarations, i32.const 0, call, whom, end
        assert_eq!(after["calls-give-7"].1, [0, 0x41, 0, 0x10, after["give-7"].0 as u8, 0x0B]);
    }

    #[test]
    fn likes_stand_side_by_side() {
        let bodies: [&[u8]; 5] =
            [b"abcdefghij", b"0123456789", b"bcdefghijk", b"9876543210", b"123456789x"];
        let chain = Likes::of(&bodies).chained(&[0, 1, 2, 3, 4]);
        assert_eq!(chain, [0, 2, 1, 4, 3]);
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(arranged(b"PK").is_err());
    }
}
