//! Clouds and what is held out, against their sources, and runs on them.

mod support;

use neural_figure::cloud::POINTS;
use neural_figure::config::{Config, Value};
use neural_figure::{Cloud, GradientScale, Split, Sweep, Trainer, Word};
use proptest::prelude::*;
use serde::Deserialize;
use support::{Settings, bits, golden, own_points, read, state, step_to, text};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Case {
    config: Settings,
    rows: Vec<[f64; 3]>,
    held_out: Vec<usize>,
}

/// Coordinates as far as rounding goes: of an angle of up to 15 radians, and of the logarithm, there by the C library's.
#[test]
fn clouds_and_what_is_held_out_are_those_of_their_sources() {
    for Case { config, rows, held_out } in golden::<Case>("clouds") {
        let (split, _) = read(&config).examples(read(&config).seed);
        assert_eq!(split.held_out().collect::<Vec<_>>(), held_out, "{config:?}");
        let found: Vec<[f64; 3]> = split.all.rows().collect();
        assert_eq!(found.len(), rows.len());
        for (found, expected) in found.iter().zip(&rows) {
            assert_eq!(found[2], expected[2], "{config:?}");
            assert!((0..2).all(|k| (found[k] - expected[k]).abs() < 2e-14), "{config:?}: {expected:?}, got {found:?}");
        }
    }
}

