//! The core as JavaScript sees it: the only files that name the browser. They hand over and translate; what a value has
//! to be is judged in the core, and what it was is told in an `Error`.

mod picture;
mod sweep;
mod trainer;
mod values;

/// Panics, which are never the answer to bad input, reach the console with their place.
#[cfg(feature = "console")]
#[wasm_bindgen::prelude::wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// A panic, which is never the answer to bad input, traps. To print its place takes an eighth of the module: a figure goes
/// without, and the feature `console` has it.
#[cfg(not(feature = "console"))]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}

/// A seventh of the standard allocator's code, and as good for the few blocks that a figure asks for.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
