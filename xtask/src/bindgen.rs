//! wasm-bindgen as a library: it comes from our own Cargo.lock and cannot drift from the crate.

use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;

use crate::arrange::arrange;
use crate::build::{FLAVOURS, Flavour};
use crate::optimise::optimise;
use crate::silence::silence;
use crate::{files, stamp, types, workspace};

/// Writes the JavaScript, the types and the modules of every flavour to `pkg/`.
///
/// They are made together, because they share `pkg/snippets/`, which is emptied first.
pub fn generate() -> Result<()> {
    let pkg = workspace::pkg();
    let mark = workspace::target().join("wasm/bindgen.sha256");
    let inputs = fingerprint()?;
    let made = FLAVOURS.iter().all(|flavour| is_complete(&pkg, *flavour));
    if made && files::read_text(&mark).is_ok_and(|old| old == inputs) {
        return Ok(());
    }
    files::remove_tree(&pkg.join("snippets"))?;
    for flavour in FLAVOURS {
        generate_one(&pkg, flavour)?;
    }
    // The public modules take minutes each, in a program with one thread.
    thread::scope(|scope| {
        let pkg = &pkg;
        let running = FLAVOURS.map(|flavour| scope.spawn(move || finish(pkg, flavour)));
        running
            .into_iter()
            .try_for_each(|handle| handle.join().map_err(|_| anyhow!("a thread was lost"))?)
    })?;
    files::write(&mark, inputs)
}

/// Makes a module as small as it is served.
fn finish(pkg: &Path, flavour: Flavour) -> Result<()> {
    let module = module(pkg, flavour);
    silence(&module)?;
    if flavour.is_public {
        optimise(&module)?;
    }
    arrange(&module)
}

fn module(pkg: &Path, flavour: Flavour) -> PathBuf {
    pkg.join(format!("{}_bg.wasm", flavour.out_name))
}

fn generate_one(pkg: &Path, flavour: Flavour) -> Result<()> {
    let name = flavour.out_name;
    println!("  bindings {name}");
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(flavour.module())
        .web(true)?
        .typescript(true)
        .omit_default_module_path(false)
        .remove_name_section(false)
        .demangle(false)
        .remove_producers_section(true)
        .out_name(name)
        .generate(pkg)
        .with_context(|| format!("wasm-bindgen failed on {}", flavour.module().display()))?;
    let declarations = pkg.join(format!("{name}.d.ts"));
    files::write(&declarations, types::without_raw_any(&files::read_text(&declarations)?))
}

/// Changes when a module changes, or this program, which decides how bindings are made, or a tool.
fn fingerprint() -> Result<String> {
    let tools = workspace::www().join("package-lock.json");
    let mut parts = vec![files::read(&std::env::current_exe()?)?, files::read(&tools)?];
    for flavour in FLAVOURS {
        parts.push(files::read(&flavour.module())?);
    }
    Ok(stamp::sha256(parts.iter().map(Vec::as_slice)))
}

fn is_complete(pkg: &Path, flavour: Flavour) -> bool {
    ["js", "d.ts", "wasm"].iter().all(|kind| {
        let infix = if *kind == "wasm" { "_bg" } else { "" };
        pkg.join(format!("{}{infix}.{kind}", flavour.out_name)).is_file()
    })
}
