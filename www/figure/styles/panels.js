/** The look of the settings, and of the dialog that hands out the figure. */
export default /* css */ `
.settings { margin-top: .9em; padding-top: .3em; border-top: 1px solid var(--line) }
.settings-group {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(12em, 1fr));
  gap: .9em 1.5em;
  min-width: 0;
  margin: 0;
  padding: .6em 0 .9em;
  border: 0;
}
.settings-group legend { padding: 0; font-weight: 600 }
.help { grid-column: 1 / -1; order: 1; font-size: .9em }
.settings .field { display: grid; grid-template-columns: auto 1fr; gap: .25em; align-content: start }
.settings .field > :is(input, select, textarea, .segmented) { grid-column: 1 / -1; width: 100% }
.field output { text-align: end }
input[type=range] { min-height: 24px; accent-color: currentColor }
/* A print of NumPy has long lines. */
.settings .field:has(textarea) { grid-column: 1 / -1 }
.settings .segmented { display: flex }
.settings .segmented label { flex: 1 }

/* Dialog */
dialog {
  box-sizing: border-box;
  width: min(44em, 100% - 2em);
  padding: 1.2em;
  border: 1px solid var(--line);
  border-radius: .6em;
  background: Canvas;
  color: CanvasText;
  font: inherit;
}
dialog::backdrop { background: rgb(0 0 0 / .35) }
textarea {
  box-sizing: border-box;
  width: 100%;
  padding: .6em;
  border: 1px solid var(--line);
  border-radius: .4em;
  background: transparent;
  color: inherit;
  font: .92em/1.5 ui-monospace, Menlo, Consolas, monospace;
  resize: vertical;
  overflow-wrap: anywhere;
}
textarea[wrap=off] { white-space: pre }
dialog textarea { background: var(--hair) }
dialog header { flex-wrap: wrap }
dialog .row { margin-top: .6em }
dialog .save { margin-top: 1em; padding-top: 1em; border-top: 1px solid var(--hair) }
.save button { padding-inline: .5em }
.save output { display: block; margin-top: .6em; overflow-wrap: anywhere }
.save output:empty { display: none }
progress { flex: 1; min-width: 4em; max-width: 16em; accent-color: var(--one) }

@container (max-width: 599.98px) {
  .save .group span { flex: 1 0 100% }
}
@media (pointer: coarse) {
  input[type=range] { min-height: 40px }
}
`;
