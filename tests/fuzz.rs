//! Any settings, any order of calls, any numbers: an error that says what was expected and what came, or a run that is
//! finite; never a panic, and never a change of what was there before.

mod support;

use neural_figure::config::{Form, Kind, OPTIONS, Opt, Value};
use neural_figure::dataset::GATES;
use neural_figure::{Boundary, Cloud, Config, Outcome, Output, Trainer, Word, boundary};
use proptest::prelude::*;
use support::state;

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>(),
        Just(0.0),
        Just(-0.0),
        Just(f64::NAN),
        Just(f64::INFINITY),
        Just(f64::NEG_INFINITY),
        Just(f64::MIN_POSITIVE),
        Just(1e300),
        Just(1e6),
        Just(4_294_967_295.0),
        (0..10i32).prop_map(f64::from),
        0.0..2.0f64,
    ]
}

fn word() -> impl Strategy<Value = String> {
    let known =
        ["xor", "and", "0110", "sigmoid", "tanh", "zero", "random", "listing", "sum", "mean", "2", "4,2", "0", "8,8"];
    let more =
        ["log", "linear", "shading", "scatter", "", " 3 ", "1,1,1,1,1,1", "1,1,1,1,1,1,1", "9", "-1", "<img src=x>"];
    prop_oneof![4 => prop::sample::select([&known[..], &more[..]].concat()).prop_map(str::to_owned), 1 => ".{0,200}"]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        number().prop_map(Value::Number),
        word().prop_map(Value::Text),
        Just(Value::Other("undefined".into())),
        Just(Value::Other("null".into())),
    ];
    leaf.prop_recursive(3, 40, 8, |inner| prop::collection::vec(inner, 0..8).prop_map(Value::List))
}

/// Points that are mostly good.
fn points() -> impl Strategy<Value = Value> {
    let coordinate = prop_oneof![9 => -2.0..2.0f64, 1 => -1000.0..1000.0f64, 1 => number()];
    let label = prop_oneof![5 => Just(0.0), 5 => Just(1.0), 1 => number()];
    let point = (coordinate.clone(), coordinate, label)
        .prop_map(|(x1, x2, y)| Value::List(vec![Value::Number(x1), Value::Number(x2), Value::Number(y)]));
    prop::collection::vec(point, 0..12).prop_map(Value::List)
}

/// Start numbers of a network with one hidden layer, now and then of another shape.
fn weights() -> impl Strategy<Value = Value> {
    let number = prop_oneof![9 => -3.0..3.0f64, 1 => number()].prop_map(Value::Number);
    (prop_oneof![3 => Just(2usize), 1 => 1..4usize], prop::collection::vec(number, 40), any::<bool>()).prop_map(
        |(hidden, numbers, layered)| {
            let mut rest = numbers.into_iter();
            let mut array = |rows: usize, columns: usize| {
                Value::List((0..rows).map(|_| Value::List(rest.by_ref().take(columns).collect())).collect())
            };
            let [w1, b1, w2, b2] = [array(2, hidden), array(hidden, 1), array(hidden, 1), array(1, 1)];
            Value::List(if layered {
                vec![Value::Fields(vec![("W", w1), ("B", b1)]), Value::Fields(vec![("W", w2)])]
            } else {
                vec![w1, b1, w2, b2]
            })
        },
    )
}

/// What a comparison is made of, good and bad.
const COMPARED: &[&str] = &[
    "activation=tanh",
    "learning-rate=0.5",
    "layers=3",
    "init=zero",
    "weights=",
    "output=linear",
    "loss=squared-error",
    "data=%30110",
    "batch=1",
    "optimizer=adam",
    "views=loss",
    "seed",
];

