//! Prints the table of options as JSON, for the page's element, controls and address, and for its type declarations.

use neural_figure::config::{Kind, OPTIONS, Opt, Preset};
use neural_figure::dataset::GATES;

fn main() {
    println!("{}", json());
}

/// The attribute of an option: its name in kebab-case.
fn attribute(name: &str) -> String {
    name.chars()
        .flat_map(|c| if c.is_ascii_uppercase() { vec!['-', c.to_ascii_lowercase()] } else { vec![c] })
        .collect()
}

fn json() -> String {
    let quoted = |words: &[&str]| words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
    let entry = |option: &Opt| {
        let (kind, more) = match option.kind {
            Kind::Choice { words, .. } => ("choice", format!(", \"choices\": [{}]", quoted(words))),
            Kind::Number { min, max, whole, .. } => {
                let kind = if whole { "integer" } else { "number" };
                (kind, format!(", \"min\": {min:e}, \"max\": {max:e}"))
            }
            Kind::Own(form) if form.words().is_empty() => ("text", String::new()),
            Kind::Own(form) => ("text", format!(", \"choices\": [{}]", quoted(form.words()))),
        };
        let default = match option.default {
            Preset::Text(text) => format!(", \"default\": \"{text}\""),
            Preset::Number(number) => format!(", \"default\": {number}"),
            Preset::Of(_) => String::new(),
        };
        let gates = match option.name {
            "data" => format!(", \"gates\": [{}]", quoted(&GATES)),
            _ => String::new(),
        };
        let (name, attribute, expected) = (option.name, attribute(option.name), option.expected());
        let restarts = option.restarts;
        format!(
            "{{\"name\": \"{name}\", \"attribute\": \"{attribute}\", \"type\": \"{kind}\"{default}{more}{gates}, \
             \"expected\": {expected:?}, \"restarts\": {restarts}}}"
        )
    };
    format!("[\n  {}\n]", OPTIONS.iter().map(entry).collect::<Vec<_>>().join(",\n  "))
}
