//! Runs that a figure trains beside its own.

use crate::config::{Config, ConfigError, OPTIONS, Opt, Parsers, Source, Value};
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

/// The most runs beside a figure's own.
const MAX_RUNS: usize = 3;

/// What the option takes, in words.
pub const EXPECTED: &str = "up to 3 different runs such as activation=sigmoid&seed=7, with | between them";

/// What a name has to be, in words.
const EXPECTED_NAME: &str = "the name of an option that tells runs apart, such as activation, each once";

/// Settings that differ from a figure's in what a text says, and in nothing else.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compare {
    text: String,
    runs: Vec<Config>,
}

impl Compare {
    /// Reads `name=value&name=value|...`, in the syntax of a query: names of options as properties or attributes write them,
    /// each once in a run, of those that tell runs apart. No run twice; an empty text is no run. What a run does not say is as `source` has
    /// it, and its seed that of `config`.
    ///
    /// # Errors
    /// A text of another form, another name, or a value that its option does not take or that does not go with the others:
    /// then `other` is the figure's option that it does not go with.
    pub fn read(value: &Value, config: &Config, source: Source, parsers: Parsers) -> Result<Self, ConfigError> {
        let Value::Text(text) = value else { return Err(refused(EXPECTED, value.clone())) };
        let text = text.trim_ascii();
        let mut runs = Vec::new();
        if !text.is_empty() {
            // A set of one character: to search for one alone takes code of its own.
            for run in text.split(['|']) {
                let is_repeated = text.split(['|']).take(runs.len()).any(|earlier| earlier == run);
                if runs.len() == MAX_RUNS || is_repeated {
                    return Err(refused(EXPECTED, Value::text(text)));
                }
                runs.push(read_run(run, config, &mut *source, parsers)?);
            }
        }
        Ok(Self { text: text.to_owned(), runs })
    }

    /// As it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The settings of each run.
    pub fn runs(&self) -> &[Config] {
        &self.runs
    }
}

fn refused(expected: &'static str, got: Value) -> ConfigError {
    ConfigError::new("compare", expected, got)
}

/// The settings of one run.
fn read_run(text: &str, config: &Config, source: Source, parsers: Parsers) -> Result<Config, ConfigError> {
    let mut given: Vec<(&'static Opt, &str)> = Vec::new();
    for entry in text.split(['&']) {
        let Some((name, value)) = entry.split_once(['=']) else { return Err(refused(EXPECTED, Value::text(text))) };
        match OPTIONS.iter().find(|option| is_comparable(option) && is_name(option, name)) {
            Some(option) if text_of(&given, option.name).is_none() => given.push((option, value)),
            _ => return Err(refused(EXPECTED_NAME, Value::text(name))),
        }
    }
    let mut settings = |option: &'static Opt| match (text_of(&given, option.name), option.name) {
        (Some(value), _) => Some(option.parse(decode(value), parsers)),
        (_, "seed") => Some(option.get(config)),
        (_, "compare") => None,
        _ => source(option),
    };
    Config::read(&mut settings, parsers).map_err(|mut error| {
        let mut expected = String::from(error.name);
        expected.push_str(" to be ");
        expected.push_str(&error.expected);
        error.expected = expected.into();
        if text_of(&given, error.name).is_none() {
            error.other = Some(error.name);
        } else if error.other.is_some_and(|name| text_of(&given, name).is_some()) {
            error.other = None;
        }
        error.name = "compare";
        error
    })
}

/// The text that a run gives for the option of this name.
fn text_of<'a>(given: &[(&Opt, &'a str)], name: &str) -> Option<&'a str> {
    given.iter().find(|(option, _)| option.name == name).map(|&(_, value)| value)
}

/// Whether runs can differ in this option.
fn is_comparable(option: &Opt) -> bool {
    option.restarts || option.name == "learningRate"
}

/// Whether this is the name of the option's property or attribute, hyphens and case apart.
fn is_name(option: &Opt, name: &str) -> bool {
    let letters = name.bytes().filter(|&byte| byte != b'-').map(|byte| byte.to_ascii_lowercase());
    letters.eq(option.name.bytes().map(|byte| byte.to_ascii_lowercase()))
}

