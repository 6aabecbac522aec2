//! The core against the post's own program in NumPy.

mod support;

use neural_figure::numpy_random::{RandomSample, seeded};
use neural_figure::{Boundary, Outcome, Word, boundary};
use rand::RngExt;
use serde::Deserialize;
use std::f64::consts::LN_2;
use support::{Case, bits, golden, step_to};

#[derive(Deserialize)]
struct Draws {
    seed: u32,
    words: Vec<u32>,
    doubles: Vec<f64>,
}

#[test]
fn draws_are_numpys_bit_for_bit() {
    for Draws { seed, words, doubles } in golden("draws") {
        let mut generator = seeded(seed);
        assert_eq!(words, words.iter().map(|_| generator.next_u32()).collect::<Vec<_>>(), "seed {seed}");
        let drawn: Vec<f64> = seeded(seed).sample_iter(RandomSample).take(doubles.len()).collect();
        assert_eq!(bits(&doubles), bits(&drawn), "seed {seed}");
    }
}

/// Another exp than NumPy's is an ulp or two off in every unit of every epoch; the golden files measured what one comes to.
fn close(what: &str, found: &[f64], expected: &[f64], sensitivity: f64) {
    assert_eq!(found.len(), expected.len(), "{what}: length");
    let tolerance = (50.0 * sensitivity).clamp(1e-13, 1e-9);
    for (i, (found, expected)) in found.iter().zip(expected).enumerate() {
        let error = (found - expected).abs() / expected.abs().max(1.0);
        assert!(error <= tolerance, "{what}[{i}]: expected {expected} within {tolerance:e}, got {found}");
    }
}

fn follow(case: &Case) {
    let what = case.name();
    let mut trainer = case.trainer();
    if let Some(initial) = &case.initial {
        assert_eq!(bits(trainer.parameters()), bits(&initial.parameters), "{what}: initial parameters");
        close(&format!("{what}: loss"), &[trainer.loss()], &[initial.loss], 0.0);
        close(&format!("{what}: predictions"), trainer.predictions(), &initial.predictions, 0.0);
        close(&format!("{what}: gradients"), &trainer.gradients(), &initial.gradients, 0.0);
    }
    for state in &case.states {
        assert!(!state.loose, "{what}: no run here is moved by rounding");
        step_to(&mut trainer, state.epoch);
        let what = format!("{what} at {}", state.epoch);
        close(&format!("{what}: loss"), &[trainer.loss()], &[state.loss], state.sensitivity.loss);
        close(
            &format!("{what}: predictions"),
            trainer.predictions(),
            &state.predictions,
            state.sensitivity.predictions,
        );
        let parameters = trainer.parameters().to_vec();
        close(&format!("{what}: parameters"), &parameters, &state.parameters, state.sensitivity.parameters);
    }
}

#[test]
fn trajectories_are_numpys() {
    golden("trajectories").iter().for_each(follow);
}

#[test]
fn full_runs_end_where_numpys_end() {
    let mut counts = [0; Outcome::ALL.len()];
    for case in golden::<Case>("full_runs") {
        follow(&case);
        let [end] = &case.states[..] else { panic!("one state a run") };
        let mut trainer = case.trainer();
        trainer.seek(end.epoch);
        step_to(&mut trainer, end.epoch);
        let outcome = trainer.outcome();
        let near = |loss: f64| (end.loss - loss).abs() < 2e-3;
        let expected = if end.right.iter().all(|&right| right) {
            Outcome::Solved
        } else if near(LN_2 / 2.0) {
            Outcome::Stuck
        } else if near(LN_2) || near(0.4774) {
            // At 0.4774, 3/4 H(1/3), one row fits and three share 2/3: some of these are left again.
            Outcome::Plateau
        } else {
            Outcome::Learning
        };
        assert_eq!(outcome, expected, "{}", case.name());
        counts[expected as usize] += 1;
    }
    // In the order of the outcomes: learning, on a plateau, solved, stuck, diverged.
    assert_eq!(counts, [2, 5, 10, 4, 0]);
}

