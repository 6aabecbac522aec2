/** Registration of the element. */
import { NeuralFigure } from './element.js';

/** Registers `<neural-figure>`, where there are custom elements and it is not registered yet. */
export function define() {
  if (globalThis.customElements && !customElements.get('neural-figure')) {
    customElements.define('neural-figure', NeuralFigure);
  }
}
