/**
 * Registers `<neural-figure>`. It is the only side effect of all these modules: import figure/element.js for the class
 * alone. Where there are no custom elements, as on a server, and where it is registered already, this does nothing.
 */
import { NeuralFigure } from './figure/element.js';

if (globalThis.customElements && !customElements.get('neural-figure')) {
  customElements.define('neural-figure', NeuralFigure);
}

export { NeuralFigure };
