/**
 * Many starts of the figure's settings: a small picture of each, what became of them, when they solved, and their losses.
 *
 * @import { Intents, FullLocale, View } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 * @import { Starts } from '../figure/session/starts.js'
 */
import { html, setText } from '../draw/dom.js';
import { segmented } from './fields.js';
import { ownKeys } from './gestures.js';
import { countsView } from './seeds/counts.js';
import { curvesView } from './seeds/curves.js';
import { groupsOf } from './seeds/groups.js';
import { pairsView } from './seeds/pairs.js';
import { picturesView } from './seeds/pictures.js';

/** Counts between two drawings of the curves while they grow: that takes longer than the rest. */
const COUNTS_PER_DRAWING = 3;

/** Starts beyond which the pictures have the whole width. */
const MAX_HALF_WIDTH_STARTS = 300;

/**
 * @param {FullLocale} locale
 * @param {Pick<Intents, 'set' | 'sweep'>} intents
 * @returns {View}
 */
export function seedsView(locale, { set, sweep }) {
  const words = locale.words.seeds;
  const title = html('b');
  const range = html('small');
  const pictures = picturesView(locale, (seed) => set('seed', String(seed)));
  const counts = countsView(locale);
  const pairs = pairsView(locale);
  const curves = curvesView(locale);
  const order = segmented(words.order, Object.entries(words.orders), (value) => {
    order.show(value);
    pictures.sort(value === 'seed');
  });
  const bar = html('progress', { 'aria-label': words.progress });
  const summary = html('span');
  const go = html('button', { type: 'button', click: () => sweep(isGoing ? 'pause' : 'play'), ...ownKeys });
  const cancel = html('button', { type: 'button', click: cancelSweep, ...ownKeys }, words.cancel);
  const said = html('p', { class: 'unseen', role: 'status' });
  const element = html(
    'div',
    { class: 'view seeds', part: 'seeds' },
    html('header', {}, title, range, order.element),
    html('div', { class: 'sweep' }, summary, bar, go, cancel),
    html(
      'div',
      { class: 'starts' },
      pictures.element,
      html('div', { class: 'results' }, curves.element, counts.element),
      pairs.element,
    ),
    said,
  );
  order.show('outcome');

  let isGoing = false;
  /** @type {Starts['runs'] | undefined} */
  let counted;
  /** @type {ReturnType<typeof groupsOf>} */
  let groups = [];
  /** Counts since the curves were drawn. */
  let undrawn = 0;
  /** What the curves were drawn for, beside the runs. */
  let drawn = '';

  function cancelSweep() {
    sweep('cancel');
    go.focus();
  }

  /** @param {Snapshot} snapshot */
  function render({ starts, config, points }) {
    if (!starts) return;
    // For another seed of theirs the starts stay.
    const first = starts.config ?? config;
    isGoing = starts.active;
    const isDone = starts.progress === 1;
    showProgress(starts, isDone);
    prepare(first);
    setText(range, words.range(String(first.seed), String((first.seed + first.starts - 1) % 2 ** 32)));

    const isCounted = counted !== starts.runs;
    counted = starts.runs;
    if (isCounted) groups = groupsOf(starts.runs);
    pairs.render(starts);
    pictures.render(starts, groups, { first: first.seed, present: config.seed });
    if (isCounted) {
      counts.render(starts, groups, first, points);
      setText(summary, summaryOf(starts, first, isDone));
      undrawn++;
    }
    const key = [config.seed, config.lossScale, isGoing, isDone, starts.runs.length].join();
    if (key === drawn && undrawn < (isDone ? 1 : COUNTS_PER_DRAWING)) return;
    drawn = key;
    undrawn = 0;
    curves.render(starts, groups, { first, present: config.seed, scale: config.lossScale });
  }

  /** @param {Starts} starts @param {boolean} isDone */
  function showProgress(starts, isDone) {
    bar.value = starts.progress;
    const isAtRest = isDone || starts.error !== '';
    if (isAtRest && [go, cancel].some((button) => button.matches(':focus'))) pictures.focus();
    bar.hidden = go.hidden = isAtRest;
    cancel.hidden = isAtRest || !(isGoing || starts.paused);
    setText(go, isGoing ? words.pause : starts.paused ? words.resume : words.begin);
  }

  /** @param {Starts} starts @param {Snapshot['config']} config @param {boolean} isDone */
  function summaryOf(starts, config, isDone) {
    if (starts.error) return locale.words.settingError(starts.error);
    if (!starts.runs.length) return '';
    const solved = starts.runs.filter(({ outcome }) => outcome === 'solved').length;
    const text = (isDone ? words.solved : words.solvedSoFar)(
      locale.whole(solved),
      locale.whole(starts.runs.length),
      locale.whole(config.epochs),
    );
    if (isDone) setText(said, text);
    return text;
  }

  /** @param {{ starts: number }} layout */
  function prepare({ starts }) {
    setText(title, locale.words.starts(locale.whole(starts)));
    element.classList.toggle('many', starts > MAX_HALF_WIDTH_STARTS);
    pictures.prepare(starts);
  }

  return { element, shape: 'wide', render, prepare, recolour: pictures.recolour };
}
