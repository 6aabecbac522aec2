/** The look of the controls, and of the status below them. */
export default /* css */ `
.controls { margin-top: 1em }
.row { display: flex; flex-wrap: wrap; gap: .6em .75em; align-items: center }
.rest { flex: 1 0 auto; max-width: 100% }
.group { display: flex; flex-wrap: wrap; gap: .3em; align-items: center }
button, input, select, fieldset { font: inherit; color: inherit; margin: 0; box-sizing: border-box }
button, select, input[type=number], .segmented {
  min-height: max(24px, 2.1em);
  border: 1px solid var(--line);
  border-radius: .4em;
  background: transparent;
}
button { padding: 0 .65em; cursor: pointer }
button:hover, .segmented label:hover { background: var(--hair) }
.main { min-width: 5.5em; font-weight: 600 }
.quiet { padding-inline: .4em; border-color: transparent }
.last { margin-inline-start: auto }
.more::after { content: " ▾"; content: " ▾" / "" }
.more[aria-expanded=true]::after { content: " ▴"; content: " ▴" / "" }
input[type=number] { padding: 0 .5em; appearance: textfield }
input::-webkit-inner-spin-button { display: none }
select { padding: 0 .3em }
.split { position: relative; display: inline-flex }
.split button { border-start-end-radius: 0; border-end-end-radius: 0 }
.split select { appearance: none; padding-block: 0; padding-inline: .5em 1.4em; border-inline-start: 0; border-start-start-radius: 0; border-end-start-radius: 0; cursor: pointer }
.split::after { content: "▾"; content: "▾" / ""; position: absolute; inset-block: 0; inset-inline-end: .4em; align-content: center; pointer-events: none }
option { background: Canvas; color: CanvasText }
.segmented { display: inline-flex; padding: 0; min-width: 0; overflow: clip }
.segmented label { position: relative; display: grid; place-items: center; cursor: pointer; padding: 0 .6em; min-width: 24px; min-height: max(24px, 2.1em - 2px); box-sizing: border-box }
.segmented label + label { border-inline-start: 1px solid var(--line) }
.segmented input { position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; pointer-events: none }
.segmented label:has(:checked) { background: color-mix(in srgb, currentColor 12%, transparent); -webkit-text-stroke: .03em }
header .segmented, header .segmented label { min-height: 24px }
header .segmented { font-size: .9em }
.seed .field { display: flex; align-items: center; gap: .4em }
.seed input { width: 6.5em }

:focus-visible, label:has(:focus-visible) { outline: 2px solid var(--one); outline-offset: 2px }
.segmented label:has(:focus-visible) { outline-offset: -2px }

/* Status */
.status { display: flex; flex-wrap: wrap; gap: .2em 1.5em; margin: 1em 0 0; min-height: 1.4em }
.status b { min-width: 5em; font-weight: 400 }
.story { flex: 1 0 100%; min-height: 1.4em }
.error { margin: .8em 0 0; padding: .4em .8em; border-inline-start: 3px solid var(--zero); background: var(--hair); white-space: pre-line }
`;
