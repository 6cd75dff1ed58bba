import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createGateClient } from '../../clients/gate-client.ts';
import type { DegradedAnswer, GateClient, GateClientOptions } from '../../clients/gate-client.ts';
import { gateByInvoke, gateOverHttp } from '../../clients/gate-transports.ts';
import { startUnreliableWay } from '../builders/fakes/unreliable-way.ts';
import type { UnreliableWay } from '../builders/fakes/unreliable-way.ts';
import { buyerWithOrder, grantAccess, publish } from './grant-access.ts';
import { newBlock, openShop, untilFound } from './seller-client.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';

const shopId = 'shop-of-gate-client';
const [blocked, free] = ['blocked-buyer', 'free-buyer'];
const request = { checkoutId: 'checkout-1', checks: [blocked, free].map((buyerId) => ({ shopId, buyerId })) };
/** No busy machine passes these; what hangs for good has limits of its own. */
const generous = { deadlineMilliseconds: 120_000, attemptMilliseconds: 60_000 };
const short = { deadlineMilliseconds: 600, attemptMilliseconds: 250 };

let runtime: LocalRuntime;
beforeAll(async () => {
  runtime = await startLocal();
  await grantAccess(runtime, shopId);
  await publish(runtime, buyerWithOrder(shopId, blocked, `name-${blocked}`));
  const shop = openShop(runtime, shopId);
  await untilFound(shop, [`name-${blocked}`]);
  const { status } = await shop.seller('POST', 'blocks', newBlock(blocked));
  if (status !== 201) throw new Error(`blocking: ${status}`);
});
afterAll(async () => {
  await runtime.stop();
});

const decided = [
  { buyerId: blocked, decision: 'deny', reason: 'blocked', degraded: false },
  { buyerId: free, decision: 'allow', reason: 'not_blocked', degraded: false },
];
const unanswered = [blocked, free].map((buyerId) => ({ buyerId, reason: 'gate_unanswered', degraded: true }));

describe.each(['HTTP', 'invoke'] as const)('the client of the gate, by %s', (by) => {
  let way: UnreliableWay;
  const clients: GateClient[] = [];
  beforeAll(async () => {
    way = await startUnreliableWay(by === 'HTTP' ? runtime.httpUrl : runtime.endpointUrl);
  });
  afterEach(async () => {
    way.befall('pass');
    for (const client of clients.splice(0)) client.close();
    await runtime.local('DELETE', 'faults');
  });
  afterAll(() => way.close());

  const open = (options: Partial<GateClientOptions> = {}, accessKeyId = 'order-service') => {
    const degraded: DegradedAnswer[] = [];
    const caller = { region: 'us-east-1', credentials: () => ({ accessKeyId, secretAccessKey: 'local' }) };
    const ask =
      by === 'HTTP'
        ? gateOverHttp({ ...caller, serviceApiUrl: way.url })
        : gateByInvoke({ ...caller, functionName: 'ssc-local-gate', endpoint: way.url });
    const onDegraded = (one: DegradedAnswer) => degraded.push(one);
    const client = createGateClient({ ask, failMode: 'open', onDegraded, ...generous, ...options });
    clients.push(client);
    return { client, degraded };
  };
  /** A gate that was busy answers by its own failure contract, which is as good here as no answer. */
  const untilSure = async (client: GateClient) => {
    for (;;) {
      const decisions = await client.decide(request);
      if (decisions.every(({ reason }) => reason === 'blocked' || reason === 'not_blocked')) return decisions;
    }
  };

  it('gets the decisions, over one connection', async () => {
    const { client } = open();
    const before = way.connections;
    for (let order = 0; order < 5; order += 1) expect(await untilSure(client)).toMatchObject(decided);
    expect(way.connections - before).toBe(1);
  });

  it.each([
    ['slow', { slowBy: 300 } as const],
    ['broken off', 'break' as const],
    ['broken off in the middle', 'half' as const],
    ['throttled', { status: 429 }],
    ['unavailable', { status: 503 }],
  ])('gets them where the first answer is %s', async (_what, fate) => {
    const { client } = open();
    way.befall(fate, 'pass');
    expect(await untilSure(client)).toMatchObject(decided);
  });

  it('gets them where the first attempt hangs', async () => {
    const { client } = open({ ...generous, attemptMilliseconds: 2000 });
    way.befall('hang', 'pass');
    expect(await untilSure(client)).toMatchObject(decided);
    expect(way.requests).toBeGreaterThan(1);
  });

  it.each(['open', 'closed'] as const)('decides by itself where the gate hangs: %s', async (failMode) => {
    const { client, degraded } = open({ ...short, failMode });
    way.befall('hang');
    const decisions = await client.decide(request);
    expect(decisions).toMatchObject(
      unanswered.map((one) => ({ ...one, decision: failMode === 'open' ? 'allow' : 'deny' })),
    );
    expect(degraded).toHaveLength(1);
    expect(degraded[0]?.attempts.every(({ status }) => status === 0)).toBe(true);
    expect(way.requests).toBeLessThanOrEqual(3);
  });

  it('decides by itself where the gate refuses its signature, and asks once', async () => {
    const { client, degraded } = open({}, 'performance-service');
    expect(await client.decide(request)).toMatchObject(unanswered);
    expect(degraded).toMatchObject([{ attempts: [{ status: 403 }] }]);
  });

  it("hands on the gate's own degraded answer, and reports it", async () => {
    await runtime.local('POST', 'faults', [
      { service: 'dynamodb', operation: '*', function: 'gate', fault: { kind: 'hang' } },
    ]);
    const { client, degraded } = open();
    const decisions = await client.decide(request);
    expect(decisions).toMatchObject([
      { degraded: true, reason: expect.stringMatching(/^(marker_unreadable|block_unconfirmed)$/) as string },
      { degraded: true, reason: 'marker_unreadable', decision: 'allow' },
    ]);
    expect(degraded).toMatchObject([{ decisions, attempts: [{ status: 200 }] }]);
  });

  it('throws what was asked wrongly', async () => {
    const { client } = open();
    const wrong = client.decide({ checks: [{ shopId: 'no id!', buyerId: free }] });
    await expect(wrong).rejects.toMatchObject({
      code: 'validation_failed',
      status: 400,
      errors: [{ path: 'checks.0.shopId' }],
    });
  });
});
