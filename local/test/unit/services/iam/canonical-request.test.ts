import { describe, expect, it } from 'vitest';
import { canonicalRequest, sha256 } from '../../../../services/iam/canonical-request.ts';

const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const linesOf = (url: string, headers: Record<string, string | string[] | undefined> = {}) =>
  canonicalRequest({ method: 'GET', url, headers, body: new Uint8Array() }, Object.keys(headers), emptyHash).split(
    '\n',
  );
const pathOf = (url: string) => linesOf(url)[1];
const queryOf = (query: string) => linesOf(`/?${query}`)[2];

describe('canonicalRequest', () => {
  it('is the one of AWS’s own test suite (get-vanilla-query-order-key-case)', () => {
    const headers = { host: 'example.amazonaws.com', 'x-amz-date': '20150830T123600Z' };
    const canonical = linesOf('/?Param2=value2&Param1=value1', headers).join('\n');
    expect(canonical).toBe(
      `GET\n/\nParam1=value1&Param2=value2\nhost:example.amazonaws.com\nx-amz-date:20150830T123600Z\n\nhost;x-amz-date\n${emptyHash}`,
    );
    expect(sha256(canonical)).toBe('816cd5b414d056048ba4f7c5386d6e0533120fb1fcfa93762cf0fc39e2cf19e0');
  });

  it.each([
    ['', '/'],
    ['/', '/'],
    ['/a/b/', '/a/b/'],
    ['//a///b', '/a/b'],
    ['/a/./b/../c', '/a/c'],
    ['/../..', '/'],
    ['/a%20b', '/a%2520b'],
    ['/a%2Fb', '/a%252Fb'],
    ['/(a)*', '/%28a%29%2A'],
    ['/~a-b_c.d', '/~a-b_c.d'],
  ])('writes the path %j as %j: without dots and doubled slashes, encoded twice', (path, canonical) => {
    expect(pathOf(path)).toBe(canonical);
  });

  it.each([
    ['b=1&a=2', 'a=2&b=1'],
    ['a=2&a=1&a=10', 'a=1&a=10&a=2'],
    ['a', 'a='],
    ['a=b=c', 'a=b%3Dc'],
    ['a=%7e%2f', 'a=~%2F'],
    ['Z=1&a=1', 'Z=1&a=1'],
    ['a-b=1&a=1', 'a=1&a-b=1'],
    ["a=!'()*", 'a=%21%27%28%29%2A'],
    ['a=?', 'a=%3F'],
    ['', ''],
  ])('writes the query %j as %j: by name, then by value, each encoded once', (query, canonical) => {
    expect(queryOf(query)).toBe(canonical);
  });

  it('keeps what is no encoding as a text of its own, so that nothing breaks', () => {
    expect(queryOf('a=%zz')).toBe('a=%25zz');
  });

  it('trims headers, folds their blanks, joins their values, and writes those that are absent as empty', () => {
    const headers = { 'x-a': '  one \t two ', 'x-b': ['1', '2'], 'x-c': undefined };
    expect(linesOf('/', headers).slice(3)).toEqual(['x-a:one two', 'x-b:1,2', 'x-c:', '', 'x-a;x-b;x-c', emptyHash]);
  });
});
