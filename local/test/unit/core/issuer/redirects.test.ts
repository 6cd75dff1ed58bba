import { describe, expect, it } from 'vitest';
import { isSignInRedirect, isSignOutRedirect, withParameters } from '../../../../core/issuer/redirects.ts';

describe('isSignInRedirect', () => {
  it.each([
    'http://127.0.0.1:3000/signed-in',
    'http://localhost:5173/signed-in',
    'http://[::1]:1/signed-in',
  ])('takes the page %s of this machine', (uri) => expect(isSignInRedirect(uri)).toBe(true));

  it.each([
    'https://127.0.0.1:3000/signed-in',
    'http://127.0.0.1.evil.example/signed-in',
    'http://127.0.0.1:3000@evil.example/signed-in',
    'http://user@127.0.0.1:3000/signed-in',
    'http://evil.example/signed-in',
    'http://127.0.0.1:3000/',
    'http://127.0.0.1:3000/signed-in/',
    'http://127.0.0.1:3000/signed-in?next=1',
    'http://127.0.0.1:3000/signed-in#x',
    'javascript:alert(1)//signed-in',
    '/signed-in',
    '',
  ])('refuses %s', (uri) => expect(isSignInRedirect(uri)).toBe(false));
});

describe('isSignOutRedirect', () => {
  it('takes the first page of this machine alone', () => {
    expect(isSignOutRedirect('http://localhost:3000/')).toBe(true);
    for (const uri of ['http://localhost:3000', 'http://localhost:3000/signed-in', 'http://evil.example/'])
      expect(isSignOutRedirect(uri), uri).toBe(false);
  });
});

describe('withParameters', () => {
  it('adds what there is, escaped', () => {
    expect(withParameters('http://localhost/signed-in', { code: 'a&b', state: undefined })).toBe(
      'http://localhost/signed-in?code=a%26b',
    );
  });
});
