//! `Sweep` as a JavaScript class.

use super::picture::Picture;
use super::values;
use crate::sweep::{EXPECTED, STARTS, Start};
use crate::{Word, statistics};
use alloc::vec::Vec;
use js_sys::{Array, Float64Array, Object, Uint32Array};
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
    /// seed plus k. Of a network with more than 1,500 numbers, those that the optimizer remembers among them, there are fewer.
    #[wasm_bindgen(constructor)]
    pub fn new(config: &JsValue, starts: &JsValue) -> Result<Sweep, JsValue> {
        let config = values::config(config)?;
        let count = values::within(STARTS, starts).ok_or_else(|| values::refused("starts", EXPECTED, starts))?;
        let sweep = crate::Sweep::new(config, count).map_err(values::error)?;
        Ok(Self { sweep, picture: Picture::default() })
    }

    /// All settings, as numbers, words and lists; the seed is that of the first start.
    #[wasm_bindgen(getter)]
    pub fn config(&self) -> Result<Object, JsValue> {
        values::settings(self.sweep.config())
    }

    /// Takes up to `n` epochs, those of all starts counted together, and says how many; 0 if it is done. One call works for
    /// about a second at most: for more, call again.
    pub fn step(&mut self, n: &JsValue) -> Result<f64, JsValue> {
        Ok(self.sweep.step(values::epochs("step", n)?) as f64)
    }

    /// The number of starts.
    #[wasm_bindgen(getter)]
    pub fn starts(&self) -> f64 {
        self.sweep.starts().len() as f64
    }

    /// The epoch that every start has reached, or ended before.
    #[wasm_bindgen(getter)]
    pub fn epoch(&self) -> f64 {
        self.sweep.epoch() as f64
    }

    /// Whether every start has taken all its epochs.
    #[wasm_bindgen(getter)]
    pub fn done(&self) -> bool {
        self.sweep.is_done()
    }

    /// The part of the epochs that is behind, 0 to 1.
    #[wasm_bindgen(getter)]
    pub fn progress(&self) -> f64 {
        self.sweep.progress()
    }

    /// The seed of each start.
    pub fn seeds(&self) -> Uint32Array {
        let seeds: Vec<u32> = self.sweep.starts().iter().map(Start::seed).collect();
        Uint32Array::from(&seeds[..])
    }

    /// The epoch that each start has reached.
    pub fn epochs(&self) -> Float64Array {
        self.numbers(|start| start.epoch() as f64)
    }

    /// The loss of each start.
    pub fn losses(&self) -> Float64Array {
        self.numbers(Start::loss)
    }

    /// The epoch from which on each start was solved, exactly; NaN where it is not.
    #[wasm_bindgen(js_name = solvedAt)]
    pub fn solved_at(&self) -> Float64Array {
        self.numbers(|start| start.solved_at().map_or(f64::NAN, |epoch| epoch as f64))
    }

    /// The outcome of each start: `learning`, `plateau`, `solved`, `stuck` or `diverged`.
    #[wasm_bindgen(unchecked_return_type = "string[]")]
    pub fn outcomes(&mut self) -> Array {
        (0..self.sweep.starts().len()).map(|k| JsValue::from(self.sweep.outcome(k).word())).collect()
    }

    /// Why what each start has wrong stays so, as a Trainer says it; an empty text where that is not known.
    #[wasm_bindgen(unchecked_return_type = "string[]")]
    pub fn reasons(&mut self) -> Array {
        (0..self.sweep.starts().len()).map(|k| JsValue::from(self.sweep.reason(k).map_or("", Word::word))).collect()
    }

    /// Of each start that is stuck, the least loss of those in the same minimum; NaN of the others.
    pub fn minima(&mut self) -> Float64Array {
        Float64Array::from(&self.sweep.minima()[..])
    }

    /// The loss of start `k` at epochs 0, stride, 2 stride, ...: at most 201 entries.
    pub fn trace(&self, k: &JsValue) -> Result<Float64Array, JsValue> {
        Ok(Float64Array::from(self.sweep.starts()[self.place(k)?].trace()))
    }

    /// Epochs from one entry of a trace to the next, the same of all starts.
    #[wasm_bindgen(getter, js_name = traceStride)]
    pub fn trace_stride(&self) -> f64 {
        self.sweep.trace_stride() as f64
    }

    /// All parameters of start `k`, as those of a Trainer.
    pub fn parameters(&self, k: &JsValue) -> Result<Float64Array, JsValue> {
        Ok(Float64Array::from(self.sweep.parameters(self.place(k)?)))
    }

    /// Paints the predictions of start `k` into a canvas, `size` x `size` pixels, 16 to 512, from (`x`, `y`) on, which are 0 if
    /// absent. `palette` is a Uint32Array of 256 colours as a canvas stores them, from surely 0 to surely 1.
    pub fn paint(
        &mut self,
        k: &JsValue,
        context: &CanvasRenderingContext2d,
        size: &JsValue,
        palette: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "number")] x: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "number")] y: &JsValue,
    ) -> Result<(), JsValue> {
        let k = self.place(k)?;
        let what = (self.sweep.network(), self.sweep.parameters(k), self.sweep.config().dataset.domain());
        self.picture.paint(what, context, [x, y].map(|at| at.as_f64().unwrap_or(0.0)), size, palette)
    }

    /// The 95 % interval, by Wilson's score, of a share of which `count` of `of` were found: low and high, 0 to 1.
    pub fn interval(count: &JsValue, of: &JsValue) -> Result<Float64Array, JsValue> {
        const MOST: usize = u32::MAX as usize;
        let whole = "a whole number from 0 to 4294967295";
        let of = values::within(0..=MOST, of).ok_or_else(|| values::refused("of", whole, of))?;
        let count = values::within(0..=of, count)
            .ok_or_else(|| values::refused("count", "a whole number from 0 to that of all", count))?;
        Ok(Float64Array::from(&statistics::wilson(count, of)[..]))
    }
}

impl Sweep {
    fn numbers(&self, of: impl Fn(&Start) -> f64) -> Float64Array {
        Float64Array::from(&self.sweep.starts().iter().map(of).collect::<Vec<f64>>()[..])
    }

    /// The place of a start.
    fn place(&self, k: &JsValue) -> Result<usize, JsValue> {
        values::within(0..=self.sweep.starts().len() - 1, k)
            .ok_or_else(|| values::refused("k", "the place of a start, a whole number from 0", k))
    }
}
