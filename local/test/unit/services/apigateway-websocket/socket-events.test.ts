import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import {
  connectEvent,
  disconnectEvent,
  messageEvent,
  newId,
} from '../../../../services/apigateway-websocket/socket-events.ts';

const api = { id: 'ws1', name: 'live', path: 'Live', stageName: 'live', routeSelector: ['action'], routes: [] };
const facts = {
  id: 'connection=',
  api,
  connectedAt: 1_700_000_000_000,
  host: '127.0.0.1:3000',
  sourceIp: '127.0.0.1',
  userAgent: 'test',
};
const occasion = { requestId: 'request=', now: Date.parse('2026-11-22T10:00:00.250Z') };
const context = {
  extendedRequestId: 'request=',
  requestTime: '22/Nov/2026:10:00:00 +0000',
  messageDirection: 'IN',
  stage: 'live',
  connectedAt: 1_700_000_000_000,
  requestTimeEpoch: occasion.now,
  identity: { sourceIp: '127.0.0.1', userAgent: 'test' },
  requestId: 'request=',
  domainName: '127.0.0.1:3000',
  connectionId: 'connection=',
  apiId: 'ws1',
};
const connect = (rawHeaders: readonly string[], url = '/live', overrides: Partial<typeof facts> = {}) =>
  connectEvent({ ...facts, ...overrides }, { rawHeaders, url } as unknown as IncomingMessage, occasion);

describe('newId', () => {
  it('has the form of API Gateway’s, and is another each time', () => {
    const ids = new Set(Array.from({ length: 100 }, newId));
    expect(ids.size).toBe(100);
    for (const id of ids) expect(id).toMatch(/^[\w-]{15}=$/);
  });
});

describe('connectEvent', () => {
  it('has the headers as the client wrote them, those that stand twice among the lists, and no body', () => {
    const forwarded = { 'X-Forwarded-For': '127.0.0.1', 'X-Forwarded-Port': '3000', 'X-Forwarded-Proto': 'http' };
    expect(connect(['Host', '127.0.0.1:3000', 'x-Own', 'one', 'x-Own', 'two'])).toEqual({
      headers: { Host: '127.0.0.1:3000', 'x-Own': 'two', ...forwarded },
      multiValueHeaders: {
        Host: ['127.0.0.1:3000'],
        'x-Own': ['one', 'two'],
        'X-Forwarded-For': ['127.0.0.1'],
        'X-Forwarded-Port': ['3000'],
        'X-Forwarded-Proto': ['http'],
      },
      requestContext: { ...context, routeKey: '$connect', eventType: 'CONNECT' },
      isBase64Encoded: false,
    });
  });

  it('has the query decoded, the last of those that stand twice and all of them', () => {
    expect(connect([], '/live?ticket=a%2Fb+c&twice=1&twice=2&empty=&q=?')).toMatchObject({
      queryStringParameters: { ticket: 'a/b c', twice: '2', empty: '', q: '?' },
      multiValueQueryStringParameters: { ticket: ['a/b c'], twice: ['1', '2'], empty: [''], q: ['?'] },
    });
  });

  it.each(['/live', '/live?'])('leaves the query of %s out', (url) => {
    expect(connect([], url)).not.toHaveProperty('queryStringParameters');
  });

  it('keeps names that every object has', () => {
    const event = connect(['__proto__', 'a'], '/?constructor=b') as Record<string, object>;
    expect(Object.entries(event['headers'] ?? {})).toContainEqual(['__proto__', 'a']);
    expect(event['multiValueQueryStringParameters']).toEqual({ constructor: ['b'] });
  });

  it.each([
    ['localhost', '80'],
    ['[::1]:3000', '3000'],
  ])('tells the port of %s', (host, port) => {
    expect(connect([], '/live', { host })).toMatchObject({ headers: { 'X-Forwarded-Port': port } });
  });

  it('leaves the user agent out where there is none', () => {
    const event = connect([], '/live', { userAgent: undefined as never }) as { requestContext: typeof context };
    expect(event.requestContext.identity).toEqual({ sourceIp: '127.0.0.1' });
  });
});

describe('messageEvent', () => {
  it('has the message as it came, an ID of its own, and no headers', () => {
    expect(messageEvent(facts, 'ping', '{"action":"ping"}', occasion)).toEqual({
      requestContext: {
        ...context,
        routeKey: 'ping',
        messageId: expect.stringMatching(/^[\w-]{15}=$/) as string,
        eventType: 'MESSAGE',
      },
      body: '{"action":"ping"}',
      isBase64Encoded: false,
    });
  });
});

describe('disconnectEvent', () => {
  it('says how the connection ended, with the few headers that API Gateway gives', () => {
    const headers = { Host: '127.0.0.1:3000', 'x-api-key': '', 'X-Forwarded-For': '', 'x-restapi': '' };
    expect(disconnectEvent(facts, { code: 4_000, reason: 'enough' }, occasion)).toEqual({
      headers,
      multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      requestContext: {
        ...context,
        routeKey: '$disconnect',
        disconnectStatusCode: 4_000,
        eventType: 'DISCONNECT',
        disconnectReason: 'enough',
      },
      isBase64Encoded: false,
    });
  });
});
