//! Prints the table of options as a module, for the page's element, controls and address, and the words of outcomes and
//! reasons; with the argument `types`, the options' declarations for TypeScript.
//!
//! A program apart from `xtask`, which would go on printing the table that it was compiled with.

use neural_figure::config::{Form, Kind, OPTIONS, Opt, Preset};
use neural_figure::dataset::GATES;
use neural_figure::{Cloud, Outcome, Reason, Word};
use serde_json::{Map, Value, json};
use std::env;

fn main() {
    if env::args().nth(1).as_deref() == Some("types") {
        println!("/** All options, as the trainer gives them: complete and valid. */\nexport interface Config {{");
        for option in &OPTIONS {
            println!("  {}: {};", option.name, type_of(option));
        }
        println!("  [name: string]: unknown;\n}}");
    } else {
        constant("OPTIONS", &Value::Array(OPTIONS.iter().map(row).collect()));
        constant("OUTCOMES", &json!(Outcome::WORDS));
        constant("REASONS", &json!(Reason::WORDS));
    }
}

fn constant(name: &str, value: &Value) {
    println!("export const {name} = Object.freeze({value:#});");
}

/// What values `config` has of an option, in TypeScript.
fn type_of(option: &Opt) -> String {
    let words = |words: &[&str]| words.iter().map(|word| format!("'{word}' | ")).collect::<String>();
    match option.kind {
        Kind::Choice { words: choices, .. } => words(choices).trim_end_matches(" | ").to_owned(),
        Kind::Number { .. } => "number".to_owned(),
        Kind::Form(Form::Data) => "string | [x1: number, x2: number, label: number][]".to_owned(),
        Kind::Form(Form::Layers) => "number[]".to_owned(),
        // The empty text where none are given.
        Kind::Form(Form::Weights) => "'' | { W: number[][]; B?: number[][] }[]".to_owned(),
        Kind::Form(form @ (Form::Batch | Form::Until)) => words(form.words()) + "number",
        // Names with a space between each two; runs as a query writes them.
        Kind::Form(Form::Views | Form::Compare) => "string".to_owned(),
    }
}

/// The option as a row of the table.
fn row(option: &Opt) -> Value {
    let (kind, more) = match option.kind {
        Kind::Choice { words, .. } => ("choice", json!({ "choices": words })),
        Kind::Number { min, max, whole, .. } => {
            (if whole { "integer" } else { "number" }, json!({ "min": min, "max": max }))
        }
        Kind::Form(Form::Data) => ("text", json!({ "gates": GATES, "clouds": Cloud::WORDS })),
        Kind::Form(form) if form.words().is_empty() => ("text", json!({})),
        Kind::Form(form) => ("text", json!({ "choices": form.words() })),
    };
    let default = match option.default {
        Preset::Text(text) | Preset::TextOr(text, _) => json!({ "default": text }),
        Preset::Number(number) => json!({ "default": number }),
        Preset::Of(_) => json!({}),
    };
    let row = json!({
        "name": option.name,
        "attribute": option.attribute(),
        "type": kind,
        "expected": option.expected(),
        "restarts": option.restarts,
    });
    let fields = [row, default, more].into_iter().flat_map(|part| match part {
        Value::Object(fields) => fields,
        _ => Map::new(),
    });
    Value::Object(fields.collect())
}
