import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFixture } from '../../../builders/open-front-end.ts';

describe('the _local routes', () => {
  let fixture: Awaited<ReturnType<typeof startFixture>>;
  beforeAll(async () => {
    fixture = await startFixture();
  });
  afterAll(() => fixture.close());

  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${fixture.url}/_local/${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as Record<string, unknown> };
  };

  it('are an OIDC issuer', async () => {
    const { body } = await call('GET', 'issuer/.well-known/openid-configuration');
    expect(body).toMatchObject({
      issuer: `${fixture.url}/_local/issuer`,
      jwks_uri: `${fixture.url}/_local/issuer/jwks.json`,
    });
    const { keys } = (await (await fetch(String(body['jwks_uri']))).json()) as { keys: Record<string, unknown>[] };
    expect(Object.keys(keys[0] ?? {}).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });

  it('name the wrong field of a token request', async () => {
    const { status, body } = await call('POST', 'token', { subject: 's', shops: ['1:boss'] });
    expect(status).toBe(400);
    expect(body['message']).toContain('shops.0');
  });

  it('move the clock, and tokens with it', async () => {
    const token = await fixture.token({ expiresInSeconds: 60 });
    const ask = () => fetch(`${fixture.url}/seller/1`, { headers: { authorization: token } });
    expect((await ask()).status).toBe(200);
    const { body: moved } = await call('POST', 'clock', { advanceSeconds: 61 });
    expect(moved['advancedSeconds']).toBe(61);
    expect(moved['note']).toContain('POST /_local/token');
    expect((await ask()).status).toBe(401);
    expect(Object.keys((await call('GET', 'clock')).body)).toEqual(['now', 'advancedSeconds']);
    expect((await call('POST', 'clock', { advanceSeconds: -1 })).status).toBe(400);
  });

  it('sweep, on request', async () => {
    expect((await call('POST', 'ttl-sweep')).body).toEqual({ deleted: 1 });
  });

  it('take, list and forget faults', async () => {
    const fault = { service: 'dynamodb', operation: 'PutItem', fault: { kind: 'hang' }, times: 2 };
    expect((await call('POST', 'faults', [fault])).body).toEqual({ items: [fault] });
    expect((await call('DELETE', 'faults')).status).toBe(204);
    expect((await call('GET', 'faults')).body).toEqual({ items: [] });
    const { status, body } = await call('POST', 'faults', [fault, { ...fault, service: 'nope' }]);
    expect([status, body['message']]).toEqual([400, '1.service: "nope" is unknown; known are *, dynamodb']);
    expect((await call('GET', 'faults')).body).toEqual({ items: [] });
  });

  it('list calls by function and time', async () => {
    const record = { service: 'dynamodb', operation: 'GetItem', durationMilliseconds: 1, status: 200 };
    fixture.recorder.record({ ...record, caller: 'ssc-local-gate', at: '2026-01-01T00:00:00.000Z' });
    fixture.recorder.record({ ...record, caller: 'ssc-local-gate', at: '2026-01-02T00:00:00.000Z' });
    fixture.recorder.record({ ...record, caller: 'ops', at: '2026-01-02T00:00:00.000Z' });
    const count = async (query: string) => ((await call('GET', `calls${query}`)).body['items'] as unknown[]).length;
    expect(await count('')).toBe(3);
    expect(await count('?function=gate')).toBe(2);
    expect(await count('?function=ssc-local-gate&since=2026-01-02T00:00:00Z')).toBe(1);
    expect((await call('GET', 'calls?since=yesterday')).status).toBe(400);
    await call('DELETE', 'calls');
    expect(await count('')).toBe(0);
  });

  it('list the events that crossed a bus', async () => {
    const event = { id: 'one', source: 's', 'detail-type': 't', detail: { a: 1 } };
    fixture.events.observe('bus', event, ['rule']);
    expect((await call('GET', 'events')).body).toEqual({ items: [{ ...event, bus: 'bus', rules: ['rule'] }] });
  });

  it('list and forget the messages that were sent', async () => {
    const message = { channel: 'email', at: '', from: 'a@shop.example', to: ['b@shop.example'], subject: 's' } as const;
    fixture.messages.add(message);
    expect((await call('GET', 'messages')).body).toEqual({ items: [message] });
    expect((await call('DELETE', 'messages')).status).toBe(204);
    expect((await call('GET', 'messages')).body).toEqual({ items: [] });
  });

  it('answer 404 and 405 by name', async () => {
    expect((await call('GET', 'other')).status).toBe(404);
    expect((await call('GET', 'token')).status).toBe(405);
  });

  it('refuse pages of other origins and names that are not this machine’s', async () => {
    expect((await call('POST', 'token', { subject: 's', shops: [] }, { origin: 'https://evil.example' })).status).toBe(
      403,
    );
    const socket = connect(fixture.port, '127.0.0.1');
    socket.end('GET /open HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
    const [data] = (await once(socket, 'data')) as [Buffer];
    expect(data.toString()).toMatch(/^HTTP\/1\.1 403 /);
    expect(fixture.functions.events.filter(({ rawPath }) => rawPath === '/open')).toEqual([]);
  });
});
