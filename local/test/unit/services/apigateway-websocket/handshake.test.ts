import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { findApi, isHandshake } from '../../../../services/apigateway-websocket/handshake.ts';
import type { WebSocketApiModel } from '../../../../services/apigateway-websocket/model.ts';

const headers = { 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', 'sec-websocket-version': '13' };
const request = (overrides: object = {}) => ({ method: 'GET', headers, ...overrides }) as unknown as IncomingMessage;

describe('isHandshake', () => {
  it('takes a whole handshake', () => {
    expect(isHandshake(request())).toBe(true);
  });

  it.each([
    { method: 'POST' },
    { headers: {} },
    { headers: { ...headers, 'sec-websocket-key': 'short==' } },
    { headers: { ...headers, 'sec-websocket-version': '8' } },
  ])('takes no request with %j', (overrides) => {
    expect(isHandshake(request(overrides))).toBe(false);
  });
});

describe('findApi', () => {
  const apis = [{ stageName: 'live' }, { stageName: 'other' }] as unknown as WebSocketApiModel[];

  it.each(['/live', '/live/', '/live?ticket=x', '/live/?ticket=x'])('finds by its stage the API of %s', (url) => {
    expect(findApi(apis, url)).toBe(apis[0]);
  });

  it.each([undefined, '/', '/lively', '/live/deeper', 'live'])('finds none for %s', (url) => {
    expect(findApi(apis, url)).toBeUndefined();
  });
});
