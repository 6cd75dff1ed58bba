import { describe, expect, it } from 'vitest';
import { flattenClaims } from '../../../../services/apigateway/flatten-claims.ts';

describe('flattenClaims', () => {
  it('makes every claim a string as Go prints it', () => {
    const claims = { sub: 's', exp: 1_583_798_639, ok: true, groups: ['a', 'b'], none: null, deep: { b: [1], a: 'x' } };
    expect(flattenClaims(claims)).toEqual({
      sub: 's',
      exp: '1583798639',
      ok: 'true',
      groups: '[a b]',
      none: '<nil>',
      deep: 'map[a:x b:[1]]',
    });
  });
});
