/**
 * The row of controls: what a reader needs at first glance, and a button for the rest.
 *
 * @import { Intents, Layout, Locale } from '../types.js'
 * @import { Snapshot } from '../figure/snapshot.js'
 */
import { html, setAttr, setText } from '../draw/dom.js';
import { hasView, optionOf } from '../figure/attributes/options.js';
import * as places from '../source.js';
import { number, segmented } from './fields.js';
import { ownKeys } from './gestures.js';
import { demand, preload } from './loader.js';
import { comparedChoices } from './options.js';
import { missing } from './pending.js';

/** Seeds that the button draws from: as many as the core's FRESH_SEEDS, which a run without a seed has. */
const NEW_SEEDS = 10_000;

/** Epochs that a step takes, as the reader likes. */
const STEP_SIZES = [1, 10, 100, 1000];

/** Listeners of a button for what is loaded on demand: it is loaded when the reader is about to press. */
const preloading = { pointerenter: preload, focus: preload };

/**
 * @param {Locale} locale
 * @param {Intents} intents
 */
export function controlsView(locale, intents) {
  const { words } = locale;
  /** @type {Snapshot | undefined} */
  let shown;

  const play = button(words.play, () => (isGoing(shown) ? intents.pause() : intents.play()), {
    part: 'play',
    class: 'main',
  });
  const stepSize = html(
    'select',
    { 'aria-label': words.stepSize, title: words.stepSize, ...ownKeys },
    ...STEP_SIZES.map((size) => html('option', { value: size }, locale.whole(size))),
  );
  // The settings have the others.
  const activation = segmented(words.activation, comparedChoices('activation', locale), (value) =>
    intents.set('activation', value),
  );
  const init = segmented(words.init, comparedChoices('init', locale), (value) => draw('init', value));
  const seed = number(words.seed, optionOf('seed'), (value) => draw('seed', value || null), (value) => intents.preview('seed', value || null)); // prettier-ignore
  const newSeed = () => draw('seed', String(Math.floor(Math.random() * NEW_SEEDS)));
  // Loaded and made when they are first asked for: few readers do, and every figure would wait for them.
  /** @type {ReturnType<import('./loader.js').OnDemand['settings']> | undefined} */
  let settings;
  /** @type {ReturnType<import('./loader.js').OnDemand['embed']> | undefined} */
  let embed;
  const missingNote = missing(locale);
  const inside = button(words.lookInside, () => toggleView('network'), { class: 'quiet more', ...preloading });
  const starts = button(words.starts(String(optionOf('starts').default)), () => toggleView('seeds'), {
    class: 'quiet more',
    ...preloading,
  });
  const more = button(words.more, toggle, { class: 'quiet more', 'aria-expanded': 'false', ...preloading });

  const openers = html('div', { class: 'group' }, inside, starts);
  // These two groups begin a line together, so that Embed and More do not stand alone on one.
  const rest = html(
    'div',
    { class: 'row rest' },
    html(
      'div',
      { class: 'group seed' },
      seed.element,
      button(words.newSeed, newSeed, {
        title: words.newSeedHint,
        'aria-label': words.newSeedHint,
      }),
    ),
    html(
      'div',
      { class: 'group last' },
      button(words.embed, openEmbed, {
        class: 'quiet',
        title: words.embedHint,
        'aria-haspopup': 'dialog',
        ...preloading,
      }),
      more,
    ),
  );
  const element = html(
    'div',
    { class: 'controls', part: 'controls' },
    html(
      'div',
      { class: 'row' },
      html(
        'div',
        { class: 'group' },
        play,
        html(
          'span',
          { class: 'split' },
          button(words.step, () => intents.step(Number(stepSize.value)), { title: words.stepHint }),
          stepSize,
        ),
        button(words.reset, intents.reset, { title: words.resetHint }),
      ),
      activation.element,
      init.element,
      openers,
      rest,
    ),
  );

  /**
   * Which controls there are, and what is chosen, whose bold word is wider: known before there is a run.
   * @param {Pick<Layout, 'views' | 'controls' | 'activation' | 'init'>} layout
   */
  function choose(layout) {
    const { views, controls } = layout;
    element.hidden = controls === 'none';
    for (const group of [activation.element, init.element, openers, rest]) group.hidden = controls === 'play';
    if (settings && controls !== 'full') settings.element.hidden = true;
    activation.show(layout.activation);
    init.show(layout.init);
    for (const [opener, name] of /** @type {const} */ ([
      [inside, 'network'],
      [starts, 'seeds'],
    ])) {
      setAttr(opener, 'aria-expanded', String(hasView(layout, name)));
      opener.hidden = views === name;
    }
  }

  /**
   * Does what needs something that is loaded on demand, or says what is missing.
   * @param {(onDemand: import('./loader.js').OnDemand) => void} act
   */
  function withDemanded(act) {
    demand().then(
      (onDemand) => {
        missingNote.remove();
        act(onDemand);
      },
      () => element.append(missingNote),
    );
  }

  function toggle() {
    withDemanded((onDemand) => {
      if (settings) {
        settings.element.hidden = !settings.element.hidden;
      } else {
        settings = onDemand.settings(locale, intents);
        element.append(settings.element);
      }
      if (shown) settings.render(shown);
      more.setAttribute('aria-expanded', String(!settings.element.hidden));
    });
  }

  /** Another start to draw, in place of numbers that were given. @param {string} name @param {string | null} value */
  function draw(name, value) {
    intents.set(name, value, { weights: null });
  }

  /** Shows one more view, or hides it. @param {string} name */
  function toggleView(name) {
    if (!shown) return;
    const views = shown.config.views.split(' ');
    const others = views.filter((view) => view !== name);
    const wanted = (others.length < views.length ? others : [...views, name]).join(' ');
    intents.set('views', wanted === optionOf('views').default ? null : wanted || null);
  }

  function openEmbed() {
    withDemanded((onDemand) => {
      if (!embed) element.append((embed = onDemand.embed(locale, places)).element);
      // A figure that has left the page meanwhile cannot show a dialog.
      if (shown && element.isConnected) embed.open(shown);
    });
  }

  /** @param {Snapshot} snapshot @param {boolean} isRead */
  function render(snapshot, isRead) {
    shown = snapshot;
    if (!isRead) return;
    choose(snapshot.config);
    setText(play, isGoing(snapshot) ? words.pause : snapshot.finished ? words.replay : words.play);
    seed.show(snapshot.config.seed);
    setText(starts, words.starts(locale.whole(snapshot.config.starts)));
    if (settings && !settings.element.hidden) settings.render(snapshot);
  }

  return { element, choose, render, focus: () => play.focus() };
}

/** A long step or seek can be paused as well. @param {Snapshot | undefined} snapshot */
function isGoing(snapshot) {
  return snapshot !== undefined && (snapshot.playing || snapshot.goal !== null);
}

/**
 * @param {string} label
 * @param {() => void} press
 * @param {import('../draw/dom.js').Properties} [properties]
 */
function button(label, press, properties) {
  return html('button', { type: 'button', click: press, ...ownKeys, ...properties }, label);
}
