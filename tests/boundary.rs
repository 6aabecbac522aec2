//! Pictures and contours against the prediction at each place, by plain loops.

mod support;

use neural_figure::config::Value;
use neural_figure::{Boundary, Trainer};
use support::forward;

/// The prediction at one point, by plain loops.
fn predict(trainer: &Trainer, input: [f64; 2]) -> f64 {
    forward(trainer.config(), trainer.parameters(), input)[1]
}

fn trained(layers: &str, activation: &str, deviation: f64) -> Trainer {
    // One line parts nothing of XOR: without a hidden layer every prediction would come to 0.5.
    let data = if layers == "0" { "and" } else { "xor" };
    let mut trainer = Trainer::new(support::config(&[
        ("data", Value::text(data)),
        ("layers", Value::text(layers)),
        ("activation", Value::text(activation)),
        ("deviation", Value::Number(deviation)),
        ("gradientScale", Value::text("sum")),
    ]));
    trainer.step(2_000);
    trainer
}

#[test]
fn every_pixel_is_the_prediction_at_its_centre() {
    let shade: [u32; 256] = std::array::from_fn(|shade| shade as u32);
    for layers in ["0", "1", "2", "8", "4,2", "3,3,3"] {
        for activation in ["sigmoid", "tanh"] {
            // 300: far beyond what single precision separates into a product of exponentials.
            for deviation in [1.0, 30.0, 300.0] {
                let trainer = trained(layers, activation, deviation);
                let domain = trainer.domain();
                let mut field = Boundary::default();
                field.evaluate(trainer.network(), trainer.parameters(), domain, 64);
                let pixels = field.paint(&shade).to_vec();
                for (k, pixel) in pixels.iter().enumerate() {
                    let at = |i: usize| (i as f64 + 0.5) / 64.0;
                    let x1 = domain[0] + (domain[1] - domain[0]) * at(k % 64);
                    let x2 = domain[3] + (domain[2] - domain[3]) * at(k / 64);
                    // Where the network is steep a single's rounding of the place is a change of shade.
                    let h = 1e-5;
                    let around = [[x1, x2], [x1 + h, x2], [x1 - h, x2], [x1, x2 + h], [x1, x2 - h]];
                    let shades = around.map(|x| support::shade_of(predict(&trainer, x)));
                    let low = shades.iter().fold(f64::INFINITY, |a, &b| a.min(b)) - 2.0;
                    let high = shades.iter().fold(0.0, |a: f64, &b| a.max(b)) + 2.0;
                    let found = f64::from(*pixel);
                    assert!(
                        (low..=high).contains(&found),
                        "{layers} {activation} {deviation}: {low}..{high}, got {found}"
                    );
                }
            }
        }
    }
}

#[test]
fn where_the_network_cannot_tell_there_is_no_colour_and_a_little_beside_it_there_is() {
    let shade: [u32; 256] = std::array::from_fn(|shade| shade as u32);
    // The bias alone tells: predictions of 0.5, and then of 0.5001 and 0.4999.
    for (bias, expected) in [(0.0, 128), (4e-4, 129), (-4e-4, 126)] {
        let network = Trainer::new(support::config(&[("layers", Value::text("0")), ("init", Value::text("zero"))]));
        let mut field = Boundary::default();
        field.evaluate(network.network(), &[0.0, 0.0, bias], [0.0, 1.0, 0.0, 1.0], 16);
        assert!(field.paint(&shade).iter().all(|&pixel| pixel == expected), "{bias}: {}", field.paint(&shade)[0]);
    }
}

