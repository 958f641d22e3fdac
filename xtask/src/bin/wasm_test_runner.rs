//! Runs a test program that was compiled to wasm: wasm-bindgen's own runner, from our Cargo.lock,
//! so that it cannot differ from the crate's version and nobody has to install it.

use std::process::ExitCode;

fn main() -> ExitCode {
    let outcome =
        wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os());
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The failed tests are named above; a backtrace of the runner would hide them.
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
