/** The look of what edits the points: the plane, whose points may be dragged, and the tools below it. */
export default /* css */ `
.editing :is(.probe, .points) { display: none }
.editor, .ground { position: absolute; inset: 0; user-select: none; -webkit-user-select: none; -webkit-touch-callout: none }
.ground { cursor: copy }
.editor .point { cursor: grab; touch-action: none }
.editor .point:active { cursor: grabbing }
.crowd .point { width: 1em; height: 1em; margin: -.5em; border-width: 1px; font-size: .8em; -webkit-text-fill-color: transparent }
.crosshair { position: absolute; margin: -.8em; width: 1.6em; height: 1.6em; pointer-events: none; visibility: hidden; background: linear-gradient(currentColor 0 0) center/2px 100% no-repeat, linear-gradient(currentColor 0 0) center/100% 2px no-repeat }
.ground:focus-visible + .crosshair { visibility: visible }
.tools { display: grid; gap: .6em; margin-top: .6em }
.tools details label { display: block; margin: .3em 0; color: var(--muted) }
.tools summary { min-height: 24px; cursor: pointer }
.tools .row { column-gap: .5em }
.tools .row > :last-child { flex-grow: 1 }
.tools .row button { padding-inline: .5em }
.tools .row button:last-child { margin-inline-start: auto }
/* Room for two lines, at the line height of the figure. */
.tools output { min-height: 2.8em; overflow-wrap: anywhere }
.tools [aria-disabled=true] { opacity: .5; cursor: default }
@media (pointer: coarse) {
  .tools summary { min-height: 40px }
  .crowd .point { width: 24px; height: 24px; margin: -12px; padding: 5px; border: 0; background-clip: content-box; min-width: 0 }
  .figure .crowd .point.hollow { background: radial-gradient(Canvas 4px, transparent 5px), content-box currentColor }
}
@media print {
  .tools { display: none }
}
@media (forced-colors: active) {
  .crosshair { forced-color-adjust: none; color: CanvasText }
}
`;
