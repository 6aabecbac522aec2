//! Reset and seek are exact, and the record stays small.

mod support;

use neural_figure::config::Value;
use neural_figure::{Config, Data, History, Trainer};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
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
    let mut twin = Trainer::new(Config { learning_rate: rates[0].1, ..config.clone() });
    step_on(&mut twin, rates, epoch);
    twin
}

/// Steps from where a twin is, changing its rate where the record did.
fn step_on(twin: &mut Trainer, rates: &[(u64, f64)], epoch: u64) {
    for &(from, learning_rate) in rates {
        if (twin.epoch()..epoch).contains(&from) {
            step_to(twin, from);
            twin.configure(Config { learning_rate, ..twin.config().clone() });
        }
    }
    step_to(twin, epoch);
}

/// Not by proptest's macro, for which PROPTEST_CASES counts for more than what is asked here: a case takes long, so a
/// quarter as many are tried as elsewhere.
#[test]
fn any_order_of_calls_gives_the_stepped_state() {
    let all = ProptestConfig::default();
    let few = ProptestConfig { cases: all.cases.div_ceil(4), failure_persistence: None, ..all };
    let strategy = (acts(), prop::sample::select(vec!["2", "5", "3,2"]), any::<bool>());
    TestRunner::new(few).run(&strategy, |(acts, layers, tanh)| replay(acts, layers, tanh)).unwrap();
}

fn replay(acts: Vec<Act>, layers: &str, tanh: bool) -> Result<(), TestCaseError> {
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
                trainer.configure(Config { learning_rate: rate, ..config.clone() });
            }
        }
        let mut twin = stepped(&config, &rates, trainer.epoch());
        prop_assert_eq!(state(&mut trainer), state(&mut twin));
    }

    let history = trainer.history();
    let (end, stride, rows) = (history.end(), history.losses().stride(), history.losses().rows());
    prop_assert_eq!(rows.len() as u64, end / stride + 1, "the trace covers the record");
    let mut twin = stepped(&config, &rates, 0);
    for (i, loss) in rows.iter().enumerate() {
        let epoch = i as u64 * stride;
        step_on(&mut twin, &rates, epoch);
        prop_assert_eq!(loss.to_bits(), twin.loss().to_bits(), "the loss at {}", epoch);
    }
    Ok(())
}

