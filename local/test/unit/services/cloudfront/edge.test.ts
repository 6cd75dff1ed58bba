import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../../core/http-front-end/http-request.ts';
import { createEdge } from '../../../../services/cloudfront/edge.ts';
import type { BehaviorModel } from '../../../../services/cloudfront/model.ts';
import type { Buckets } from '../../../../services/s3/buckets.ts';

const request = (path: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  path,
  queryString: '',
  headers: {},
  cookies: [],
  body: Buffer.alloc(0),
  sourceIp: '127.0.0.1',
  ...more,
});
const long = 'x'.repeat(2_000);
const files: Readonly<Record<string, string>> = {
  'index.html': 'page',
  'a b.txt': 'spaced',
  'assets/app.js': 'code',
  'long.txt': long,
};
const asked: string[] = [];
const buckets: Buckets = {
  read(bucket, key, principal) {
    asked.push(`${bucket}/${key} ${principal.type === 'service' ? principal.sourceArn : ''}`);
    const text = files[key];
    return text === undefined
      ? undefined
      : { body: Buffer.from(text), contentType: 'text/plain', etag: `"${text}"`, cacheControl: 'no-cache' };
  },
};
const behavior = (pathPattern: string, more: Partial<BehaviorModel> = {}): BehaviorModel => ({
  pathPattern,
  methods: ['GET', 'HEAD'],
  origin: { type: 'bucket', name: 'files' },
  compresses: false,
  responseHeaders: [],
  ...more,
});
const edge = (...behaviors: BehaviorModel[]) =>
  createEdge({
    distribution: { arn: 'arn:distribution', path: 'Stack/Distribution', behaviors },
    buckets,
    api: async ({ path }) => ({ status: 202, headers: [['x-frame-options', 'SAMEORIGIN']], body: `api ${path}` }),
  });

describe('createEdge', () => {
  it('serves an object with its type, its tag and how long it may be kept', async () => {
    const { status, headers, body } = await edge(behavior('*'))(request('/index.html'));
    expect([status, String(body)]).toEqual([200, 'page']);
    expect(Object.fromEntries(headers)).toEqual({
      'content-type': 'text/plain',
      etag: '"page"',
      'cache-control': 'no-cache',
    });
    expect(asked.at(-1)).toBe('files/index.html arn:distribution');
  });

  it('answers 304 to who has it already', async () => {
    const known = request('/index.html', { headers: { 'if-none-match': '"other", "page"' } });
    expect(await edge(behavior('*'))(known)).toMatchObject({ status: 304, body: '' });
  });

  it('compresses for who takes it, where the behavior does, under a weak tag', async () => {
    const ask = (compresses: boolean, headers: Record<string, string>) =>
      edge(behavior('*', { compresses }))(request('/long.txt', { headers: { 'accept-encoding': 'br', ...headers } }));
    const { headers, body } = await ask(true, {});
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-encoding': 'br',
      etag: `W/"${long}"`,
      vary: 'accept-encoding',
    });
    expect(body.length).toBeLessThan(100);
    expect((await ask(true, { 'if-none-match': `W/"${long}"` })).status).toBe(304);
    expect(String((await ask(false, {})).body)).toBe(long);
  });

  it('decodes a key, and answers 403 to one that is badly encoded, or is not there', async () => {
    expect((await edge(behavior('*'))(request('/a%20b.txt'))).status).toBe(200);
    expect((await edge(behavior('*'))(request('/%zz'))).status).toBe(403);
    expect((await edge(behavior('*'))(request('/gone.js'))).status).toBe(403);
  });

  it('asks the first behavior whose pattern the whole path has, the default last', async () => {
    const api = behavior('/v1/*', { origin: { type: 'http_api' } });
    const serve = edge(api, behavior('/asset?/*.js'), behavior('*', { methods: [] }));
    expect(String((await serve(request('/v1/shops'))).body)).toBe('api /v1/shops');
    expect(String((await serve(request('/assets/app.js'))).body)).toBe('code');
    for (const path of ['/v1', '/v1x/a', '/x/v1/a', '/assets/app_js']) {
      expect((await serve(request(path))).status, path).toBe(403);
    }
  });

  it('refuses a method that the behavior does not take', async () => {
    expect((await edge(behavior('*'))(request('/index.html', { method: 'POST' }))).status).toBe(403);
  });

  it('looks for what the function chose', async () => {
    const viewerRequest = "function handler(e) { e.request.uri = '/index.html'; return e.request; }";
    expect(String((await edge(behavior('*', { viewerRequest }))(request('/shops/1'))).body)).toBe('page');
  });

  it('adds headers, in place of the origin’s own where they override them', async () => {
    const origin = { type: 'http_api' as const };
    const header = (overrides: boolean) => [{ name: 'x-frame-options', value: 'DENY', overrides }];
    const answer = (overrides: boolean) =>
      edge(behavior('*', { origin, responseHeaders: header(overrides) }))(request('/'));
    expect((await answer(true)).headers).toEqual([['x-frame-options', 'DENY']]);
    expect((await answer(false)).headers).toEqual([['x-frame-options', 'SAMEORIGIN']]);
  });
});
