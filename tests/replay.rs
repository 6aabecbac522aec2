//! Reset and seek are exact, and the record stays small.

mod support;

use neural_figure::config::Value;
use neural_figure::{Config, Trainer};
use proptest::prelude::*;
use support::{state, step_to, text};

#[derive(Clone, Debug)]
enum Act {
    Step(u64),
    Seek(u64),
    Reset,
    Rate(f64),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        4 => (0..700u64).prop_map(Act::Step),
        4 => (0..3_000u64).prop_map(Act::Seek),
        1 => Just(Act::Reset),
        2 => prop_oneof![Just(0.01), Just(0.1), Just(0.5), Just(2.0)].prop_map(Act::Rate),
    ];
    prop::collection::vec(act, 1..12)
}

/// A run that only ever steps, with the rates that the record now has.
fn stepped(config: &Config, rates: &[(u64, f64)], epoch: u64) -> Trainer {
    let first = Config { learning_rate: rates[0].1, ..config.clone() };
    let mut twin = Trainer::new(first.clone());
    for &(from, learning_rate) in &rates[1..] {
        if from < epoch {
            step_to(&mut twin, from);
            twin.configure(Config { learning_rate, ..first.clone() }).unwrap();
        }
    }
    step_to(&mut twin, epoch);
    twin
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::with_cases(
        // A case takes long: the longer mode tries a thousandth as many.
        (ProptestConfig::default().cases / 100).clamp(24, 1000)
    ) })]

    #[test]
    fn any_order_of_calls_gives_the_stepped_state(acts in acts(), layers in prop_oneof![Just("2"), Just("5"), Just("3,2")], tanh: bool) {
        let config = support::config(&[
            ("layers", text(layers)),
            ("activation", text(if tanh { "tanh" } else { "sigmoid" })),
            ("deviation", Value::Number(1.0)),
        ]);
        let mut trainer = Trainer::new(config.clone());
        let mut rates = vec![(0, config.learning_rate)];
        for act in acts {
            match act {
                Act::Step(epochs) => prop_assert_eq!(trainer.step(epochs), epochs),
                Act::Seek(epoch) => prop_assert_eq!(trainer.seek(epoch), epoch),
                Act::Reset => {
                    trainer.reset();
                    rates = vec![(0, trainer.config().learning_rate)];
                }
                Act::Rate(rate) => {
                    let epoch = trainer.epoch();
                    if rate != trainer.config().learning_rate {
                        rates.retain(|&(from, _)| from < epoch);
                        rates.push((epoch, rate));
                    }
                    trainer.configure(Config { learning_rate: rate, ..config.clone() }).unwrap();
                }
            }
            let mut twin = stepped(&config, &rates, trainer.epoch());
            prop_assert_eq!(state(&mut trainer), state(&mut twin));
        }
    }
}

#[test]
fn a_reset_replays_to_the_bit() {
    let mut trainer = Trainer::new(support::config(&[("activation", text("tanh"))]));
    let start = state(&mut trainer);
    step_to(&mut trainer, 5_000);
    let end = state(&mut trainer);
    trainer.reset();
    assert_eq!(state(&mut trainer), start);
    trainer.seek(5_000);
    assert_eq!(state(&mut trainer), end);
}

#[test]
fn the_record_is_bounded_and_its_losses_are_the_runs() {
    let mut trainer = Trainer::new(support::config(&[]));
    let mut longest = 0;
    while trainer.epoch() < 3_000_000 {
        trainer.step(200_000);
        longest = longest.max(trainer.history().losses().rows().len());
    }
    assert!(longest <= 512, "{longest} losses");
    let losses = trainer.history().losses();
    assert!(losses.rows().len() > 256);
    let (stride, rows) = (losses.stride(), losses.rows().to_vec());
    for i in [0, 1, 100, rows.len() - 1] {
        trainer.seek(i as u64 * stride);
        assert_eq!(trainer.loss(), rows[i], "the loss at {}", i as u64 * stride);
    }
}

#[test]
fn one_call_works_for_a_bounded_time() {
    for (layers, points) in [("2", false), ("8,8,8,8,8,8", true)] {
        let mut config = support::config(&[("layers", text(layers))]);
        if points {
            config.dataset = support::own_points();
        }
        let mut trainer = Trainer::new(config);
        let parameters = trainer.network().parameters.len() as u64;
        let done = trainer.step(u64::MAX);
        assert!(done > 0);
        assert!(done * parameters * trainer.config().dataset.len() as u64 <= 400_000_000);
        assert_eq!(trainer.epoch(), done);
    }
}

#[test]
fn absurd_numbers_saturate_and_stay_finite() {
    let points = [[1000.0, 1000.0, 1.0], [-1000.0, 1000.0, 0.0], [1000.0, -1000.0, 1.0], [-1000.0, -1000.0, 1.0]];
    let list = |numbers: &[f64]| Value::List(numbers.iter().map(|&number| Value::Number(number)).collect());
    for layers in ["0", "1", "2", "4,2", "8,8,8,8,8,8"] {
        for deviation in [1e300, 1.0, 0.0] {
            let mut trainer = Trainer::new(support::config(&[
                ("data", Value::List(points.iter().map(|point| list(point)).collect())),
                ("layers", text(layers)),
                ("deviation", Value::Number(deviation)),
                ("learningRate", Value::Number(1e6)),
                ("gradientScale", text("sum")),
            ]));
            trainer.step(20_000);
            let (end, last) = (trainer.epoch(), state(&mut trainer));
            assert!(trainer.network().is_finite() && trainer.loss().is_finite());
            assert!(trainer.predictions().iter().all(|p| (0.0..=1.0).contains(p)));
            trainer.seek(end / 2);
            assert_eq!(trainer.seek(end), end);
            assert_eq!(state(&mut trainer), last);
        }
    }
}

#[test]
fn the_record_remembers_so_many_rates_and_then_says_so() {
    let config = support::config(&[]);
    let mut trainer = Trainer::new(config.clone());
    let mut refused = None;
    for change in 0..70_000 {
        let learning_rate = if change % 2 == 0 { 0.2 } else { 0.1 };
        trainer.step(1);
        let before = state(&mut trainer);
        if let Err(error) = trainer.configure(Config { learning_rate, ..config.clone() }) {
            assert_eq!(state(&mut trainer), before);
            refused = Some(error.to_string());
            break;
        }
    }
    let message = refused.expect("a bound");
    assert!(
        message.starts_with("learningRate: expected at most 65536 changes") && message.contains("got"),
        "{message}"
    );
    trainer.reset();
    trainer.step(1);
    trainer.configure(Config { learning_rate: 0.3, ..config }).unwrap();
}
