/** The look of the views that every figure has, and the height of those that are still to come. */
export default /* css */ `
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
/* Not in a figure without controls that does not play by itself, while there is nothing to say. */
:host([controls=none i]:not([autoplay])) .why:empty:not(.kept) { display: none }
.pending .why { visibility: hidden }
/* As high as the views that they stand for are with the default network and starts. */
.pending.network { --base: 22.5em; padding-top: calc(var(--base) + min(5.2em * (var(--most) - 2), 15.3em)) }
/* Its sentence takes a third line where the view is narrower than 19em. */
.pending.hidden-space::after { content: ""; display: block; aspect-ratio: 1; margin-bottom: clamp(5.5em, 999 * (19em - 100%), 6.9em) }
.pending.seeds { min-height: 43em }
.beside .bar { display: none }
.beside :is(th, td) { padding-inline: .25em; vertical-align: baseline }
.beside td { white-space: nowrap }
.beside :is(.right, .wrong) { width: 1em }
.beside.every :is(th, td):nth-child(-n+3) { width: 8% }
/* Room for a name of two lines, which is not known before there is a run. */
.beside thead th { height: 3.3em; vertical-align: bottom; overflow: hidden; text-overflow: ellipsis }
.pending.compare { --run: calc(min(13em, (100cqi - var(--nf-gap, 2em)) / 2) + 10.25em); min-height: calc(2.6em + var(--run)) }
.pending.compare.several { min-height: calc(3.6em + 2 * var(--run) - (4 - var(--runs)) * 10.25em) }

.plot { position: relative; contain: layout size; flex: 1; margin: 0 0 2em 2.6em; touch-action: pan-x pan-y pinch-zoom }
.plot > svg { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; pointer-events: none }
svg svg { overflow: visible }
.boundary .plot { flex: none; width: calc(100% - 2.6em); aspect-ratio: 1 }
.loss .plot { margin: 0 .4em 3em 4em; cursor: crosshair; min-height: 8em; touch-action: pan-y pinch-zoom; user-select: none; -webkit-user-select: none }

.loss { position: relative }
.legends { position: absolute; top: calc(max(24px, 2em) + 1.7em); right: .6em; max-width: 60%; font-size: .9em; color: var(--muted); pointer-events: none }
.entry { display: flex; align-items: center; justify-content: flex-end; gap: .2em }
.entry > span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.entry button { pointer-events: auto; min-height: 24px; min-width: 24px; padding: 0; border-color: transparent; flex: none }
.entry .run { padding: 0 .5em; margin-inline-start: .3em; border-color: var(--line) }
.ghosts:has(button) span:only-child { margin-right: calc(24px + .2em) }
/* Names of curves, in the line of the name of the axis; a second one has room below, and more make it. */
.foot { margin: -1.55em 5.5em -1.2em 4em; min-height: 2.75em; display: flex; flex-wrap: wrap; align-content: start; gap: 0 1.2em; font-size: .9em; line-height: 1.3; color: var(--muted) }
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
  color: var(--on-fill);
  font-weight: 700;
  line-height: 1;
}
.figure .point:hover { background: var(--one); filter: brightness(1.12) }
.figure .point.zero:hover { background: var(--zero) }
.point.one { border-radius: .36em }
.point.zero { border-radius: 50%; background: var(--zero) }
.point.hollow, .figure .point.hollow:hover { background: Canvas; border-color: currentColor; color: var(--one) }
.point.hollow.zero, .figure .point.hollow.zero:hover { color: var(--zero) }
.label.hollow { padding: 0 .3em; border: .12em solid; border-radius: .36em }
.label.hollow.zero { border-radius: 1em }
`;
