import { describe, expect, it } from 'vitest';
import { activeScope, scopeOfToken } from '../../../../shared/access/scope.ts';
import { buildAccess } from '../../../builders/items/block-list.ts';

const open = (shops: unknown, shopId: string, sub: unknown = 'seller-1') =>
  scopeOfToken({ sub, shops, exp: '1795339800' }, shopId);

describe('scopeOfToken', () => {
  it.each(['owner', 'agent', 'viewer'])('opens a shop that the token names to an %s', (role) => {
    expect(open(`other:owner 123:${role} more:viewer`, '123')).toEqual({
      shopId: '123',
      role,
      actor: { kind: 'seller', id: 'seller-1' },
      until: 1_795_339_800_000,
    });
  });

  it.each([
    ['a longer ID', '1234:owner', '123'],
    ['a shorter ID', '12:owner', '123'],
    ['another case', 'Shop:owner', 'shop'],
    ['a Cyrillic look-alike', 'shоp:owner', 'shop'],
    ['a fullwidth look-alike', '１23:owner', '123'],
    ['the role as the shop', '123:owner', 'owner'],
    ['a shop without a role', '123', '123'],
    ['an unknown role', '123:admin', '123'],
    ['a role in another case', '123:Owner', '123'],
    ['a role from the prototype', '123:constructor', '123'],
    ['an empty shop', ':owner', ''],
    ['a flattened array', '[123:owner]', '123'],
    ['the middle of a flattened array', '[9:owner 123:owner 7:owner]', '123'],
    ['a flattened object', 'map[a:1 123:owner b:2]', '123'],
    ['no value', '<nil>', '123'],
    ['commas for spaces', '9:owner,123:owner', '9'],
    ['tabs for spaces', '9:owner\t123:owner', '9'],
    ['a pattern', '*:owner', '123'],
    ['an ID of the prototype', '123:owner', '__proto__'],
    ['no shops at all', '', '123'],
  ])('does not open a shop for %s', (_, shops, shopId) => {
    expect(open(shops, shopId)).toBeUndefined();
  });

  it.each([
    [['123:owner']],
    [{ 123: 'owner' }],
    [null],
    [undefined],
    [123],
    [true],
  ])('does not open a shop by a claim that is no text: %j', (shops) => {
    expect(open(shops, '123')).toBeUndefined();
  });

  it.each([
    undefined,
    null,
    7,
    ['seller-1'],
    '',
    '\ud800',
    'ann\udfff',
    '<nil>',
    '[ann]',
    '[ann ben]',
    'map[id:ann]',
    '\udc00\ud800',
  ])('does not open a shop to the subject %j', (sub) => {
    expect(scopeOfToken({ sub, shops: '123:owner' }, '123')).toBeUndefined();
  });

  it.each([
    ['123:owner 123:viewer', 'viewer'],
    ['123:viewer 123:owner', 'viewer'],
    ['123:agent 9:viewer 123:owner', 'agent'],
    ['123:owner 123:agent 123:viewer 123:owner', 'viewer'],
    ['123:owner 123:owner', 'owner'],
    ['123:boss 123:owner', 'owner'],
    ['123:owner 123:boss', 'owner'],
    ['123:agent 123: 123 123:owner', 'agent'],
    ['1234:viewer 123:owner 12:viewer', 'owner'],
  ])('opens a shop that %j names more than once in the least role: %s', (shops, role) => {
    expect(open(shops, '123')).toMatchObject({ role });
  });

  it('does not open a shop to an ID token, whatever else it says', () => {
    const claims = { sub: 's', shops: '123:owner', scope: 'ssc/seller' };
    expect(scopeOfToken({ ...claims, token_use: 'id' }, '123')).toBeUndefined();
    expect(scopeOfToken({ ...claims, token_use: 'access' }, '123')).toMatchObject({ role: 'owner' });
    // Issuers other than Cognito know no such claim.
    expect(scopeOfToken(claims, '123')).toMatchObject({ role: 'owner' });
  });

  it('reads shops only from the token itself, not from its prototype', () => {
    expect(scopeOfToken({ sub: 's', shops: '__proto__:viewer' }, '__proto__')).toMatchObject({
      shopId: '__proto__',
      role: 'viewer',
    });
  });
});

describe('activeScope', () => {
  it('opens a shop only while its access is active', () => {
    const token = open('123:agent', '123');
    if (!token) throw new Error('the token opens the shop');
    expect(activeScope(token, buildAccess())).toMatchObject({ shopId: '123' });
    expect(activeScope(token, buildAccess({ state: 'terminated' }))).toBeUndefined();
    expect(activeScope(token, buildAccess({ state: 'not_invited' }))).toBeUndefined();
    expect(activeScope(token, undefined)).toBeUndefined();
  });
});
