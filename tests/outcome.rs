//! What a run is said to be: whoever is called stuck stays so, and what is known to be stuck is called so.

mod support;

use neural_figure::config::Value;
use neural_figure::{Activation, Outcome, Reason, Trainer, Word};
use proptest::prelude::*;
use support::step_to;

fn trainer(settings: &[(&str, &str)]) -> Trainer {
    let values: Vec<(&str, Value)> = settings
        .iter()
        .map(|&(name, text)| (name, text.parse().map_or_else(|_| Value::text(text), Value::Number)))
        .collect();
    Trainer::new(support::config(&values))
}

fn at(trainer: &mut Trainer, epoch: u64) -> (Outcome, Option<Reason>) {
    step_to(trainer, epoch);
    (trainer.outcome(), trainer.reason())
}

#[test]
fn the_known_dead_ends_are_called_by_their_reason() {
    let mut zeros = trainer(&[("init", "zero")]);
    assert_eq!(at(&mut zeros, 0), (Outcome::Plateau, Some(Reason::ZeroGradient)));
    let mut constant = trainer(&[("init", "zero"), ("activation", "tanh"), ("data", "and")]);
    assert_eq!(at(&mut constant, 1000), (Outcome::Plateau, Some(Reason::Constant)));
    let mut line = trainer(&[("layers", "0")]);
    assert_eq!(at(&mut line, 2000), (Outcome::Plateau, Some(Reason::OneLine)));
    let mut unit = trainer(&[("layers", "1"), ("deviation", "1")]);
    assert_eq!(at(&mut unit, 40_000), (Outcome::Stuck, Some(Reason::OneLine)));
    let mut valley = trainer(&[("activation", "tanh"), ("deviation", "1")]);
    assert_eq!(at(&mut valley, 20_000), (Outcome::Stuck, Some(Reason::DeadEnd)));
    assert!((valley.loss() - 2f64.ln() / 2.0).abs() < 2e-4);
}

/// In batches of one XOR's gradients of zeros are not 0, but their sum is: the whole gradient says what is flat.
#[test]
fn what_is_flat_does_not_depend_on_the_batch() {
    let mut trainer = trainer(&[("init", "zero"), ("batch", "1"), ("layers", "3")]);
    assert_eq!(at(&mut trainer, 0), (Outcome::Plateau, Some(Reason::OneLine)));
}

/// XOR with a row given twice, from zeros: the loss moves, and the units stay copies of one another.
#[test]
fn copies_draw_one_line() {
    let rows = [[0.0, 0.0, 0.0], [0.0, 1.0, 1.0], [1.0, 0.0, 1.0], [1.0, 1.0, 0.0], [0.0, 0.0, 0.0]];
    let data = Value::List(rows.iter().map(|row| Value::numbers(row)).collect());
    let mut trainer = Trainer::new(support::config(&[("data", data), ("init", Value::text("zero"))]));
    assert_eq!(at(&mut trainer, 100).0, Outcome::Learning);
    assert_eq!(at(&mut trainer, 40_000), (Outcome::Stuck, Some(Reason::OneLine)));
}

/// A deeper network from zeros learns AND, late, by copies that draw the one line that it needs: it was never stuck.
#[test]
fn a_plateau_that_is_left_is_no_dead_end() {
    let mut trainer = trainer(&[("data", "and"), ("init", "zero"), ("layers", "4,2")]);
    for epoch in [1000, 2000, 4000, 8000] {
        assert_eq!(at(&mut trainer, epoch).1, None);
    }
    assert_eq!(at(&mut trainer, 40_000).0, Outcome::Solved);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whoever_is_called_stuck_never_solves(
        data in prop_oneof![
            (0..16u8).prop_map(|bits| Value::text(&format!("{bits:04b}"))),
            prop::collection::vec((-2.0..2.0f64, -2.0..2.0f64, 0..2u8), 1..9).prop_map(|points| {
                Value::List(points.into_iter().map(|(x1, x2, y)| Value::numbers(&[x1, x2, f64::from(y)])).collect())
            }),
        ],
        layers in prop::sample::select(vec!["0", "1", "2", "3", "4", "2,2"]),
        activation in prop::sample::select(Activation::WORDS),
        (init, deviation) in prop::sample::select(vec![("zero", 0.0), ("random", 0.1), ("random", 1.0), ("normal", 3.0)]),
        scale in prop::sample::select(vec!["listing", "sum", "mean"]),
        (optimizer, loss) in prop::sample::select(vec![
            ("gd", "cross-entropy"), ("gd", "squared-error"), ("momentum", "cross-entropy"), ("adam", "cross-entropy"),
        ]),
        rate in prop::sample::select(vec![0.03, 0.1, 0.5]),
        seed in 0..1000u32,
    ) {
        let mut trainer = Trainer::new(support::config(&[
            ("data", data), ("layers", Value::text(layers)), ("activation", Value::text(activation)),
            ("init", Value::text(init)), ("deviation", Value::Number(deviation)), ("gradientScale", Value::text(scale)),
            ("optimizer", Value::text(optimizer)), ("loss", Value::text(loss)), ("learningRate", Value::Number(rate)),
            ("seed", Value::Number(f64::from(seed))),
        ]));
        let mut stuck = None;
        // Copies of one unit stay copies; from zeros all units of a layer are.
        let mut twins: Vec<usize> = Vec::new();
        for epoch in [0, 10, 300, 1000, 2000, 4000, 8000, 16_000, 30_000] {
            trainer.seek(epoch);
            let now = trainer.twins();
            for (unit, (then, now)) in twins.iter().zip(&now).enumerate() {
                prop_assert!(*then == unit || then == now, "unit {} was a copy of {}", unit, then);
            }
            prop_assert!(init != "zero" || now.iter().all(|&first| first == 0));
            twins = now;
            let outcome = trainer.outcome();
            if outcome == Outcome::Solved {
                prop_assert_eq!(stuck, None, "stuck, and solved at {}", epoch);
            }
            let reason = trainer.reason();
            prop_assert!(outcome != Outcome::Stuck || reason.is_some());
            stuck = stuck.or(reason.map(|reason| (epoch, reason)));
        }
    }
}
