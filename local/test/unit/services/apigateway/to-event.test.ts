import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../../core/http-front-end/http-request.ts';
import { commonLogTime, portOf, toEvent } from '../../../../services/apigateway/to-event.ts';
import { createClock } from '../../../../core/state/clock.ts';
import { openJournal } from '../../../../core/state/journal.ts';
import { request } from '../../../builders/http-requests.ts';

const clock = createClock(openJournal(undefined));
const route = {
  key: 'GET /shops/{shopId}',
  functionArn: 'arn:f',
  authorization: { type: 'NONE' as const },
  timeoutMilliseconds: 30_000,
};
const api = { id: 'abc', name: 'seller', path: 'Api/seller', stageName: '$default', routes: [route] };

function eventOf(overrides: Partial<HttpRequest>, variables: Record<string, string> = {}) {
  const source = { account: '000000000000', requestId: 'r-1', clock };
  return toEvent(request(overrides), { api, route, variables }, source) as APIGatewayProxyEventV2 | undefined;
}

describe('toEvent', () => {
  it('decodes path and path variables', () => {
    const event = eventOf({ path: '/shops/a%20b' }, { shopId: 'a%20b' });
    expect(event?.rawPath).toBe('/shops/a b');
    expect(event?.requestContext.http.path).toBe('/shops/a b');
    expect(event?.pathParameters).toEqual({ shopId: 'a b' });
  });

  it('gives nothing for a path that is no valid encoding', () => {
    expect(eventOf({ path: '/shops/%zz' }, { shopId: '%zz' })).toBeUndefined();
  });

  it('joins repeated query parameters by commas and keeps the raw text', () => {
    const event = eventOf({ queryString: 'a=1&b=x+y%26z&a=2&c' });
    expect(event?.queryStringParameters).toEqual({ a: '1,2', b: 'x y&z', c: '' });
    expect(event?.rawQueryString).toBe('a=1&b=x+y%26z&a=2&c');
  });

  it('keeps a parameter called __proto__', () => {
    expect(Object.entries(eventOf({ queryString: '__proto__=1' })?.queryStringParameters ?? {})).toEqual([
      ['__proto__', '1'],
    ]);
  });

  it('leaves out what is absent', () => {
    const event = eventOf({});
    expect(event?.rawQueryString).toBe('');
    for (const name of ['queryStringParameters', 'pathParameters', 'cookies', 'body'])
      expect(event).not.toHaveProperty(name);
  });

  it.each([
    ['application/json', false],
    ['Application/JSON; charset=utf-8', false],
    ['text/plain', false],
    ['application/xml', false],
    ['application/x-www-form-urlencoded', true],
    ['application/problem+json', true],
    [undefined, true],
  ])('encodes a body of type %s in base64: %s', (type, encoded) => {
    const body = Buffer.from('{"a":"ü"}');
    const event = eventOf({ body, headers: type === undefined ? {} : { 'content-type': type } });
    expect(event?.isBase64Encoded).toBe(encoded);
    expect(event?.body).toBe(body.toString(encoded ? 'base64' : 'utf8'));
  });

  it('describes the request', () => {
    const { requestContext } =
      eventOf({ headers: { host: 'localhost:1', 'user-agent': 'test' }, cookies: ['a=1'] }) ?? {};
    expect(requestContext).toMatchObject({
      accountId: '000000000000',
      apiId: 'abc',
      domainName: 'localhost:1',
      requestId: 'r-1',
      routeKey: 'GET /shops/{shopId}',
      stage: '$default',
      http: { method: 'GET', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
    });
    expect(requestContext?.time).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
  });
});

describe('portOf', () => {
  it.each([
    ['127.0.0.1:3000', '3000'],
    ['localhost', '80'],
    ['[::1]:3000', '3000'],
    ['[::1]', '80'],
    ['', '80'],
  ])('of %j is %s', (host, port) => {
    expect(portOf(host)).toBe(port);
  });
});

describe('commonLogTime', () => {
  it('is a time as web servers log it, in UTC', () => {
    expect(commonLogTime(Date.parse('2020-03-02T09:03:58.999Z'))).toBe('02/Mar/2020:09:03:58 +0000');
  });
});
