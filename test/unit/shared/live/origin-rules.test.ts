import { describe, expect, it } from 'vitest';
import { isAllowedOrigin } from '../../../../shared/live/origin-rules.ts';

const allowed = ['https://console.example.com', 'http://127.0.0.1:*'];

describe('the origin of a page', () => {
  it.each([
    undefined,
    'https://console.example.com',
    'http://127.0.0.1:3000',
    'http://127.0.0.1',
  ])('is allowed as %s', (origin) => {
    expect(isAllowedOrigin(origin, allowed)).toBe(true);
  });

  it.each([
    '',
    'null',
    'http://console.example.com',
    'https://console.example.com:8443',
    'https://console.example.com.evil.example',
    'https://evil.example/https://console.example.com',
    'http://127.0.0.1.evil.example:3000',
    'http://127.0.0.1:3000.evil.example',
    'https://127.0.0.1:3000',
  ])('is refused as “%s”', (origin) => {
    expect(isAllowedOrigin(origin, allowed)).toBe(false);
  });

  it('may be missing only, where none is allowed', () => {
    expect(isAllowedOrigin(undefined, [])).toBe(true);
    expect(isAllowedOrigin('https://console.example.com', [])).toBe(false);
  });
});
