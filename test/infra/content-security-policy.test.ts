import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../infra/content-security-policy.ts';

describe('contentSecurityPolicy', () => {
  const policy = contentSecurityPolicy(['wss://live.example/live', 'https://login.example']);
  const directives = new Map(policy.split('; ').map((directive) => [directive.split(' ')[0], directive]));

  it('runs files of its own alone', () => {
    expect(directives.get('default-src')).toBe("default-src 'none'");
    expect(directives.get('script-src')).toBe("script-src 'self'");
    expect(directives.get('style-src')).toBe("style-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|data:|blob:|http:/);
  });

  it('connects to its API, its WebSocket and its issuer', () => {
    expect(directives.get('connect-src')).toBe("connect-src 'self' wss://live.example/live https://login.example");
  });

  it('shows pictures from anywhere, which the avatars of buyers are', () => {
    expect(directives.get('img-src')).toBe("img-src 'self' https:");
  });

  it('is in nobody’s frame, has no other base, sends no form, and makes no code of texts', () => {
    expect(directives.get('frame-ancestors')).toBe("frame-ancestors 'none'");
    expect(directives.get('base-uri')).toBe("base-uri 'none'");
    expect(directives.get('form-action')).toBe("form-action 'none'");
    expect(directives.get('require-trusted-types-for')).toBe("require-trusted-types-for 'script'");
    expect(directives.get('trusted-types')).toBe("trusted-types 'none'");
  });
});
