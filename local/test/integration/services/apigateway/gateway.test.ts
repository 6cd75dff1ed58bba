import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { localSigner, signedFetch } from '../../../../../clients/signed-fetch.ts';
import { startFixture } from '../../../builders/open-front-end.ts';

describe('the gateway over HTTP', () => {
  let fixture: Awaited<ReturnType<typeof startFixture>>;
  beforeAll(async () => {
    fixture = await startFixture();
  });
  afterAll(() => fixture.close());
  beforeEach(() => {
    fixture.functions.events.length = 0;
    fixture.functions.answer = () => ({ payload: { statusCode: 200, body: 'ok' } });
  });
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${fixture.url}${path}`, { headers });

  it('hands a request to the function and its answer back', async () => {
    fixture.functions.answer = () => ({
      payload: { statusCode: 201, headers: { location: '/x' }, cookies: ['a=1', 'b=2'], body: '{}' },
    });
    const response = await fetch(`${fixture.url}/open/a%20b?q=1&q=2`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: 'c=1; d=2', 'X-Own': 'y' },
      body: '{"k":1}',
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe('/x');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.headers.get('apigw-requestid')).toMatch(/^[A-Za-z0-9]{15}=$/);
    const [event] = fixture.functions.events;
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /open/{name}',
      rawPath: '/open/a b',
      rawQueryString: 'q=1&q=2',
      queryStringParameters: { q: '1,2' },
      pathParameters: { name: 'a b' },
      cookies: ['c=1', 'd=2'],
      body: '{"k":1}',
      isBase64Encoded: false,
    });
    expect(event?.headers['x-own']).toBe('y');
    expect(event?.headers).not.toHaveProperty('cookie');
    expect(event?.requestContext.requestId).toBe(response.headers.get('apigw-requestid'));
  });

  it('answers preflights by itself, but where a route takes OPTIONS', async () => {
    const origin = 'https://console.example';
    const preflight = (path: string) =>
      fetch(`${fixture.url}${path}`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'GET' },
      });
    const own = await preflight('/open');
    expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([204, origin]);
    expect(fixture.functions.events).toEqual([]);
    const taken = await preflight('/any');
    expect([taken.status, taken.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
    expect(fixture.functions.events).toMatchObject([{ routeKey: 'ANY /any' }]);
    expect((await preflight('/nowhere')).status).toBe(404);
  });

  it('answers 404 where there is neither a route nor a $default', async () => {
    const response = await get('/nowhere');
    expect([response.status, await response.json()]).toEqual([404, { message: 'Not Found' }]);
  });

  it('answers 400 for a path that cannot be decoded', async () => {
    expect((await fetch(`${fixture.url}/open/%zz`, { method: 'POST' })).status).toBe(400);
  });

  it('answers 500 for a function’s error and 503 when it is late', async () => {
    fixture.functions.answer = () => ({ payload: { errorMessage: 'secret' }, functionError: 'Unhandled' });
    const failed = await get('/open');
    expect([failed.status, await failed.json()]).toEqual([500, { message: 'Internal Server Error' }]);
    fixture.functions.answer = () => new Promise((resolve) => setTimeout(() => resolve({ payload: 'late' }), 200));
    const late = await get('/slow');
    expect([late.status, await late.json()]).toEqual([503, { message: 'Service Unavailable' }]);
  });

  it('answers 500 for a function that does not permit API Gateway to invoke it', async () => {
    expect((await get('/uninvocable')).status).toBe(500);
    expect(fixture.functions.events).toEqual([]);
    expect(fixture.log.at(-1)).toContain('function:uninvocable');
  });

  it('answers 413 for more than 10 MB, however it is sent', async () => {
    const large = Buffer.alloc(10 * 1024 * 1024 + 1);
    const whole = await fetch(`${fixture.url}/open/x`, { method: 'POST', body: large });
    const chunked = await fetch(`${fixture.url}/open/x`, {
      method: 'POST',
      body: new Blob([large]).stream(),
      duplex: 'half',
    } as RequestInit);
    for (const response of [whole, chunked]) {
      expect([response.status, await response.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
    }
    expect(fixture.functions.events).toEqual([]);
  });

  describe('with a JWT authorizer', () => {
    it('lets a token in, with or without Bearer, and flattens its claims', async () => {
      const token = await fixture.token({ shops: ['1:owner', '2:viewer'] });
      expect((await get('/seller/1', { authorization: token })).status).toBe(200);
      expect((await get('/seller/1', { authorization: `Bearer ${token}` })).status).toBe(200);
      const { authorizer } = (fixture.functions.events[1]?.requestContext ?? {}) as {
        authorizer?: { jwt: { claims: object; scopes: string[] } };
      };
      expect(authorizer?.jwt.scopes).toEqual(['ssc/seller']);
      expect(authorizer?.jwt.claims).toMatchObject({
        sub: 'seller-1',
        shops: '1:owner 2:viewer',
        scope: 'ssc/seller',
        aud: 'ssc',
        client_id: 'ssc',
        token_use: 'access',
        exp: expect.stringMatching(/^\d{10}$/) as string,
      });
    });

    it('answers 401 without a token, to a broken one and to a changed one', async () => {
      const token = await fixture.token();
      const [header, payload, signature] = token.split('.');
      const forged = Buffer.from(
        JSON.stringify({ ...JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()), sub: 'other' }),
      );
      for (const authorization of [undefined, 'Bearer x', `${header}.${forged.toString('base64url')}.${signature}`]) {
        const response = await get('/seller/1', authorization === undefined ? {} : { authorization });
        expect([response.status, await response.json()]).toEqual([401, { message: 'Unauthorized' }]);
        expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
      }
      expect(fixture.functions.events).toEqual([]);
    });

    it('answers 403 to a token without the scope', async () => {
      const response = await get('/seller/1', { authorization: await fixture.token({ scope: 'openid other' }) });
      expect([response.status, await response.json()]).toEqual([403, { message: 'Forbidden' }]);
      expect(response.headers.get('www-authenticate')).toContain('insufficient_scope');
    });
  });

  describe('with IAM authorization', () => {
    const post = (path: string, signer = localSigner('order-service')) =>
      signedFetch(signer, `${fixture.url}${path}`, { method: 'POST', body: { a: 'ü' } });

    it('lets in who may invoke the route and says who it is', async () => {
      expect((await post('/service/allowed')).status).toBe(200);
      expect(fixture.functions.events[0]?.requestContext).toMatchObject({
        authorizer: {
          iam: {
            accessKey: 'order-service',
            accountId: '000000000000',
            callerId: 'order-service:order-service',
            userArn: 'arn:aws:sts::000000000000:assumed-role/ssc-local-order-service/order-service',
          },
        },
      });
    });

    it.each([
      ['another route', '/service/refused', localSigner('order-service')],
      ['a wrong secret', '/service/allowed', { ...localSigner('order-service'), secretAccessKey: 'wrong' }],
      ['an unknown access key', '/service/allowed', localSigner('nobody')],
      ['a signature for another service', '/service/allowed', localSigner('order-service', 'dynamodb')],
    ])('answers 403 to %s', async (_, path, signer) => {
      const response = await post(path, signer);
      expect([response.status, await response.json()]).toEqual([403, { message: 'Forbidden' }]);
      expect(fixture.functions.events).toEqual([]);
    });

    it('answers 403 to what is not signed', async () => {
      const response = await fetch(`${fixture.url}/service/allowed`, { method: 'POST' });
      expect([response.status, await response.json()]).toEqual([403, { message: 'Forbidden' }]);
    });
  });
});
