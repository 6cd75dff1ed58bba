import type { HttpRequest } from '../../core/http-front-end/http-request.ts';

/** A `GET /` without anything. */
export function request(overrides: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'GET',
    path: '/',
    queryString: '',
    headers: { host: '127.0.0.1:3000' },
    cookies: [],
    body: Buffer.alloc(0),
    sourceIp: '127.0.0.1',
    ...overrides,
  };
}
