/** Words of what edits the points; every language has the same keys. Numbers come written out. */

/** @typedef {import('./reader.js').Skipped & { labels: string[] }} Reason  with what stands for 0 and for 1 */

export const en = {
  editing: 'Edit points',
  plane: 'Plane of the points, with a cross',
  label: 'Label of new points',
  adds: 'new point',
  undo: 'Undo',
  clear: 'Clear',
  file: 'Open a file',
  done: 'Done',
  hint: 'Click for a new point. Drag a point, click it to flip its label, double-click or hold it to delete it. Paste rows or drop a file to replace them all.',
  keys: 'Keys',
  keyHint:
    'On the plane: the arrows move a cross, with Shift further; Enter or + adds a point there, Shift and Enter one of the other label. Page Up and Page Down go from point to point; there the arrows move it, Enter flips its label, Delete deletes it. Ctrl and Z take a change back, Escape ends.',
  asText: 'Points as text',
  rows: 'A row each: x1, x2, label. Rows of a spreadsheet, of a CSV file or of JSON can be pasted here.',
  point: (
    /** @type {string} */ x1,
    /** @type {string} */ x2,
    /** @type {number} */ label,
    /** @type {string} */ place,
    /** @type {string} */ count,
  ) => `Point ${place} of ${count}, (${x1}, ${x2}), label ${label}`,
  count: (/** @type {string} */ count) => (count === '1' ? '1 point' : `${count} points`),
  at: (/** @type {string} */ x1, /** @type {string} */ x2) => `(${x1}, ${x2})`,
  added: (/** @type {string} */ at, /** @type {number} */ label) => `${at} added with label ${label}`,
  moved: (/** @type {string} */ at) => `moved to ${at}`,
  flipped: (/** @type {string} */ at, /** @type {number} */ label) => `${at} has label ${label} now`,
  deleted: (/** @type {string} */ at) => `${at} deleted`,
  undone: 'undone',
  empty: 'no points: the figure keeps the last ones until there is a new one',
  full: (/** @type {string} */ limit) => `${limit} points are the most there can be`,
  read: (/** @type {string} */ points) => `${points} read`,
  unread: 'nothing was read',
  named: (/** @type {string} */ zero, /** @type {string} */ one) =>
    one === '' ? `“${zero}” is 0` : `“${zero}” is 0 and “${one}” is 1`,
  skipped: (/** @type {string} */ rows) => (rows === '1' ? '1 row skipped' : `${rows} rows skipped`),
  reason: (/** @type {Reason} */ { row, expected, got, labels }) => {
    const wanted = {
      columns: 'x1, x2, label',
      coordinates: 'two numbers from -1000 to 1000',
      label: `the label ${labels.join(' or ')}`,
    };
    return `row ${row}: expected ${wanted[expected]}, got ${got || 'nothing'}`;
  },
  manyLabels: (/** @type {string} */ count, /** @type {string[]} */ some) =>
    `expected two labels, got ${count}: ${some.join(', ')} …`,
  tooMany: (/** @type {string} */ count, /** @type {string} */ limit) =>
    `expected at most ${limit} points, got ${count}`,
  tooLarge: (/** @type {string} */ limit) => `expected a file of at most ${limit} kB`,
};

/** @type {typeof en} */
export const ko = {
  editing: '점 고치기',
  plane: '점들의 평면과 십자 표시',
  label: '새 점의 레이블',
  adds: '새 점',
  undo: '되돌리기',
  clear: '모두 지우기',
  file: '파일 열기',
  done: '마치기',
  hint: '빈 곳을 누르면 점이 생깁니다. 점을 끌면 옮겨지고, 누르면 레이블이 바뀌고, 두 번 누르거나 길게 누르면 지워집니다. 표를 붙여 넣거나 파일을 끌어다 놓으면 점이 모두 바뀝니다.',
  keys: '키보드로 고치기',
  keyHint:
    '평면에서는 화살표로 십자 표시를 옮기고(Shift를 누르면 크게), Enter나 +로 그곳에 점을 더합니다. Shift와 Enter를 함께 누르면 다른 레이블의 점이 생깁니다. Page Up과 Page Down으로 다른 점에 갑니다. 점에서는 화살표로 옮기고, Enter로 레이블을 바꾸고, Delete로 지웁니다. Ctrl+Z는 되돌리기, Esc는 마치기입니다.',
  asText: '점을 글로 보기',
  rows: '한 줄에 점 하나: x1, x2, 레이블. 스프레드시트, CSV 파일, JSON에서 복사해 붙여 넣을 수 있습니다.',
  point: (x1, x2, label, place, count) => `점 ${count}개 중 ${place}번째, (${x1}, ${x2}), 레이블 ${label}`,
  count: (count) => `점 ${count}개`,
  at: (x1, x2) => `(${x1}, ${x2})`,
  added: (at, label) => `${at}에 레이블 ${label}인 점을 더했습니다`,
  moved: (at) => `옮긴 곳은 ${at}`,
  flipped: (at, label) => `${at}의 레이블은 이제 ${label}`,
  deleted: (at) => `${at}의 점을 지웠습니다`,
  undone: '되돌렸습니다',
  empty: '점이 없습니다. 새 점을 더할 때까지 그림에는 앞의 점들이 남습니다',
  full: (limit) => `점은 ${limit}개까지 둘 수 있습니다`,
  read: (points) => `${points}를 읽었습니다`,
  unread: '읽은 점이 없습니다',
  named: (zero, one) => `‘${zero}’ → 0${one && `, ‘${one}’ → 1`}`,
  skipped: (rows) => `${rows}줄은 건너뛰었습니다`,
  reason: ({ row, expected, got, labels }) => {
    const wanted = {
      columns: 'x1, x2, 레이블을',
      coordinates: '-1000부터 1000까지의 수 둘을',
      label: `레이블(${labels.join(' 또는 ')})을`,
    };
    return `${row}번째 줄: ${wanted[expected]} 써야 하는데 ${got ? `‘${got}’입니다` : '비어 있습니다'}`;
  },
  manyLabels: (count, some) => `레이블은 두 가지여야 하는데, ${count}가지입니다: ${some.join(', ')} …`,
  tooMany: (count, limit) => `점은 ${limit}개까지 둘 수 있는데, ${count}개입니다`,
  tooLarge: (limit) => `파일은 ${limit}kB까지 열 수 있습니다`,
};

/** @param {string} lang */
export const wordsOf = (lang) => (lang === 'ko' ? ko : en);
