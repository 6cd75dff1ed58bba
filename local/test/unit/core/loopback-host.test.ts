import { describe, expect, it } from 'vitest';
import { isLoopbackHost } from '../../../core/loopback-host.ts';

describe('a host', () => {
  it.each(['127.0.0.1', '127.0.0.1:3001', 'localhost', 'localhost:3000', '[::1]:3000'])('may be %s', (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  });

  it.each([
    undefined,
    '',
    'rebound.example',
    'rebound.example:3001',
    '127.0.0.1.rebound.example',
    'localhost.rebound.example:3001',
    '127.0.0.1:3001,rebound.example',
    '0.0.0.0:3001',
    '127.0.0.1:',
    'user@127.0.0.1',
  ])('is not %s', (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  });
});
