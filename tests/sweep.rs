//! A sweep against single runs: at any moment every start is what a trainer with its seed is.

mod support;

use allocation_counter::measure;
use neural_figure::config::{Config, Value};
use neural_figure::{Activation, Outcome, Summary, Sweep, Trainer, Word};
use proptest::prelude::*;
use support::{bits, own_points, step_to, text};

/// The first epoch from which a run is solved up to the present one, by a look at every epoch.
fn solved_at(config: &Config, epoch: u64) -> Option<u64> {
    let mut trainer = Trainer::new(config.clone());
    let mut since = None;
    loop {
        let is_solved = trainer.outcome() == Outcome::Solved;
        since = is_solved.then(|| since.unwrap_or(trainer.epoch()));
        if trainer.epoch() == epoch {
            return since;
        }
        assert_eq!(trainer.step(1), 1);
    }
}

/// Holds start `k` to a run of its own.
fn compare(sweep: &mut Sweep, k: usize) {
    let start = sweep.starts()[k];
    let mut config = sweep.config().clone();
    config.seed = config.seed.wrapping_add(k as u32);
    assert_eq!(start.seed(), config.seed);
    let mut trainer = Trainer::new(config.clone());
    let trace: Vec<f64> = (0..)
        .map(|i| i * sweep.trace_stride())
        .take_while(|&at| at <= start.epoch())
        .map(|at| {
            step_to(&mut trainer, at);
            trainer.loss()
        })
        .collect();
    assert_eq!(bits(sweep.trace(k)), bits(&trace));
    step_to(&mut trainer, start.epoch());
    if start.epoch() < sweep.epoch() || sweep.outcome(k) == Outcome::Diverged {
        assert_eq!(trainer.step(1), 0, "it ended where a run of its own ends");
    }
    assert_eq!(bits(sweep.parameters(k)), bits(trainer.parameters()));
    assert_eq!(bits(sweep.predictions(k)), bits(trainer.predictions()));
    assert_eq!(start.loss().to_bits(), trainer.loss().to_bits());
    assert_eq!((sweep.outcome(k), sweep.reason(k)), (trainer.outcome(), trainer.reason()));
    // A run that diverges where every example is right has not solved.
    let is_diverged = trainer.outcome() == Outcome::Diverged;
    assert_eq!(start.solved_at(), solved_at(&config, start.epoch()).filter(|_| !is_diverged));
    assert_eq!(start.solved_at().is_some(), sweep.outcome(k) == Outcome::Solved);
}

