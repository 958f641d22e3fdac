//! From Rust sources to the wasm package and the site.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context, Result, anyhow};

use crate::site::Program;
use crate::tools::WASM_TARGET;
use crate::{bindgen, files, package, process, site, tools, workspace};

/// One of the builds of the same package (DESIGN §4.14).
#[derive(Clone, Copy)]
pub struct Flavour {
    /// The cargo feature.
    pub feature: &'static str,
    /// The stem of the files in `pkg/`.
    pub out_name: &'static str,
    /// Whether readers of public pages download it: each of its bytes counts.
    pub is_public: bool,
}

/// What a public page loads, what draws the pictures that it lacks, what the data desk loads instead, and what reads a
/// data package.
pub const FLAVOURS: [Flavour; 4] = [
    Flavour { feature: "reader", out_name: "hamyar", is_public: true },
    Flavour { feature: "pictures", out_name: "hamyar_pictures", is_public: true },
    Flavour { feature: "desk", out_name: "hamyar_desk", is_public: false },
    Flavour { feature: "import", out_name: "hamyar_import", is_public: false },
];

impl Flavour {
    /// Cargo keeps one cdylib a target folder, so with a shared folder each build would throw
    /// away the other's.
    fn target_dir(self) -> PathBuf {
        workspace::target().join("wasm").join(self.feature)
    }

    /// The module as rustc leaves it.
    pub fn module(self) -> PathBuf {
        self.target_dir().join(WASM_TARGET).join("release/hamyar.wasm")
    }

    fn command(self, jobs: &str) -> Result<Command> {
        let mut command = process::cargo(&["rustc", "--locked", "--release", "--lib"]);
        command
            // Were the rlib made beside it, link-time optimisation would stop at the crate: 7 KB more
            // of the reader after brotli.
            .args(["--crate-type", "cdylib", "--package", "hamyar", "--target", WASM_TARGET])
            .args(["--no-default-features", "--features", self.feature, "--jobs", jobs])
            .arg("--target-dir")
            .arg(self.target_dir())
            .env("CARGO_ENCODED_RUSTFLAGS", path_flags()?);
        Ok(command)
    }
}

/// Builds the package and the site.
pub fn run() -> Result<()> {
    run_with(&Program::Cargo)
}

/// Builds the package and the site, whose data this program packs.
pub fn run_with(program: &Program) -> Result<()> {
    tools::ensure_wasm_target()?;
    tools::ensure_npm_packages()?;
    compile()?;
    bindgen::generate()?;
    let id = site::assemble(program)?;
    package::assemble(program)?;
    println!("site {id} in {}", workspace::site().display());
    Ok(())
}

/// Builds the site and copies it to `dist/`.
pub fn dist() -> Result<()> {
    run()?;
    let dist = workspace::root().join("dist");
    files::remove_tree(&dist)?;
    files::copy_tree(&workspace::site(), &dist, |_| true)?;
    println!("copied to {}: upload this folder as it is", dist.display());
    Ok(())
}

/// Compiles the flavours at once: the last step of each, link-time optimisation, has one thread.
fn compile() -> Result<()> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let jobs = (cores / FLAVOURS.len()).max(1).to_string();
    let mut commands = Vec::new();
    for flavour in FLAVOURS {
        commands.push(flavour.command(&jobs)?);
    }
    thread::scope(|scope| {
        let running: Vec<_> =
            commands.iter_mut().map(|command| scope.spawn(move || process::run(command))).collect();
        running
            .into_iter()
            .try_for_each(|handle| handle.join().map_err(|_| anyhow!("a build thread was lost"))?)
    })
}

/// Compiles the modules one after another on one core, while the other is used for something else.
///
/// It tells nothing: the build that follows finds what is done, and tells what failed.
pub fn compile_ahead() {
    for flavour in FLAVOURS {
        let Ok(mut command) = flavour.command("1") else { return };
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().ok();
    }
}

/// Flags that keep this machine's folders out of the module, so that two checkouts give the same
/// bytes.
fn path_flags() -> Result<String> {
    let cargo_home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
        .context("neither CARGO_HOME nor a home folder is known")?;
    let registry = cargo_home.join("registry").join("src");
    Ok([
        format!("--remap-path-prefix={}=dep", registry.display()),
        format!("--remap-path-prefix={}=hamyar", workspace::root().display()),
    ]
    .join("\u{1f}"))
}
