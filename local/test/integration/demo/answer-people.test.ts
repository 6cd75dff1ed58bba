import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerPeople } from '../../../demo/answer-people.ts';
import { demoCancellations } from '../../../demo/demo-risks.ts';
import { demoBuyer, demoOrders } from '../../../demo/demo-shop.ts';

const now = Date.parse('2026-11-30T12:00:00.000Z');
const asked = demoOrders(now).find(({ buyerId }) => buyerId === demoBuyer('refund.rita').buyerId);
const { waiting } = demoCancellations(now);

describe('the demo’s order service', () => {
  const ending = new AbortController();
  let failures = 1;
  let puts: string[] = [];
  let told: PromiseWithResolvers<void>;
  /** The product, as far as it is asked: its list of alerts fails once. */
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const isPut = request.method === 'POST' && request.url === '/';
    if (isPut) puts = [...puts, body];
    response.statusCode = isPut || isToken(request) || failures-- <= 0 ? 200 : 503;
    response.end(JSON.stringify(isPut ? { FailedEntryCount: 0 } : { token: 't', items }));
    if (isPut) told.resolve();
  };
  const server = createServer((request, response) => void answer(request, response));
  const isToken = ({ url = '' }: IncomingMessage): boolean => url.startsWith('/_local/');
  const items = ['elsewhere', waiting.orderId, asked?.orderId].map((orderId) => ({
    alertId: `alert-${orderId}`,
    kind: 'security_alert_order',
    orderId,
  }));

  beforeEach(async () => {
    told = Promise.withResolvers();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });

  it('cancels what people asked for, also after a failure, and neither the order left open nor another shop’s', async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const options = { httpUrl: url, endpointUrl: url, now: () => now, signal: ending.signal, everyMilliseconds: 5 };
    const done = answerPeople(options);
    await told.promise;
    ending.abort();
    await done;
    const { Entries: entries } = JSON.parse(puts[0] ?? '') as { Entries: { Detail: string }[] };
    expect(entries.map(({ Detail: detail }) => JSON.parse(detail) as object)).toEqual([
      expect.objectContaining({ orderId: asked?.orderId, status: 'CANCELLED', updatedAt: '2026-11-30T12:00:00.000Z' }),
    ]);
  });
});
