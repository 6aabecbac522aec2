//! `cargo xtask`: the project's own commands, written in Rust so that a fresh machine needs nothing else.

mod bench;
mod dist;
mod locations;
mod metadata;
mod notices;
mod optimize;
mod project;
mod serve;
mod server;
mod size;
mod test;
mod tools;
mod wasm;
mod watch;

use anyhow::{Result, bail};
use pico_args::Arguments;

/// What the commands are; the steps of a test and the parts of a benchmark stand with them.
fn usage() -> String {
    format!(
        "\
cargo xtask serve [--port N] [--no-watch] [--open]
    Build the core, serve www on this machine, rebuild when the core changes.
cargo xtask build [--wasm-opt]
    Build the core into www/pkg; --wasm-opt makes it smaller (needs Node).
cargo xtask test [--long] [STEP]...
    Run every check, or only some: {}.
    --long tries many more random cases.
cargo xtask dist
    Make dist/: the figure in one file and for bundlers, the iframe page, the npm package, the lesson's site.
cargo xtask lint
    Run these of them: {}.
cargo xtask sweep [--seeds N] [--json] [--OPTION VALUE]...
    Train a figure's network from many seeds and print what became of them: --activation tanh --seeds 200.
cargo xtask bench [PART]...
    Measure speeds beside other ways to do it, or only some parts:
    {}.",
        test::names(),
        test::LINT.join(" "),
        bench::names()
    )
}

fn main() {
    if let Err(error) = command(Arguments::from_env()) {
        eprintln!("error: {error:#}");
        std::process::exit(1);
    }
}

fn command(mut args: Arguments) -> Result<()> {
    match args.subcommand()?.as_deref() {
        Some("serve") => {
            let port = args.opt_value_from_str("--port")?.unwrap_or(8080);
            let watch = !args.contains("--no-watch");
            let open = args.contains("--open");
            nothing_left(args)?;
            serve::serve(port, watch, open)
        }
        Some("build") => {
            let optimize = args.contains("--wasm-opt");
            nothing_left(args)?;
            wasm::build(optimize)
        }
        Some("test") => {
            let long = args.contains("--long");
            test::run(&names(args)?, long)
        }
        Some("bench") => bench::run(&names(args)?),
        Some("dist") => {
            nothing_left(args)?;
            dist::dist()
        }
        Some("lint") => {
            nothing_left(args)?;
            test::run(&test::LINT.map(String::from), false)
        }
        // A program of its own, which is compiled with the core.
        Some("sweep") => tools::run(tools::cargo().args(["run", "--package", "sweep", "--"]).args(args.finish())),
        Some("help") | None => {
            nothing_left(args)?;
            println!("{}", usage());
            Ok(())
        }
        Some(other) => bail!("expected a command, got {other:?}\n{}", usage()),
    }
}

/// The arguments that no option has taken; an option among them is a mistake.
fn names(args: Arguments) -> Result<Vec<String>> {
    let names: Vec<String> = args.finish().iter().map(|name| name.to_string_lossy().into_owned()).collect();
    match names.iter().find(|name| name.starts_with('-')) {
        Some(option) if option != "--help" => bail!("no such option: {option}\n{}", usage()),
        Some(_) => bail!("{}", usage()),
        None => Ok(names),
    }
}

fn nothing_left(args: Arguments) -> Result<()> {
    match names(args)?.first() {
        Some(name) => bail!("expected no more arguments, got {name:?}\n{}", usage()),
        None => Ok(()),
    }
}
