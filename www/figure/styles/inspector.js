/** Of the inspector. */
export default /* css */ `
.inspector { gap: .7em; container-type: inline-size; line-height: 1.35 }
.inspector p { margin: 0 }
.inspector header { margin: 0; min-height: 0 }
.inspector .value { font-size: 1.15em; margin-top: -.4em }
.inspector .value small { white-space: nowrap }
.inspector .hint { color: var(--muted) }
/* Numbers that are too long even so do not widen the page; there is room for the outline of a button. */
.panel { display: grid; grid-template-columns: minmax(0, 1fr); gap: .9em; overflow-x: auto; margin-inline: -.4em; padding-inline: .4em; padding-bottom: .3em }
.panel section { display: grid; gap: .35em }
.of { color: var(--muted) }
.formula { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3em .35em }
math { font-family: inherit; font-weight: inherit; font-size: 1em; white-space: nowrap }
msub > :last-child { font-size: .72em }
.finding { padding-inline-start: .7em; border-inline-start: 3px solid var(--muted) }
.changed { background: color-mix(in srgb, var(--one) 18%, transparent); border-radius: .2em; box-shadow: 0 0 0 .15em color-mix(in srgb, var(--one) 18%, transparent) }

.ledger { table-layout: auto }
.ledger caption { text-align: start; color: var(--muted); padding-bottom: .2em }
.ledger th, .ledger td { padding: .15em .3em; white-space: nowrap; vertical-align: baseline }
.ledger th:first-child { padding-inline-start: 0; text-align: start }
.ledger th:last-child, .ledger td:last-child { padding-inline-end: 0 }
.ledger thead th { vertical-align: bottom; color: inherit }
.ledger thead small { display: block; font-size: .9em }
.ledger td { position: relative }
.ledger td i { position: absolute; bottom: 0; height: 2px; background: currentColor; opacity: .45 }
.ledger tfoot th { color: inherit; white-space: normal }
.ledger tfoot tr:first-child > * { border-top: 1px solid var(--line) }
.ledger tfoot tr:last-child > * { border-bottom: 0; font-weight: 600 }
.ledger button { min-height: 24px; min-width: 24px; padding: 0 .2em; margin-inline-start: -.2em; border-color: transparent; font-weight: 400; color: inherit; white-space: nowrap }
.ledger button[aria-pressed=true] { border-color: var(--line); font-weight: 600 }
.ledger .attended { background: var(--hair) }

/* The panel cuts off what stands out of it: half of a tick's label, or of a ring. */
.inspector .plot { flex: none; margin: .6em .6em 1.6em 2.2em; aspect-ratio: 5 / 2; touch-action: auto }
.activation { stroke-width: .125em }
.slopes { stroke: var(--muted); stroke-width: 1.5px }
.ring { fill: none; stroke: currentColor; stroke-width: 1.5px }
@container (max-width: 340px) {
  .ledger { font-size: .88em }
  .ledger th, .ledger td { padding-inline: .2em }
}
@media print { .ledger button { border-color: transparent } }
`;
