//! The initialisation of the parameters.

use crate::numpy_random::Generator;
use kernel::{Layer, sqrt, words};

words! {
    /// The distribution that the parameters of a layer are drawn from.
    pub enum Init {
        /// Nothing is drawn: every weight and bias is 0. The network of the post that never learns XOR.
        Zero = "zero",
        /// Uniform in [0, deviation), as the post's `np.random.rand(...) * deviation`.
        Random = "random",
        /// Uniform in [-deviation, deviation): `np.random.uniform(-deviation, deviation, ...)`.
        Uniform = "uniform",
        /// Normal: `np.random.randn(...) * deviation`.
        Normal = "normal",
        /// Uniform within +-`sqrt(6 / (fan in + fan out))` (Glorot and Bengio, *Understanding the difficulty of training deep
        /// feedforward neural networks*, 2010, equation 16).
        GlorotUniform = "glorot-uniform",
        /// Normal of deviation `sqrt(2 / (fan in + fan out))`, not truncated.
        GlorotNormal = "glorot-normal",
        /// Uniform within +-`sqrt(6 / fan in)` (He and others, *Delving deep into rectifiers*, 2015, equation 10).
        HeUniform = "he-uniform",
        /// Normal of deviation `sqrt(2 / fan in)`, not truncated.
        HeNormal = "he-normal",
        /// Uniform within +-`1 / sqrt(fan in)`, as PyTorch's `nn.Linear` begins.
        Torch = "torch",
    }
}

impl Init {
    /// The biases that go with it when an author says nothing of them: libraries set them to 0 beside Glorot's and He's.
    pub fn biases(self) -> Biases {
        match self {
            Self::GlorotUniform | Self::GlorotNormal | Self::HeUniform | Self::HeNormal => Biases::Zero,
            _ => Biases::Drawn,
        }
    }
}

words! {
    /// Where the biases begin, and which layers have any.
    pub enum Biases {
        /// Drawn, as the weights of their layer are, after them.
        Drawn = "drawn",
        /// At 0; nothing is drawn for them.
        Zero = "zero",
        /// Drawn in the hidden layers; the output has none.
        Hidden = "hidden",
        /// There are none.
        None = "none",
    }
}

impl Biases {
    /// Whether a layer has any.
    pub fn in_layer(self, is_output: bool) -> bool {
        match self {
            Self::Drawn | Self::Zero => true,
            Self::Hidden => !is_output,
            Self::None => false,
        }
    }
}

words! {
    /// The shape in which the weights of a layer are drawn.
    pub enum WeightsShape {
        /// Fan in x fan out, as they are kept here.
        InOut = "in-out",
        /// Fan out x fan in: drawn so, and transposed.
        OutIn = "out-in",
    }
}

/// How the parameters are initialised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Initializer {
    /// The distribution.
    pub init: Init,
    /// Where the biases begin, and which layers have any.
    pub biases: Biases,
    /// The shape in which the weights of a layer are drawn.
    pub shape: WeightsShape,
    /// Bound of `random` and `uniform`, standard deviation of `normal`, 0 to 1e300.
    pub deviation: f64,
    /// The seed of NumPy's legacy generator.
    pub seed: u32,
}

impl Initializer {
    /// Fills `parameters`, laid out as the layers say, in NumPy's drawing order: W1, B1, W2, B2, ...
    pub fn fill(self, layers: &[Layer], parameters: &mut [f64]) {
        parameters.fill(0.0);
        if self.init == Init::Zero {
            return;
        }
        let mut generator = Generator::new(self.seed);
        for layer in layers {
            let mut draw = || self.draw(&mut generator, layer);
            let weights = &mut parameters[layer.weights()];
            match self.shape {
                WeightsShape::InOut => weights.iter_mut().for_each(|weight| *weight = draw()),
                WeightsShape::OutIn => {
                    for j in 0..layer.fan_out {
                        weights.iter_mut().skip(j).step_by(layer.fan_out).for_each(|weight| *weight = draw());
                    }
                }
            }
            if layer.biased && self.biases != Biases::Zero {
                parameters[layer.biases()].iter_mut().for_each(|bias| *bias = draw());
            }
        }
    }

    /// The next number of a layer.
    fn draw(self, generator: &mut Generator, layer: &Layer) -> f64 {
        let (fan_in, fan_out) = (layer.fan_in as f64, layer.fan_out as f64);
        match self.init {
            Init::Zero => 0.0,
            Init::Random => generator.random() * self.deviation,
            Init::Uniform => generator.within(self.deviation),
            Init::Normal => generator.normal() * self.deviation,
            Init::GlorotUniform => generator.within(sqrt(6.0 / (fan_in + fan_out))),
            Init::GlorotNormal => generator.normal() * sqrt(2.0 / (fan_in + fan_out)),
            Init::HeUniform => generator.within(sqrt(6.0 / fan_in)),
            Init::HeNormal => generator.normal() * sqrt(2.0 / fan_in),
            Init::Torch => generator.within(1.0 / sqrt(fan_in)),
        }
    }
}

/// Seeds that are drawn for runs that name none: few enough to be read out, and to stand whole in a narrow field.
pub const FRESH_SEEDS: u32 = 10_000;

/// A seed below [`FRESH_SEEDS`] from the host's entropy, for a run that names none; 0 if the host has none to give.
pub fn fresh_seed() -> u32 {
    getrandom::u32().unwrap_or(0) % FRESH_SEEDS
}
