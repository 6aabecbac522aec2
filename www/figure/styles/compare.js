/** The look of the runs beside the figure's own. */
export default /* css */ `
.variant { stroke-width: .115em }
.variant.ahead { stroke-width: .09em }
.dashes-1 { stroke-dasharray: .6em .3em }
.dashes-2 { stroke-dasharray: .15em .3em }
.dashes-3 { stroke-dasharray: .6em .3em .15em .3em }
.swatch .behind { stroke-width: .145em }

.runs { display: grid; grid-template-columns: repeat(2, minmax(0, 13em)); gap: 1em var(--nf-gap, 2em); margin: 0; padding: 0; list-style: none }
.runs li { min-width: 0 }
.runs p { margin: .25em 0 0; min-height: 1.4em; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.runs .name-of-run { display: flex; align-items: center; min-height: 2.5em }
.name-of-run svg { flex: none }
.name-of-run b { min-width: 0; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; font-weight: 600; line-height: 1.25; white-space: normal }
.name-of-run button { flex: none; min-height: 24px; min-width: 24px; padding: 0; border-color: transparent }
.runs .outcome { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; min-height: 5.6em; line-height: 1.4; white-space: normal }
.runs .digits { font-weight: 400 }
.words { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden }
.words span { display: inline-block; max-width: 100%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; vertical-align: bottom }
.picture { outline: 1px solid var(--hair); position: relative; aspect-ratio: 1 }
.picture > svg { position: absolute; inset: 0; width: 100%; height: 100% }
.picture path.zero { stroke-width: .42em }
.picture path.one { stroke-width: .37em }
.chooser { align-items: end }
.chooser > .group, .chooser .help { grid-column: 1 / -1 }
.chooser .help { min-height: 1.4em }
.chooser :disabled { opacity: .5; cursor: default }

@container (min-width: 600px) {
  /* Two have their words beside the picture, and the whole width. */
  .runs:not(.several) { grid-template-columns: repeat(2, minmax(0, 1fr)) }
  .runs:not(.several) li { display: grid; grid-template: auto auto 1fr / min(13em, 50%) minmax(0, 1fr); column-gap: .9em }
  .runs:not(.several) .picture { grid-row: 1 / 4; align-self: start }
  .runs:not(.several) .name-of-run { margin: 0 }
  .runs.several { grid: auto / auto-flow minmax(0, 13em) }
}
@container (min-width: 600px) and (max-width: 50em) {
  /* As high as in the size of the text. */
  .runs.several .outcome { font-size: .9em; min-height: 6.22em }
}
@container (max-width: 599.98px) {
  /* The last of three has its words beside the picture, and the row. */
  .runs li:nth-child(3):last-child { grid-column: span 2; display: grid; grid-template: auto auto 1fr / subgrid }
  .runs li:nth-child(3):last-child .picture { grid-row: 1 / 4; align-self: start }
  .runs li:nth-child(3):last-child .name-of-run { margin: 0 }
}
@container (max-width: 30.7em) {
  .runs { gap: 1em }
}
/* A column has no room for a loss in large text. */
@container (max-width: 19em) or ((min-width: 600px) and (max-width: 41em)) {
  .runs p { font-size: .74em }
}
`;
