//! What the npm package holds beside the cores: the element as one file with what it draws with, schemas, and types.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use crate::build::FLAVOURS;
use crate::site::Program;
use crate::{files, process, workspace};

/// The folder of the element in the package.
pub const ELEMENT: &str = "element";
/// The folder of the schemas.
pub const SCHEMA: &str = "schema";

/// Files of the site, and where they lie in the package. The fonts lie beside the style sheet, as it says.
const TAKEN: [(&str, &str); 7] = [
    ("embed/hamyar-frame.js", "element/hamyar-frame.js"),
    ("embed/hamyar-figure.css", "element/hamyar-figure.css"),
    ("hamyar.css", "element/hamyar.css"),
    (
        "fonts/vazirmatn-arabic-wght-normal.woff2",
        "element/fonts/vazirmatn-arabic-wght-normal.woff2",
    ),
    ("fonts/vazirmatn-latin-wght-normal.woff2", "element/fonts/vazirmatn-latin-wght-normal.woff2"),
    ("fonts/LICENSE.txt", "element/fonts/LICENSE.txt"),
    ("embed/hamyar-chart.js", "element/hamyar-chart.js"),
];
/// Stands in the element for where its files lie, and what their bytes are.
const ADDRESSES: &str = "__HAMYAR_ADDRESSES__";

/// Puts the rest of the package beside the cores, once the site stands.
pub fn assemble(program: &Program) -> Result<()> {
    let (site, pkg, www) = (workspace::site(), workspace::pkg(), workspace::www());
    for folder in [ELEMENT, SCHEMA] {
        files::remove_tree(&pkg.join(folder))?;
    }
    for (from, to) in TAKEN {
        files::copy(&site.join(from), &pkg.join(to))?;
    }
    address(&pkg)?;
    files::copy(&www.join("types/hamyar-chart.d.ts"), &pkg.join("element/hamyar-chart.d.ts"))?;
    let mut command = program.command("schema");
    command.arg("--package").arg(www.join("data")).arg("--out").arg(pkg.join(SCHEMA));
    process::run(&mut command).context("cannot write the schemas")
}

/// Tells the element where in the package its files lie, and refuses them with other bytes.
fn address(pkg: &Path) -> Result<()> {
    let mut entries = Vec::new();
    let cores = FLAVOURS.map(|flavour| format!("{}_bg.wasm", flavour.out_name));
    let cores = cores.iter().map(|core| (format!("pkg/{core}"), core.clone()));
    let taken = TAKEN.iter().filter(|(from, _)| !from.starts_with("embed/"));
    let taken = taken.map(|(from, to)| ((*from).to_owned(), (*to).to_owned()));
    for (asked, place) in cores.chain(taken) {
        let digest = STANDARD.encode(Sha384::digest(files::read(&pkg.join(&place))?));
        entries.push(format!(r#"\"{asked}\":[\"{place}\",\"sha384-{digest}\"]"#));
    }
    let script = pkg.join("element/hamyar-chart.js");
    let text = files::read_text(&script)?;
    ensure!(text.matches(ADDRESSES).count() == 1, "{} lacks `{ADDRESSES}`", script.display());
    files::write(&script, text.replace(ADDRESSES, &format!("{{{}}}", entries.join(","))))
}
