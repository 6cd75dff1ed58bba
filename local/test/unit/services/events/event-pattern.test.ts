import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../../services/events/event-pattern.ts';

const event = {
  source: 'marketplace.orders',
  'detail-type': 'Order Status Changed',
  resources: ['arn:one', 'arn:two'],
  detail: {
    price: 20.5,
    count: 0,
    empty: '',
    nothing: null,
    yes: true,
    none: [],
    file: 'lib/a.PNG',
    nested: { deep: 'Value' },
    lines: [
      { sku: 'a', size: 1 },
      { sku: 'b', size: 2 },
    ],
  },
};

/** Pattern on `detail` and whether the event above passes it. */
const cases: readonly (readonly [string, object, boolean])[] = [
  ['an exact text', { file: ['lib/a.PNG'] }, true],
  ['a text in another case', { file: ['LIB/a.PNG'] }, false],
  ['one of several', { price: [1, 20.5] }, true],
  ['a number given as text', { price: ['20.5'] }, false],
  ['null', { nothing: [null] }, true],
  ['null on an absent field', { absent: [null] }, false],
  ['an empty text', { empty: [''] }, true],
  ['a boolean', { yes: [true] }, true],
  ['a nested field', { nested: { deep: ['Value'] } }, true],
  ['several fields of which one differs', { yes: [true], count: [1] }, false],
  ['fields of one element of a list', { lines: { sku: ['a'], size: [1] } }, true],
  ['fields of two elements of a list', { lines: { sku: ['a'], size: [2] } }, false],
  ['an operator', { file: [{ prefix: 'lib/' }] }, true],
  ['one of several operators', { file: [{ prefix: 'bin/' }, { suffix: '.PNG' }] }, true],
  ['an operator on any element of a list', { lines: { sku: [{ prefix: 'b' }] } }, true],
  ['exists on an object, which is no leaf', { nested: [{ exists: true }] }, false],
  ['absence below an absent object', { gone: { deep: [{ exists: false }] } }, true],
  ['absence of an empty list', { none: [{ exists: false }] }, true],
  ['absence or a value', { absent: ['x', { exists: false }] }, true],
  ['$or, the second', { $or: [{ count: [1] }, { yes: [true] }] }, true],
  ['$or, none', { $or: [{ count: [1] }, { yes: [false] }] }, false],
  ['$or beside a field that differs', { count: [1], $or: [{ yes: [true] }, { count: [0] }] }, false],
];

describe('compilePattern', () => {
  it.each(cases)('matches %s', (_name, detail, expected) => {
    expect(compilePattern({ detail })(event)).toBe(expected);
  });

  it('matches a list in the event by any element', () => {
    expect(compilePattern({ resources: ['arn:two'] })(event)).toBe(true);
    expect(compilePattern({ resources: ['arn:three'] })(event)).toBe(false);
  });

  it('reads no inherited property and tolerates what is no object', () => {
    expect(compilePattern({ constructor: [{ exists: true }] })({})).toBe(false);
    for (const value of [null, undefined, 'text', 3, []]) expect(compilePattern({ a: [1] })(value)).toBe(false);
  });

  const refused: readonly (readonly [object | string, RegExp])[] = [
    [{}, /pattern is empty/],
    ['text', /must be an object/],
    [{ a: 'x' }, /pattern\.a must be an object/],
    [{ a: [] }, /pattern\.a is an empty list/],
    [{ a: [['x']] }, /list inside a list/],
    [{ a: [{ glob: 'x' }] }, /pattern\.a\[0\] has the unknown operator "glob"/],
    [{ $or: [{ a: [1] }] }, /at least two/],
  ];
  it.each(refused)('refuses %j', (pattern, message) => {
    expect(() => compilePattern(pattern)).toThrow(message);
  });
});
