import { describe, expect, it } from 'vitest';
import { isPreflight, preflightResponse, withCors } from '../../../../services/apigateway/cors.ts';
import { request } from '../../../builders/http-requests.ts';

const cors = {
  allowOrigins: ['https://console.example'],
  allowMethods: ['GET', 'POST'],
  allowHeaders: ['authorization'],
  exposeHeaders: ['location'],
  maxAgeSeconds: 60,
  allowCredentials: true,
};
const preflight = (origin: string) =>
  request({ method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });

describe('CORS', () => {
  it('knows a preflight from another OPTIONS', () => {
    expect(isPreflight(preflight('https://a'))).toBe(true);
    expect(isPreflight(request({ method: 'OPTIONS', headers: { origin: 'https://a' } }))).toBe(false);
  });

  it('answers the preflight of an allowed origin', () => {
    const { status, headers } = preflightResponse(cors, preflight('https://console.example'));
    expect(status).toBe(204);
    expect(Object.fromEntries(headers)).toEqual({
      'access-control-allow-origin': 'https://console.example',
      vary: 'origin',
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET,POST',
      'access-control-allow-headers': 'authorization',
      'access-control-max-age': '60',
    });
  });

  it('gives another origin nothing', () => {
    expect(preflightResponse(cors, preflight('https://console.example.evil')).headers).toEqual([]);
  });

  it('allows all origins of a scheme by a wildcard', () => {
    const wide = { ...cors, allowOrigins: ['https://*'] };
    expect(preflightResponse(wide, preflight('https://any')).headers).toContainEqual([
      'access-control-allow-origin',
      'https://any',
    ]);
    expect(preflightResponse(wide, preflight('http://any')).headers).toEqual([]);
  });

  it('allows any port where the local stage leaves it open, and no other host', () => {
    const local = { ...cors, allowOrigins: ['http://127.0.0.1:*'] };
    for (const origin of ['http://127.0.0.1', 'http://127.0.0.1:5173'])
      expect(preflightResponse(local, preflight(origin)).headers).toContainEqual([
        'access-control-allow-origin',
        origin,
      ]);
    for (const origin of [
      'https://127.0.0.1:5173',
      'http://127.0.0.1.evil:80',
      'http://127.0.0.1:80.evil',
      'http://127.0.0.1:*',
    ])
      expect(preflightResponse(local, preflight(origin)).headers, origin).toEqual([]);
  });

  it('replaces the function’s own headers on an answer', () => {
    const answer = {
      status: 200,
      headers: [['access-control-allow-origin', '*'] as const, ['etag', 'x'] as const],
      body: '',
    };
    const { headers } = withCors(answer, cors, request({ headers: { origin: 'https://console.example' } }));
    expect(headers.filter(([name]) => name === 'access-control-allow-origin')).toEqual([
      ['access-control-allow-origin', 'https://console.example'],
    ]);
    expect(headers).toContainEqual(['access-control-expose-headers', 'location']);
    expect(headers).toContainEqual(['etag', 'x']);
  });

  it('leaves an API without a configuration alone', () => {
    const answer = { status: 200, headers: [], body: '' };
    expect(withCors(answer, undefined, request())).toBe(answer);
  });
});
