//! `Trainer` as a JavaScript class.

use super::values;
use crate::config::{ConfigError, Value};
use crate::{Boundary, boundary};
use alloc::vec::Vec;
use js_sys::{Float64Array, Object, Uint32Array};
use wasm_bindgen::{Clamped, JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{CanvasRenderingContext2d, ImageData};

/// One run of training, and the picture of what it has learned. Whatever throws leaves the run as it was.
#[wasm_bindgen]
pub struct Trainer {
    trainer: crate::Trainer,
    boundary: Boundary,
}

#[wasm_bindgen]
impl Trainer {
    /// A run at epoch 0. `config` is a plain object of options; what is absent takes its default, and a seed is drawn.
    #[wasm_bindgen(constructor)]
    pub fn new(config: &JsValue) -> Result<Trainer, JsValue> {
        Ok(Self { trainer: crate::Trainer::new(values::config(config)?), boundary: Boundary::default() })
    }

    /// Takes new settings. True if they began another run; false if the present one goes on.
    pub fn configure(&mut self, config: &JsValue) -> Result<bool, JsValue> {
        self.trainer.configure(values::config(config)?).map_err(values::error)
    }

    /// All settings, as texts and numbers, with the seed that was drawn.
    #[wasm_bindgen(getter)]
    pub fn config(&self) -> Result<Object, JsValue> {
        values::settings(self.trainer.config())
    }

    /// Takes up to `n` updates and says how many. One call works for about a second at most: for more, call again.
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

    /// Updates taken so far.
    #[wasm_bindgen(getter)]
    pub fn epoch(&self) -> f64 {
        self.trainer.epoch() as f64
    }

    /// The furthest epoch of the recorded run.
    #[wasm_bindgen(getter)]
    pub fn furthest(&self) -> f64 {
        self.trainer.history().end() as f64
    }

    /// The mean binary cross-entropy, in nats.
    #[wasm_bindgen(getter)]
    pub fn loss(&mut self) -> f64 {
        self.trainer.loss()
    }

    /// `learning`, `plateau`, `solved`, `local-minimum` or `diverged`.
    #[wasm_bindgen(getter, unchecked_return_type = "string")]
    pub fn outcome(&mut self) -> JsValue {
        self.trainer.outcome().name().into()
    }

    /// The learning rate of the next update.
    #[wasm_bindgen(getter, js_name = learningRate)]
    pub fn learning_rate(&self) -> f64 {
        self.trainer.learning_rate()
    }

    /// The examples: x1, x2, label of each in turn.
    pub fn points(&self) -> Float64Array {
        let dataset = &self.trainer.config().dataset;
        let points: Vec<[f64; 3]> = dataset.inputs.iter().zip(&dataset.labels).map(|(x, &y)| [x[0], x[1], y]).collect();
        Float64Array::from(points.as_flattened())
    }

    /// The prediction for each example, in (0, 1).
    pub fn predictions(&mut self) -> Float64Array {
        Float64Array::from(self.trainer.predictions())
    }

    /// All parameters, layer by layer: W (fan in x fan out) row by row, then B.
    pub fn parameters(&self) -> Float64Array {
        Float64Array::from(&self.trainer.network().parameters[..])
    }

    /// What the next update descends, in the parameters' order.
    pub fn gradients(&mut self) -> Float64Array {
        Float64Array::from(&self.trainer.gradients()[..])
    }

    /// The loss at epochs 0, stride, 2 stride, ... of the whole recorded run.
    #[wasm_bindgen(js_name = lossTrace)]
    pub fn loss_trace(&self) -> Float64Array {
        Float64Array::from(self.trainer.history().losses().rows())
    }

    /// Epochs from one entry of the loss trace to the next.
    #[wasm_bindgen(getter, js_name = lossStride)]
    pub fn loss_stride(&self) -> f64 {
        self.trainer.history().losses().stride() as f64
    }

    /// Epochs from one keyframe to the next: a seek to a multiple of it, within the recorded run, trains nothing.
    #[wasm_bindgen(getter, js_name = keyframeStride)]
    pub fn keyframe_stride(&self) -> f64 {
        self.trainer.history().keyframes().stride() as f64
    }

    /// The square that the boundary shows: x1 min, x1 max, x2 min, x2 max.
    pub fn domain(&self) -> Float64Array {
        Float64Array::from(&self.trainer.config().dataset.domain()[..])
    }

    /// Paints the predictions over the domain into a canvas of `size` x `size` pixels, 16 to 512. `palette` is a
    /// Uint32Array of 256 colours as a canvas stores them, from surely 0 to surely 1.
    pub fn paint(
        &mut self,
        context: &CanvasRenderingContext2d,
        size: &JsValue,
        palette: &JsValue,
    ) -> Result<(), JsValue> {
        let mut colours = [0; 256];
        match palette.dyn_ref::<Uint32Array>() {
            Some(given) if given.length() == 256 => given.copy_to(&mut colours),
            _ => return Err(refused("palette", "a Uint32Array of 256 colours", palette)?),
        }
        let side = size.as_f64().filter(|&side| side == libm::trunc(side)).unwrap_or(0.0) as usize;
        if !boundary::SIZES.contains(&side) {
            return Err(refused("size", "a whole number of pixels from 16 to 512", size)?);
        }
        self.boundary.evaluate(self.trainer.network(), self.trainer.config().dataset.domain(), side);
        let bytes = bytemuck::cast_slice(self.boundary.paint(&colours));
        let image = ImageData::new_with_u8_clamped_array_and_sh(Clamped(bytes), side as u32, side as u32)?;
        context.put_image_data(&image, 0.0, 0.0)
    }

    /// The line of prediction 0.5 in the field last painted: x1, x2, x1, x2 of each segment.
    pub fn contour(&self) -> Float64Array {
        Float64Array::from(&self.boundary.contour()[..])
    }

    /// The post's own picture: for x1 and in it x2 from 0 by 0.08 to 0.96, 1 where the prediction is at least 0.5.
    pub fn scatter(&self) -> Float64Array {
        Float64Array::from(&boundary::scatter(self.trainer.network()).map(f64::from)[..])
    }
}

fn refused(name: &'static str, expected: &'static str, got: &JsValue) -> Result<JsValue, JsValue> {
    let got: Value = values::value(got)?;
    Ok(values::error(ConfigError { name, expected, got }))
}