#[test]
fn the_contour_is_where_the_prediction_crosses_one_half() {
    let mut any = 0;
    for layers in ["0", "2", "8", "4,2"] {
        for activation in ["sigmoid", "tanh"] {
            let trainer = trained(layers, activation, 1.0);
            let [left, right, bottom, top] = trainer.domain();
            let mut field = Boundary::default();
            field.evaluate(trainer.network(), trainer.parameters(), [left, right, bottom, top], 256);
            let contour = field.contour();
            assert_eq!(contour.len() % 4, 0);
            for end in contour.chunks(2) {
                let (x1, x2) = (end[0], end[1]);
                assert!((left..=right).contains(&x1) && (bottom..=top).contains(&x2));
                let step = (right - left) / 60.0;
                let around = [[x1, x2], [x1 + step, x2], [x1 - step, x2], [x1, x2 + step], [x1, x2 - step]];
                let predictions = around.map(|x| predict(&trainer, x));
                let (low, high) = predictions.iter().fold((1.0f64, 0.0f64), |(l, h), &p| (l.min(p), h.max(p)));
                let crosses = low <= 0.5 && high >= 0.5;
                assert!(crosses, "{layers} {activation}: ({x1}, {x2}) has {low}..{high} around it");
            }
            any += contour.len();
        }
    }
    assert!(any > 0);
}

/// Marching squares, counted: where the sign differs along an edge of a cell, a segment ends, once for each cell that
/// has the edge, so that no line has a gap.
#[test]
fn the_contour_ends_once_at_every_change_of_sign() {
    // 97 pixels to a side: their centres are the corners of the 96 x 96 cells.
    const SIDE: usize = 97;
    for layers in ["0", "2", "8", "4,2"] {
        for activation in ["sigmoid", "tanh"] {
            let trainer = trained(layers, activation, 1.0);
            let [left, right, bottom, top] = trainer.domain();
            let mut field = Boundary::default();
            field.evaluate(trainer.network(), trainer.parameters(), [left, right, bottom, top], SIDE);
            let contour = field.contour();

            let place = |i: usize| (i as f64 + 0.5) / SIDE as f64;
            let at = |row, column| [left + (right - left) * place(column), top + (bottom - top) * place(row)];
            let signs: Vec<Vec<bool>> = (0..SIDE)
                .map(|row| (0..SIDE).map(|column| predict(&trainer, at(row, column)) >= 0.5).collect())
                .collect();
            let cell = |row: usize, column: usize| {
                let corners =
                    [signs[row][column], signs[row][column + 1], signs[row + 1][column + 1], signs[row + 1][column]];
                (0..4).filter(|&edge| corners[edge] != corners[(edge + 1) % 4]).count()
            };
            let ends: usize = (1..SIDE).flat_map(|row| (1..SIDE).map(move |column| cell(row - 1, column - 1))).sum();
            assert_eq!(contour.len() / 2, ends, "{layers} {activation}");

            // Each end lies between two neighbouring corners of different sign.
            let column = |x: f64| (x - left) / (right - left) * SIDE as f64 - 0.5;
            let row = |y: f64| (y - top) / (bottom - top) * SIDE as f64 - 0.5;
            for end in contour.chunks(2) {
                let (i, j) = (row(end[1]), column(end[0]));
                let along_row = (i - i.round()).abs() < (j - j.round()).abs();
                let pairs = if along_row {
                    [(i.round(), j.floor()), (i.round(), j.floor() + 1.0)]
                } else {
                    [(i.floor(), j.round()), (i.floor() + 1.0, j.round())]
                };
                let off = if along_row { i - i.round() } else { j - j.round() };
                assert!(off.abs() < 1e-4, "{layers} {activation}: ({i}, {j}) is on no edge");
                let [a, b] = pairs.map(|(i, j)| signs[i as usize][j as usize]);
                assert_ne!(a, b, "{layers} {activation}: no change of sign around ({i}, {j})");
            }
        }
    }
}

/// The line of a unit that goes from one bound to the other within a cell is straight, to half a pixel.
#[test]
fn the_contour_of_a_steep_unit_is_straight() {
    const SIDE: usize = 256;
    let config = [("activation", Value::text("tanh")), ("layers", Value::text("1"))];
    let trainer = Trainer::new(support::config(&config));
    let (w1, w2, bias) = (70.0, 52.0, -60.0);
    let mut field = Boundary::default();
    field.evaluate(trainer.network(), &[w1, w2, bias, 8.0, -7.0], [-0.4, 1.4, 1.4, -0.4], SIDE);
    let contour = field.contour();
    assert!(!contour.is_empty());
    // Where the output's weighted input is 0.
    let z = (7.0f64 / 8.0).atanh();
    let pixel = 1.8 / SIDE as f64;
    for end in contour.chunks(2) {
        let distance = (w1 * end[0] + w2 * end[1] + bias - z).abs() / w1.hypot(w2);
        assert!(distance < 0.5 * pixel, "({}, {}) is {} pixels off", end[0], end[1], distance / pixel);
    }
}

