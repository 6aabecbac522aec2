//! Prints the table of options as JSON, for the page's element, controls and address, and for its type declarations.
//!
//! A program apart from `xtask`, which would go on printing the table that it was compiled with.

use neural_figure::config::{Form, Kind, OPTIONS, Opt, Preset};
use neural_figure::dataset::GATES;
use serde_json::{Map, Value, json};

fn main() {
    let rows: Vec<Value> = OPTIONS.iter().map(row).collect();
    println!("{:#}", Value::Array(rows));
}

fn row(option: &Opt) -> Value {
    let (kind, more) = match option.kind {
        Kind::Choice { words, .. } => ("choice", json!({ "choices": words })),
        Kind::Number { min, max, whole, .. } => {
            (if whole { "integer" } else { "number" }, json!({ "min": min, "max": max }))
        }
        Kind::Own(Form::Data) => ("text", json!({ "gates": GATES })),
        Kind::Own(form) if form.words().is_empty() => ("text", json!({})),
        Kind::Own(form) => ("text", json!({ "choices": form.words() })),
    };
    let default = match option.default {
        Preset::Text(text) => json!({ "default": text }),
        Preset::Number(number) => json!({ "default": number }),
        Preset::Of(_) => json!({}),
    };
    let row = json!({
        "name": option.name,
        "attribute": attribute(option.name),
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

/// The attribute of an option: its name in kebab-case.
fn attribute(name: &str) -> String {
    let mut attribute = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            attribute.push('-');
        }
        attribute.push(letter.to_ascii_lowercase());
    }
    attribute
}
