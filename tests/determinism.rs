//! The same settings give the same bits on every machine: trajectories, hashed, against the hashes that are committed.
//! tests/wasm.test.js holds the WebAssembly module to the same file, so all of them agree to the last bit.
//!
//! After a change of the arithmetic that is meant, write the file anew: `HASHES=write cargo test --test determinism`.

mod support;

use neural_figure::{Boundary, Cloud, Trainer, Word};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use std::fs;
use support::{Settings, golden, golden_path, step_to};

/// What a run came to. tests/golden/README.md says what each hash is of.
#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Hashes {
    config: Settings,
    states: Vec<State>,
    losses: String,
    picture: String,
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct State {
    epoch: u64,
    hash: String,
}

/// FNV-1a, 64 bits, over the bytes of the doubles, the low byte first.
fn hash(numbers: impl IntoIterator<Item = f64>) -> String {
    let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let bytes = numbers.into_iter().flat_map(f64::to_le_bytes);
    format!("{:016x}", bytes.fold(0xcbf2_9ce4_8422_2325, fold))
}

/// Pixels to a side of the picture.
const SIDE: usize = 32;

fn run(config: Settings, epochs: &[u64]) -> Hashes {
    let mut trainer = Trainer::new(support::read(&config));
    let mut state = |&epoch: &u64| {
        step_to(&mut trainer, epoch);
        let mut numbers = trainer.parameters().to_vec();
        numbers.push(trainer.loss());
        numbers.extend(trainer.predictions());
        numbers.extend(trainer.gradients());
        State { epoch, hash: hash(numbers) }
    };
    let states = epochs.iter().map(&mut state).collect();
    let losses = trainer.history().losses();
    let losses = hash(losses.column(0).chain(losses.column(1)));
    let mut boundary = Boundary::default();
    boundary.evaluate(trainer.network(), trainer.parameters(), trainer.domain(), SIDE);
    let shades = boundary.paint(&std::array::from_fn(|shade| shade as u32)).to_vec();
    boundary.refine(trainer.network(), trainer.parameters());
    let picture = hash(shades.into_iter().map(f64::from).chain(boundary.contour()));
    Hashes { config, states, losses, picture }
}

/// Every kernel and every branch of the arithmetic: shapes, scales, numbers of points, and numbers that are ordinary,
/// saturated, huge and subnormal. Epochs beyond 4096 take more than one piece of work.
fn cases() -> Vec<(Json, &'static [u64])> {
    let points = json!([[0.1, -0.3, 1], [3, 7, 0], [-2.5, 1e-9, 1], [1000, -1000, 0], [0.3, 0.1, 1]]);
    let cloud: Vec<[f64; 3]> =
        (0..37).map(|i| [f64::from(i * 11 % 37) / 16.0, f64::from(i * i % 37) / 8.0, f64::from(i % 2)]).collect();
    let mut cases: Vec<(Json, &'static [u64])> = Vec::new();
    for activation in ["sigmoid", "tanh"] {
        for scale in ["listing", "sum", "mean"] {
            for layers in ["0", "1", "2", "3", "4", "5", "6", "7", "8", "4,2", "3,1,5", "8,8,8", "2,2,2,2,2,2"] {
                let config = json!({"layers": layers, "deviation": 1, "learningRate": 0.3, "gradientScale": scale});
                cases.push((merge(activation, config), &[0, 1, 500, 5000]));
            }
            for layers in ["0", "2", "3", "4,2"] {
                for data in [json!([[0.5, 0.25, 1]]), points.clone(), json!(cloud)] {
                    let config = json!({"layers": layers, "deviation": 0.5, "gradientScale": scale, "data": data});
                    cases.push((merge(activation, config), &[0, 1, 500]));
                }
            }
        }
        for layers in ["0", "2", "8", "4,2"] {
            for (deviation, rate) in [(1e-310, 1e-3), (0.0, 1.0), (30.0, 5.0), (1e3, 1e3), (1e300, 1e6)] {
                let config = json!({"layers": layers, "deviation": deviation, "learningRate": rate, "data": "nor"});
                cases.push((merge(activation, config), &[0, 1, 500]));
            }
            cases.push((merge(activation, json!({"layers": layers, "init": "zero", "data": "and"})), &[0, 1, 500]));
        }
        for cloud in Cloud::WORDS {
            let config =
                json!({"data": cloud, "points": 50, "noise": 0.3, "testShare": 0.2, "layers": "4,2", "deviation": 1});
            cases.push((merge(activation, config), &[0, 1, 500]));
        }
        // The post's own run, to its end.
        cases.push((merge(activation, json!({})), &[0, 100, 5_000, 100_000]));
    }
    cases
}

fn merge(activation: &str, config: Json) -> Json {
    let Json::Object(mut config) = config else { panic!("expected an object, got {config}") };
    config.insert("activation".into(), activation.into());
    config.entry("seed").or_insert(42.into());
    Json::Object(config)
}

#[test]
fn every_trajectory_has_its_committed_hash() {
    let runs = cases().into_iter().map(|(config, epochs)| {
        let Json::Object(config) = config else { panic!("expected an object, got {config}") };
        run(config, epochs)
    });
    if std::env::var_os("HASHES").is_some_and(|value| value == "write") {
        // One case a line, so that a difference shows which case moved.
        let lines: Vec<String> = runs.map(|run| serde_json::to_string(&run).unwrap()).collect();
        fs::write(golden_path("hashes"), format!("[\n{}\n]\n", lines.join(",\n"))).unwrap();
        return;
    }
    let committed: Vec<Hashes> = golden("hashes");
    assert_eq!(committed.len(), runs.len(), "cases; if this was meant: HASHES=write cargo test --test determinism");
    for (found, expected) in runs.zip(committed) {
        assert_eq!(found, expected, "if this was meant: HASHES=write cargo test --test determinism");
    }
}
