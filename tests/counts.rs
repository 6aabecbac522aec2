//! The numbers that README and the lesson give, counted anew.

mod support;

use neural_figure::config::Value;
use neural_figure::{Outcome, Trainer};
use support::step_to;

fn run(activation: &str, scale: &str, deviation: f64, seed: u32, epochs: u64) -> Trainer {
    let mut trainer = Trainer::new(support::config(&[
        ("activation", Value::text(activation)),
        ("gradientScale", Value::text(scale)),
        ("deviation", Value::Number(deviation)),
        ("seed", Value::Number(f64::from(seed))),
    ]));
    step_to(&mut trainer, epochs);
    trainer
}

fn solved(activation: &str, scale: &str, deviation: f64, seeds: u32, epochs: u64) -> usize {
    let is_solved = |seed: &u32| run(activation, scale, deviation, *seed, epochs).outcome() == Outcome::Solved;
    (0..seeds).filter(is_solved).count()
}

#[test]
fn of_200_seeds_so_many_solve_under_each_scale() {
    let found = ["listing", "sum", "mean"]
        .map(|scale| [solved("tanh", scale, 0.1, 200, 5_000), solved("sigmoid", scale, 0.1, 200, 100_000)]);
    assert_eq!(found, [[191, 153], [198, 195], [86, 115]]);
}

#[test]
fn of_300_seeds_from_larger_weights_228_end_at_half_of_ln_2() {
    let ends =
        (0..300).map(|seed| run("tanh", "listing", 1.0, seed, 20_000)).map(|mut end| (end.outcome(), end.loss()));
    let ends: Vec<(Outcome, f64)> = ends.collect();
    let stuck = ends.iter().filter(|(_, loss)| (loss - 2f64.ln() / 2.0).abs() < 2e-3).count();
    let solved = ends.iter().filter(|(outcome, _)| *outcome == Outcome::Solved).count();
    assert_eq!((solved, stuck), (72, 228));
}

/// From the same weights: the first epoch with a loss below 0.5.
#[test]
fn tanh_is_18_times_sooner_than_the_sigmoid() {
    let [tanh, sigmoid] = ["tanh", "sigmoid"].map(|activation| {
        let mut trainer =
            Trainer::new(support::config(&[("activation", Value::text(activation)), ("until", Value::Number(0.5))]));
        trainer.step(100_000);
        trainer.epoch()
    });
    assert_eq!((tanh, sigmoid), (1_141, 21_211));
}

#[test]
fn the_lessons_own_program_ends_where_it_says() {
    let mut trainer = Trainer::new(support::config(&[
        ("loss", Value::text("squared-error")),
        ("init", Value::text("normal")),
        ("deviation", Value::Number(1.0)),
        ("biases", Value::text("zero")),
        ("gradientScale", Value::text("sum")),
        ("learningRate", Value::Number(0.2)),
    ]));
    step_to(&mut trainer, 9_999);
    let printed: Vec<String> = trainer.predictions().iter().map(|p| format!("{p:.3}")).collect();
    assert_eq!(printed, ["0.030", "0.498", "0.971", "0.501"]);
}

/// AND from zeros: the sigmoid network learns it with two units that are copies of each other.
#[test]
fn copies_learn_and() {
    let mut trainer = Trainer::new(support::config(&[("data", Value::text("and")), ("init", Value::text("zero"))]));
    step_to(&mut trainer, 20_000);
    assert_eq!(trainer.outcome(), Outcome::Solved);
    let [w11, w12, w21, w22, b1, b2, v1, v2, _] = trainer.parameters() else { panic!("nine numbers") };
    assert_eq!([w11, w21, b1, v1], [w12, w22, b2, v2]);
}