/// A pass is kept for the update after it: one that was asked for something else must not be taken for it.
#[test]
fn what_is_asked_in_between_changes_nothing() {
    let number = Value::Number;
    let kinds: [Vec<(&str, Value)>; 5] = [
        // Its outcome asks for the curvature.
        vec![("layers", text("3"))],
        vec![("layers", text("3,2")), ("optimizer", text("adam"))],
        vec![("layers", text("3")), ("activation", text("relu")), ("order", text("shuffled")), ("l2", number(0.1))],
        vec![("layers", text("3")), ("batch", number(3.0)), ("order", text("random"))],
        vec![("layers", text("2")), ("optimizer", text("momentum")), ("momentum", number(0.0)), ("seed", number(7.0))],
    ];
    for kind in &kinds {
        let config = support::config(&[&[("learningRate", number(0.5))], &kind[..]].concat());
        let (mut asked, mut silent) = (Trainer::new(config.clone()), Trainer::new(config));
        for step in 0..300 {
            match step % 6 {
                0 => drop(asked.units()),
                1 => drop(asked.outcome()),
                2 => drop(asked.gradients()),
                3 => drop(asked.is_at_end()),
                4 => drop(asked.metrics()),
                _ => drop((asked.loss(), asked.units())),
            }
            asked.step(1 + step % 5);
        }
        silent.step(asked.epoch());
        assert_eq!(state(&mut asked), state(&mut silent), "{kind:?}");
        assert_eq!(asked.history().losses().rows(), silent.history().losses().rows(), "{kind:?}");
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

/// A run's record alone, taken far beyond what a test can train: what it stops at is what it records.
#[test]
fn after_a_billion_epochs_the_record_is_as_small_and_as_right() {
    let mut history = History::new(1, false, 0.1);
    history.record(0, &[0.0], Some([0.0, f64::NAN]));
    let (mut epoch, mut stops) = (0, 0);
    while epoch < 1_000_000_000 {
        epoch = history.next_stop(epoch).min(1_000_000_000);
        stops += 1;
        history.record(epoch, &[epoch as f64], history.wants_loss(epoch).then_some([epoch as f64, f64::NAN]));
        assert!(history.losses().rows().len() <= 512);
    }
    assert!(stops < 20_000, "{stops} stops");
    let losses = history.losses();
    assert_eq!(losses.rows().len() as u64, 1_000_000_000 / losses.stride() + 1);
    assert!(losses.rows().len() > 256);
    for (i, &loss) in losses.rows().iter().enumerate() {
        assert_eq!(loss, i as f64 * losses.stride() as f64);
    }
    for asked in [0, 63, 64, 12_345_678, 999_999_999, 1_000_000_000] {
        let (at, parameters) = history.keyframe(asked);
        assert_eq!(parameters, [at as f64]);
        assert!(at <= asked && asked - at < 1_000_000_000 / 127, "{asked} is replayed from {at}");
    }
}

#[test]
fn one_call_works_for_a_bounded_time() {
    for (layers, points) in [("2", false), ("8,8,8,8,8,8", true)] {
        let mut config = support::config(&[("layers", text(layers))]);
        if points {
            config.data = Data::Given(support::own_points());
        }
        let mut trainer = Trainer::new(config);
        let parameters = trainer.parameters().len() as u64;
        let done = trainer.step(u64::MAX);
        assert!(done > 0);
        assert!(done * parameters * trainer.split().training.len() as u64 <= 400_000_000);
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
            assert!(trainer.parameters().iter().all(|p| p.is_finite()) && trainer.loss().is_finite());
            assert!(trainer.predictions().iter().all(|p| (0.0..=1.0).contains(p)));
            trainer.seek(end / 2);
            assert_eq!(trainer.seek(end), end);
            assert_eq!(state(&mut trainer), last);
        }
    }
}

/// Numbers that grow may come back before the next loss is recorded: a rectifier dies, a penalty shrinks the weights.
#[test]
fn a_run_diverges_at_one_epoch_however_it_is_stepped() {
    let number = Value::Number;
    let squared = ("loss", text("squared-error"));
    let kinds = [
        (30.0, vec![("activation", text("relu"))]),
        (300.0, vec![("activation", text("relu")), ("batch", number(1.0)), squared.clone()]),
        (1e6, vec![("activation", text("leaky-relu")), ("layers", text("3"))]),
        (1e3, vec![("activation", text("linear")), ("layers", text("3,2"))]),
        (0.6, vec![("l2", number(7.52))]),
        (0.6, vec![("l2", number(7.52)), ("batch", number(3.0)), ("order", text("random"))]),
        (f64::MIN_POSITIVE, vec![("activation", text("relu"))]),
        (0.8, vec![("l2", number(7.0)), ("optimizer", text("momentum"))]),
        (2.0, vec![("output", text("linear")), squared]),
    ];
    let mut diverged = 0;
    for (seed, (rate, kind)) in (0..40).flat_map(|seed| std::iter::repeat(seed).zip(&kinds)) {
        let settings = [&[("seed", number(f64::from(seed))), ("learningRate", number(1e-9))], &kind[..]].concat();
        let mut whole = Trainer::new(support::config(&settings));
        // By now the record takes the loss every so many epochs.
        whole.step(16_384);
        whole.configure(Config { learning_rate: *rate, ..whole.config().clone() });
        let mut single = whole.clone();
        let taken = whole.step(800);
        let alone = (0..800).take_while(|_| single.step(1) == 1).count() as u64;
        assert_eq!((alone, state(&mut single)), (taken, state(&mut whole)), "seed {seed}, {kind:?}");
        assert!(whole.loss().is_finite(), "seed {seed}, {kind:?}");
        diverged += u32::from(whole.is_diverged());
    }
    assert!(diverged > 100, "{diverged}");
}
