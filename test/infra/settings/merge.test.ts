import { describe, expect, it } from 'vitest';
import { merge } from '../../../infra/settings/merge.ts';

describe('merge', () => {
  it('lets later settings replace earlier ones, inside of groups too', () => {
    expect(merge({ a: 1, g: { b: 1, c: 1 } }, { g: { c: 2 } }, { a: 3 })).toEqual({ a: 3, g: { b: 1, c: 2 } });
  });

  it('replaces lists as a whole', () => {
    expect(merge({ list: [1, 2] }, { list: [3] })).toEqual({ list: [3] });
  });

  it('takes what is undefined for nothing that was said', () => {
    expect(merge({ a: 1, g: { b: 1 } }, { a: undefined, g: { b: undefined } })).toEqual({ a: 1, g: { b: 1 } });
  });

  it('changes none of what it is given', () => {
    const first = { g: { b: 1 } };
    merge(first, { g: { b: 2 } });
    expect(first).toEqual({ g: { b: 1 } });
  });
});
