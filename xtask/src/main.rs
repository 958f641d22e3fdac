//! Developer commands of Hamyar. `cargo xtask help` lists them.

mod arguments;
mod arrange;
mod bench;
mod bindgen;
mod browser;
mod build;
mod check;
mod dependencies;
mod files;
mod minify;
mod module;
mod optimise;
mod package;
mod page_content;
mod page_policy;
mod process;
mod report;
mod serve;
mod sheets;
mod silence;
mod site;
mod size;
mod stamp;
mod test;
mod tidy;
mod tools;
mod types;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;

use arguments::Task;

fn main() -> ExitCode {
    match arguments::parse(std::env::args_os().skip(1)).and_then(run) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one task; `false` means it ran and found something wrong.
fn run(task: Task) -> Result<bool> {
    match task {
        Task::Help => print!("{}", arguments::HELP),
        Task::Serve(options) => serve::run(&options)?,
        Task::Test(options) => return test::run(&options),
        Task::Build => build::run()?,
        Task::Check => return check::run(),
        Task::Tidy => return tidy::run(),
        Task::Size => return size::run(),
        Task::Bench(options) => bench::run(&options)?,
        Task::Sheets(page) => sheets::run(&page)?,
        Task::Dist => build::dist()?,
        Task::Bless => test::native::bless()?,
    }
    Ok(true)
}
