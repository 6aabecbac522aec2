import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeLocale } from '../../www/figure/locale.js';

const en = makeLocale('en');
const ko = makeLocale('ko');

test('whole numbers are grouped', () => {
  assert.deepEqual([0, 999, 12345, 1e6 + 0.4].map(en.whole), ['0', '999', '12,345', '1,000,000']);
});

test('ticks are brief, in the units of the language', () => {
  assert.deepEqual([0, 0.5, 20_000, 3e6, 1e-9].map(en.brief), ['0', '0.5', '20,000', '3M', '10⁻⁹']);
  assert.equal(ko.brief(3e6), '300만');
  assert.deepEqual([0.5, 50_000, 100_000, 2e6].map(en.briefest), ['0.5', '50,000', '100K', '2M']);
  assert.equal(ko.briefest(200_000), '20만');
});

test('a loss has four digits, whatever its size, and does not break before its power', () => {
  assert.deepEqual([0.001868, 0.69314718, 12.3456, 5.21e-9, 123456.7, 0].map(en.small), [
    '0.001868',
    '0.6931',
    '12.35',
    '5.21\u00a0×\u00a010⁻⁹',
    '123,500',
    '0.000',
  ]);
});

test('probabilities have four digits in a table and two in a sentence', () => {
  assert.deepEqual([en.probability(0.00236), en.hundredths(0.5), en.hundredths(2 / 3)], ['0.0024', '0.5', '0.67']);
});

test('answers without bounds stay short', () => {
  assert.deepEqual([-12.34567, 1.86e148].map(en.probability), ['−12.3457', '1.9×10¹⁴⁸']);
});

test('a minus is no hyphen, in whatever way a number is written', () => {
  const { whole, brief, probability, hundredths, small } = en;
  assert.deepEqual([whole(-1234), brief(-0.5), brief(-20_000), brief(-2e-9), probability(-1.5)], ['−1,234', '−0.5', '−20,000', '−2\u00a0×\u00a010⁻⁹', '−1.5000']); // prettier-ignore
  assert.deepEqual([hundredths(-0.25), small(-0.25), small(-2345), small(-2.5e-9)], ['−0.25', '−0.2500', '−2,345', '−2.50\u00a0×\u00a010⁻⁹']); // prettier-ignore
});

test('what a loss or a tick overflows to is infinity', () => {
  for (const { brief, small } of [en, ko]) {
    assert.deepEqual([brief(Infinity), small(Infinity), small(-Infinity)], ['∞', '∞', '−∞']);
  }
});

test('digits have a true minus and little room, and what is whole is written so', () => {
  assert.deepEqual(
    [0, 1, -2, 0.5, 0.0375, -12.34567, 5.21e-9, -12345.6, 9999.96, 0.00099999, Infinity].map((value) =>
      en.digits(value),
    ),
    ['0', '1', '−2', '0.5000', '0.03750', '−12.35', '5.210×10⁻⁹', '−1.235×10⁴', '1.000×10⁴', '1.000×10⁻³', '∞'],
  );
  assert.equal(en.digits(0.123456789, 6), '0.123457');
});

test('no Korean particle follows a number that may end in another sound', () => {
  for (const answer of ['0.5', '0.33', '−0.67']) {
    assert.doesNotMatch(ko.words.why.shared(['(0, 0)', '(1, 1)'], answer, '0.3466'), /[0-9](이?라고|[은는이가을를]) /);
  }
});