/// A value that its option mostly takes, so that runs of every kind are begun.
fn fitting(option: &'static Opt) -> BoxedStrategy<Value> {
    match option.kind {
        Kind::Choice { words, .. } => prop::sample::select(words).prop_map(Value::text).boxed(),
        Kind::Number { min, max, whole: true, .. } => {
            prop_oneof![Just(min), Just(max), (0..1000u32).prop_map(f64::from)].prop_map(Value::Number).boxed()
        }
        Kind::Number { min, max, .. } => prop_oneof![1 => Just(min), 1 => Just(max), 1 => min..max, 4 => 0.0..10.0f64]
            .prop_map(Value::Number)
            .boxed(),
        Kind::Form(Form::Data) => {
            let gate = (0..GATES.len(), any::<bool>());
            let text = gate.prop_map(|(i, named)| if named { GATES[i].to_owned() } else { format!("{i:04b}") });
            let cloud = prop::sample::select(Cloud::WORDS).prop_map(Value::text);
            prop_oneof![text.prop_map(Value::Text), cloud, points()].boxed()
        }
        Kind::Form(form @ (Form::Batch | Form::Until)) => {
            let number = prop_oneof![0.0..2.0f64, (0..12u32).prop_map(f64::from), Just(500.0)];
            let word = prop::sample::select(form.words()).prop_map(Value::text);
            prop_oneof![word, number.prop_map(Value::Number)].boxed()
        }
        Kind::Form(form @ Form::Views) => prop::sample::subsequence(form.words(), 1..=form.words().len())
            .prop_map(|names| Value::text(&names.join(" ")))
            .boxed(),
        Kind::Form(Form::Weights) => weights().boxed(),
        Kind::Form(Form::Compare) => {
            prop::collection::vec((prop::sample::select(COMPARED), prop::sample::select(vec!["&", "|"])), 0..4)
                .prop_map(|parts| parts.iter().map(|(entry, between)| [*between, *entry].concat()).collect::<String>())
                .prop_map(|text| Value::text(text.get(1..).unwrap_or_default()))
                .boxed()
        }
        Kind::Form(Form::Layers) => prop::collection::vec(prop_oneof![9 => 1..=8u32, 1 => 1..=32u32], 0..=8)
            .prop_map(|sizes| Value::List(sizes.into_iter().map(|size| Value::Number(f64::from(size))).collect()))
            .boxed(),
    }
}

fn settings() -> impl Strategy<Value = Vec<(&'static str, Value)>> {
    let option = |index: usize| &OPTIONS[index];
    let any = (0..OPTIONS.len(), value()).prop_map(move |(index, value)| (option(index).name, value));
    let good = (0..OPTIONS.len())
        .prop_flat_map(move |index| fitting(option(index)).prop_map(move |value| (option(index).name, value)));
    prop::collection::vec(prop_oneof![1 => any, 9 => good], 0..8)
}

/// A bad run is short: what is to be found is found in few epochs.
const FEW: u64 = 60;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_settings_are_taken_or_refused_in_words(settings in settings(), calls in prop::collection::vec((0..6u8, any::<u64>()), 0..8), other in settings()) {
        let config = match Config::new(&settings) {
            Ok(config) => config,
            Err(error) => {
                let message = error.to_string();
                prop_assert!(message.starts_with(&format!("{}: expected ", error.name)), "{}", message);
                prop_assert!(message.contains(", got "), "{}", message);
                prop_assert!(message.chars().count() < 400, "{}", message);
                return Ok(());
            }
        };
        let mut trainer = Trainer::new(config);
        for (call, n) in calls {
            match call {
                0 => drop(trainer.step(n % FEW)),
                1 => drop(trainer.seek(n % FEW)),
                2 => trainer.reset(),
                3 => {
                    let before = state(&mut trainer);
                    match Config::new(&other) {
                        Ok(config) => drop(trainer.configure(config)),
                        Err(_) => prop_assert_eq!(state(&mut trainer), before),
                    }
                }
                4 => {
                    let mut field = Boundary::default();
                    field.evaluate(trainer.network(), trainer.parameters(), trainer.domain(), n as usize % 40);
                    field.paint(&[0; 256]);
                    prop_assert!(field.contour().iter().all(|end| end.is_finite()));
                }
                _ => prop_assert_eq!(boundary::scatter(trainer.network(), trainer.parameters()).len(), 169),
            }
            prop_assert!(trainer.parameters().iter().all(|p| p.is_finite()));
            let [low, high] = match trainer.config().output {
                Output::Sigmoid => [0.0, 1.0],
                Output::Tanh => [-1.0, 1.0],
                Output::Linear => [f64::MIN, f64::MAX],
            };
            // A start may be beyond all numbers: then it has diverged at once.
            let begun = trainer.outcome() != Outcome::Diverged || trainer.epoch() > 0;
            prop_assert!(!begun || (trainer.loss() >= 0.0 && trainer.loss() < f64::INFINITY));
            prop_assert_eq!(trainer.test_predictions().len(), trainer.split().test.len());
            prop_assert!(!begun || trainer.predictions().iter().all(|p| (low..=high).contains(p)));
            prop_assert!(!begun || trainer.history().losses().column(0).skip(1).all(|loss| loss.is_finite()));
        }
    }
}
