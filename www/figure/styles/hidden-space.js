/** The look of the hidden space. */
export default /* css */ `
.hidden-space .plot { flex: none; width: calc(100% - 2.6em); aspect-ratio: 1; margin-bottom: 2.7em }
.hidden-space .name { text-anchor: end }
.hidden-space svg .clipped { overflow: hidden }
.hidden-space stop.zero { stop-color: var(--zero-fill) }
.hidden-space stop.one { stop-color: var(--one-fill) }
.bent { stroke-width: 1px; opacity: .3 }
.leader { stroke: var(--muted); stroke-width: 1px }
.hidden-space .point { display: grid; place-items: center; box-sizing: border-box; width: 1.6em; height: 1.6em; margin: -.8em; border-width: 1.5px; font-size: .85em; pointer-events: none }
.choices { display: flex; gap: .8em; margin-inline-start: auto }
.choices .field { display: flex; align-items: center; gap: .35em }
.choices select { min-height: 24px }
.meaning { min-height: 2.8em; margin-block: 0; color: var(--muted); text-wrap: pretty }
`;
