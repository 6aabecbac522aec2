/**
 * The figure's run and those that it is compared with, side by side: the boundary of each, its name, its loss and what has
 * become of it.
 *
 * @import { FullLocale } from '../../types.js'
 * @import { Snapshot } from '../../figure/snapshot.js'
 */
import { html, setAttr, setNumber, setText, svg } from '../../draw/dom.js';
import { dots, segments, STRETCHED } from '../../draw/path.js';
import { linear } from '../../draw/scale.js';
import { ownKeys } from '../gestures.js';
import { story } from '../story.js';
import { swatch } from '../swatch.js';
import { styleOf } from './curves.js';

/** Pixels a side that the core paints. */
const FIELD_PIXELS = 96;

/**
 * @param {FullLocale} locale
 * @param {(place: number) => void} remove  of a compared run
 */
export function boundariesView(locale, remove) {
  const words = locale.words.compare;
  const element = html('ul', { class: 'runs' });
  /** @type {ReturnType<typeof cell>[]} */
  let cells = [];
  let colours = new Uint32Array(256);

  /** @param {number} place  0 is the figure's own */
  function cell(place) {
    const canvas = html('canvas', { role: 'img', width: FIELD_PIXELS, height: FIELD_PIXELS });
    const context = canvas.getContext('2d');
    const [zeros, ones] = ['zero', 'one'].map((name) => svg('path', { class: name }));
    const contour = svg('path', { class: 'contour' });
    const name = html('b');
    const loss = html('b', { class: 'digits' });
    const outcome = html('p', { class: 'outcome' });
    const close = html('button', { type: 'button', click: () => leave(place), ...ownKeys }, '×');
    const item = html(
      'li',
      {},
      html(
        'div',
        { class: 'picture' },
        canvas,
        svg('svg', { 'aria-hidden': 'true', ...STRETCHED }, zeros, ones, contour),
      ),
      html('p', { class: 'name-of-run' }, swatch(styleOf(place)), name, place ? close : ''),
      html('p', {}, html('small', {}, locale.words.loss.toLowerCase()), ' ', loss),
      outcome,
    );
    /** @type {Snapshot['points'] | undefined} */
    let points;

    return {
      item,
      close,

      /** @param {Snapshot} snapshot @param {string} title */
      render(snapshot, title) {
        const [left, right, bottom, top] = snapshot.domain;
        const [x, y] = [linear(left, right), linear(bottom, top)];
        const pieces = context ? snapshot.paint(context, FIELD_PIXELS, colours) : snapshot.contour;
        setAttr(contour, 'd', segments(pieces, x.at, y.at));
        if (points !== snapshot.points) {
          points = snapshot.points;
          [zeros, ones].forEach((path, label) =>
            setAttr(path, 'd', dots(snapshot.points.filter((point) => point.label === label), x.at, y.at)),
          );
        } // prettier-ignore
        // All runs end together, which the status says.
        const found = story(snapshot, locale, true);
        setText(name, title);
        setAttr(name, 'title', title);
        setNumber(loss, locale.small(snapshot.loss));
        setText(outcome, found);
        setAttr(outcome, 'title', found);
        if (place) setAttr(close, 'aria-label', words.remove(title));
        if (!snapshot.playing) setAttr(canvas, 'aria-label', words.picture(title, found));
      },
    };
  }

  /** The focus stays at the place, or goes to the last. @param {number} place */
  function leave(place) {
    if (place === cells.length - 1 && place > 1) cells[place - 1].close.focus();
    remove(place - 1);
  }

  /** As many cells as there are runs. @param {number} count */
  function prepare(count) {
    if (cells.length === count) return;
    while (cells.length > count) cells.pop()?.item.remove();
    while (cells.length < count) element.append(cells[cells.push(cell(cells.length)) - 1].item);
    element.classList.toggle('several', count > 2);
  }

  return {
    element,
    prepare,

    /** @param {Snapshot} snapshot @param {string[]} names  of the figure's own run and of the others @param {boolean} isFixed */
    render(snapshot, names, isFixed) {
      prepare(names.length);
      [snapshot, ...snapshot.variants].forEach((one, place) => cells[place].render(one, names[place]));
      for (const { close } of cells) close.hidden = isFixed;
    },

    /** @param {Uint32Array<ArrayBuffer>} now */
    recolour(now) {
      colours = now;
    },
  };
}
