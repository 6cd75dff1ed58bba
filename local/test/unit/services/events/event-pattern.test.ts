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
    address: '10.1.2.3',
    file: 'lib/a*b.PNG',
    nested: { deep: 'Value' },
    lines: [
      { sku: 'a', size: 1 },
      { sku: 'b', size: 2 },
    ],
  },
};

/** Pattern on `detail` and whether the event above passes it. */
const cases: readonly (readonly [string, object, boolean])[] = [
  ['an exact text', { file: ['lib/a*b.PNG'] }, true],
  ['a text in another case', { file: ['LIB/a*b.PNG'] }, false],
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
  ['prefix', { file: [{ prefix: 'lib/' }] }, true],
  ['prefix of a number', { price: [{ prefix: '2' }] }, false],
  ['prefix in any case', { file: [{ prefix: { 'equals-ignore-case': 'LIB' } }] }, true],
  ['suffix', { file: [{ suffix: '.png' }] }, false],
  ['suffix in any case', { file: [{ suffix: { 'equals-ignore-case': '.png' } }] }, true],
  ['equals-ignore-case', { nested: { deep: [{ 'equals-ignore-case': 'vALUE' }] } }, true],
  ['wildcard', { file: [{ wildcard: '*/a*.PNG' }] }, true],
  ['wildcard with an escaped star', { file: [{ wildcard: String.raw`lib/a\*b.*` }] }, true],
  ['wildcard that takes nothing', { file: [{ wildcard: 'lib/a*b.PNG*' }] }, true],
  ['wildcard without a match', { file: [{ wildcard: 'a*' }] }, false],
  ['exists', { count: [{ exists: true }] }, true],
  ['exists on null', { nothing: [{ exists: true }] }, true],
  ['exists on an absent field', { absent: [{ exists: true }] }, false],
  ['exists on an object, which is no leaf', { nested: [{ exists: true }] }, false],
  ['absence', { absent: [{ exists: false }] }, true],
  ['absence below an absent object', { gone: { deep: [{ exists: false }] } }, true],
  ['absence of an empty list', { none: [{ exists: false }] }, true],
  ['absence or a value', { absent: ['x', { exists: false }] }, true],
  ['numeric equality', { price: [{ numeric: ['=', 20.5] }] }, true],
  ['numeric range', { price: [{ numeric: ['>', 10, '<=', 20.5] }] }, true],
  ['numeric range missed', { price: [{ numeric: ['>', 10, '<', 20.5] }] }, false],
  ['numeric on a text', { empty: [{ numeric: ['=', 0] }] }, false],
  ['cidr', { address: [{ cidr: '10.0.0.0/8' }] }, true],
  ['cidr missed', { address: [{ cidr: '192.168.0.0/16' }] }, false],
  ['cidr of the other family', { address: [{ cidr: '2001:db8::/32' }] }, false],
  ['anything-but a value', { nested: { deep: [{ 'anything-but': 'Other' }] } }, true],
  ['anything-but its own value', { nested: { deep: [{ 'anything-but': ['Other', 'Value'] }] } }, false],
  ['anything-but a number', { count: [{ 'anything-but': [0] }] }, false],
  ['anything-but on an absent field', { absent: [{ 'anything-but': 'x' }] }, false],
  ['anything-but a prefix', { file: [{ 'anything-but': { prefix: 'lib' } }] }, false],
  ['anything-but prefixes', { file: [{ 'anything-but': { prefix: ['bin', 'etc'] } }] }, true],
  ['anything-but a suffix', { file: [{ 'anything-but': { suffix: '.jpg' } }] }, true],
  ['anything-but in any case', { nested: { deep: [{ 'anything-but': { 'equals-ignore-case': ['value'] } }] } }, false],
  ['anything-but a wildcard', { file: [{ 'anything-but': { wildcard: 'lib/*' } }] }, false],
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
    [{ a: [{ toString: 'x' }] }, /unknown operator "toString"/],
    [{ a: [{ prefix: 'x', suffix: 'y' }] }, /more than one operator/],
    [{ a: [{ prefix: 1 }] }, /must be a string/],
    [{ a: [{ numeric: ['>'] }] }, /pairs/],
    [{ a: [{ numeric: ['~', 1] }] }, /unknown comparison/],
    [{ a: [{ exists: 'yes' }] }, /true or false/],
    [{ a: [{ wildcard: 'a**' }] }, /consecutive wildcards/],
    [{ a: [{ cidr: '10.0.0.0' }] }, /not an address range/],
    [{ a: [{ 'anything-but': { exists: true } }] }, /cannot hold the operator "exists"/],
    [{ $or: [{ a: [1] }] }, /at least two/],
  ];
  it.each(refused)('refuses %j', (pattern, message) => {
    expect(() => compilePattern(pattern)).toThrow(message);
  });
});