/// A cloud, with a share held out.
fn cloud(name: &str, settings: &[(&str, Value)]) -> Config {
    let cloud = [("data", text(name)), ("points", Value::Number(40.0)), ("testShare", Value::Number(0.3))];
    support::config(&[&cloud, settings].concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_cloud_has_its_points_and_its_labels(
        cloud in prop::sample::select(Cloud::ALL), points in POINTS, noise in 0.0..=0.5f64, seed in any::<u32>(),
    ) {
        let dataset = cloud.draw(points, noise, seed);
        prop_assert_eq!((dataset.len(), dataset.inputs.len()), (points, points));
        let ones = dataset.labels.iter().filter(|&&label| label == 1.0).count();
        prop_assert!(dataset.labels.iter().all(|&label| label == 0.0 || label == 1.0));
        prop_assert!(cloud == Cloud::Circle || ones == points - points / 2, "{} of {}", ones, points);
        prop_assert!(dataset.inputs.as_flattened().iter().all(|x| x.abs() < 20.0));
        prop_assert_eq!(&dataset, &cloud.draw(points, noise, seed));
        prop_assert!(dataset != cloud.draw(points, noise, seed ^ 1), "another seed draws another");
    }

    #[test]
    fn without_noise_the_shapes_are_exact(points in POINTS, seed in any::<u32>()) {
        let radius = |[x1, x2, _]: [f64; 3]| x1.hypot(x2);
        for row in Cloud::Circle.draw(points, 0.0, seed).rows() {
            let (low, high) = if row[2] == 1.0 { (0.0, 2.5) } else { (3.5, 5.0) };
            prop_assert!((low - 1e-12..=high + 1e-12).contains(&radius(row)), "{:?}", row);
        }
        for row in Cloud::Spiral.draw(points, 0.0, seed).rows() {
            prop_assert!(radius(row) < 5.0);
        }
        for [x1, x2, label] in Cloud::Moons.draw(points, 0.0, seed).rows() {
            let centre = if label == 1.0 { [1.0, 0.5] } else { [0.0, 0.0] };
            prop_assert!(((x1 - centre[0]).hypot(x2 - centre[1]) - 1.0).abs() < 1e-12);
            let inner = if label == 1.0 { 0.5 - x2 } else { x2 };
            prop_assert!(inner >= -1e-12, "on the half of its label");
        }
    }

    #[test]
    fn a_split_keeps_every_row_once_and_one_to_train_on(count in 1..=60usize, share in 0.0..=0.9f64, seed in any::<u32>()) {
        let rows: Vec<[f64; 3]> = (0..count).map(|i| [i as f64, 0.0, (i % 2) as f64]).collect();
        let all = neural_figure::Dataset::points(&rows).unwrap();
        let split = Split::new(all, share, seed);
        prop_assert_eq!(split.test.len(), ((share * count as f64).ceil() as usize).min(count - 1));
        let places: Vec<usize> = split.test.inputs.iter().map(|x| x[0] as usize).collect();
        prop_assert_eq!(&places, &split.held_out().collect::<Vec<_>>());
        prop_assert!(places.is_sorted_by(|a, b| a < b));
        prop_assert!(split.training.inputs.is_sorted_by(|a, b| a[0] < b[0]));
    }
}

/// It learns from what it is trained on and from nothing else: a run on these rows alone is the same.
#[test]
fn nothing_is_learned_from_what_is_held_out() {
    for name in Cloud::WORDS {
        for (batch, order) in [(text("full"), "given"), (Value::Number(7.0), "shuffled")] {
            let scale = ("gradientScale", text("mean"));
            let settings = [("batch", batch), ("order", text(order)), ("deviation", Value::Number(1.0)), scale];
            let config = cloud(name, &settings);
            let (split, _) = config.examples(config.seed);
            let rows = split.training.rows().map(|row| Value::numbers(&row)).collect();
            let alone = support::config(&[&settings[..], &[("data", Value::List(rows))]].concat());
            let [mut trainer, mut alone] = [config, alone].map(Trainer::new);
            step_to(&mut trainer, 50);
            step_to(&mut alone, 50);
            assert_eq!(state(&mut trainer), state(&mut alone), "{name}");
            assert_eq!(trainer.metrics(), alone.metrics());

            let inputs = split.test.inputs;
            let answers = trainer.activations(&inputs);
            let units = answers.len() / inputs.len();
            let outputs: Vec<f64> = answers.chunks(units).map(|units| units[units.len() - 1]).collect();
            assert_eq!(trainer.test_predictions(), outputs);
            let cross_entropy = |(p, y): (&f64, &f64)| if *y == 1.0 { -p.ln() } else { -(-p).ln_1p() };
            let mean = outputs.iter().zip(&split.test.labels).map(cross_entropy).sum::<f64>() / outputs.len() as f64;
            assert!((trainer.test_loss() - mean).abs() < 1e-9, "{name}");
        }
    }
}

#[test]
fn the_loss_of_what_is_held_out_is_recorded_and_the_same_after_a_seek() {
    for name in Cloud::WORDS {
        let mut trainer = Trainer::new(cloud(name, &[("activation", text("tanh"))]));
        let mut found = vec![];
        for epoch in 0..=1200 {
            step_to(&mut trainer, epoch);
            found.push([trainer.loss(), trainer.test_loss()]);
        }
        let losses = trainer.history().losses();
        let stride = losses.stride() as usize;
        assert!(stride > 1, "the record has thinned itself");
        for k in 0..2 {
            let expected: Vec<f64> = found.iter().step_by(stride).map(|losses| losses[k]).collect();
            assert_eq!(bits(&losses.column(k).collect::<Vec<_>>()), bits(&expected), "{name} {k}");
        }
        for epoch in [700, 3, 1199, 0] {
            trainer.seek(epoch);
            assert_eq!(trainer.test_loss().to_bits(), found[epoch as usize][1].to_bits(), "{name} at {epoch}");
        }
        trainer.reset();
        assert_eq!(trainer.history().losses().column(1).collect::<Vec<_>>(), [found[0][1]]);
    }
}

#[test]
fn a_gate_holds_nothing_out_and_own_points_do() {
    let share = ("testShare", Value::Number(0.5));
    let mut gate = Trainer::new(support::config(&[share.clone(), ("noise", Value::Number(0.5))]));
    let mut plain = Trainer::new(support::config(&[]));
    gate.step(100);
    plain.step(100);
    assert_eq!(state(&mut gate), state(&mut plain));
    assert!(gate.split().test.is_empty() && gate.test_loss().is_nan() && gate.test_predictions().is_empty());
    assert_eq!(gate.history().losses().column(1).count(), 0);

    let rows: Vec<Value> = own_points().rows().map(|row| Value::numbers(&row)).collect();
    let trainer = Trainer::new(support::config(&[share, ("data", Value::List(rows))]));
    assert_eq!((trainer.split().training.len(), trainer.split().test.len()), (4, 5));
    assert_eq!(trainer.domain(), own_points().domain(0.4), "what is held out is shown too");
}

#[test]
fn a_cloud_leaves_the_draws_of_the_weights_as_they_are() {
    for init in ["random", "normal"] {
        let settings = [("init", text(init))];
        let [gate, cloud] = [support::config(&settings), cloud("spiral", &settings)].map(Trainer::new);
        assert_eq!(bits(gate.parameters()), bits(cloud.parameters()));
    }
}

#[test]
fn points_noise_share_and_seed_begin_another_run_with_another_cloud() {
    let mut trainer = Trainer::new(cloud("circle", &[]));
    let mut before: Vec<[f64; 3]> = trainer.split().all.rows().collect();
    for (name, value) in [("points", 41.0), ("noise", 0.1), ("seed", 43.0)] {
        trainer.step(3);
        assert!(trainer.configure(cloud("circle", &[(name, Value::Number(value))])), "{name}");
        let now: Vec<[f64; 3]> = trainer.split().all.rows().collect();
        assert!(trainer.epoch() == 0 && now != before, "{name}");
        before = now;
    }
    assert!(trainer.configure(cloud("circle", &[("testShare", Value::Number(0.5))])));
    assert_eq!(trainer.split().test.len(), 20);
    assert!(
        !trainer
            .configure(cloud("circle", &[("testShare", Value::Number(0.5)), ("learningRate", Value::Number(0.01))]))
    );
}

/// The cloud of each start is that of its own seed, whichever was looked at before.
#[test]
fn every_start_of_a_sweep_has_its_own_cloud() {
    let settings = [("epochs", Value::Number(300.0)), ("noise", Value::Number(0.2)), ("init", text("he-normal"))];
    for name in Cloud::WORDS {
        let config = cloud(name, &settings);
        let mut sweep = Sweep::new(config.clone(), 4).unwrap();
        sweep.step(500);
        sweep.minima();
        while sweep.step(u64::MAX) > 0 {}
        for k in [2, 0, 3, 1] {
            let seed = config.seed + k as u32;
            let mut trainer = Trainer::new(Config { seed, ..config.clone() });
            step_to(&mut trainer, 300);
            assert_eq!(sweep.domain(k), trainer.domain(), "{name} {k}");
            assert_eq!(bits(sweep.parameters(k)), bits(trainer.parameters()), "{name} {k}");
            assert_eq!(bits(sweep.predictions(k)), bits(trainer.predictions()), "{name} {k}");
            assert_eq!((sweep.outcome(k), sweep.reason(k)), (trainer.outcome(), trainer.reason()), "{name} {k}");
        }
    }
}

#[test]
fn a_cloud_reads_as_it_is_written() {
    let config = cloud(" Moons ", &[("noise", Value::Number(0.25))]);
    let written: Vec<_> =
        neural_figure::config::OPTIONS.iter().map(|option| (option.name, option.get(&config))).collect();
    assert_eq!(written[0].1, text("moons"));
    assert_eq!(Config::new(&written).unwrap(), config);
    for (name, bad) in [("points", 9.0), ("points", 1001.0), ("points", 10.5), ("noise", 0.51), ("testShare", 0.91)] {
        let error = Config::new(&[(name, Value::Number(bad))]).unwrap_err();
        assert!(error.to_string().starts_with(&format!("{name}: expected a ")), "{error}");
    }
}

#[test]
fn a_cloud_is_trained_by_the_mean_unless_told_otherwise() {
    let scale = |settings: &[(&str, Value)]| support::config(settings).gradient_scale;
    assert_eq!(scale(&[("data", text("xor"))]), GradientScale::Listing);
    for name in Cloud::WORDS {
        assert_eq!(scale(&[("data", text(name))]), GradientScale::Mean);
        assert_eq!(scale(&[("data", text(name)), ("gradientScale", text("listing"))]), GradientScale::Listing);
        // A sum over 200 examples at the usual rate throws the loss to and fro between 1 and 10.
        let (layers, activation) = (("layers", text("8")), ("activation", text("tanh")));
        let mut trainer = Trainer::new(support::config(&[("data", text(name)), layers, activation]));
        for _ in 0..20 {
            trainer.step(100);
            assert!(trainer.loss() < 0.7, "{name} at {}: {}", trainer.epoch(), trainer.loss());
        }
    }
}
