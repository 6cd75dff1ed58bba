import { describe, expect, it } from 'vitest';
import { createSellerClient, dataOf } from '../../../clients/seller-client.ts';

interface World {
  readonly answers: readonly Response[];
  readonly tokens?: readonly (string | undefined)[];
}

function clientOf({ answers, tokens = ['token-1'] }: World) {
  const sent: Request[] = [];
  const needs: boolean[] = [];
  const client = createSellerClient({
    baseUrl: 'https://api.example.com',
    accessToken: async ({ isRefused }) => tokens[needs.push(isRefused) - 1],
    parts: {
      fetch: async (request) => answers[sent.push(request) - 1] ?? new Response('{}'),
      wait: async () => {},
      random: () => 0,
    },
  });
  return { client, sent, needs };
}

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const params = { path: { shopId: 'shop-1' } };

describe('createSellerClient', () => {
  it('sends the token of the moment and answers with the data', async () => {
    const { client, sent } = clientOf({ answers: [json({ items: [] })] });
    expect(await dataOf(client.GET('/v1/shops/{shopId}/blocks', { params }))).toEqual({ items: [] });
    expect(sent[0]?.url).toBe('https://api.example.com/v1/shops/shop-1/blocks');
    expect(sent[0]?.headers.get('Authorization')).toBe('Bearer token-1');
    expect(sent[0]?.headers.has('Idempotency-Key')).toBe(false);
  });

  it('throws the problem that the API answers with', async () => {
    const problem = { code: 'access_not_active', detail: 'Ended.', requestId: 'r-1' };
    const { client } = clientOf({ answers: [json(problem, 403)] });
    await expect(client.GET('/v1/shops/{shopId}/access', { params })).rejects.toMatchObject({
      code: 'access_not_active',
      status: 403,
      requestId: 'r-1',
    });
  });

  it('keeps one key over all repetitions of a write, a renewed token included', async () => {
    const answers = [json({ message: 'Unauthorized' }, 401), json({}, 503), json({ ticket: 't' }, 201)];
    const { client, sent } = clientOf({ answers, tokens: ['old', 'new'] });
    const path = { shopId: 'shop-1', alertId: 'alert-1' };
    await client.POST('/v1/shops/{shopId}/alerts/{alertId}/cancel-order', { params: { path }, body: {} });
    expect(sent.map(({ headers }) => headers.get('Authorization'))).toEqual(['Bearer old', 'Bearer new', 'Bearer new']);
    expect(new Set(sent.map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(1);
    expect(await sent[2]?.text()).toBe('{}');
  });

  it('sends the key that it is given', async () => {
    const { client, sent } = clientOf({ answers: [new Response(undefined, { status: 204 })] });
    await client.DELETE('/v1/shops/{shopId}/blocks/{buyerId}', {
      params: { path: { shopId: 'shop-1', buyerId: 'b-1' }, header: { 'Idempotency-Key': 'mine' } },
    });
    expect(sent[0]?.headers.get('Idempotency-Key')).toBe('mine');
  });

  it('lets a refusal stand when there is no other token', async () => {
    const { client, sent, needs } = clientOf({ answers: [json({ message: 'Unauthorized' }, 401)], tokens: ['old'] });
    await expect(client.GET('/v1/shops/{shopId}/access', { params })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    expect(sent).toHaveLength(1);
    expect(needs).toEqual([false, true]);
  });
});
