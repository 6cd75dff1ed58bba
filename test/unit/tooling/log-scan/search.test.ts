import { describe, expect, it } from 'vitest';
import { createSearch } from '../../../tooling/log-scan/search.ts';
import type { Secret } from '../../../tooling/log-scan/secret.ts';

const whatIn = (line: string, ...secrets: readonly Secret[]): readonly string[] =>
  createSearch(secrets)('a.log', line).map(({ what }) => what);
const username = (value: string): Secret => ({ kind: 'username', value });

describe('createSearch', () => {
  it.each([
    { kind: 'username', value: 'parcel_pirate' },
    { kind: 'note', value: 'threw a parcel' },
    { kind: 'avatar', value: 'https://a.example/1.png' },
    { kind: 'address', value: 'ann@localhost' },
    { kind: 'token', value: 'q8u3-f00-ba7-16-characters' },
  ] as const)('finds a $kind in the middle of a line', (secret) => {
    expect(whatIn(`{"message":"about ${secret.value}, it failed"}`, secret)).toEqual([`a ${secret.kind}`]);
    expect(whatIn('{"message":"it failed"}', secret)).toEqual([]);
  });

  it('says in which file and line, and not the value', () => {
    const search = createSearch([username('parcel_pirate'), username('name-b1')]);
    expect(search('start.log', 'fine\nname-b1 and parcel_pirate\nfine\nparcel_pirate')).toEqual([
      { file: 'start.log', line: 2, what: 'a username' },
      { file: 'start.log', line: 4, what: 'a username' },
    ]);
  });

  it('finds what JSON and URLs write in another way', () => {
    const odd = 'Renée "R" & Co';
    expect(whatIn(JSON.stringify({ message: odd }), username(odd))).toEqual(['a username']);
    expect(whatIn(`GET /buyers?q=${encodeURIComponent(odd)}`, username(odd))).toEqual(['a username']);
    expect(whatIn(`GET /buyers?${new URLSearchParams({ q: odd }).toString()}`, username(odd))).toEqual(['a username']);
    expect(whatIn('half: lina-lina\uFFFD', username('lina-lina\ud83d'))).toEqual(['a username']);
  });

  it('does not take a number of the log for the note of a random request', () => {
    expect(whatIn('{"receives":"1"}', { kind: 'note', value: '1' })).toEqual([]);
  });

  it.each(['ada', 'first', 'canary', 'Ñ'])('finds the word %s only as a whole value', (word) => {
    for (const line of [`{"of":"${word}"}`, `GET /buyers?q=${encodeURIComponent(word)}&limit=1`]) {
      expect(whatIn(line, username(word))).toEqual(['a username']);
    }
    expect(whatIn(`{"message":"the ${word} of all ${word}s","${word}s":1}`, username(word))).toEqual([]);
  });

  it.each([
    ['{"jwt":"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"}', 'something like a JWT'],
    ['mail to someone@mail.example.com failed', 'something like an e-mail address'],
    ['headers: { Authorization: "Basic YTpi" }', 'a header with credentials'],
    ['{"X-Amz-Security-Token":"FwoG"}', 'a header with credentials'],
    ['sent Bearer 0123456789abcdef0123', 'a bearer token'],
    ['AWS4-HMAC-SHA256 Credential=a/b, Signature=0123456789abcdef0123', 'a signature'],
    ['{"event":{"username":"never registered"}}', 'a field of the kind username'],
    ['{"body":"{\\"note\\":\\"never registered\\"}"}', 'a field of the kind note'],
  ])('finds in %s, whoever it belongs to, %s', (line, what) => {
    expect(whatIn(line)).toEqual([what]);
  });
});
