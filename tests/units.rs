//! What every unit answers and the error that comes back to it, against the gradient and against plain sums.

use neural_figure::config::Value;
use neural_figure::{Activation, Boundary, Config, Trainer, Word, boundary};

/// Networks of every activation and of several shapes, some epochs into their run.
fn trainers() -> Vec<Trainer> {
    let points = (0..11).map(|i| {
        let t = f64::from(i);
        Value::numbers(&[(t * 0.7).sin(), (t * 1.3).cos(), f64::from(i % 2)])
    });
    let points = Value::List(points.collect());
    let mut trainers = Vec::new();
    for activation in Activation::WORDS {
        for (layers, own) in [("0", false), ("2", false), ("1", true), ("3,2", true), ("4,4,3", false)] {
            let settings = [
                ("data", if own { points.clone() } else { Value::text("xor") }),
                ("layers", Value::text(layers)),
                ("activation", Value::text(activation)),
                ("init", Value::text("normal")),
                ("deviation", Value::Number(0.7)),
                ("gradientScale", Value::text("sum")),
                ("learningRate", Value::Number(0.05)),
                ("seed", Value::Number(5.0)),
            ];
            let mut trainer = Trainer::new(Config::new(&settings).unwrap());
            trainer.step(7);
            trainers.push(trainer);
        }
    }
    trainers
}

#[test]
fn activations_times_errors_sum_to_the_gradient() {
    for mut trainer in trainers() {
        let layers = trainer.network().layers().to_vec();
        let inputs = trainer.split().training.inputs.clone();
        let units = trainer.units();
        let gradients = trainer.gradients();
        let count: usize = layers.iter().map(|layer| layer.fan_out).sum();
        assert_eq!(units.len(), count * inputs.len());
        let mut first = 0usize;
        for (k, layer) in layers.iter().enumerate() {
            // The units of this layer, and of the one below, in the list of an example.
            let (own, below) = (first, first.wrapping_sub(layer.fan_in));
            first += layer.fan_out;
            let sum = |a: &dyn Fn(usize) -> f64, j: usize| -> f64 {
                (0..inputs.len()).map(|i| a(i) * units[i * count + own + j][1]).sum()
            };
            for j in 0..layer.fan_out {
                for row in 0..layer.fan_in {
                    let a = |i: usize| if k == 0 { inputs[i][row] } else { units[i * count + below + row][0] };
                    let (found, entry) = (sum(&a, j), gradients[layer.weights().start + row * layer.fan_out + j]);
                    assert!((found - entry).abs() <= 1e-12 * (1.0 + entry.abs()), "{found} {entry}");
                }
                let (found, entry) = (sum(&|_| 1.0, j), gradients[layer.biases().start + j]);
                assert!((found - entry).abs() <= 1e-12 * (1.0 + entry.abs()), "{found} {entry}");
            }
        }
    }
}

#[test]
fn activations_are_those_of_the_examples() {
    for mut trainer in trainers() {
        let inputs = trainer.split().training.inputs.clone();
        let found = trainer.activations(&inputs);
        assert_eq!(found, trainer.units().iter().map(|&[a, _]| a).collect::<Vec<_>>());
        let count = found.len() / inputs.len();
        let answers: Vec<f64> = found.chunks(count).map(|units| units[count - 1]).collect();
        assert_eq!(answers, trainer.predictions());
        assert!(trainer.activations(&[]).is_empty());
    }
}

#[test]
fn a_picture_of_a_unit_has_its_answer_at_every_pixel() {
    const SIZE: usize = 16;
    assert!(boundary::SIZES.contains(&SIZE));
    let shades: [u32; 256] = core::array::from_fn(|i| i as u32);
    for trainer in trainers() {
        let domain = trainer.domain();
        let at = |start: f64, end: f64, i: usize| start + (end - start) * (i as f64 + 0.5) / SIZE as f64;
        let pixels = (0..SIZE * SIZE).map(|i| (i / SIZE, i % SIZE));
        let places: Vec<[f64; 2]> =
            pixels.map(|(row, column)| [at(domain[0], domain[1], column), at(domain[3], domain[2], row)]).collect();
        let found = trainer.activations(&places);
        let count = found.len() / places.len();
        let mut boundary = Boundary::default();
        let painted = boundary.paint_units(trainer.network(), trainer.parameters(), domain, SIZE, &shades);
        assert_eq!(painted.len(), (count - 1) * SIZE * SIZE);
        for (unit, picture) in painted.chunks(SIZE * SIZE).enumerate() {
            let values: Vec<f64> = found.chunks(count).map(|units| units[unit]).collect();
            let [least, greatest] = trainer.network().activation.range().map_or_else(
                || {
                    let most = values.iter().fold(f64::MIN_POSITIVE, |most, a| most.max(a.abs()));
                    [-most, most]
                },
                |range| range.map(f64::from),
            );
            for (value, &shade) in values.iter().zip(picture) {
                let expected = 255.0 * (value - least) / (greatest - least);
                assert!((expected - f64::from(shade)).abs() < 0.6, "{expected} {shade}");
            }
        }
    }
}

#[test]
fn a_dead_unit_is_painted_as_0() {
    let shades = core::array::from_fn(|i| i as u32);
    for activation in ["relu", "leaky-relu", "linear"] {
        let network = Trainer::new(Config::new(&[("activation", Value::text(activation))]).unwrap()).network().clone();
        // The first unit answers 0 everywhere.
        let bias = if activation == "relu" { -1.0 } else { 0.0 };
        let parameters = [0.0, 1.0, 0.0, 1.0, bias, 0.0, 1.0, 1.0, 0.0];
        let mut boundary = Boundary::default();
        let painted = boundary.paint_units(&network, &parameters, [-0.4, 1.4, -0.4, 1.4], 16, &shades);
        assert!(painted[..256].iter().all(|&shade| shade == 128), "{activation}: {}", painted[0]);
        assert!(painted[256..].contains(&255), "{activation}");
    }
}
