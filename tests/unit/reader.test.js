// Points out of pasted text and files.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readPoints, writePoints } from '../../www/views/points/reader.js';
import english from '../../www/figure/locales/en-on-demand.js';
import korean from '../../www/figure/locales/ko-on-demand.js';

const [en, ko] = [english.editor, korean.editor];

/** What texts are made of, that the reader takes to pieces. */
const TOKENS = ['"', ',', ';', '\t', '\r', '\n', ' ', '[', ']', '{', '.', '-', 'e', '1', '23', 'x', '점', 'true', ':'];

/** @param {string} text */
const pointsOf = (text) => readPoints(text).points;

const TWO = [
  [0.5, -1.25, 0],
  [3, 2e-3, 1],
];

test('rows are read as spreadsheets, CSV files and JSON write them', () => {
  for (const text of [
    '0.5\t-1.25\t0\n3\t0.002\t1',
    '0.5,-1.25,0\r\n3,2e-3,1\r\n',
    '0.5, -1.25, 0,\n3, .002, 1,,',
    '0,5;-1,25;0\n3;0,002;1',
    '0,5\t−1,25\t0\n3\t0,002\t1',
    '"0,5","-1,25","0"\n"3","0,002","1"',
    '  0.5   -1.25 0\n\n3 0.002 1.0\n',
    '\ufeff0.5,-1.25,0\n3,0.002,1',
    '[[0.5, -1.25, 0], [3, 0.002, 1]]',
    '{ "settings": { "data": [[0.5, -1.25, 0], [3, 0.002, 1]] } }',
    // Pasted below rows of another kind.
    '0.5, -1.25, 0\n3\t0.002\t1',
  ]) {
    assert.deepEqual(readPoints(text), { points: TWO, labels: ['0', '1'], skipped: [] }, JSON.stringify(text));
  }
});

test('a header is no row, and its line counts', () => {
  const { points, skipped } = readPoints('x1,x2,label\n0.5,-1.25,0\nmany,words,here\n3,0.002,1');
  assert.deepEqual(points, TWO);
  assert.deepEqual(skipped, [{ row: 3, expected: 'coordinates', got: 'many, words, here' }]);
});

test('labels are 0 and 1, or what stands for them', () => {
  const read = (/** @type {string[]} */ ...labels) =>
    readPoints(labels.map((label, i) => `${i},${i},${label}`).join('\n'));
  /** @type {[string[], number[], string[]][]} */
  const cases = [
    [
      ['1', '1'],
      [1, 1],
      ['0', '1'],
    ],
    [
      ['1.0', '0.0'],
      [1, 0],
      ['0', '1'],
    ],
    [
      ['1', '-1', '-1'],
      [1, 0, 0],
      ['-1', '1'],
    ],
    [
      ['TRUE', 'false', 'True'],
      [1, 0, 1],
      ['false', 'true'],
    ],
    [
      ['yes', 'no', '"yes"'],
      [1, 0, 1],
      ['no', 'yes'],
    ],
    [
      ['10', '9'],
      [1, 0],
      ['9', '10'],
    ],
    [['cat'], [0], ['cat']],
    [
      ['"say ""b"""', '"a,c"'],
      [1, 0],
      ['a,c', 'say "b"'],
    ],
  ];
  for (const [given, expected, labels] of cases) {
    const found = read(...given);
    assert.deepEqual(
      found.points.map(([, , label]) => label),
      expected,
      given.join(),
    );
    assert.deepEqual(found.labels, labels);
  }
});

test('a pair that is known wins over what else there is', () => {
  const { points, labels, skipped } = readPoints('0,0,0\n1,0,1\n2,0,2\n3,0,\n4,0,1');
  assert.deepEqual(points.map(([x1]) => x1), [0, 1, 4]); // prettier-ignore
  assert.deepEqual(labels, ['0', '1']);
  assert.deepEqual(skipped, [
    { row: 3, expected: 'label', got: '2' },
    { row: 4, expected: 'label', got: '' },
  ]);
});

test('more than two names are named, and nothing is read', () => {
  const { points, labels } = readPoints('1,1,setosa\n2,2,versicolor\n3,3,virginica');
  assert.deepEqual(points, []);
  assert.deepEqual(labels, ['setosa', 'versicolor', 'virginica']);
});

test('what is no point is skipped, and it is said why', () => {
  const { points, skipped } = readPoints(
    ['1,2,1', '1,2', '1,2,3,4', '1000.5,0,1', '-1000,1000,0', 'Infinity,0,1', '0x10,0,1', ',,1', '1e3,2,0'].join('\n'),
  );
  assert.deepEqual(points, [
    [1, 2, 1],
    [-1000, 1000, 0],
    [1000, 2, 0],
  ]);
  assert.deepEqual(
    skipped.map(({ row, expected }) => [row, expected]),
    [
      [2, 'columns'],
      [3, 'columns'],
      [4, 'coordinates'],
      [6, 'coordinates'],
      [7, 'coordinates'],
      [8, 'coordinates'],
    ],
  );
  for (const words of [en, ko]) {
    for (const skip of skipped) assert.match(words.reason({ ...skip, labels: ['0', '1'] }), RegExp(String(skip.row)));
  }
  assert.equal(
    en.reason({ row: 7, expected: 'label', got: 'x', labels: ['no', 'yes'] }),
    'row 7: expected the label no or yes, got x',
  );
});

test('any other text has no points, and does no harm', () => {
  for (const text of [
    '',
    ' \n',
    'null',
    '[]',
    '{}',
    '3',
    '"text"',
    '[1, 2, 3]',
    '[[',
    'PNG\u0000\u001a',
    '{"settings":{"data":"xor"}}',
  ])
    assert.deepEqual(pointsOf(text), [], text);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...TOKENS) }), (text) => {
      const { points, labels, skipped } = readPoints(text);
      assert.ok(
        points.every(([x1, x2, label]) => Math.abs(x1) <= 1000 && Math.abs(x2) <= 1000 && [0, 1].includes(label)),
      );
      assert.ok(labels.length > 0 || points.length === 0);
      assert.ok(skipped.every(({ row }) => row >= 1));
    }),
  );
});

test('what is written is read back, however it is separated', () => {
  const coordinate = fc.double({ min: -1000, max: 1000, noNaN: true }).map((x) => x + 0);
  const row = fc.tuple(coordinate, coordinate, fc.constantFrom(0, 1));
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 50 }),
      fc.constantFrom('\t', ';', ' '),
      (points, separator) => {
        const text = writePoints(points);
        assert.deepEqual(pointsOf(text), points);
        assert.deepEqual(pointsOf(JSON.stringify(points)), points);
        const other = text.replaceAll(', ', separator);
        assert.deepEqual(pointsOf(other), points);
        assert.deepEqual(pointsOf(other.replaceAll('.', ',')), points);
        assert.deepEqual(pointsOf(`x1${separator}x2${separator}class\n${other}`), points);
        const named = points.map(([x1, x2, label]) => `"${x1}","${x2}","${label ? 'b' : 'a'}"`).join('\r\n');
        const names = new Set(points.map(([, , label]) => label));
        if (names.size === 2) assert.deepEqual(pointsOf(named), points);
      },
    ),
  );
});
