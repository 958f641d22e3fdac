//! Functions in an order that compresses: a hundredth less of a module to download.

use std::cmp::Ordering;
use std::path::Path;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, FunctionSectionReader, Parser, Payload, TypeRef,
};

use crate::files;

/// Rewrites a module in place, like functions side by side.
///
/// wasm-bindgen leaves the largest function first, so that engines with several threads take it up
/// early; a module of this size is compiled before that tells. Functions of one signature take
/// their parameters from the same places, and of these the ones that begin alike are copies of one
/// generic function for several types: a compressor finds them again only while they are near.
///
/// # Errors
/// When the file cannot be read or written, or is no module.
pub fn arrange(module: &Path) -> Result<()> {
    let bytes = files::read(module)?;
    let arranged =
        arranged(&bytes).with_context(|| format!("{} is no module", module.display()))?;
    files::write(module, arranged)
}

fn arranged(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut order = Order::of(&Functions::read(bytes)?);
    let mut module = Module::new();
    order.parse_core_module(&mut module, Parser::new(0), bytes)?;
    Ok(module.finish())
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
}

/// The new order: of each new place the old one, and of each old the new.
struct Order {
    imported: usize,
    old: Vec<usize>,
    new: Vec<usize>,
}

impl Order {
    fn of(functions: &Functions<'_>) -> Self {
        let mut old: Vec<usize> = (0..functions.bodies.len()).collect();
        old.sort_by(|left, right| functions.compare(*left, *right));
        let mut new: Vec<usize> = (0..old.len()).collect();
        new.sort_by_key(|place| old.get(*place).copied());
        Self { imported: functions.imported, old, new }
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
    use std::collections::BTreeMap;

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
    fn what_is_no_module_is_refused() {
        assert!(arranged(b"PK").is_err());
    }
}
