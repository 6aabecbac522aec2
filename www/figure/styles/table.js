/** The look of the table. */
export default /* css */ `
table { border-collapse: collapse; table-layout: fixed; width: 100% }
th { font-weight: 400; color: var(--muted) }
th, td { padding: .2em .5em; text-align: end; border-bottom: 1px solid var(--hair) }
thead th { border-color: var(--line) }
.every th:nth-child(-n+3) { width: 11% }
.variable { font-style: italic }
sub { font-size: .75em; line-height: 0 }
td:has(.bar) { white-space: nowrap }
.bar { position: relative; contain: layout size; display: inline-block; width: calc(100% - 8em); max-width: 9em; height: .35em; margin-inline-end: .5em; vertical-align: .15em; background: var(--hair) }
.bar i { position: absolute; left: 50%; width: 50%; height: 100%; background: currentColor; transform-origin: left }
.right, .wrong { display: inline-block; width: 1.8em }
.wrong { color: var(--muted); font-weight: 400 }

tr.attended { background: var(--hair) }
.figure .point.attended { outline: 2px solid CanvasText; outline-offset: 2px }
`;
