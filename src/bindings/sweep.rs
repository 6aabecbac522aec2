//! `Sweep` as a JavaScript class.

use super::picture::Picture;
use super::values;
use crate::config::{ConfigError, Value, whole};
use crate::statistics;
use crate::sweep::{EXPECTED, STARTS};
use alloc::vec::Vec;
use js_sys::Float64Array;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::CanvasRenderingContext2d;

/// One configuration trained from many seeds, to its option `epochs`. At any epoch each start is, to the bit, what a Trainer
/// with its seed is there. Whatever throws leaves the sweep as it was.
#[wasm_bindgen]
pub struct Sweep {
    sweep: crate::Sweep,
    picture: Picture,
}

#[wasm_bindgen]
impl Sweep {
    /// `starts` starts at epoch 0, 1 to 1000. `config` is a plain object of options, as a Trainer takes it; start k has its
    /// seed plus k, and draws its own cloud with that. The states of all starts, with what the optimizer remembers, have at most
    /// 1,500,000 numbers.
    #[wasm_bindgen(constructor)]
    pub fn new(config: &JsValue, starts: &JsValue) -> Result<Sweep, JsValue> {
        let config = values::config(config)?;
        let count = starts.as_f64().and_then(|starts| whole(starts, STARTS));
        let count = count.ok_or_else(|| values::refused("starts", EXPECTED, starts))?;
        let sweep = crate::Sweep::new(config, count).map_err(values::error)?;
        Ok(Self { sweep, picture: Picture::default() })
    }

    /// Takes up to `n` epochs, those of all starts counted together, and says how many; 0 if it is done. One call works for
    /// about a second at most: for more, call again.
    pub fn step(&mut self, n: &JsValue) -> Result<f64, JsValue> {
        Ok(self.sweep.step(values::epochs("step", n)?) as f64)
    }

    /// The share of the epochs that have been taken, 0 to 1; 1 only when it is done.
    #[wasm_bindgen(getter)]
    pub fn progress(&self) -> f64 {
        self.sweep.progress()
    }

    /// What has become of each start: seed, epoch, loss, solved_at or NaN, the index of the outcome among its words, that of
    /// the reason or -1, and the least loss of those that are stuck in the same minimum or NaN.
    pub fn runs(&mut self) -> Float64Array {
        let minima = self.sweep.minima();
        let mut rows = Vec::with_capacity(minima.len());
        for (k, minimum) in minima.into_iter().enumerate() {
            let (outcome, reason) = self.sweep.verdict(k);
            let start = &self.sweep.starts()[k];
            rows.push([
                f64::from(start.seed()),
                start.epoch() as f64,
                start.loss(),
                start.solved_at().map_or(f64::NAN, |epoch| epoch as f64),
                outcome as u8 as f64,
                reason.map_or(-1.0, |reason| reason as u8 as f64),
                minimum,
            ]);
        }
        Float64Array::from(rows.as_flattened())
    }

    /// The loss of start `k` at epochs 0, stride, 2 stride, ...: at most 201 entries.
    pub fn trace(&self, k: f64) -> Result<Float64Array, JsValue> {
        Ok(Float64Array::from(self.sweep.trace(self.index(k)?)))
    }

    /// Epochs from one entry of a trace to the next, the same of all starts.
    #[wasm_bindgen(getter, js_name = traceStride)]
    pub fn trace_stride(&self) -> f64 {
        self.sweep.trace_stride() as f64
    }

    /// Paints the predictions of start `k` into a canvas, `size` x `size` pixels, 16 to 512, from (`x`, `y`) on. `palette` is a
    /// Uint32Array of 256 colours as a canvas stores them, from surely 0 to surely 1.
    pub fn paint(
        &mut self,
        k: f64,
        context: &CanvasRenderingContext2d,
        size: &JsValue,
        palette: &JsValue,
        x: f64,
        y: f64,
    ) -> Result<(), JsValue> {
        let k = self.index(k)?;
        let domain = self.sweep.domain(k);
        let what = (self.sweep.network(), self.sweep.parameters(k), domain);
        self.picture.paint(what, context, [x, y], size, palette)
    }

    /// The 95 % confidence interval, by Wilson's score, of a proportion found in `count` of `of`: low and high, 0 to 1.
    pub fn interval(count: f64, of: f64) -> Float64Array {
        Float64Array::from(&statistics::wilson(count as usize, of as usize)[..])
    }
}

impl Sweep {
    /// The index of a start.
    fn index(&self, k: f64) -> Result<usize, JsValue> {
        whole(k, 0..=self.sweep.starts().len() - 1).ok_or_else(|| {
            values::error(ConfigError::new("k", "the index of a start, a whole number from 0", Value::Number(k)))
        })
    }
}
