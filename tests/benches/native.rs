//! The core on this machine, without a browser: `cargo xtask bench native`.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use kernel::Pass;
use neural_figure::config::Value;
use neural_figure::{Activation, Boundary, Config, Dataset, Initializer, Network, descent};
use std::hint::black_box;
use std::time::Duration;

/// Epochs in a call, as the figure steps.
const CHUNK: u64 = 2000;

/// What an epoch needs, at the start of a run.
fn run(settings: &[(&str, Value)]) -> (Config, Network, Pass) {
    let config = Config::new(settings).expect("the settings are good");
    let mut network = Network::new(config.activation, &config.layers);
    let Config { init, seed, deviation, .. } = config;
    Initializer::fill(init, &mut network.parameters, seed, deviation);
    let pass = Pass::new(network.layers(), &config.dataset.inputs, &config.dataset.labels);
    (config, network, pass)
}

fn settings<'a>(layers: &str, activation: Activation) -> Vec<(&'a str, Value)> {
    vec![("layers", Value::text(layers)), ("activation", Value::text(activation.name())), ("seed", Value::Number(42.0))]
}

/// An epoch of XOR: as the figure takes it, and for two hidden units also the way that every other shape goes.
fn epochs(criterion: &mut Criterion) {
    for activation in [Activation::Sigmoid, Activation::Tanh] {
        let mut group = criterion.benchmark_group(format!("epoch {}", activation.name()));
        group.throughput(Throughput::Elements(CHUNK));
        for hidden in ["1", "2", "4", "8"] {
            let (config, network, pass) = run(&settings(hidden, activation));
            let rates = config.gradient_scale.rates(config.learning_rate, config.dataset.len());
            group.bench_function(BenchmarkId::new("descent", hidden), |bencher| {
                let (mut network, mut pass) = (network.clone(), pass.clone());
                bencher.iter(|| descent::descend(&mut network, &config.dataset, &mut pass, rates, CHUNK));
            });
            if hidden == "2" {
                group.bench_function(BenchmarkId::new("any shape", hidden), |bencher| {
                    let (mut network, mut pass) = (network.clone(), pass.clone());
                    bencher.iter(|| pass.descend(activation.curve(), &mut network.parameters, rates, CHUNK));
                });
            }
        }
    }
}

/// An epoch of 2-8-8-1 on 500 points in two rings.
fn many_points(criterion: &mut Criterion) {
    let points = (0..500).map(|i| {
        let (radius, angle) = (if i % 2 == 1 { 0.4 } else { 0.9 }, f64::from(i) * 2.399_963);
        [radius * angle.cos(), radius * angle.sin(), f64::from(i % 2)]
    });
    let points = points.map(|point| Value::List(point.map(Value::Number).into())).collect();
    let mut settings = settings("8,8", Activation::Tanh);
    settings.extend([("data", Value::List(points)), ("gradientScale", Value::text("mean"))]);
    let (config, mut network, mut pass) = run(&settings);
    let rates = config.gradient_scale.rates(config.learning_rate, config.dataset.len());
    let mut group = criterion.benchmark_group("epoch of 500 points");
    group.throughput(Throughput::Elements(1));
    group.bench_function("2-8-8-1 tanh", |bencher| {
        bencher.iter(|| descent::descend(&mut network, &config.dataset, &mut pass, rates, 1));
    });
}

/// The boundary as the figure asks for it, without the canvas.
fn boundary(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("boundary 256 x 256");
    let palette = std::array::from_fn(|level| level as u32);
    for layers in ["2", "8", "8,8"] {
        for activation in [Activation::Sigmoid, Activation::Tanh] {
            let (Config { dataset, .. }, network, _): (Config, _, _) = run(&settings(layers, activation));
            group.bench_function(BenchmarkId::new(activation.name(), layers), |bencher| {
                let mut boundary = Boundary::default();
                bencher.iter(|| {
                    boundary.evaluate(&network, Dataset::domain(&dataset), 256);
                    black_box(boundary.paint(&palette)).len()
                });
            });
        }
    }
}

/// Shorter than criterion's own times: all of it takes about a minute.
fn short() -> Criterion {
    Criterion::default().warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2))
}

criterion_group! { name = native; config = short(); targets = epochs, many_points, boundary }
criterion_main!(native);
