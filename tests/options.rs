//! The starts, orders, losses and optimisers of other programs against NumPy's.

mod support;

use neural_figure::initializer::Init;
use neural_figure::{Order, Trainer, Word, initializer};
use serde::Deserialize;
use support::{Settings, bits, golden, read, step_to};

#[derive(Deserialize)]
struct Start {
    config: Settings,
    parameters: Vec<f64>,
}

/// Uniform draws bit for bit; normal ones as far as the host's logarithm, which is libm's here and the C library's there.
#[test]
fn starts_are_numpys() {
    let mut apart = 0;
    for Start { config, parameters } in golden::<Start>("starts") {
        let trainer = Trainer::new(read(&config));
        let found = trainer.parameters();
        if matches!(trainer.config().init, Init::Normal | Init::GlorotNormal | Init::HeNormal) {
            assert_eq!(found.len(), parameters.len());
            for (found, expected) in found.iter().zip(&parameters) {
                assert!((found - expected).abs() <= 4.0 * f64::EPSILON * expected.abs(), "{config:?}");
                apart += u32::from(found.to_bits() != expected.to_bits());
            }
        } else {
            assert_eq!(bits(found), bits(&parameters), "{config:?}");
        }
    }
    assert!(apart < 60, "{apart} normal numbers differ in their last bits");
}

#[derive(Deserialize)]
struct Places {
    order: String,
    seed: u32,
    epoch: u64,
    places: Vec<u32>,
}

#[test]
fn orders_are_numpys() {
    for Places { order, seed, epoch, places } in golden::<Places>("orders") {
        let order = Order::ALL[Order::WORDS.iter().position(|word| *word == order).unwrap()];
        let mut found = vec![0; places.len()];
        order.fill(&mut found, seed, epoch);
        assert_eq!(found, places, "{order:?} {seed} {epoch}");
    }
}

#[derive(Deserialize)]
struct Run {
    config: Settings,
    states: Vec<State>,
}

#[derive(Deserialize)]
struct State {
    epoch: u64,
    loss: f64,
    parameters: Vec<f64>,
}

#[test]
fn runs_are_numpys() {
    for Run { config, states } in golden::<Run>("runs") {
        let mut trainer = Trainer::new(read(&config));
        for State { epoch, loss, parameters } in states {
            step_to(&mut trainer, epoch);
            let found_loss = trainer.loss();
            let found = [trainer.parameters(), &[found_loss]].concat();
            for (found, expected) in found.iter().zip(parameters.iter().chain(&[loss])) {
                assert!(
                    (found - expected).abs() <= 1e-9 * expected.abs().max(1.0),
                    "{config:?} at {epoch}: expected {expected}, got {found}"
                );
            }
        }
    }
}

/// Whatever the optimiser remembers and however an epoch's order was drawn: a seek finds what stepping found.
#[test]
fn seeks_are_exact_for_every_optimizer_and_order() {
    for Run { config, .. } in golden::<Run>("runs") {
        let mut trainer = Trainer::new(read(&config));
        step_to(&mut trainer, 137);
        let there = bits(trainer.parameters());
        step_to(&mut trainer, 300);
        let end = bits(trainer.parameters());
        trainer.seek(137);
        assert_eq!(bits(trainer.parameters()), there, "{config:?}");
        trainer.seek(300);
        assert_eq!(bits(trainer.parameters()), end, "{config:?}");
        trainer.reset();
        step_to(&mut trainer, 137);
        assert_eq!(bits(trainer.parameters()), there, "{config:?}");
    }
}

/// A run that names no seed has one of four digits at most, and not always the same.
#[test]
fn a_seed_that_is_drawn_is_short() {
    let seeds: Vec<u32> = (0..100).map(|_| initializer::fresh_seed()).collect();
    assert!(seeds.iter().all(|&seed| seed < 10_000), "{seeds:?}");
    assert!(seeds.iter().any(|&seed| seed != seeds[0]));
}
