//! A network of layers: forward, backward, and its parameters in one list.

use crate::activation::Activation;
use kernel::Curve;
use nalgebra::{DMatrix, DMatrixView, DMatrixViewMut, DVectorView};
use std::ops::Range;

/// The shape of a layer and the place of its parameters in the network's list: `W` (fan in x fan out) row by row, then
/// `B`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layer {
    pub fan_in: usize,
    pub fan_out: usize,
    start: usize,
}

impl Layer {
    /// Where `W` stands in the list. nalgebra reads columns, so those rows are to it the columns of `W'`.
    pub fn weights(self) -> Range<usize> {
        self.start..self.start + self.fan_in * self.fan_out
    }

    /// Where `B` stands in the list.
    pub fn biases(self) -> Range<usize> {
        let start = self.weights().end;
        start..start + self.fan_out
    }
}

/// Two inputs, hidden layers of one activation, one sigmoid output.
#[derive(Clone, Debug)]
pub struct Network {
    pub activation: Activation,
    layers: Vec<Layer>,
    /// Layer by layer, `W` row by row and then `B`.
    pub parameters: Vec<f64>,
}

impl Network {
    /// A network with these hidden layers and every parameter 0.
    pub fn new(activation: Activation, hidden: &[usize]) -> Self {
        let mut layers = Vec::with_capacity(hidden.len() + 1);
        let (mut fan_in, mut start) = (2, 0);
        for &fan_out in hidden.iter().chain(&[1]) {
            let layer = Layer { fan_in, fan_out, start };
            (fan_in, start) = (fan_out, layer.biases().end);
            layers.push(layer);
        }
        Self { activation, layers, parameters: vec![0.0; start] }
    }

    /// The layers, the first of them the one above the inputs.
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// `W'` of a layer: fan out x fan in.
    fn transposed_weights(&self, layer: Layer) -> DMatrixView<'_, f64> {
        DMatrixView::from_slice(&self.parameters[layer.weights()], layer.fan_out, layer.fan_in)
    }

    /// `B` of a layer.
    fn biases(&self, layer: Layer) -> DVectorView<'_, f64> {
        DVectorView::from_slice(&self.parameters[layer.biases()], layer.fan_out)
    }

    /// `Z = W'A + B`, `A = f(Z)`, layer by layer; of the output layer `pass` keeps the logits.
    pub fn forward(&self, pass: &mut Pass) {
        for (k, &layer) in self.layers.iter().enumerate() {
            let (below, above) = pass.values.split_at_mut(k + 1);
            let z = &mut above[0];
            for mut column in z.column_iter_mut() {
                column.copy_from(&self.biases(layer));
            }
            z.gemm(1.0, &self.transposed_weights(layer), &below[k], 1.0);
            if k + 1 < self.layers.len() {
                self.activation.curve().apply(z.as_mut_slice());
            }
        }
        pass.predictions.copy_from(&pass.values[self.layers.len()]);
        Curve::SIGMOID.apply(pass.predictions.as_mut_slice());
    }

    /// The gradient of the loss summed over the examples, into `pass.gradient`, after [`Network::forward`].
    ///
    /// At the output `dZ = Yhat - Y`; below, `dA = W dZ` and `dZ = dA * f'(Z)`; everywhere `dW = A dZ'` and `dB` is the
    /// sum of the columns of `dZ`.
    pub fn backward(&self, labels: &[f64], pass: &mut Pass) {
        for (delta, (p, y)) in pass.deltas[self.layers.len() - 1].iter_mut().zip(pass.predictions.iter().zip(labels)) {
            *delta = p - y;
        }
        pass.gradient.fill(0.0);
        for (k, &layer) in self.layers.iter().enumerate().rev() {
            let (below, above) = pass.deltas.split_at_mut(k);
            let dz = &above[0];
            let (weights, biases) = pass.gradient[layer.weights().start..].split_at_mut(layer.weights().len());
            let mut transposed = DMatrixViewMut::from_slice(weights, layer.fan_out, layer.fan_in);
            for (delta, a) in dz.column_iter().zip(pass.values[k].column_iter()) {
                transposed.ger(1.0, &delta, &a, 1.0);
                for (bias, d) in biases.iter_mut().zip(delta.iter()) {
                    *bias += d;
                }
            }
            if let Some(dz_below) = below.last_mut() {
                dz_below.gemm_tr(1.0, &self.transposed_weights(layer), dz, 0.0);
                for (d, &a) in dz_below.iter_mut().zip(pass.values[k].iter()) {
                    *d *= self.activation.slope(a);
                }
            }
        }
    }

    /// Every parameter finite.
    pub fn is_finite(&self) -> bool {
        self.parameters.iter().all(|parameter| parameter.is_finite())
    }
}

/// Room for one pass over the examples, made once so that training allocates nothing.
#[derive(Clone, Debug)]
pub struct Pass {
    /// `X`, the activations of each hidden layer, and last the logits: one column an example.
    values: Vec<DMatrix<f64>>,
    /// `dZ` of each layer.
    deltas: Vec<DMatrix<f64>>,
    predictions: DMatrix<f64>,
    /// In the order of the parameters.
    pub gradient: Vec<f64>,
}

impl Pass {
    /// Room for a pass of these inputs, one `[x1, x2]` an example, through `network`.
    pub fn new(network: &Network, inputs: &[[f64; 2]]) -> Self {
        let examples = inputs.len();
        let outputs = || network.layers.iter().map(|layer| DMatrix::zeros(layer.fan_out, examples));
        // nalgebra stores columns, and a column is an example.
        let inputs = DMatrix::from_column_slice(2, examples, inputs.as_flattened());
        Self {
            values: std::iter::once(inputs).chain(outputs()).collect(),
            deltas: outputs().collect(),
            predictions: DMatrix::zeros(1, examples),
            gradient: vec![0.0; network.parameters.len()],
        }
    }

    /// `Z` of the output, one an example.
    pub fn logits(&self) -> &[f64] {
        self.values[self.deltas.len()].as_slice()
    }

    /// `Yhat`, one an example.
    pub fn predictions(&self) -> &[f64] {
        self.predictions.as_slice()
    }
}
