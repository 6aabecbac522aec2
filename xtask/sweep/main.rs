//! Trains the same network from many seeds and prints what became of the runs: `cargo xtask sweep`.
//!
//! A program apart from `xtask`, which does without the core.

mod table;

use anyhow::{Result, bail, ensure};
use indicatif::{ProgressBar, ProgressStyle};
use neural_figure::config::{OPTIONS, Parsers, Value};
use neural_figure::{Config, Summary, Sweep, Word};
use pico_args::Arguments;
use serde_json::json;

/// Epochs, of all starts together, between two looks at the progress bar.
const STEP_EPOCHS: u64 = 1_000_000;

const USAGE: &str = "\
cargo xtask sweep [--seeds N] [--json] [--OPTION VALUE]...
    Train from N seeds (200), counted up from the option seed (0), and print a table, or every run as JSON.
    The options are a figure's attributes without compare: --activation tanh --layers 4,2 --epochs 5000";

fn main() {
    if let Err(error) = run() {
        eprintln!("error: {error:#}");
        std::process::exit(1);
    }
}

fn run() -> Result<()> {
    let mut args = Arguments::from_env();
    if args.contains("--help") {
        println!("{USAGE}");
        return Ok(());
    }
    let json = args.contains("--json");
    let seeds = args.opt_value_from_str("--seeds")?;
    let config = config(&mut args)?;
    if let Some(other) = args.finish().first() {
        bail!("expected an option of a figure, got {other:?}\n{USAGE}");
    }
    let starts = seeds.unwrap_or(config.starts);
    let mut sweep = Sweep::new(config, starts)?;
    train(&mut sweep)?;
    if json {
        println!("{:#}", runs(&mut sweep));
    } else {
        let summary = Summary::new(&mut sweep);
        print!("{}", table::table(sweep.config(), &summary));
    }
    Ok(())
}

/// The settings that the arguments give, by the names of the attributes.
fn config(args: &mut Arguments) -> Result<Config> {
    let mut values = vec![];
    let parsers =
        Parsers { number: |text| text.trim().parse().ok(), json: |text| value(&serde_json::from_str(text).ok()?) };
    for option in &OPTIONS {
        // pico-args takes static names; these are made once.
        let flag: &'static str = format!("--{}", option.attribute()).leak();
        if let Some(text) = args.opt_value_from_str(flag)? {
            values.push((option.name, option.parse(text, parsers)));
        }
    }
    // The first of two values counts.
    values.push(("seed", Value::Number(0.0)));
    let config = Config::new(&values)?;
    let compared = config.compare.runs().len();
    ensure!(compared == 0, "compare: expected none, as a sweep counts the runs of one network, got {compared}");
    Ok(config)
}

/// A value of an option, from JSON.
fn value(json: &serde_json::Value) -> Option<Value> {
    Some(match json {
        serde_json::Value::Number(number) => Value::Number(number.as_f64()?),
        serde_json::Value::String(text) => Value::text(text),
        serde_json::Value::Array(items) => Value::List(items.iter().map(value).collect::<Option<_>>()?),
        serde_json::Value::Object(fields) => {
            let known = ["W", "B"].into_iter().filter_map(|name| Some((name, value(fields.get(name)?)?)));
            Value::Fields(known.collect())
        }
        other => Value::Other(other.to_string()),
    })
}

/// Trains every start to its end, with a progress bar where the output is a terminal.
fn train(sweep: &mut Sweep) -> Result<()> {
    let style = "{wide_bar} {percent} %  {msg}  {elapsed}, {eta} to go";
    let bar = ProgressBar::new(1_000).with_style(ProgressStyle::with_template(style)?);
    while !sweep.is_done() {
        ensure!(sweep.step(STEP_EPOCHS) > 0 || sweep.is_done(), "the sweep stands still");
        bar.set_position((1_000.0 * sweep.progress()) as u64);
        let solved = sweep.starts().iter().filter(|start| start.solved_at().is_some()).count();
        bar.set_message(format!("{solved} of {} solved", sweep.starts().len()));
    }
    bar.finish_and_clear();
    Ok(())
}

/// Every run as an object.
fn runs(sweep: &mut Sweep) -> serde_json::Value {
    let count = sweep.starts().len();
    let run = |k| {
        let (outcome, reason) = (sweep.outcome(k), sweep.reason(k));
        let start = &sweep.starts()[k];
        json!({
            "seed": start.seed(),
            "epoch": start.epoch(),
            "outcome": outcome.word(),
            "reason": reason.map(Word::word),
            "loss": start.loss(),
            "solvedAt": start.solved_at(),
        })
    };
    (0..count).map(run).collect()
}
