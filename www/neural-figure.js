/**
 * Registers `<neural-figure>`. It is the only side effect of all these modules: import figure/element.js for the class
 * alone. Where there are no custom elements, as on a server, and where it is registered already, this does nothing.
 */
import { define } from './figure/define.js';

define();

export { NeuralFigure } from './figure/element.js';