/// A value as a query has it: `+` is a space, `%5B` the character 0x5B.
fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        let mut ahead = rest.clone();
        let mut digit = || ahead.next()?.to_digit(16);
        match (character, digit(), digit()) {
            ('%', Some(high), Some(low)) => {
                decoded.push(char::from((16 * high + low) as u8));
                rest = ahead;
            }
            ('+', ..) => decoded.push(' '),
            _ => decoded.push(character),
        }
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::initializer::Biases;
    use kernel::Activation;

    fn with(settings: &[(&str, Value)], text: &str) -> Result<Vec<Config>, ConfigError> {
        let compare = [("compare", Value::text(text))];
        Config::new(&[settings, &compare].concat()).map(|config| config.compare.runs().to_vec())
    }

    /// A figure's own settings of the same text.
    fn alone(settings: &[(&str, Value)]) -> Config {
        Config::new(settings).unwrap()
    }

    #[test]
    fn runs_differ_in_what_is_said_alone() {
        let base = [("activation", Value::text("tanh")), ("layers", Value::text("3")), ("seed", Value::Number(7.0))];
        let runs = with(&base, "activation=sigmoid|learning-rate=0.5&seed=8|learningRate=0.25").unwrap();
        let other = |more: &[(&'static str, Value)]| {
            let kept = base.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name)).cloned();
            alone(&kept.chain(more.to_vec()).collect::<Vec<_>>())
        };
        assert_eq!(
            runs,
            [
                other(&[("activation", Value::text("sigmoid"))]),
                other(&[("learningRate", Value::Number(0.5)), ("seed", Value::Number(8.0))]),
                other(&[("learningRate", Value::Number(0.25))]),
            ]
        );
        assert_eq!(with(&base, " ").unwrap(), []);
    }

    #[test]
    fn a_seed_that_was_drawn_is_that_of_all() {
        let config = Config::new(&[("compare", Value::text("activation=tanh"))]).unwrap();
        assert_eq!(config.compare.runs()[0].seed, config.seed);
        assert_eq!(config.compare.runs()[0].activation, Activation::Tanh);
    }

    #[test]
    fn defaults_follow_what_is_compared() {
        let run = |settings: &[(&str, Value)]| with(settings, "init=he-normal").unwrap()[0].biases;
        assert_eq!(run(&[]), Biases::Zero);
        assert_eq!(run(&[("biases", Value::text("drawn"))]), Biases::Drawn);
    }

    #[test]
    fn names_and_values_are_decoded_as_those_of_a_query() {
        let runs = with(&[], "weights=%5B%5B1+2%5D+%5B3+4%5D%5D+[0+0]+[[5]+[6]]+[7]").unwrap();
        assert_eq!(runs[0].weights.parameters, [1.0, 2.0, 3.0, 4.0, 0.0, 0.0, 5.0, 6.0, 7.0]);
        assert_eq!(decode("100%+%5b€%4"), "100% [€%4");
    }

    #[test]
    fn what_is_no_run_is_refused_by_what_was_expected() {
        let message = |text: &str| with(&[], text).unwrap_err().to_string();
        for (text, got) in
            [("tanh", "\"tanh\""), ("activation=tanh|", "\"\""), ("activation=tanh&", "\"activation=tanh&\"")]
        {
            assert_eq!(message(text), ["compare: expected ", EXPECTED, ", got ", got].concat());
        }
        for text in ["seed=1|seed=2|seed=3|seed=4", "seed=1|seed=2|seed=1"] {
            assert_eq!(message(text), ["compare: expected ", EXPECTED, ", got \"", text, "\""].concat());
        }
        for name in ["colour", "compare", "views", "controls", "speed", "epochs", ""] {
            let expected =
                "compare: expected the name of an option that tells runs apart, such as activation, each once";
            assert_eq!(message(&[name, "=1"].concat()), [expected, ", got \"", name, "\""].concat());
        }
        assert!(message("seed=1&seed=2").ends_with("each once, got \"seed\""));
        assert_eq!(
            message("learning-rate=-1"),
            "compare: expected learningRate to be a number above 0, at most 1000000, got -1"
        );
        assert_eq!(message("init=zero&activation=wobbly").split(", ").last(), Some("got \"wobbly\""));
    }

    #[test]
    fn what_does_not_go_with_the_figure_names_its_option() {
        let error = with(&[], "output=tanh").unwrap_err();
        assert_eq!((error.name, error.other), ("compare", Some("loss")));
        let error = with(&[], "output=tanh&loss=cross-entropy").unwrap_err();
        assert_eq!((error.name, error.other), ("compare", None));
        let one = |number| Value::List(vec![Value::List(vec![Value::Number(number)])]);
        let weights = [
            ("layers", Value::text("0")),
            ("weights", Value::List(vec![Value::List(vec![Value::List(vec![Value::Number(1.0)]); 2]), one(1.0)])),
        ];
        assert!(with(&weights, "learning-rate=1").is_ok());
        let error = with(&weights, "layers=2").unwrap_err();
        assert_eq!((error.name, error.other), ("compare", Some("weights")));
    }

    #[test]
    fn what_is_written_reads_as_the_same_runs() {
        let config =
            Config::new(&[("seed", Value::Number(1.0)), ("compare", Value::text("init=he-normal|seed=2"))]).unwrap();
        let written: Vec<_> = OPTIONS.iter().map(|option| (option.name, option.get(&config))).collect();
        let again = Config::new(&written).unwrap();
        assert_eq!(again.compare.text(), "init=he-normal|seed=2");
        assert_eq!(again.compare.runs()[1], config.compare.runs()[1]);
        assert!(config.same_run(&again));
    }
}
