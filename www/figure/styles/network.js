/** The style of the network: the diagram, and the number that is chosen in it. */
export const NETWORK = /* css */ `
.network header small { display: flex; flex-wrap: wrap; align-items: center; gap: 0 .5em; margin-inline-start: auto }
.network header i { width: 2em; border-top: .2em solid var(--one) }
.network header i.negative { border-top-style: dashed; border-color: var(--zero) }
.network header i + i, .network header i.negative { margin-inline-start: .6em }
.diagram { width: 100%; max-width: calc(18em + 5em * var(--columns, 3)); margin-inline: auto }
.places { direction: ltr; padding: 0 calc(var(--unit) / 2); font-variant-numeric: tabular-nums }
.stage { position: relative; user-select: none; -webkit-user-select: none }
.stage > * { position: absolute }
.stage canvas { inset: auto; width: var(--unit); transform: translate(-50%) }
.edges { top: 0; overflow: visible; cursor: pointer }
.edges path { stroke-linecap: butt }
.edges .positive { color: var(--one) }
.edges .negative { color: var(--zero); stroke-dasharray: .45em .22em }
.edges .nothing { color: var(--line) }
.edges .halo { stroke: var(--line); stroke-width: 1em; stroke-linecap: round }
.edges .room { width: 4.2em; height: 1.5em; transform: translate(-2.1em, -.75em) }

.input { display: grid; place-items: center; width: min(2.2em, var(--unit)); height: min(2.2em, var(--unit)); box-sizing: border-box; border: 1px solid var(--line); border-radius: 50%; transform: translate(-50%, -50%) }
.input sub { vertical-align: sub }
.input .answer { position: absolute; top: 100%; font-weight: 600 }
.figure .stage button { min-width: 24px; min-height: 24px; line-height: 1; transform: translate(-50%, -50%) }
.figure .stage .unit { width: var(--unit); height: var(--unit); min-width: 0; min-height: 0; padding: 0; border-radius: 0; border-color: var(--muted); background: none }
.unit .answer { font-weight: 600; font-size: min(1em, calc(var(--unit) * .4)); text-shadow: 0 0 .2em Canvas, 0 0 .2em Canvas, 0 0 .4em Canvas }
.mark { position: absolute; width: .5em; height: .5em; margin: -.25em; box-sizing: border-box; border: .12em solid currentColor; border-radius: 50%; background: Canvas }
.number { padding: 0 .2em; border-color: transparent; white-space: nowrap; cursor: ns-resize; touch-action: none }
.number > * { font-size: .92em }
.number:hover, .dragged { background: var(--hair) }
.number.positive { color: var(--one) }
.number.negative { color: var(--zero) }
.figure .stage .number.last { left: auto !important; right: calc(var(--unit) / -2); transform: translateY(-50%) }
.number.last { padding-inline-end: 0 }
.wanderer { padding: 0; border: 2px solid currentColor; border-radius: 50%; background: none; pointer-events: none; opacity: 0 }
.wanderer:focus-visible { opacity: 1 }
.stage [aria-pressed=true] { outline: 2px solid currentColor; outline-offset: 1px }
.stage .number[aria-pressed=true] { outline-offset: -1px; font-weight: 600 }

.weight { margin-top: .8em }
.readout { margin: 0 0 .4em; min-height: 2.8em }
.weight .row { gap: .4em }
.weight .row > button { min-width: max(24px, 2.1em); padding: 0 .5em }
.weight .field { display: flex; align-items: center; gap: .4em }
.weight input { width: 8em }
.weight :disabled { opacity: .45; cursor: default }
.weight .quiet { margin-inline-start: auto }

.figure .point.pointed { outline: 2px solid currentColor; outline-offset: 2px }
tr.pointed { background: var(--hair) }
@media (forced-colors: active) {
  .edges path { stroke: CanvasText; forced-color-adjust: none }
  .edges .nothing { stroke: GrayText }
  .figure .stage .unit { forced-color-adjust: auto }
}
@media print {
  .weight { display: none }
}
`;
