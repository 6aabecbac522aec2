//! The table of a sweep.

use neural_figure::statistics::{quantile, wilson};
use neural_figure::{Config, Outcome, Summary, Word};
use std::fmt::Write;

/// Shares of the solved runs at which the epoch of solving is given.
const QUANTILES: [(&str, f64); 7] =
    [("least", 0.0), ("10 %", 0.1), ("25 %", 0.25), ("median", 0.5), ("75 %", 0.75), ("90 %", 0.9), ("most", 1.0)];

/// What became of the runs, as lines of text.
pub fn table(config: &Config, summary: &Summary) -> String {
    let of = summary.outcomes.iter().sum();
    let first = config.seed;
    let last = first.wrapping_add(of as u32 - 1);
    let mut table = format!("seeds {first} to {last}, {} epochs each\n\n", grouped(config.epochs));
    row(&mut table, ["outcome", "runs", "share", "95 % interval"]);
    for (outcome, &count) in Outcome::ALL.iter().zip(&summary.outcomes) {
        counted(&mut table, outcome.word(), count, of);
        if *outcome == Outcome::Stuck {
            for minimum in &summary.minima {
                counted(&mut table, &format!("  loss {:.4}", minimum.loss), minimum.starts, of);
            }
        }
    }
    if !summary.solved_at.is_empty() {
        table.push_str("\nsolved at epoch\n");
        for (name, share) in QUANTILES {
            let epoch = quantile(&summary.solved_at, share).map(grouped).unwrap_or_default();
            line(&mut table, &format!("{name:<16}{epoch:>15}"));
        }
    }
    table
}

fn counted(table: &mut String, name: &str, count: usize, of: usize) {
    let [low, high] = wilson(count, of).map(|end| format!("{:.1}", 100.0 * end));
    let share = format!("{:.1} %", 100.0 * count as f64 / of as f64);
    row(table, [name, &count.to_string(), &share, &format!("{low} to {high} %")]);
}

fn row(table: &mut String, [name, count, share, interval]: [&str; 4]) {
    line(table, &format!("{name:<16}{count:>6}{share:>9}{interval:>18}"));
}

fn line(table: &mut String, line: &str) {
    // A String takes all that is written.
    let _ = writeln!(table, "{line}");
}

/// 12,345
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
