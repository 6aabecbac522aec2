//! The core on this machine, without a browser: `cargo xtask bench native`.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use neural_figure::config::Value;
use neural_figure::{Activation, Boundary, Config, Sweep, Trainer, Word};
use std::hint::black_box;
use std::time::Duration;

/// Epochs in a call, as the figure steps.
const CHUNK: u64 = 2000;

/// A run from its start, with a seed.
fn trainer(settings: &[(&str, Value)]) -> Trainer {
    let seed = [("seed", Value::Number(42.0))];
    Trainer::new(Config::new(&[settings, &seed].concat()).expect("the settings are good"))
}

/// An epoch of XOR: by the gate's kernel, by the way that every other shape goes, and by other updates.
fn epochs(criterion: &mut Criterion) {
    let [sum, squared] = [("gradientScale", Value::text("sum")), ("loss", Value::text("squared-error"))];
    for &activation in Activation::ALL {
        let mut group = criterion.benchmark_group(format!("epoch {}", activation.word()));
        group.throughput(Throughput::Elements(CHUNK));
        let other = |name, value| vec![sum.clone(), (name, Value::text(value))];
        for (what, layers, more) in [
            ("full batch", "2", vec![]),
            ("full batch", "8", vec![]),
            ("any shape", "3", vec![]),
            ("squared error", "2", vec![sum.clone(), squared.clone()]),
            ("one at a time", "2", vec![sum.clone(), squared.clone(), ("batch", Value::Number(1.0))]),
            ("momentum", "4", other("optimizer", "momentum")),
            ("adam", "4", other("optimizer", "adam")),
        ] {
            let named = [("layers", Value::text(layers)), ("activation", Value::text(activation.word()))];
            let mut trainer = trainer(&[&named[..], &more].concat());
            group.bench_function(BenchmarkId::new(what, layers), |bencher| bencher.iter(|| trainer.step(CHUNK)));
        }
    }
}

/// 200 starts of 100,000 epochs each, beside as many single runs.
fn sweep(criterion: &mut Criterion) {
    const STARTS: usize = 200;
    const EPOCHS: u64 = 100_000;
    let mut group = criterion.benchmark_group("200 starts of 100,000 epochs");
    group.throughput(Throughput::Elements(STARTS as u64 * EPOCHS)).sample_size(10);
    let config = trainer(&[]).config().clone();
    group.bench_function("sweep", |bencher| {
        bencher.iter(|| {
            let mut sweep = Sweep::new(config.clone(), STARTS).expect("200 starts are good");
            while sweep.step(u64::MAX) > 0 {}
        });
    });
    group.bench_function("single runs", |bencher| {
        bencher.iter(|| {
            for start in 0..STARTS as u32 {
                let mut trainer = Trainer::new(Config { seed: config.seed + start, ..config.clone() });
                while trainer.step(EPOCHS - trainer.epoch()) > 0 {}
            }
        });
    });
}

/// An epoch of 2-8-8-1 on 500 points in two rings, whole and ten at a time.
fn many_points(criterion: &mut Criterion) {
    let points = (0..500).map(|i| {
        let (radius, angle) = (if i % 2 == 1 { 0.4 } else { 0.9 }, f64::from(i) * 2.399_963);
        Value::numbers(&[radius * angle.cos(), radius * angle.sin(), f64::from(i % 2)])
    });
    let points = Value::List(points.collect());
    let mut group = criterion.benchmark_group("epoch of 500 points");
    group.throughput(Throughput::Elements(1));
    for batch in [Value::text("full"), Value::Number(10.0)] {
        let mut trainer = trainer(&[
            ("data", points.clone()),
            ("layers", Value::text("8,8")),
            ("activation", Value::text("tanh")),
            ("gradientScale", Value::text("mean")),
            ("batch", batch.clone()),
        ]);
        group.bench_function(format!("2-8-8-1 tanh, batch {batch:?}"), |bencher| bencher.iter(|| trainer.step(1)));
    }
}

/// The boundary as the figure asks for it, without the canvas.
fn boundary(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("boundary 256 x 256");
    let palette = std::array::from_fn(|level| level as u32);
    for layers in ["2", "8", "8,8"] {
        for &activation in Activation::ALL {
            let named = [("layers", Value::text(layers)), ("activation", Value::text(activation.word()))];
            let trainer = trainer(&named);
            group.bench_function(BenchmarkId::new(activation.word(), layers), |bencher| {
                let mut boundary = Boundary::default();
                bencher.iter(|| {
                    boundary.evaluate(trainer.network(), trainer.parameters(), trainer.domain(), 256);
                    black_box(boundary.paint(&palette)).len()
                });
            });
        }
    }
}

/// Shorter than criterion's own times: all of it takes about two minutes.
fn short() -> Criterion {
    Criterion::default().warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1))
}

criterion_group! { name = native; config = short(); targets = epochs, sweep, many_points, boundary }
criterion_main!(native);
