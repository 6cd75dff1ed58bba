import { describe, expect, it } from 'vitest';
import { headerOf } from '../../../../core/access/signed-request.ts';

describe('headerOf', () => {
  const headers = { host: 'a:1', 'x-twice': ['one', 'two'], 'x-empty': '' };
  it.each([
    ['host', 'a:1'],
    ['x-twice', 'one,two'],
    ['x-empty', ''],
    ['x-absent', undefined],
  ])('reads %s as it is signed: several values of a header joined by commas', (name, value) => {
    expect(headerOf({ method: 'GET', url: '/', headers, body: new Uint8Array() }, name)).toBe(value);
  });
});
