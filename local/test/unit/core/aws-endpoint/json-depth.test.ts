import { describe, expect, it } from 'vitest';
import { isNestedTooDeep } from '../../../../core/aws-endpoint/json-depth.ts';

const lists = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('JSON that is nested', () => {
  it.each([
    lists(1_000),
    objects(1_000),
    lists(2).replace('[]', `[${'[],'.repeat(5_000)}[]]`),
  ])('up to a thousand deep is taken, however wide', (json) => {
    expect(isNestedTooDeep(json)).toBe(false);
    expect(() => JSON.stringify(JSON.parse(json))).not.toThrow();
  });

  it.each([lists(1_001), objects(1_001), objects(30_000), lists(200_000)])('deeper is not', (json) => {
    expect(isNestedTooDeep(json)).toBe(true);
  });

  it('is not what strings hold', () => {
    expect(isNestedTooDeep(JSON.stringify({ text: `"\\"${'['.repeat(5_000)}\\` }))).toBe(false);
    expect(isNestedTooDeep(JSON.stringify(['\\"', '['.repeat(5_000)]))).toBe(false);
  });
});
