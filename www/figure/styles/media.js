/** What changes with the width, in forced colours, under a finger and on paper: it comes after the rules that it changes. */
export default /* css */ `
/* The sentence has a line of its own until it surely fits beside the numbers: nothing moves while it changes. */
@container (min-width: 59em) {
  .story { flex: 1 }
}
@container (min-width: 600px) {
  .pending.compare { --run: min(13em, (100cqi - var(--nf-gap, 2em)) / 4) }
  .pending.compare.several { --run: calc(min(13em, (100cqi - (var(--runs) - 1) * var(--nf-gap, 2em)) / var(--runs)) + 10.25em); min-height: calc(2.6em + var(--run)) }
  .plots, .side.wide:has(> :nth-child(2)) { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) }
  .wide:is(.boundary, .hidden-space) { padding-inline: max(0px, 50% - 17em) }
  .side.wide { gap: 1.25em var(--nf-gap, 2em); grid-template-rows: auto }
  .side.wide > .loss { min-height: 19em }
  /* Beside the boundary there is little more room for columns than on a phone. */
  .side:not(.wide) .several table { font-size: .82em }
  .side:not(.wide) .several.every :is(th, td):nth-child(-n+3) { width: 6% }
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
  .pending.compare { --run: calc(min(13em, (100cqi - 1em) / 2) + 10.25em) }
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
