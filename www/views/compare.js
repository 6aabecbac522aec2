/**
 * Runs beside the figure's own: their boundaries side by side, and what of them the loss and the table show.
 *
 * @import { Config, Intents, FullLocale } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { html } from '../draw/dom.js';
import { withoutRun } from '../figure/attributes/comparison.js';
import { boundariesView } from './compare/boundaries.js';
import { columnsView } from './compare/columns.js';
import { curvesView } from './compare/curves.js';
import { runName } from './run-name.js';

/**
 * @param {FullLocale} locale
 * @param {Pick<Intents, 'set'>} intents
 */
export function compareView(locale, { set }) {
  const { words } = locale;
  const boundaries = boundariesView(locale, (place) => {
    if (shown) set('compare', withoutRun(shown.config.compare, place));
  });
  const curves = curvesView(locale);
  const columns = columnsView(locale);
  const element = html(
    'div',
    { class: 'view compare', part: 'compare' },
    html('header', {}, html('b', {}, words.compare.title)),
    boundaries.element,
  );

  /** @type {Snapshot | undefined} */
  let shown;
  /** Settings of all runs, and their names. @type {readonly Config[]} */
  let named = [];
  /** @type {string[]} */
  let names = [];

  /** The figure's own run by what any differs in, each other by what it does. @param {Snapshot} snapshot */
  function namesOf({ config, variants }) {
    const configs = [config, ...variants.map((variant) => variant.config)];
    if (configs.length !== named.length || configs.some((one, i) => one !== named[i])) {
      named = configs;
      names = configs.map((one, i) => runName(one, i ? [config] : configs.slice(1), locale));
    }
    return names;
  }

  return {
    element,
    shape: /** @type {const} */ ('wide'),
    recolour: boundaries.recolour,

    /** @param {unknown} _layout @param {number} compared */
    prepare(_layout, compared) {
      boundaries.prepare(compared + 1);
    },

    /** @param {Snapshot} snapshot */
    render(snapshot) {
      shown = snapshot;
      boundaries.render(snapshot, namesOf(snapshot), snapshot.config.controls !== 'full');
    },

    /** Of the plot of the loss. */
    curves: curves.element,
    legend: curves.legend,

    /** @param {Snapshot} snapshot @param {{ x: (epoch: number) => number, y: (loss: number) => number }} axes */
    renderCurves(snapshot, axes) {
      curves.render(snapshot, namesOf(snapshot), axes);
    },

    /** @param {Snapshot} snapshot @param {HTMLTableElement} table */
    renderColumns(snapshot, table) {
      columns.render(snapshot, namesOf(snapshot), table);
    },
  };
}