/// In single precision a network that is about to diverge has logits that are infinite, or differences of such.
#[test]
fn a_contour_is_finite_where_logits_are_not() {
    let trainer = Trainer::new(support::config(&[("activation", Value::text("leaky-relu"))]));
    let large = [1e18, 0.0, 0.0, 1e18, 0.0, 0.0, 1e18, -1e18, 0.0];
    let mut field = Boundary::default();
    field.evaluate(trainer.network(), &large, [-1e3, 1e3, -1e3, 1e3], 64);
    let contour = field.contour();
    assert!(!contour.is_empty());
    assert!(contour.iter().all(|end| end.abs() <= 1e3), "{contour:?}");
}

/// In a dead end of XOR the field is flat beside the valley: there the sign is rounding, and no line.
#[test]
fn no_contour_is_drawn_through_rounding() {
    let mut trainer =
        Trainer::new(support::config(&[("activation", Value::text("tanh")), ("deviation", Value::Number(1.0))]));
    trainer.seek(20_000);
    let [left, right, bottom, top] = trainer.domain();
    let mut field = Boundary::default();
    field.evaluate(trainer.network(), trainer.parameters(), [left, right, bottom, top], 256);
    let step = (right - left) / 96.0;
    for end in field.contour().chunks(2) {
        let around = [[-step, 0.0], [step, 0.0], [0.0, -step], [0.0, step]];
        let logits =
            around.map(|[dx, dy]| forward(trainer.config(), trainer.parameters(), [end[0] + dx, end[1] + dy])[0].abs());
        let steepest = logits.into_iter().fold(0.0, f64::max);
        assert!(steepest > 3e-6, "({}, {}): {steepest}", end[0], end[1]);
    }
}

/// Evaluated again in double precision, the line of a dead end is whole, and the true one.
#[test]
fn a_refined_contour_passes_through_flat_ground() {
    for seed in [42.0, 3.0, 27.0, 38.0] {
        let mut trainer = Trainer::new(support::config(&[
            ("activation", Value::text("tanh")),
            ("deviation", Value::Number(1.0)),
            ("seed", Value::Number(seed)),
        ]));
        for epoch in [10_000, 20_000, 100_000] {
            trainer.seek(epoch);
            let [left, right, bottom, top] = trainer.domain();
            // 97 pixels to a side: their centres are the corners of the cells.
            const SIDE: usize = 97;
            let mut field = Boundary::default();
            field.evaluate(trainer.network(), trainer.parameters(), [left, right, bottom, top], SIDE);
            field.refine(trainer.network(), trainer.parameters());
            let place = |i: usize| ((i as f64 + 0.5) / SIDE as f64) as f32;
            let sign = |row: usize, column: usize| {
                let [left, right, bottom, top] = [left, right, bottom, top].map(|x| x as f32);
                let x = [left + (right - left) * place(column), top + (bottom - top) * place(row)];
                forward(trainer.config(), trainer.parameters(), x.map(f64::from))[0] >= 0.0
            };
            let changes = |row: usize, column: usize| {
                let corners = [(0, 0), (0, 1), (1, 1), (1, 0)].map(|(i, j)| sign(row + i, column + j));
                (0..4).filter(|&edge| corners[edge] != corners[(edge + 1) % 4]).count()
            };
            let ends: usize =
                (1..SIDE).flat_map(|i| (1..SIDE).map(move |j| (i - 1, j - 1))).map(|(i, j)| changes(i, j)).sum();
            assert_eq!(field.contour().len() / 2, ends, "seed {seed}, epoch {epoch}");
        }
    }
}
