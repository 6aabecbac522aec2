/**
 * Inside the network: the diagram of all its numbers, where the chosen one comes from, and why the run does what it does.
 *
 * @import { Intents, FullLocale, Layout, View } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { html, setText } from '../draw/dom.js';
import { total } from '../figure/snapshot/total.js';
import { diagnosis, ofZeros } from './diagnosis.js';
import { inspectorView } from './inspector.js';
import { diagramView } from './network/diagram.js';

/** Units times points of a network whose diagnosis is made in every frame; that of a larger one is made at rest. */
const MAX_FRAME_WORK = 64;

/**
 * @param {FullLocale} locale
 * @param {Intents} intents
 * @returns {View}
 */
export function networkView(locale, intents) {
  const { words } = locale;
  const inspector = inspectorView(locale, intents);
  const diagram = diagramView(locale, intents, inspector.choose);
  const why = html('p', { class: 'why', part: 'diagnosis' });
  const key = (/** @type {string} */ sign, /** @type {string} */ name) =>
    html('span', {}, html('i', { class: sign }), ' ', name);

  /**
   * While the run plays, the sentences keep the lines that they had when it began: nothing below them moves.
   * @param {string} text
   * @param {boolean} playing
   */
  function say(text, playing) {
    const begins = playing && !why.classList.contains('held');
    if (begins) why.classList.add('kept');
    const before = begins ? why.offsetHeight : 0;
    setText(why, text);
    if (begins) {
      const lines = Math.max(before, why.offsetHeight) / parseFloat(getComputedStyle(why).lineHeight);
      why.style.setProperty('--lines', String(Math.round(lines)));
    }
    why.classList.toggle('held', playing);
  }

  return {
    element: html(
      'div',
      { class: 'view network', part: 'network' },
      html(
        'header',
        {},
        html('b', {}, words.network),
        html('small', {}, key('positive', words.raises), key('negative', words.lowers)),
      ),
      html('div', { class: 'network-parts' }, diagram.element, inspector.element),
      why,
    ),
    shape: 'wide',

    /** Until there is a run. @param {Layout} layout */
    prepare: (layout) => why.textContent || setText(why, layout.fromZeros ? ofZeros(layout, locale) : ''),

    /** @param {Snapshot} snapshot @param {boolean} isRead */
    render(snapshot, isRead) {
      diagram.render(snapshot, isRead);
      if (!isRead) return;
      inspector.render(snapshot);
      const units = 1 + total(snapshot.config.layers);
      const isShown = !snapshot.playing || units * snapshot.points.length <= MAX_FRAME_WORK;
      say(isShown ? diagnosis(snapshot, locale).join(' ') : '', snapshot.playing);
    },

    point(example) {
      diagram.point?.(example);
      inspector.point(example);
    },

    recolour: diagram.recolour,
  };
}
