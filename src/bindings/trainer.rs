//! `Trainer` as a JavaScript class.

use super::picture::Picture;
use super::values::{self, refused};
use crate::{Word, boundary};
use alloc::vec::Vec;
use js_sys::{Array, Float64Array, Object, Uint32Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::CanvasRenderingContext2d;

/// Pixels a side of a field that is evaluated for its contour alone.
const CONTOUR_SIZE: usize = 97;

/// The most inputs that are evaluated in one call.
const MAX_INPUTS: u32 = 10_000;

/// One run of training, and the picture of what it has learned. Whatever throws leaves the run as it was.
#[wasm_bindgen]
pub struct Trainer {
    trainer: crate::Trainer,
    picture: Picture,
}

#[wasm_bindgen]
impl Trainer {
    /// A run at epoch 0. `config` is a plain object of options; what is absent takes its default, and a seed is drawn.
    #[wasm_bindgen(constructor)]
    pub fn new(config: &JsValue) -> Result<Trainer, JsValue> {
        Ok(Self { trainer: crate::Trainer::new(values::config(config)?), picture: Picture::default() })
    }

    /// Takes new settings. True if they began another run; false if the present one goes on.
    pub fn configure(&mut self, config: &JsValue) -> Result<bool, JsValue> {
        Ok(self.trainer.configure(values::config(config)?))
    }

    /// All settings, as numbers, words and lists, with the seed that was drawn.
    #[wasm_bindgen(getter)]
    pub fn config(&self) -> Result<Object, JsValue> {
        values::settings(self.trainer.config())
    }

    /// All settings of each run that the option `compare` asks for.
    pub fn compared(&self) -> Result<Array, JsValue> {
        let runs = self.trainer.config().compare.runs();
        runs.iter().map(|config| values::settings(config).map(JsValue::from)).collect()
    }

    /// Takes up to `n` epochs and says how many. One call works for about a second at most: for more, call again.
    pub fn step(&mut self, n: &JsValue) -> Result<f64, JsValue> {
        Ok(self.trainer.step(values::epochs("step", n)?) as f64)
    }

    /// Back to epoch 0 of the same run.
    pub fn reset(&mut self) {
        self.trainer.reset();
    }

    /// Goes to an earlier or later epoch and says where it got to. One call works for about a second at most.
    pub fn seek(&mut self, epoch: &JsValue) -> Result<f64, JsValue> {
        Ok(self.trainer.seek(values::epochs("seek", epoch)?) as f64)
    }

    /// Epochs taken so far.
    #[wasm_bindgen(getter)]
    pub fn epoch(&self) -> f64 {
        self.trainer.epoch() as f64
    }

    /// The furthest epoch of the recorded run.
    #[wasm_bindgen(getter)]
    pub fn furthest(&self) -> f64 {
        self.trainer.history().end() as f64
    }

    /// The learning rate of the next update: within the recorded run, the one that it was made with.
    #[wasm_bindgen(getter)]
    pub fn rate(&self) -> f64 {
        self.trainer.history().rate(self.trainer.epoch())
    }

    /// Whether the next epoch would leave the finite numbers: this is the last finite state.
    #[wasm_bindgen(getter)]
    pub fn diverged(&self) -> bool {
        self.trainer.is_diverged()
    }

    /// Whether the run goes no further than this epoch: it diverged, or the option `until` ends it here.
    #[wasm_bindgen(getter)]
    pub fn ended(&mut self) -> bool {
        self.trainer.is_diverged() || self.trainer.is_at_end()
    }

    /// The loss, as the option `loss` says, of what it is trained on.
    #[wasm_bindgen(getter)]
    pub fn loss(&mut self) -> f64 {
        self.trainer.loss()
    }

    /// `learning`, `plateau`, `solved`, `stuck` or `diverged`.
    #[wasm_bindgen(getter, unchecked_return_type = "string")]
    pub fn outcome(&mut self) -> JsValue {
        self.trainer.outcome().word().into()
    }

    /// Why what is wrong stays so, if that is known: zero-gradient, constant, one-line or dead-end; or an empty text.
    #[wasm_bindgen(getter, unchecked_return_type = "string")]
    pub fn reason(&mut self) -> JsValue {
        self.trainer.reason().map_or("", Word::word).into()
    }

    /// For each hidden unit, layer by layer, the index of the first unit of its layer that it is a copy of, and stays one of; its
    /// own index if there is none.
    pub fn twins(&self) -> Uint32Array {
        indices(&self.trainer.twins())
    }

    /// Whether a straight line separates the examples.
    #[wasm_bindgen(getter)]
    pub fn separable(&mut self) -> bool {
        self.trainer.is_separable()
    }

    /// All examples, in the order of the data: x1, x2, label of each in turn.
    pub fn points(&self) -> Float64Array {
        let points: Vec<[f64; 3]> = self.trainer.split().all.rows().collect();
        Float64Array::from(points.as_flattened())
    }

    /// The indices, among the points, of those that are held out, from the first on.
    #[wasm_bindgen(js_name = heldOut)]
    pub fn held_out(&self) -> Uint32Array {
        indices(&self.trainer.split().held_out().collect::<Vec<_>>())
    }

    /// The loss of what is held out; NaN where nothing is.
    #[wasm_bindgen(getter, js_name = testLoss)]
    pub fn test_loss(&mut self) -> f64 {
        self.trainer.test_loss()
    }

    /// The prediction for each example that is held out.
    #[wasm_bindgen(js_name = testPredictions)]
    pub fn test_predictions(&mut self) -> Float64Array {
        Float64Array::from(self.trainer.test_predictions())
    }

    /// The loss of what is held out at the epochs of the loss trace; empty where nothing is.
    #[wasm_bindgen(js_name = testLossTrace)]
    pub fn test_loss_trace(&self) -> Float64Array {
        self.losses(1)
    }

    /// The prediction for each example that it is trained on.
    pub fn predictions(&mut self) -> Float64Array {
        Float64Array::from(self.trainer.predictions())
    }

    /// All parameters, layer by layer: W (fan in x fan out) row by row, then B.
    pub fn parameters(&self) -> Float64Array {
        Float64Array::from(self.trainer.parameters())
    }

    /// Of the predictions: mean binary cross-entropy (NaN where they are no probabilities), mean squared error, mean absolute
    /// error, and the share that is right.
    pub fn metrics(&mut self) -> Float64Array {
        let m = self.trainer.metrics();
        Float64Array::from(&[m.cross_entropy, m.mean_squared_error, m.mean_absolute_error, m.accuracy][..])
    }

    /// What the next update follows, in the parameters' order.
    pub fn gradients(&mut self) -> Float64Array {
        Float64Array::from(&self.trainer.gradients()[..])
    }

    /// The loss at epochs 0, stride, 2 stride, ... of the whole recorded run.
    #[wasm_bindgen(js_name = lossTrace)]
    pub fn loss_trace(&self) -> Float64Array {
        self.losses(0)
    }

    /// Epochs from one entry of the loss trace to the next.
    #[wasm_bindgen(getter, js_name = lossStride)]
    pub fn loss_stride(&self) -> f64 {
        self.trainer.history().losses().stride() as f64
    }

    /// The learning rates of the recorded run: an epoch and the rate that holds from it, of each in turn.
    pub fn rates(&self) -> Float64Array {
        let rates: Vec<[f64; 2]> =
            self.trainer.history().rates().iter().map(|&(epoch, rate)| [epoch as f64, rate]).collect();
        Float64Array::from(rates.as_flattened())
    }

    /// Epochs from one keyframe to the next: a seek to a multiple of it, within the recorded run, trains nothing.
    #[wasm_bindgen(getter, js_name = keyframeStride)]
    pub fn keyframe_stride(&self) -> f64 {
        self.trainer.history().keyframes().stride() as f64
    }

    /// The square that the boundary shows: x1 min, x1 max, x2 min, x2 max.
    pub fn domain(&self) -> Float64Array {
        Float64Array::from(&self.trainer.domain()[..])
    }

    /// Paints the predictions over the domain into a canvas of `size` x `size` pixels, 16 to 512, and returns the decision
    /// boundary: x1, x2, x1, x2 of each piece of it. `palette` is a Uint32Array of 256 colours as a canvas stores them, from
    /// surely 0 to surely 1, so far from the middle as the square root of the prediction's distance.
    pub fn paint(
        &mut self,
        context: &CanvasRenderingContext2d,
        size: &JsValue,
        palette: &JsValue,
    ) -> Result<Float64Array, JsValue> {
        let (network, domain) = (self.trainer.network(), self.trainer.domain());
        let parameters = self.trainer.parameters();
        self.picture.paint((network, parameters, domain), context, [0.0; 2], size, palette)?;
        Ok(self.picture.contour(network, parameters))
    }

    /// Paints what each hidden unit answers over the domain, layer by layer, into a canvas that is `size` pixels wide, 16 to
    /// 512 and at most 2^22 pixels in all, and as many times as high as there are units. `palette` is as in `paint`, from the
    /// least value of the activation to the greatest; where it has none, 0 is in the middle.
    #[wasm_bindgen(js_name = paintUnits)]
    pub fn paint_units(
        &mut self,
        context: &CanvasRenderingContext2d,
        size: &JsValue,
        palette: &JsValue,
    ) -> Result<(), JsValue> {
        let (network, domain) = (self.trainer.network(), self.trainer.domain());
        self.picture.paint_units((network, self.trainer.parameters(), domain), context, size, palette)
    }

    /// The answer of each unit, layer by layer and the output's last, for each of these inputs: a Float64Array of x1, x2 of
    /// each in turn, finite, of at most 10,000.
    pub fn activations(&self, inputs: &JsValue) -> Result<Float64Array, JsValue> {
        let given = inputs.dyn_ref::<Float64Array>();
        let given = given.filter(|given| given.length() % 2 == 0 && given.length() <= 2 * MAX_INPUTS);
        let numbers = given.map(Float64Array::to_vec).filter(|numbers| numbers.iter().all(|x| x.is_finite()));
        let Some(numbers) = numbers else {
            return Err(refused("inputs", "a Float64Array of x1, x2 of each of at most 10000 finite inputs", inputs));
        };
        Ok(Float64Array::from(&self.trainer.activations(numbers.as_chunks().0)[..]))
    }

    /// The answer of each unit to each example, and the error that comes back to it: A, dZ of each unit, layer by layer and
    /// example by example.
    pub fn units(&mut self) -> Float64Array {
        Float64Array::from(self.trainer.units().as_flattened())
    }

    /// The decision boundary alone: x1, x2, x1, x2 of each piece of it.
    pub fn contour(&mut self) -> Float64Array {
        let (network, parameters) = (self.trainer.network(), self.trainer.parameters());
        self.picture.boundary.evaluate(network, parameters, self.trainer.domain(), CONTOUR_SIZE);
        self.picture.contour(network, parameters)
    }

    /// The post's own picture: for x1 and in it x2 from 0 by 0.08 to 0.96, 1 where the prediction is on the side of label 1.
    pub fn scatter(&self) -> Float64Array {
        Float64Array::from(&boundary::scatter(self.trainer.network(), self.trainer.parameters()).map(f64::from)[..])
    }
}

impl Trainer {
    /// One of the recorded losses, at every epoch of the record.
    fn losses(&self, which: usize) -> Float64Array {
        let losses: Vec<f64> = self.trainer.history().losses().column(which).collect();
        Float64Array::from(&losses[..])
    }
}

/// Indices as JavaScript has them; a `usize` of this target is a `u32`.
fn indices(indices: &[usize]) -> Uint32Array {
    Uint32Array::from(bytemuck::cast_slice::<usize, u32>(indices))
}
