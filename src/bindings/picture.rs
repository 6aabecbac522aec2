//! Predictions on a canvas.

use super::values;
use crate::{Boundary, Network, boundary};
use js_sys::Uint32Array;
use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, ImageData};

/// The picture that was painted last, whose room the next one takes.
#[derive(Default)]
pub struct Picture {
    pub boundary: Boundary,
}

impl Picture {
    /// Paints what a network with these parameters predicts over a domain: `size` x `size` pixels, the corner at left and top
    /// at `place`. `palette` is a Uint32Array of 256 colours.
    pub fn paint(
        &mut self,
        (network, parameters, domain): (&Network, &[f64], [f64; 4]),
        context: &CanvasRenderingContext2d,
        place: [f64; 2],
        size: &JsValue,
        palette: &JsValue,
    ) -> Result<(), JsValue> {
        let mut colours = [0; 256];
        match palette.dyn_ref::<Uint32Array>() {
            Some(given) if given.length() == 256 => given.copy_to(&mut colours),
            _ => return Err(values::refused("palette", "a Uint32Array of 256 colours", palette)),
        }
        let side = values::within(boundary::SIZES, size)
            .ok_or_else(|| values::refused("size", "a whole number of pixels from 16 to 512", size))?;
        self.boundary.evaluate(network, parameters, domain, side);
        let bytes = bytemuck::cast_slice(self.boundary.paint(&colours));
        let image = ImageData::new_with_u8_clamped_array_and_sh(Clamped(bytes), side as u32, side as u32)?;
        context.put_image_data(&image, place[0], place[1])
    }
}