fn points() -> Value {
    Value::List(own_points().rows().map(|row| Value::numbers(&row)).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn every_start_is_a_single_run(
        data in prop_oneof![(0..16u8).prop_map(|bits| text(&format!("{bits:04b}"))), Just(text("xor")), Just(points()), Just(text("circle"))],
        share in prop::sample::select(vec![0.0, 0.4]),
        layers in prop::sample::select(vec!["0", "1", "2", "3", "4", "2,2"]),
        activation in prop::sample::select(Activation::WORDS),
        (output, loss) in prop::sample::select(vec![
            ("sigmoid", "cross-entropy"), ("sigmoid", "squared-error"), ("tanh", "squared-error"), ("linear", "squared-error"),
        ]),
        (init, deviation) in prop::sample::select(vec![("zero", 0.0), ("random", 0.1), ("random", 1.0), ("normal", 3.0)]),
        scale in prop::sample::select(vec!["listing", "sum", "mean"]),
        optimizer in prop::sample::select(vec!["gd", "gd", "momentum", "adam"]),
        batch in prop::sample::select(vec![text("full"), text("full"), Value::Number(1.0), Value::Number(3.0)]),
        order in prop::sample::select(vec!["given", "given", "shuffled", "random"]),
        until in prop::sample::select(vec![text("epochs"), text("epochs"), text("solved"), Value::Number(0.3)]),
        rate in prop::sample::select(vec![0.1, 0.5, 3.0, 1e4]),
        seed in prop_oneof![0..1000u32, Just(u32::MAX - 1)],
        epochs in prop::sample::select(vec![0, 1, 199, 1000, 3000]),
        steps in prop::collection::vec(0..5_000u64, 1..4),
    ) {
        let config = support::config(&[
            ("data", data), ("points", Value::Number(10.0)), ("testShare", Value::Number(share)), ("layers", text(layers)), ("activation", text(activation)), ("output", text(output)),
            ("loss", text(loss)), ("init", text(init)), ("deviation", Value::Number(deviation)),
            ("gradientScale", text(scale)), ("optimizer", text(optimizer)), ("batch", batch), ("order", text(order)),
            ("until", until), ("learningRate", Value::Number(rate)), ("seed", Value::Number(f64::from(seed))),
            ("epochs", Value::Number(epochs as f64)),
        ]);
        let mut sweep = Sweep::new(config, 4).unwrap();
        let taken_by_all = |sweep: &Sweep| sweep.starts().iter().map(|start| start.epoch()).sum::<u64>();
        for step in steps {
            let (taken, progress) = (taken_by_all(&sweep), sweep.progress());
            let given = sweep.step(step);
            prop_assert_eq!(taken_by_all(&sweep), taken + given);
            prop_assert!(given == step || (given < step && sweep.is_done()));
            prop_assert!(sweep.progress() >= progress && (0.0..=1.0).contains(&sweep.progress()));
            (0..4).for_each(|k| compare(&mut sweep, k));
        }
        while sweep.step(u64::MAX) > 0 {}
        prop_assert!(sweep.is_done() && sweep.progress() == 1.0 && sweep.epoch() == epochs);
        (0..4).for_each(|k| compare(&mut sweep, k));
        let summary = Summary::new(&mut sweep);
        prop_assert_eq!(summary.outcomes.iter().sum::<usize>(), 4);
        for (&outcome, count) in Outcome::ALL.iter().zip(summary.outcomes) {
            prop_assert_eq!((0..4).filter(|&k| sweep.outcome(k) == outcome).count(), count);
        }
    }
}

/// Batches of one leave what they have learned and find it again: each epoch at which that happens counts.
#[test]
fn a_start_that_loses_what_it_solved_solves_later() {
    let mut lost = 0;
    for (batch, order) in [(text("full"), "given"), (Value::Number(1.0), "given"), (Value::Number(1.0), "random")] {
        let config = support::config(&[
            ("activation", text("tanh")),
            ("learningRate", Value::Number(1.5)),
            ("batch", batch),
            ("order", text(order)),
            ("epochs", Value::Number(2_000.0)),
        ]);
        let mut sweep = Sweep::new(config, 30).unwrap();
        while sweep.step(4_000) > 0 {}
        for k in 0..30 {
            compare(&mut sweep, k);
            let start = &sweep.starts()[k];
            let config =
                Config { seed: start.seed(), until: neural_figure::config::Until::Solved, ..sweep.config().clone() };
            let mut first = Trainer::new(config);
            first.step(2_000);
            lost += u32::from(start.solved_at().is_some_and(|epoch| epoch > first.epoch()));
        }
    }
    assert!(lost >= 10, "only {lost} runs tried the rule");
}

#[test]
fn other_than_1_to_1000_starts_are_refused() {
    for (starts, layers, message) in [
        (0, "2", "starts: expected a whole number from 1 to 1000, got 0"),
        (1_001, "2", "starts: expected a whole number from 1 to 1000, got 1001"),
        (
            200,
            "32,32,32,32,32,32,32,32",
            "starts: expected at most 1500000 numbers in the states of all starts, got 1504200",
        ),
    ] {
        let config = support::config(&[("layers", text(layers))]);
        assert_eq!(Sweep::new(config, starts).unwrap_err().to_string(), message);
    }
}

#[test]
fn a_thousand_starts_fit_in_16_megabytes_and_stepping_allocates_nothing() {
    for (layers, optimizer, starts) in
        [("2", "gd", 1_000), ("16,16", "adam", 1_000), ("32,32,32,32,32,32,32,32", "adam", 66)]
    {
        let config = support::config(&[("layers", text(layers)), ("optimizer", text(optimizer))]);
        let mut sweep = None;
        let made = measure(|| sweep = Some(Sweep::new(config.clone(), starts).unwrap()));
        assert!(made.bytes_max < 16 << 20, "{layers}: {made:?}");
        let stepped = measure(|| assert!(sweep.as_mut().unwrap().step(50_000) > 0));
        assert_eq!(stepped.count_total, 0, "{layers}: {stepped:?}");
    }
}
