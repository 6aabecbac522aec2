/**
 * What stands below the plane while points are edited: the label of new ones, what takes a change back, the points as text,
 * and what was done.
 */
import { html, setAttr, setText } from '../../draw/dom.js';
import { segmented } from '../fields.js';

/** The id of what the keys do. */
export const KEYS = 'point-keys';

/** Files that are read: text in rows, or JSON. */
const ACCEPTED = '.csv,.tsv,.txt,.json';

/**
 * @param {import('../../types.js').FullWords['editor']} words
 * @param {object} acts
 * @param {(label: number) => void} acts.choose
 * @param {() => void} acts.undo
 * @param {() => void} acts.clear
 * @param {(text: string) => void} acts.read
 * @param {(file: File) => void} acts.open
 * @param {() => void} acts.close
 */
export function toolsView(words, { choose, undo, clear, read, open, close }) {
  const labels = segmented(words.label, [['0', '0'], ['1', '1']], (label) => choose(Number(label))); // prettier-ignore
  const button = (/** @type {string} */ name, /** @type {() => void} */ click) =>
    html('button', { type: 'button', click }, name);
  const undoing = button(words.undo, undo);
  const file = html('input', {
    type: 'file',
    accept: ACCEPTED,
    hidden: true,
    change: () => {
      if (file.files?.[0]) open(file.files[0]);
      // The same file again is a change too.
      file.value = '';
    },
  });
  /** What the field had when it was last read or written. */
  let known = '';
  const take = () => {
    if (rows.value === known) return;
    known = rows.value;
    read(known);
  };
  const rows = html('textarea', {
    id: 'rows',
    rows: 4,
    wrap: 'off',
    spellcheck: 'false',
    blur: take,
    input: (/** @type {InputEvent} */ { inputType }) => inputType === 'insertFromPaste' && take(),
  });
  const said = html('output');
  const element = html(
    'div',
    { class: 'tools' },
    html(
      'div',
      { class: 'row' },
      html('div', { class: 'group' }, html('span', { 'aria-hidden': 'true' }, words.adds), labels.element),
      html(
        'div',
        { class: 'group' },
        undoing,
        button(words.clear, clear),
        button(words.file, () => file.click()),
        file,
        button(words.done, close),
      ),
    ),
    said,
    html('small', {}, words.hint),
    html('details', {}, html('summary', {}, words.keys), html('small', { id: KEYS }, words.keyHint)),
    html('details', {}, html('summary', {}, words.asText), html('label', { for: 'rows' }, words.rows), rows),
  );
  labels.show('1');

  return {
    element,
    field: rows,
    /** @param {string} text @param {boolean} canUndo */
    show(text, canUndo) {
      known = text;
      if (rows.value !== text) rows.value = text;
      // A button that is disabled in earnest loses the focus, and with it the keys.
      setAttr(undoing, 'aria-disabled', String(!canUndo));
    },
    /** Told to those who hear the page, too. @param {string} text */
    say(text) {
      setText(said, text);
    },
  };
}
