import { describe, expect, it } from 'vitest';
import { claimsOf, nameIn, shopRolesOf } from '../../../src/session/token-claims.ts';

const tokenOf = (claims: object): string =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

describe('claimsOf', () => {
  it('reads who it is and what is open to them', () => {
    const claims = claimsOf(tokenOf({ sub: 'zoë-1', shops: 'a:owner b:viewer' }));
    expect(claims).toEqual({
      subject: 'zoë-1',
      shops: [
        { shopId: 'a', role: 'owner' },
        { shopId: 'b', role: 'viewer' },
      ],
    });
  });

  it.each(['', 'x', 'a.b.c', tokenOf({ shops: ['a:owner'] })])('finds no shops in %j', (token) => {
    expect(claimsOf(token).shops).toEqual([]);
  });
});

describe('shopRolesOf', () => {
  it('passes over what is no shop with a role', () => {
    expect(shopRolesOf('a:agent  b:king :owner c')).toEqual([{ shopId: 'a', role: 'agent' }]);
  });
});

describe('nameIn', () => {
  it('prefers the name, takes the address, and invents nothing', () => {
    expect(nameIn({ name: 'Olivia', email: 'o@demo.example' })).toBe('Olivia');
    expect(nameIn({ name: '', email: 'o@demo.example' })).toBe('o@demo.example');
    expect(nameIn({ name: 7 })).toBeUndefined();
  });
});
