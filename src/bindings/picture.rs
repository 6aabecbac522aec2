//! Pictures of a network on a canvas.

use super::values;
use crate::config::whole;
use crate::{Boundary, Network, boundary};
use js_sys::{Float64Array, Uint32Array};
use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, ImageData};

/// The most pixels of the pictures of all hidden units: 32 MB while they are painted.
const MAX_UNIT_PIXELS: usize = 1 << 22;

/// A painter of pictures, whose buffers the next picture takes again.
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
        let (side, colours) = read(size, palette)?;
        self.boundary.evaluate(network, parameters, domain, side);
        put(context, place, self.boundary.paint(&colours), side)
    }

    /// The decision boundary in the field that was evaluated last: x1, x2, x1, x2 of each piece of it.
    pub fn contour(&mut self, network: &Network, parameters: &[f64]) -> Float64Array {
        self.boundary.refine(network, parameters);
        Float64Array::from(&self.boundary.contour()[..])
    }

    /// Paints what each hidden unit answers, one picture below the other.
    pub fn paint_units(
        &mut self,
        (network, parameters, domain): (&Network, &[f64], [f64; 4]),
        context: &CanvasRenderingContext2d,
        size: &JsValue,
        palette: &JsValue,
    ) -> Result<(), JsValue> {
        let (side, colours) = read(size, palette)?;
        let hidden = network.layers().iter().rev().skip(1);
        if hidden.map(|layer| layer.fan_out).sum::<usize>() * side * side > MAX_UNIT_PIXELS {
            return Err(values::refused("size", "at most 4194304 pixels for all hidden units together", size));
        }
        put(context, [0.0; 2], self.boundary.paint_units(network, parameters, domain, side, &colours), side)
    }
}

/// The side of a picture in pixels, and its colours.
fn read(size: &JsValue, palette: &JsValue) -> Result<(usize, [u32; 256]), JsValue> {
    let mut colours = [0; 256];
    match palette.dyn_ref::<Uint32Array>() {
        Some(given) if given.length() == 256 => given.copy_to(&mut colours),
        _ => return Err(values::refused("palette", "a Uint32Array of 256 colours", palette)),
    }
    let side = (size.as_f64())
        .and_then(|size| whole(size, boundary::SIZES))
        .ok_or_else(|| values::refused("size", "a whole number of pixels from 16 to 512", size))?;
    Ok((side, colours))
}

/// Puts pixels into a canvas, `width` to a row, the corner at left and top at `place`.
fn put(context: &CanvasRenderingContext2d, place: [f64; 2], pixels: &[u32], width: usize) -> Result<(), JsValue> {
    if pixels.is_empty() {
        return Ok(());
    }
    let bytes = Clamped(bytemuck::cast_slice(pixels));
    let image = ImageData::new_with_u8_clamped_array_and_sh(bytes, width as u32, (pixels.len() / width) as u32)?;
    context.put_image_data(&image, place[0], place[1])
}
