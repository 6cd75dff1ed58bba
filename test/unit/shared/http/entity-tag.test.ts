import { describe, expect, it } from 'vitest';
import { assertCurrent, entityTag, includesTag, parseEntityTags } from '../../../../shared/http/entity-tag.ts';

describe('parseEntityTags', () => {
  it.each([
    ['*', '*'],
    [' * ', '*'],
    ['"a"', ['"a"']],
    ['W/"a"', ['W/"a"']],
    ['""', ['""']],
    ['"a,b", W/"c" ,"d"', ['"a,b"', 'W/"c"', '"d"']],
    [',"a",, "b",', ['"a"', '"b"']],
  ])('reads %s', (header, tags) => {
    expect(parseEntityTags(header)).toEqual(tags);
  });

  it.each([
    '',
    ',',
    'a',
    '"a',
    'a"',
    '"a" "b"',
    '"a"b',
    'w/"a"',
    'W/ "a"',
    '*,"a"',
    '"a", *',
    '"a b"',
    '"a\u0007"',
  ])('reads nothing in %j', (header) => {
    expect(parseEntityTags(header)).toBeUndefined();
  });

  it('reads a header of 10 KB without going back and forth in it', () => {
    for (const part of [',', ' ', '"a" ', '"a",', ' ,'])
      expect(parseEntityTags(`${part.repeat(10_000 / part.length)}x`)).toBeUndefined();
  });
});

describe('entityTag', () => {
  const tag = entityTag({ id: 'b', revision: 2 }, '{"a":1}');

  it('is one tag, another for whatever is shown otherwise', () => {
    expect(parseEntityTags(tag)).toEqual([tag]);
    expect(entityTag({ id: 'b', revision: 2 }, '{"a":1}')).toBe(tag);
    expect(entityTag({ id: 'b', revision: 2 }, '{"a":2}')).not.toBe(tag);
  });

  it('is found among those of a reader, weakly compared', () => {
    expect(includesTag('*', tag)).toBe(true);
    expect(includesTag(['"x"', `W/${tag}`], tag)).toBe(true);
    expect(includesTag(['"x"'], tag)).toBe(false);
  });

  it('holds for a writer as long as ID and revision do', () => {
    const version = { id: 'b', revision: 2 };
    for (const tags of [undefined, '*', [tag], [`W/${tag}`], ['"b.2.other"']] as const)
      expect(() => assertCurrent(tags, version)).not.toThrow();
    expect(() => assertCurrent([tag], undefined)).not.toThrow();
    for (const other of [
      { id: 'b', revision: 3 },
      { id: 'c', revision: 2 },
      { id: 'b', revision: 21 },
    ])
      expect(() => assertCurrent([tag], other)).toThrow(
        expect.objectContaining({ code: 'precondition_failed', details: { revision: other.revision } }),
      );
  });
});
