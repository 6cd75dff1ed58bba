import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../../../infra/app.ts';
import { loadFunctions } from '../../../../../infra/load-functions.ts';
import { writeConsoleBuild, writeEmptyFunctions } from '../../../../../test/infra/synthesized-stage.ts';
import { startHttpFrontEnd } from '../../../../core/http-front-end/start-http-front-end.ts';
import { jsonResponse } from '../../../../core/http-front-end/http-request.ts';
import { loadDeployment } from '../../../../deployment.ts';
import { withIssuerOn } from '../../../../services/apigateway/local-issuer.ts';
import { createEdge } from '../../../../services/cloudfront/edge.ts';
import { createAuthorizer } from '../../../../services/iam/authorizer.ts';
import { createBuckets } from '../../../../services/s3/buckets.ts';

const port = 4_321;

/** The product's own stack with a small build in it: synthesized, loaded, and served by the front end. */
describe('the console of the local stage', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ssc-edge-'));
  let frontEnd: Awaited<ReturnType<typeof startHttpFrontEnd>>;
  const refusals: string[] = [];
  beforeAll(async () => {
    const assembly = createApp({
      functions: await loadFunctions(),
      environment: { SSC_STAGE: 'local' },
      outDirectory: join(folder, 'out'),
      entryDirectory: writeEmptyFunctions(join(folder, 'functions')),
      consoleDirectory: writeConsoleBuild(join(folder, 'console')),
    }).synth();
    const place = { account: '000000000000', region: 'us-east-1', endpointPort: port + 1 };
    const deployment = withIssuerOn(port, loadDeployment(assembly.directory, place));
    const [distribution] = deployment.distributions;
    if (!distribution) throw new Error('The local stage has no distribution.');
    const log = (line: string) => void refusals.push(line);
    const buckets = createBuckets(deployment, createAuthorizer(deployment), log);
    const api = async ({ path }: { readonly path: string }) => jsonResponse(200, { api: path });
    const noRoutes = async () => jsonResponse(404, {});
    frontEnd = await startHttpFrontEnd({
      port: 0,
      handle: createEdge({ distribution, buckets, api }),
      localRoutes: noRoutes,
      upgrade: (_, socket) => void socket.destroy(),
      log,
    });
  });
  afterAll(async () => {
    await frontEnd.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${frontEnd.port}${path}`, init);

  it.each([
    '/',
    '/signed-in?code=c&state=s',
    '/shops/7494049642642441621/alerts',
  ])('answers %s with its page, which is asked about before each use', async (path) => {
    const page = await ask(path);
    expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
      200,
      'text/html',
      'no-cache',
    ]);
    expect(await page.text()).toContain('<title>Console</title>');
  });

  it('sends the page with the headers of the stage, its addresses on the port of the start', async () => {
    const { headers } = await ask('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${port}/live http://127.0.0.1:${port};`);
    expect(policy).toContain("script-src 'self';");
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
  });

  it('tells the page where its issuer and its WebSocket are', async () => {
    const settings = await ask('/config.json');
    expect(settings.headers.get('cache-control')).toBe('no-cache');
    expect(await settings.json()).toEqual({
      issuer: `http://127.0.0.1:${port}/_local/issuer`,
      clientId: 'ssc',
      scope: 'openid ssc/seller',
      liveUrl: `ws://127.0.0.1:${port}/live`,
      stage: 'local',
      pictures: { from: 'https://avatars.marketplace.example/', to: '/_local/avatar?of=' },
    });
  });

  it('serves hashed files for ever, and other files by their names', async () => {
    const script = await ask('/assets/app-1a2b.js');
    expect([script.headers.get('content-type'), script.headers.get('cache-control')]).toEqual([
      'text/javascript',
      'public, max-age=31536000, immutable',
    ]);
    const again = await ask('/assets/app-1a2b.js', {
      headers: { 'if-none-match': script.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    expect((await ask('/favicon.svg')).headers.get('content-type')).toBe('image/svg+xml');
  });

  it('has no page in place of a file that is gone, and takes nothing but questions', async () => {
    expect((await ask('/assets/app-0000.js')).status).toBe(403);
    expect((await ask('/', { method: 'POST' })).status).toBe(403);
  });

  it('hands the API its requests, and answers as the API does', async () => {
    const answer = await ask('/v1/shops/1/blocks', { method: 'POST', body: '{}' });
    expect([answer.status, await answer.json()]).toEqual([200, { api: '/v1/shops/1/blocks' }]);
    expect(answer.headers.get('content-security-policy')).toBeNull();
  });

  it('needs no right that the stage does not give', () => {
    expect(refusals).toEqual([]);
  });
});