#[test]
fn loss_traces_are_numpys() {
    for case in golden::<Case>("trajectories") {
        let trace = case.trace.as_ref().expect("a trajectory has a trace");
        let mut trainer = case.trainer();
        step_to(&mut trainer, trace.stride * (trace.losses.len() as u64 - 1));
        let stride = trainer.history().losses().stride();
        let ours = trainer.history().losses().rows();
        for (i, &expected) in trace.losses.iter().enumerate() {
            let epoch = i as u64 * trace.stride;
            if epoch.is_multiple_of(stride) {
                close(
                    &format!("{}: loss at {epoch}", case.name()),
                    &[ours[(epoch / stride) as usize]],
                    &[expected],
                    1e-11,
                );
            }
        }
    }
}

#[test]
fn zero_initialisation_stays_at_ln_2_exactly() {
    for activation in ["sigmoid", "tanh"] {
        let config = support::config(&[("init", support::text("zero")), ("activation", support::text(activation))]);
        let mut trainer = neural_figure::Trainer::new(config);
        for epoch in [0, 1, 5_000, 100_000] {
            step_to(&mut trainer, epoch);
            assert_eq!(trainer.loss(), LN_2);
            assert_eq!(trainer.predictions(), [0.5; 4]);
            assert_eq!(bits(trainer.parameters()), [0; 9]);
        }
        assert_eq!(trainer.outcome(), Outcome::Plateau);
        assert!(trainer.history().losses().rows().iter().all(|&loss| loss == LN_2));
    }
}

#[test]
fn without_a_hidden_layer_zero_learns_what_a_line_can_part() {
    for gate in ["and", "or", "nand", "nor"] {
        let config = support::config(&[
            ("layers", support::text("0")),
            ("init", support::text("zero")),
            ("data", support::text(gate)),
        ]);
        let mut trainer = neural_figure::Trainer::new(config);
        step_to(&mut trainer, 5_000);
        assert_eq!(trainer.outcome(), Outcome::Solved, "{gate}");
    }
    for seed in 0..20 {
        let config = support::config(&[
            ("layers", support::text("0")),
            ("seed", neural_figure::config::Value::Number(f64::from(seed))),
            ("deviation", neural_figure::config::Value::Number(3.0)),
        ]);
        let mut trainer = neural_figure::Trainer::new(config);
        step_to(&mut trainer, 5_000);
        assert_ne!(trainer.outcome(), Outcome::Solved, "xor, seed {seed}");
    }
}

#[test]
fn regions_are_numpys() {
    for case in golden::<Case>("boundaries") {
        follow(&case);
        let mut trainer = case.trainer();
        step_to(&mut trainer, case.states[0].epoch);
        let scatter: String = boundary::scatter(trainer.network(), trainer.parameters())
            .iter()
            .map(|&one| if one { '1' } else { '0' })
            .collect();
        assert_eq!(scatter, case.scatter, "{}", case.name());

        // The golden points are the centres of a grid's pixels: every second of 17, in a square half a pixel wider.
        let n = case.axis.len();
        let (low, high) = (case.axis[0], case.axis[n - 1]);
        let half = (high - low) / (2.0 * (2 * n - 2) as f64);
        let side = 2 * n - 1;
        let mut field = Boundary::default();
        field.evaluate(
            trainer.network(),
            trainer.parameters(),
            [low - half, high + half, low - half, high + half],
            side,
        );
        let shade: [u32; 256] = std::array::from_fn(|shade| shade as u32);
        let pixels = field.paint(&shade);
        for (row, expected) in case.field.chunks(n).enumerate() {
            for (column, expected) in expected.iter().enumerate() {
                let pixel = pixels[(side - 1 - 2 * row) * side + 2 * column];
                let error = (support::prediction_of(pixel) - expected).abs();
                assert!(
                    error <= 1.5 / 255.0,
                    "{}: ({row}, {column}) expected {expected}, got shade {pixel}",
                    case.name()
                );
            }
        }
    }
}
