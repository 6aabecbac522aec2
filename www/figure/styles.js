/**
 * The look. A constructed style sheet, which a strict `style-src` lets pass, shared by all figures. Sizes are in em,
 * never rem: the figure follows the text around it, not the root of a page that it does not know.
 *
 * Custom properties that a page may set: --nf-zero, --nf-one (ink of the classes), --nf-zero-fill, --nf-one-fill (tints
 * and points), --nf-gap, --nf-max-width. Everything else is mixed from the colour of the text.
 */
import boundary from './styles/boundary.js';

const CSS = /* css */ `
:host {
  display: block;
  box-sizing: border-box;
  writing-mode: horizontal-tb;
  break-inside: avoid;
}
:host([hidden]) { display: none }
[hidden] { display: none !important }

.figure {
  /* Nothing is inherited from the page but direction, which all leaves as it is, and what stands here. */
  all: initial;
  font-family: inherit;
  font-size: .875em;
  -webkit-font-smoothing: inherit;
  -moz-osx-font-smoothing: inherit;
  -webkit-locale: inherit;
  color: inherit;
  visibility: inherit;
  pointer-events: inherit;

  --zero: var(--nf-zero, #b4500b);
  --one: var(--nf-one, #1b68ad);
  --zero-fill: var(--nf-zero-fill, #f59322);
  --one-fill: var(--nf-one-fill, #0877bd);
  --on-fill: #fff;
  --muted: color-mix(in srgb, currentColor 68%, transparent);
  --line: color-mix(in srgb, currentColor 24%, transparent);
  --hair: color-mix(in srgb, currentColor 9%, transparent);
  --width: var(--nf-max-width, 60em);
  --head: max(24px, 2em);
  color-scheme: light;
  box-sizing: border-box;
  /* The container below has no width of its own: the first track gives one, which shrinks; the second takes the rest. */
  display: grid;
  grid-template-columns: minmax(200px, min(var(--width), 90vw)) minmax(0, 1fr);
  max-width: var(--width);
  margin-inline: auto;
  line-height: 1.4;
  font-variant-numeric: tabular-nums;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
  -webkit-print-color-adjust: exact;
  print-color-adjust: exact;
}
/* Tells when the colour of the page's text, or a tint, begins to change, and when it has. */
.figure, path.zero, path.one { transition: color 1ms }
.figure > * { grid-column: 1 / -1 }
.container { container-type: inline-size }
.figure:lang(ko) { word-break: keep-all }
:host(:fullscreen) .figure { min-height: 100%; --width: 100%; padding: 1.5em; background: Canvas; overflow: auto }
.figure.dark {
  --zero: var(--nf-zero, #f7a548);
  --one: var(--nf-one, #6bb5ec);
  --zero-fill: var(--nf-zero-fill, #ff8420);
  --one-fill: var(--nf-one-fill, #2a94dc);
  color-scheme: dark;
}
.loading > * { visibility: hidden }
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.zero { color: var(--zero) }
.one { color: var(--one) }

/* Plots */
.plots { display: grid; grid-auto-flow: dense; gap: 1.25em var(--nf-gap, 2em) }
.side { display: grid; gap: .75em; grid-template-rows: minmax(13em, 1fr) auto; min-width: 0 }
.wide { grid-column: 1 / -1 }
/* Alone in a row, the cell takes it whole, and what is in it no more than suits it. */
.side > .table:only-child { align-self: center }
.wide > .table:only-child { padding-inline: max(0px, 50% - 15em) }
.view { display: flex; flex-direction: column; min-width: 0 }
header { display: flex; align-items: center; gap: .6em; margin: 0 0 .6em; min-height: var(--head) }
header b { font-weight: 600 }
header small { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
header .segmented, header .pin { flex: none; margin-inline-start: auto }
header .pin:not([hidden]) + .segmented { margin-inline-start: 0 }
header .pin { min-height: 24px; padding: 0 .5em; font-size: .9em }
.pin[aria-pressed=true] { background: color-mix(in srgb, currentColor 12%, transparent); font-weight: 600 }
.pin:disabled { opacity: .5; cursor: default }
/* A box whose text may change without a layout of what is around it. */
.digits { display: inline-block; contain: layout size; height: 1.4em; vertical-align: top; white-space: nowrap }
small, .field > label { font-size: 1em; color: var(--muted) }
.reading { position: absolute; inset: calc(100% + 1.7em) auto auto 0; font-size: .9em; color: var(--muted) }

/* As high as what is said of a plateau, which comes and goes while the run plays. */
.why { margin: .8em 0 0; min-height: 4.2em; max-width: 52em }
/* The starts have counts of their own, and nothing sets the run going. */
:host([controls=none i][views=seeds i]) .status { display: none }
/* None is kept in a figure that nobody has set going, and that has nothing to say. */
:host([controls=none i]:not([autoplay])) .why:empty:not(.kept) { display: none }
.pending .why { visibility: hidden }
/* As high as the views that they stand for are with the default network and starts. */
.pending.network { --base: 22.5em; padding-top: calc(var(--base) + min(5.2em * (var(--most) - 2), 15.3em)) }
/* Its sentence takes a line more where the view is narrower than --turn. */
.pending.hidden-space { --rest: 5.5em; --turn: 19em }
.pending.hidden-space:lang(ko) { --rest: 4.1em; --turn: 21.28em }
.pending.hidden-space.many { --rest: 5.5em; --turn: 25.8em }
.pending.hidden-space.many:lang(ko) { --turn: 21em }
.pending.hidden-space::after { content: ""; display: block; aspect-ratio: 1; margin-bottom: clamp(var(--rest), 999 * (var(--turn) - 100%), var(--rest) + 1.4em) }
.pending.seeds { min-height: 43em }
.beside .bar { display: none }
.beside :is(th, td) { padding-inline: .25em; vertical-align: baseline }
.beside td { white-space: nowrap }
.beside :is(.right, .wrong) { width: 1.15em }
.beside.every :is(th, td):nth-child(-n+3) { width: 8% }
/* Room for a name of two lines, which is not known before there is a run. */
.beside thead th { height: 3.3em; vertical-align: bottom; overflow: hidden; text-overflow: ellipsis }
.pending.compare { --run: calc(min(13em, (100cqi - var(--nf-gap, 2em)) / 2) + 24px + 6.35em); min-height: calc(2.6em + var(--run)) }
.pending.compare.several { min-height: calc(3.6em + 2 * var(--run)) }

.plot { position: relative; contain: layout size; flex: 1; margin: 0 0 2em 2.6em; touch-action: pan-x pan-y pinch-zoom; direction: ltr }
.plot > svg { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; pointer-events: none }
svg svg { overflow: visible }
.boundary .plot { flex: none; width: calc(100% - 2.6em); aspect-ratio: 1 }
.loss .plot { margin: 0 .4em 3em 4em; cursor: crosshair; min-height: 8em; touch-action: pan-y pinch-zoom; user-select: none; -webkit-user-select: none }

.loss { position: relative }
.legends { position: absolute; top: calc(max(24px, 2em) + 1.7em); right: .6em; max-width: 60%; font-size: .9em; color: var(--muted); pointer-events: none; direction: ltr }
.entry { display: flex; align-items: center; justify-content: flex-end; gap: .2em }
.entry > span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.entry button { pointer-events: auto; min-height: 24px; min-width: 24px; padding: 0; border-color: transparent; flex: none }
.entry .run { padding: 0 .5em; margin-inline-start: .3em; border-color: var(--line) }
.ghosts:has(button) span:only-child { margin-right: calc(24px + .2em) }
/* Names of curves, in the line of the name of the axis; a second one has room below, and more make it. */
.foot { margin: -1.55em 5.5em -1.2em 4em; min-height: 2.75em; display: flex; flex-wrap: wrap; align-content: start; gap: 0 1.2em; font-size: .9em; line-height: 1.3; color: var(--muted); direction: ltr }
.foot > div, .names { display: contents }
.foot .entry { min-width: 0; max-width: 12em }
.swatch { width: 1.8em; height: .6em; margin-inline-end: .5em }
.swatch line { stroke: currentColor; stroke-linecap: round; stroke-width: .12em }

canvas { position: absolute; inset: 0; width: 100%; height: 100% }
.scattered canvas { visibility: hidden }
text { fill: var(--muted); font-size: .9em }
.bottom text, .name { text-anchor: middle }
.left text, text.end { text-anchor: end }
.name { font-style: italic }
.boundary .name { text-anchor: end }
.name.end { font-style: normal }
.sub { font-size: .75em }
.axis line { stroke: var(--line); shape-rendering: crispEdges }
.axis .grid { stroke: var(--hair) }
path { fill: none; stroke: currentColor; stroke-linecap: round; stroke-linejoin: round; vector-effect: non-scaling-stroke }
.contour { stroke-width: .125em }
.behind { stroke-width: .145em }
.ghost { stroke-width: .09em; opacity: .42 }
.test { stroke-width: .115em; stroke-dasharray: 2.5 2; stroke-linecap: butt }
.pinned-0 { stroke-dasharray: 7 4 }
.pinned-1 { stroke-dasharray: 1.5 3.5 }
.pinned-2 { stroke-dasharray: 8 3.5 1.5 3.5 }
.ahead { stroke-width: .145em; opacity: .28 }
path.zero, .tint.zero { color: var(--zero-fill); stroke-width: .57em }
path.one, .tint.one { color: var(--one-fill); stroke-width: .5em; stroke-linecap: square }
path.hole { color: Canvas; stroke-width: .27em }
path.one.hole { stroke-width: .22em }
.cursor line { stroke: var(--line); shape-rendering: crispEdges }
.cursor circle { fill: currentColor; r: .3em }
.loss .plot:hover .now circle, .plot:focus-visible .now circle { stroke: currentColor; stroke-width: .5em; stroke-opacity: .25; r: .43em }
.pointer line { stroke-dasharray: 2 3; stroke: var(--muted) }
.pointer circle { fill: Canvas; stroke: currentColor; stroke-width: 1.5px }
.note { position: absolute; inset: 0; margin: 0; padding: 1em; text-align: center; color: var(--muted) }

.point {
  position: absolute;
  width: 2em;
  height: 2em;
  min-height: 0;
  margin: -1em;
  padding: 0;
  border: 2px solid var(--on-fill);
  background: var(--one);
  color: #fff;
  font-weight: 700;
  line-height: 1;
}
.figure .point:hover { background: var(--one); filter: brightness(1.12) }
.figure .point.zero:hover { background: var(--zero) }
.point.one { border-radius: .36em }
.point.zero { border-radius: 50%; background: var(--zero) }
.dark .point { color: #111; border-color: #111 }
.point.hollow, .figure .point.hollow:hover { background: Canvas; border-color: currentColor; color: var(--one) }
.point.hollow.zero, .figure .point.hollow.zero:hover { color: var(--zero) }
.label.hollow { padding: 0 .3em; border: .12em solid; border-radius: .36em }
.label.hollow.zero { border-radius: 1em }

/* Table */
table { border-collapse: collapse; table-layout: fixed; width: 100% }
th { font-weight: 400; color: var(--muted) }
th, td { padding: .2em .5em; text-align: end; border-bottom: 1px solid var(--hair) }
thead th { border-color: var(--line) }
.every th:nth-child(-n+3) { width: 11% }
.variable { font-style: italic }
sub { font-size: .75em; line-height: 0 }
td:has(.bar) { white-space: nowrap }
.bar { position: relative; contain: layout size; display: inline-block; width: calc(100% - 6.6em); max-width: 9em; height: .35em; margin-inline-end: .8em; vertical-align: .15em; background: var(--hair) }
.bar i { position: absolute; left: 50%; width: 50%; height: 100%; background: currentColor; transform-origin: left }
.right, .wrong { display: inline-block; width: 1.8em }
.wrong { color: var(--muted); font-weight: 400 }

tr.attended { background: var(--hair) }
.figure .point.attended { outline: 2px solid CanvasText; outline-offset: 2px }

/* Controls */
.controls { margin-top: 1em }
.row { display: flex; flex-wrap: wrap; gap: .6em .75em; align-items: center }
.rest { flex: 1 0 auto; max-width: 100% }
.group { display: flex; flex-wrap: wrap; gap: .3em; align-items: center }
button, input, select, fieldset { font: inherit; color: inherit; margin: 0; box-sizing: border-box }
button, select, input[type=number], .segmented {
  min-height: max(24px, 2.1em);
  border: 1px solid var(--line);
  border-radius: .4em;
  background: transparent;
}
button { padding: 0 .65em; cursor: pointer }
button:hover, .segmented label:hover { background: var(--hair) }
.main { min-width: 5.5em; font-weight: 600 }
.quiet { padding-inline: .4em; border-color: transparent }
.last { margin-inline-start: auto }
.more::after { content: " ▾"; content: " ▾" / "" }
.more[aria-expanded=true]::after { content: " ▴"; content: " ▴" / "" }
input[type=number] { padding: 0 .5em; appearance: textfield; -moz-appearance: textfield }
input::-webkit-inner-spin-button { display: none }
select { padding: 0 .3em }
.split { position: relative; display: inline-flex }
.split button { border-start-end-radius: 0; border-end-end-radius: 0 }
.split select { appearance: none; padding-block: 0; padding-inline: .5em 1.4em; border-inline-start: 0; border-start-start-radius: 0; border-end-start-radius: 0; cursor: pointer }
.split::after { content: "▾"; content: "▾" / ""; position: absolute; inset-block: 0; inset-inline-end: .4em; align-content: center; pointer-events: none }
option { background: Canvas; color: CanvasText }
.segmented { display: inline-flex; padding: 0; min-width: 0; overflow: clip }
.segmented label { position: relative; display: grid; place-items: center; cursor: pointer; padding: 0 .6em; min-width: 24px; min-height: max(24px, 2.1em - 2px); box-sizing: border-box }
.segmented label + label { border-inline-start: 1px solid var(--line) }
.segmented input { position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; pointer-events: none }
.segmented label:has(:checked) { background: color-mix(in srgb, currentColor 12%, transparent); font-weight: 600 }
header .segmented, header .segmented label { min-height: 24px }
header .segmented { font-size: .9em }
.seed .field { display: flex; align-items: center; gap: .4em }
.seed input { width: 6.5em }

:focus-visible, label:has(:focus-visible) { outline: 2px solid var(--one); outline-offset: 2px }
.segmented label:has(:focus-visible) { outline-offset: -2px }

/* Status */
.status { display: flex; flex-wrap: wrap; gap: .2em 1.5em; margin: 1em 0 0; min-height: 1.4em }
.status b { min-width: 5em; font-weight: 400 }
.story { flex: 1 0 100%; min-height: 1.4em }
.error { margin: .8em 0 0; padding: .4em .8em; border-inline-start: 3px solid var(--zero); background: var(--hair); white-space: pre-line }

/* The sentence has a line of its own until it surely fits beside the numbers: nothing moves while it changes. */
@container (min-width: 59em) {
  .story { flex: 1 }
}
@container (min-width: 600px) {
  .pending.compare { --run: min(13em, (100cqi - var(--nf-gap, 2em)) / 4) }
  .pending.compare.several { --run: calc(min(13em, (100cqi - (var(--runs) - 1) * var(--nf-gap, 2em)) / var(--runs)) + 24px + 6.35em); min-height: calc(2.6em + var(--run)) }
  .plots, .side.wide:has(> :nth-child(2)) { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) }
  .wide:is(.boundary, .hidden-space) { padding-inline: max(0px, 50% - 17em) }
  .side.wide { gap: 1.25em var(--nf-gap, 2em); grid-template-rows: auto }
  .side.wide > .loss { min-height: 19em }
  /* Beside the boundary there is little more room for columns than on a phone. */
  .side:not(.wide) .several table { font-size: .82em }
  .side:not(.wide) .several.every :is(th, td):nth-child(-n+3) { width: 6% }
  .side:not(.wide) .several :is(.right, .wrong) { width: 1em }
}
@container (max-width: 599.98px) {
  .side { grid-template-rows: auto }
  .loss .plot { width: calc(100% - 4.4em); aspect-ratio: 5 / 3; max-height: 16em; flex: none }
  :is(.boundary, .hidden-space):only-child, .meaning { width: min(100%, 28em); margin-inline: auto }
  .pending.hidden-space::after { max-width: 28em }
  /* Below another view the square is in the middle, and its heading where theirs are. */
  :is(.boundary, .hidden-space):not(:only-child) > .plot { width: min(100% - 2.6em, 25.4em); margin-inline-start: max(2.6em, 50% - 11.4em) }
  .story { min-height: 2.8em }
  .why { min-height: 5.6em }
  .pending.seeds { min-height: 78em }
}
@container (max-width: 44.99em) {
  .pending.network { --base: 25.1em }
}
/* Embed, Look inside and More stay on the line of the seed. */
@container (max-width: 30.7em) {
  .beside table { font-size: .92em }
  .beside.several table { font-size: .8em }
  .beside.several.every :is(th, td):nth-child(-n+3) { width: 6% }
  .beside.several :is(.right, .wrong) { width: 1em }
  .pending.compare { --run: calc(min(13em, (100cqi - 1em) / 2) + 24px + 6.35em) }
  .pending.network { --base: 26.4em }
  .why { min-height: 7em }
  .rest { gap: .6em .2em }
  .rest .group { gap: .2em }
  .seed button { padding-inline: .4em }
  .rest .more::after { content: none }
  .rest .quiet { padding-inline: .2em }
  .seed .field { gap: .25em }
  .seed input { width: 4.6em }
}
@container (max-width: 24.3em) {
  .foot { margin-inline-start: 0 }
  .table:not(.every) :is(th, td) { padding-inline: .3em }
  .table:not(.every) th:first-child { width: 13% }
  .beside.several table { font-size: .74em }
}
@container (max-width: 22.1em) {
  .why { min-height: 8.4em }
  .pending.network:not(:lang(ko)) { --base: 30.2em }
}
@container (max-width: 19em) {
  .beside.several table { font-size: .58em }
  .row button { padding-inline: .4em }
  .split select { padding-inline: .35em 1.2em }
}
@container (min-width: 600px) and (max-width: 41em) {
  .side:not(.wide) .several table { font-size: .68em }
}
@media (forced-colors: active) {
  .figure { --muted: CanvasText; --line: GrayText; --hair: GrayText }
  .figure .point { background: Canvas; color: CanvasText; border-color: CanvasText }
  .segmented label:has(:checked) { forced-color-adjust: none; background: Highlight; color: HighlightText }
  .bar { forced-color-adjust: none; background: Canvas; outline: 1px solid GrayText }
  .bar i { background: CanvasText }
  canvas { opacity: .6 }
  tr.attended { background: none; outline: 2px solid Highlight }
  .error { background: none }
}
@media (pointer: coarse) {
  button, select, input[type=number], .segmented label, header .segmented, header .segmented label, header .pin { min-height: 40px }
  .segmented label, button { min-width: 40px }
  .point { width: 40px; height: 40px; margin: -20px }
  /* As high as the one with the scale of the loss: plots side by side begin at one height. */
  @container (min-width: 600px) {
    .view { --head: 42px }
  }
}
@media print {
  .controls, header .segmented { display: none }
}
`;

/** Of all that has been loaded. */
let css = CSS + boundary;

/** @type {WeakMap<Window, CSSStyleSheet>} */
const sheets = new WeakMap();
/** @type {Set<WeakRef<CSSStyleSheet>>} */
const made = new Set();

/** The sheet of a window: no document takes that of another. @param {Window & typeof globalThis} window */
export function styles(window) {
  let sheet = sheets.get(window);
  if (!sheet) {
    sheets.set(window, (sheet = new window.CSSStyleSheet()));
    made.add(new WeakRef(sheet));
    // jsdom has none.
    sheet.replaceSync?.(css);
  }
  return sheet;
}

/** The look of what was loaded on demand, for all windows. @param {string} more */
export function addStyles(more) {
  css += more;
  for (const sheet of made) sheet.deref()?.replaceSync?.(css);
}
