/** The look of the figure as a whole: what it takes from the page, and its colours. */
export default /* css */ `
:host {
  display: block;
  box-sizing: border-box;
  writing-mode: horizontal-tb;
  break-inside: avoid;
}
:host([hidden]) { display: none }
[hidden] { display: none !important }

.figure {
  /* Nothing is inherited from the page but what stands here. All leaves direction as it is: the words run from left to right. */
  all: initial;
  direction: ltr;
  font-family: inherit;
  font-size: .875em;
  -webkit-font-smoothing: inherit;
  -moz-osx-font-smoothing: inherit;
  -webkit-locale: inherit;
  color: inherit;
  visibility: inherit;
  pointer-events: inherit;

  --zero: var(--nf-zero, #b4500b);
  --one: var(--nf-one, #1b68ad);
  --zero-fill: var(--nf-zero-fill, #f59322);
  --one-fill: var(--nf-one-fill, #0877bd);
  --on-fill: #fff;
  /* Of the lines of the units. */
  --ink-1: #00703f;
  --ink-2: #7a1fa2;
  --muted: color-mix(in srgb, currentColor 68%, transparent);
  --line: color-mix(in srgb, currentColor 24%, transparent);
  --hair: color-mix(in srgb, currentColor 9%, transparent);
  --width: var(--nf-max-width, 60em);
  --head: max(24px, 2em);
  color-scheme: light;
  box-sizing: border-box;
  /* The container below has no width of its own: the first track gives one, which shrinks; the second takes the rest. */
  display: grid;
  grid-template-columns: minmax(200px, min(var(--width), 90vw)) minmax(0, 1fr);
  max-width: var(--width);
  margin-inline: auto;
  line-height: 1.4;
  font-variant-numeric: tabular-nums;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
  -webkit-print-color-adjust: exact;
  print-color-adjust: exact;
}
/* Tells when the colour of the page's text, or a tint, begins to change, and when it has. */
.figure, path.zero, path.one { transition: color 1ms }
.figure > * { grid-column: 1 / -1 }
.container { container-type: inline-size }
.figure:lang(ko) { word-break: keep-all }
:host(:fullscreen) .figure { min-height: 100%; --width: 100%; padding: 1.5em; background: Canvas; overflow: auto }
/* Paper is white. */
@media screen {
  .figure.dark {
    --zero: var(--nf-zero, #f7a548);
    --one: var(--nf-one, #6bb5ec);
    --zero-fill: var(--nf-zero-fill, #ff8420);
    --one-fill: var(--nf-one-fill, #2a94dc);
    --on-fill: #111;
    --ink-1: #55dd96;
    --ink-2: #d197ff;
    color-scheme: dark;
  }
}
.loading > * { visibility: hidden }
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.zero { color: var(--zero) }
.one { color: var(--one) }
`;
