/** The look of what explains the boundary: its legend, the lines of the units, the answer that is read off. */
export default /* css */ `
.boundary header { flex-wrap: wrap; justify-content: flex-end; gap: .2em .6em }
.boundary header b { margin-inline-end: auto }
.answers, .switches { font-size: .9em; color: var(--muted) }
.answers { display: flex; justify-content: space-between; width: 4.3em; padding: 0 .35em; border-radius: .2em }
.switches { display: flex; align-items: center; gap: .35em }
.switches i { width: 1.45em; height: .3em; border: dashed; border-width: .115em 0; border-color: var(--ink-1) transparent var(--ink-2) }
path.unit { stroke-width: .16em; stroke-linecap: butt; stroke-dasharray: .45em .75em; color: var(--ink-1) }
path.unit.second { color: var(--ink-2); stroke-dashoffset: .6em }
.probe { position: absolute; inset: 0; cursor: crosshair }
.boundary .answer {
  position: absolute;
  padding: .05em .45em;
  border: 1px solid var(--line);
  border-radius: .3em;
  background: Canvas;
  color: CanvasText;
  font-size: .9em;
  white-space: nowrap;
  pointer-events: none;
}
/* Beside another view, the heading has one line, and what has no room in it is out of sight: plots begin at one height. */
@container (min-width: 600px) {
  .boundary:not(.wide) header { height: var(--head); align-content: flex-start; overflow: hidden }
  .boundary:not(.wide) header b { line-height: var(--head) }
}
@media (forced-colors: active) {
  .answers { forced-color-adjust: none }
  /* Beads on the contour, which may have the same colour. */
  path.unit { stroke-width: .3em }
}
`;
