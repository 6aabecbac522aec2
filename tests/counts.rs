//! The numbers that README and the lesson give, counted anew and looked up there.

mod support;

use neural_figure::config::Value;
use neural_figure::{Config, Outcome, Summary, Sweep, Trainer};
use std::fs;
use std::path::Path;
use support::{step_to, text};

/// The default network with this activation, from seed 0 on, as often as `starts` says, to the end.
fn sweep(activation: &str, epochs: u32, starts: usize, more: &[(&str, Value)]) -> Sweep {
    let settings =
        [("activation", text(activation)), ("seed", Value::Number(0.0)), ("epochs", Value::Number(f64::from(epochs)))];
    let mut sweep = Sweep::new(Config::new(&[&settings, more].concat()).unwrap(), starts).unwrap();
    while sweep.step(u64::MAX) > 0 {}
    sweep
}

fn solved(sweep: &mut Sweep) -> usize {
    Summary::new(sweep).outcomes[Outcome::Solved as usize]
}

/// Asserts that a page says this.
fn says(page: &str, sentence: &str) {
    let found = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words(&found).contains(&words(sentence)), "{page} does not say: {sentence}");
}

/// 76.5 or 99: a share of 200 in per cent.
fn per_cent(count: usize) -> String {
    (count as f64 / 2.0).to_string()
}

#[test]
fn readme_and_lesson_say_how_many_of_200_seeds_solve_under_each_scale() {
    for (scale, [weights, biases], korean) in [
        ("listing", ["sum", "mean"], ["합", "평균"]),
        ("sum", ["sum", "sum"], ["합", "합"]),
        ("mean", ["mean", "mean"], ["평균", "평균"]),
    ] {
        let scaled = [("gradientScale", text(scale))];
        let [tanh, sigmoid] = [("tanh", 5_000), ("sigmoid", 100_000)]
            .map(|(activation, epochs)| solved(&mut sweep(activation, epochs, 200, &scaled)));
        let [a, b] = [tanh, sigmoid].map(per_cent);
        let name = if scale == "mean" { "`mean`, the gradient of the loss shown" } else { &format!("`{scale}`") };
        says("README.md", &format!("| {name} | {weights} | {biases} | {a} % | {b} % |"));
        let row = |[weights, biases]: [&str; 2]| {
            format!("<td>{scale}</td><td>{weights}</td><td>{biases}</td><td>{a}&nbsp;%</td><td>{b}&nbsp;%</td>")
        };
        says("www/index.html", &row([weights, biases]));
        says("www/ko/index.html", &row(korean));
    }
}

#[test]
fn the_lesson_says_how_many_starts_learn_in_time() {
    let mut sweep = sweep("sigmoid", 100_000, 200, &[]);
    let outcomes = Summary::new(&mut sweep).outcomes;
    let [solved, plateau] = [Outcome::Solved, Outcome::Plateau].map(|outcome| outcomes[outcome as usize]);
    says(
        "www/index.html",
        &format!("of the 200 starts {solved} learn XOR within 100,000 epochs, about three in four."),
    );
    says(
        "www/ko/index.html",
        &format!("시작점 200개 가운데 {solved}개, 넷 중 셋꼴로 10만 에포크 안에 XOR을 배웁니다."),
    );
    assert_eq!((solved as f64 / 50.0).round(), 3.0, "about three in four: {outcomes:?}");
    assert!(plateau > (200 - solved) / 2, "most of the others are on the plateau: {outcomes:?}");
}

#[test]
fn the_lesson_says_how_many_starts_are_stuck_at_half_of_ln_2() {
    let mut sweep = sweep("tanh", 20_000, 200, &[("deviation", Value::Number(1.0))]);
    let outcomes = Summary::new(&mut sweep).outcomes;
    let [solved, stuck] = [Outcome::Solved, Outcome::Stuck].map(|outcome| outcomes[outcome as usize]);
    says(
        "www/index.html",
        &format!("Of these 200 starts {solved} learn XOR, and {stuck} are stuck like the one above."),
    );
    says(
        "www/ko/index.html",
        &format!("시작점 200개 가운데 {solved}개가 XOR을 배우고, {stuck}개는 위의 것처럼 갇힙니다."),
    );
    for k in (0..200).filter(|&k| sweep.outcome(k) == Outcome::Stuck).collect::<Vec<_>>() {
        assert!((sweep.starts()[k].loss() - 2f64.ln() / 2.0).abs() < 2e-3);
    }
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
