//! Scripts, styles and views without comments and white space: what a reader downloads. The sources
//! stay plain, and of the pages nothing is bundled. The element for pages of other people is one file
//! besides, so that one hash tells whether it is whole.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{files, workspace};

/// The service worker holds a token in a comment that is replaced later.
const LEFT_ALONE: &str = "sw.js";

/// What other people's pages load, and the one file that each is put into: the element, what a page with frames
/// needs, what the page inside a frame needs besides the element, what makes snippets, and what files hold that are pages of their own.
const BUNDLES: [(&str, &str); 6] = [
    ("js/element.js", "embed/hamyar-chart.js"),
    ("js/frame/around.js", "embed/hamyar-frame.js"),
    ("js/frame/start.js", "embed/hamyar-inside.js"),
    ("js/builder/start.js", "embed/hamyar-builder.js"),
    ("js/alone/chart.js", "embed/hamyar-alone.js"),
    ("js/alone/story.js", "embed/hamyar-story.js"),
];

fn esbuild(site: &Path) -> Command {
    let script = workspace::www().join("node_modules/esbuild/bin/esbuild");
    let mut esbuild = Command::new("node");
    esbuild.arg(script).current_dir(site);
    esbuild.args(["--minify", "--charset=utf8", "--target=es2022", "--log-level=warning"]);
    esbuild
}

fn run(mut esbuild: Command) -> Result<()> {
    let status = esbuild.status().context("node could not be started")?;
    ensure!(status.success(), "esbuild ended with {status}");
    Ok(())
}

/// Rewrites the files of an assembled site, and bundles what other people's pages load.
///
/// # Errors
/// When esbuild is missing or refuses a file, or a view is no JSON.
pub fn minify(site: &Path) -> Result<()> {
    let names = files::list(site, |_| true)?;
    let is_code = |name: &&String| {
        [".js", ".css"].iter().any(|ending| name.ends_with(ending)) && *name != LEFT_ALONE
    };
    for (entry, bundle) in BUNDLES {
        let mut whole = esbuild(site);
        whole.args(["--bundle", "--format=esm", entry]).arg(format!("--outfile={bundle}"));
        run(whole)?;
    }
    let mut each = esbuild(site);
    each.args(["--outbase=.", "--outdir=.", "--allow-overwrite"]);
    each.args(names.iter().filter(is_code));
    run(each)?;
    for name in names.iter().filter(|name| name.starts_with("views/")) {
        let path = site.join(name);
        let value: Value = serde_json::from_str(&files::read_text(&path)?)
            .with_context(|| format!("{name} is no JSON"))?;
        files::write(&path, value.to_string())?;
    }
    Ok(())
}
