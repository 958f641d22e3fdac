//! Running other programs and saying clearly when one fails.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// What a program printed on standard output, and whether it ended well.
pub struct Captured {
    pub success: bool,
    pub text: String,
}

/// A cargo command that runs in the repository's root.
pub fn cargo(arguments: &[&str]) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.args(arguments).current_dir(crate::workspace::root());
    command
}

/// Runs a program with our own input and output.
///
/// # Errors
/// When it cannot be started or ends with another code than 0.
pub fn run(command: &mut Command) -> Result<()> {
    announce(command);
    let status = command.status().with_context(|| not_started(command))?;
    if !status.success() {
        bail!("`{}` ended with {status}", line(command));
    }
    Ok(())
}

/// Runs a program, showing its standard output while keeping a copy of it.
///
/// # Errors
/// When it cannot be started or its output cannot be read.
pub fn tee(command: &mut Command) -> Result<Captured> {
    announce(command);
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| not_started(command))?;
    let output = child.stdout.take().context("no standard output")?;
    let mut text = String::new();
    for bytes in BufReader::new(output).split(b'\n') {
        let bytes = bytes?;
        let part = String::from_utf8_lossy(&bytes);
        println!("{part}");
        text.push_str(&part);
        text.push('\n');
    }
    Ok(Captured { success: child.wait()?.success(), text })
}

/// What a program prints on standard output; `None` when it fails or is not there.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// The full path of a program on `PATH`.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let suffix = std::env::consts::EXE_SUFFIX;
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders)
        .map(|folder| folder.join(format!("{program}{suffix}")))
        .find(|candidate| is_program(candidate))
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

fn announce(command: &Command) {
    println!("  $ {}", line(command));
    // A program that writes to the same terminal must not overtake the line above.
    std::io::stdout().flush().ok();
}

fn not_started(command: &Command) -> String {
    format!("`{}` could not be started", line(command))
}

fn line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default();
    std::iter::once(program)
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}
