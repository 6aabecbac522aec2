/** The look of the many starts. */
export default /* css */ `
.seeds header { flex-wrap: wrap }
.sweep { display: flex; flex-wrap: wrap; align-items: center; gap: .4em .75em; min-height: max(24px, 2.1em); margin-bottom: .8em }
.sweep span { min-width: 11em }
progress { flex: 1 1 6em; min-width: 0; height: .6em; accent-color: var(--ink-1) }
.starts { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25em var(--nf-gap, 2em) }
.starts > * { min-width: 0; position: relative }
.pictures { position: relative; display: grid; grid-template-columns: repeat(var(--columns, 12), minmax(0, 1fr)) }
.pictures canvas { pointer-events: none }
.pictures button { position: relative; aspect-ratio: 1; min-width: 0; min-height: 0; padding: 0; margin: 1px; border: 2px solid var(--hair); border-radius: 3px; background: none }
.pictures button:hover { border-color: currentColor }
.pictures [aria-current] { outline: 2px solid currentColor; z-index: 1 }
.pictures button:focus-visible { outline: 3px solid var(--one); outline-offset: 1px; z-index: 2 }
/* By kind of line too, for those who see no colours. */
.seeds .solved { --ink: var(--ink-1); --kind: solid }
.seeds .stuck { --ink: var(--ink-2); --kind: dashed }
.seeds .plateau { --ink: var(--muted); --kind: dotted }
.seeds .learning { --ink: var(--line); --kind: solid }
.seeds .diverged { --ink: currentColor; --kind: double }
.pictures button[class]:not([class=""]), .seeds i.swatch { border-color: var(--ink); border-style: var(--kind) }
.seeds .reading { position: static; margin: .2em 0 0; min-height: 1.4em }

/* Room for the curves and five rows. While these are fewer the curves are higher, so that what is below stays where it is. */
.results { display: flex; flex-direction: column; min-height: 37.5em }
.counts { padding-top: 2em }
.counts table { table-layout: auto }
.counts th, .counts td { padding: .25em .4em; white-space: nowrap; vertical-align: baseline }
.counts :is(th, td):first-child { padding-inline-start: 0; text-align: start }
.counts :is(th, td):last-child { padding-inline-end: 0 }
.counts tbody th:first-child { color: inherit; white-space: normal; padding-inline-start: 1.5em }
.counts small { display: block; font-size: .9em }
.counts i.swatch { margin-inline: -1.5em .6em }
.seeds i.swatch { display: inline-block; box-sizing: border-box; width: .9em; height: .9em; border-width: 2px; border-radius: 3px; vertical-align: -.08em }
.pairs { grid-column: 1 / -1; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22em), 1fr)); gap: 2em var(--nf-gap, 2em) }
.pairs:empty { display: none }
/* Four rows. */
.pairs .counts { min-height: 9.5em; padding: 0 }

/* Above it stands its heading. */
.seeds .plot { flex: 1 0 17.8em; min-height: 17.8em; margin: 1.2em .4em 3em 4em; touch-action: auto }
.heading { fill: currentColor }
.bars { fill: var(--ink-1); stroke: none }
.loss-of { stroke-width: 1px; opacity: .3; color: var(--ink) }
.loss-of.stuck { opacity: .55 }
.loss-of.diverged { opacity: .55 }

@container (min-width: 600px) and (min-width: 42em) {
  .seeds:not(.many) .starts, .many .results { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) }
  .many .results { display: grid; gap: var(--nf-gap, 2em); min-height: 0 }
  .many .results .counts { padding: 0 }
}
@container (max-width: 599.98px) {
  /* The bar and its buttons have a line of their own, which stays empty when they have gone. */
  .sweep { min-height: calc(max(24px, 2.1em) + 2em); align-content: start }
  .sweep span { flex: 1 0 100% }
}
/* The table has half of the width, or all of a phone's, where large text gives way. */
@container ((min-width: 600px) and (max-width: 50em)) or (max-width: 25em) {
  .counts table { font-size: min(.88em, 100cqi / 22) }
  .counts th, .counts td { padding-inline: .2em }
}
@media (pointer: coarse) {
  .sweep { min-height: 40px }
  @container (max-width: 599.98px) {
    .sweep { min-height: calc(40px + 2em) }
  }
}
@media (forced-colors: active) {
  .pictures button { background: transparent }
  .bars { fill: CanvasText }
}
@media print {
  .sweep :is(button, progress) { display: none }
}
`;
