/** The style of the network: the diagram, and the number that is chosen in it. */
export default /* css */ `
.network header small { margin-inline-start: auto }
.network header span { display: inline-block; white-space: nowrap; margin-inline-start: .8em }
.network header i { display: inline-block; width: 1.7em; vertical-align: .25em; border-top: .2em solid var(--one) }
.network header i.negative { border-top-style: dashed; border-color: var(--zero) }
.diagram { width: 100%; max-width: calc(18em + 5em * var(--columns, 3)) }
/* As wide as its numbers need, whatever the size of the text. */
.places { font-size: min(1em, 100cqi / 21.5); padding: 0 calc(var(--unit) / 2) 0 calc(var(--input) / 2); font-variant-numeric: tabular-nums }
.stage { position: relative; user-select: none; -webkit-user-select: none }
.stage > * { position: absolute }
.stage canvas { inset: auto; width: var(--unit); transform: translate(-50%) }
.edges { top: 0; overflow: visible; cursor: pointer }
.edges path { stroke-linecap: butt }
.edges .positive { color: var(--one) }
.edges .negative { color: var(--zero); stroke-dasharray: .45em .22em }
.edges .nothing { color: var(--line) }
.edges.alone path { opacity: 1 !important }
.edges .halo { stroke: var(--line); stroke-width: .8em; stroke-linecap: round }
.edges .room { width: calc(.35em + .55em * var(--digits, 6)); height: 1.5em; transform: translate(-1.9em, -.75em) }
/* Of 0 alone; all others begin at one place, so that none moves while it changes. */
.edges .room.nothing { transform: translate(-.45em, -.75em) }
.number:not(.bias, .loss-number, .positive, .negative) { text-align: center }

.input { display: grid; place-items: center; width: var(--input); height: var(--input); line-height: 1; box-sizing: border-box; border: 1px solid var(--line); border-radius: 50%; transform: translate(-50%, -50%) }
.input sub { vertical-align: sub }
/* In the middle, but where it would stick out of the diagram. */
.input .answer { position: absolute; top: 100%; left: 50%; transform: translateX(max(-50%, var(--input) / -2)); font-weight: 600 }
.figure .stage button { min-width: 24px; min-height: 24px; line-height: 1; transform: translate(-50%, -50%) }
.figure .stage .unit { width: var(--unit); height: var(--unit); min-width: 0; min-height: 0; padding: 0; border-radius: 0; border-color: var(--muted); background: none }
.unit .answer { position: absolute; top: 50%; left: .15em; transform: translateY(-50%); font-weight: 600; font-size: .86em }
/* Over a picture, and over lines. */
.unit .answer, .bias { text-shadow: 0 0 .2em Canvas, 0 0 .2em Canvas, 0 0 .4em Canvas }
.mark { position: absolute; width: .46em; height: .46em; margin: -.23em; box-sizing: border-box; border: .12em solid currentColor; border-radius: 50%; background: Canvas }
.number { --wide: 4em; width: var(--wide); padding: 0 .25em; text-align: start; border: 0; white-space: nowrap; cursor: ns-resize; touch-action: manipulation }
/* A finger that is to drag one chooses it first: elsewhere it scrolls the page. */
.number[aria-pressed=true]:not(.loss-number) { touch-action: pan-x pinch-zoom }
.number { letter-spacing: -.01em }
.caption { transform: translate(-50%); white-space: nowrap; font-size: 1em }
.caption.last { left: auto !important; right: calc(var(--unit) / -2); transform: none }
.stage .caption:first-of-type { transform: translate(calc(var(--input) / -2)) }
.number:hover, .dragged { background: var(--hair) }
.number.positive { color: var(--one) }
.number.negative { color: var(--zero) }
.figure .stage .number.last { left: auto !important; right: calc(var(--unit) / -2); transform: translateY(-50%) }
.roving { padding: 0; border: 2px solid currentColor; border-radius: 50%; background: none; pointer-events: none; opacity: 0 }
.roving:focus-visible { opacity: 1 }
.stage [aria-pressed=true] { outline: 2px solid currentColor; outline-offset: 1px }
.stage .bias { --wide: 4.9em; padding: 0 }
.stage .bias.long { word-spacing: -.15em }
.stage .bias.last { --wide: 5.2em }
.stage .bias.close { --wide: 4.3em }
.stage .bias.close.last { --wide: 4.6em }
.stage .loss-number { --wide: 7.4em }
/* Bold, and then it may be wider. */
.figure .stage .number[aria-pressed=true] { width: auto; min-width: var(--wide); outline-offset: -1px; font-weight: 600 }

.weight { margin-top: .8em }
.readout { margin: 0 0 .4em; min-height: 2.8em }
.readout::first-letter { text-transform: uppercase }
.weight .row { gap: .4em }
.weight .row > button { min-width: max(24px, 2.1em); padding: 0 .5em }
.weight .field { position: relative }
.weight input { width: 6.5em }
.weight label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.weight :disabled { opacity: .45; cursor: default }
.weight .quiet { margin-inline-start: auto }

.why.held { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: var(--lines); height: calc(1.4em * var(--lines)); overflow: hidden }
/* A table alone in its row is as wide as the diagram. */
.plots:has(> .network) > .side > .table:only-child { padding-inline: 0 var(--beside, max(0px, 100% - 33em)) }
.network-parts { display: grid; gap: 1.25em var(--nf-gap, 2em) }
/* Each half has that width, too. */
@container (min-width: 45em) {
  .network-parts:has(> :nth-child(2)) { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) }
  .plots:has(> .network) { --beside: calc(50% + var(--nf-gap, 2em) / 2) }
}
@container (max-width: 310px) {
  .readout { min-height: 4.2em }
}
@media (forced-colors: active) {
  .edges path { stroke: CanvasText; forced-color-adjust: none }
  .edges .nothing { stroke: GrayText }
}
@media print {
  .weight { display: none }
}
`;
