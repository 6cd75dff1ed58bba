import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildClock } from '../builders/clock.ts';
import { dynamoError, type EngineProxy, type Fate, startEngineProxy } from '../builders/engine-proxy.ts';
import { engines, useEngine } from '../builders/engines.ts';
import { type FunctionProcess, startFunction } from '../builders/function-process.ts';
import { knowBuyers } from '../builders/known-buyer.ts';
import { buildApis } from '../builders/seller-api.ts';
import { createTable, openClient } from '../builders/table.ts';

/** The deployed deadline, and one that leaves a crowded machine time for repeating a read. */
const deadlines = { tight: 150, roomy: 1500 };
/** Not a measurement: only that the answer does not wait for the store. */
const slack = 2000;
const name = 'gate-faults';

describe.each(engines())('the deployed gate on %s', (kind) => {
  const engine = useEngine(kind);
  let proxy: EngineProxy;
  let gates: Record<'tight' | 'roomy' | 'closed' | 'hedged', FunctionProcess>;

  beforeAll(async () => {
    const table = { name, client: openClient(engine.url) };
    await createTable(table.client, name);
    const { seller, ops } = buildApis(table, buildClock(Date.now()));
    await ops.set('s');
    await knowBuyers(table, 1, 's');
    await seller('s').add('b0');
    proxy = await startEngineProxy(engine.url);
    // Calls are counted below: a second request only where it is asked for.
    const start = (failMode: string, deadline: number, hedge = 60_000) =>
      startFunction('gate', proxy.url, {
        TABLE_NAME: name,
        GATE_DEADLINE_MS: String(deadline),
        GATE_FAIL_MODE: failMode,
        GATE_HEDGE_MS: String(hedge),
        STOPPED_ORDERS_QUEUE_URL: `${proxy.url}/000000000000/stopped`,
      });
    const [tight, roomy, closed, hedged] = await Promise.all([
      start('open', deadlines.tight),
      start('open', deadlines.roomy),
      start('closed', deadlines.tight),
      start('open', deadlines.roomy, 200),
    ]);
    gates = { tight, roomy, closed, hedged };
  });
  afterAll(async () => {
    await Promise.all([...Object.values(gates).map((gate) => gate.close()), proxy.close()]);
  });
  beforeEach(async () => {
    proxy.fate = () => ({ type: 'pass' });
    for (const gate of Object.values(gates)) await gate.call(request);
    proxy.calls.length = 0;
  });

  const request = {
    checks: [
      { shopId: 's', buyerId: 'b0' },
      { shopId: 's', buyerId: 'free' },
    ],
  };
  /** A new checkout each time: a stop that is on record would not be sent again. */
  async function ask(gate: keyof typeof gates, event: unknown = { ...request, checkoutId: randomUUID() }) {
    const { answer, milliseconds } = await gates[gate].call(event);
    const { decisions } = answer as { decisions: { decision: string; reason: string; degraded: boolean }[] };
    expect(milliseconds).toBeLessThan(
      (gate === 'tight' || gate === 'closed' ? deadlines.tight : deadlines.roomy) + slack,
    );
    return decisions.map(({ decision, reason, degraded }) => [decision, reason, degraded]);
  }
  /** Fails the first `times` calls of an operation, or all. */
  const fail = (operation: RegExp, fate: Fate, times = Number.POSITIVE_INFINITY) => {
    let left = times;
    proxy.fate = (call) => (operation.test(call.operation) && left-- > 0 ? fate : { type: 'pass' });
  };
  const outages: [string, Fate][] = [
    ['hangs', { type: 'hang' }],
    ['drops every connection', { type: 'refuse' }],
    ['throttles everything', dynamoError('ProvisionedThroughputExceededException')],
    ['answers nothing but errors', dynamoError('InternalServerError', {}, 500)],
    ['is late', { type: 'pass', afterMilliseconds: 400 }],
    ['answers no JSON', { type: 'answer', status: 503, body: { oops: 1 } }],
  ];
  const unknown = ['allow', 'marker_unreadable', true];
  const healthy = [
    ['deny', 'blocked', false],
    ['allow', 'not_blocked', false],
  ];

  it('answers right while all is well, with two reads and one message', async () => {
    expect(await ask('roomy')).toEqual(healthy);
    expect(proxy.calls.toSorted()).toEqual(['BatchGetItem', 'BatchGetItem', 'SendMessage']);
  });

  it.each(outages)('fails open in time, or closed by configuration, when the store %s', async (_, fate) => {
    fail(/./, fate);
    expect(await ask('tight')).toEqual([unknown, unknown]);
    const closed = ['deny', 'marker_unreadable', true];
    expect(await ask('closed')).toEqual([closed, closed]);
  });

  it.each(outages)('denies by the marker, in time, when the store %s before it is confirmed', async (_, fate) => {
    let reads = 0;
    proxy.fate = ({ operation }) => (operation === 'BatchGetItem' && ++reads > 1 ? fate : { type: 'pass' });
    const [first, second] = await ask('tight');
    // On a crowded machine the first read can take all the time there is.
    expect([['deny', 'block_unconfirmed', true], unknown]).toContainEqual(first);
    expect([['allow', 'not_blocked', false], unknown]).toContainEqual(second);
    reads = 1;
    expect(await ask('closed')).toEqual([
      ['deny', 'marker_unreadable', true],
      ['deny', 'marker_unreadable', true],
    ]);
  });

  it.each(outages.slice(1, 4))('answers right when the store %s only for a moment', async (_, fate) => {
    fail(/GetItem/, fate, 2);
    expect(await ask('roomy')).toEqual(healthy);
  });

  it.each<[string, Fate]>([
    ['hangs', { type: 'hang' }],
    ['is later than the deadline', { type: 'pass', afterMilliseconds: 3000 }],
  ])('answers right, by a second request, when one read %s', async (_, fate) => {
    // Twenty reads in time earn one that may be sent twice.
    for (let call = 0; call < 10; call++) await gates.hedged.call(request);
    fail(/GetItem/, fate, 1);
    expect(await ask('hedged')).toEqual(healthy);
  });

  it('answers right, at once, when the connections that it kept are broken', async () => {
    for (let round = 0; round < 3; round++) {
      fail(/./, { type: 'refuse' }, 1);
      expect(await ask('roomy')).toEqual(healthy);
    }
  });

  it.each(outages.slice(0, 4))('answers right, in time, when the queue of stopped orders %s', async (_, fate) => {
    fail(/SendMessage/, fate);
    expect(await ask('roomy')).toEqual(healthy);
  });

  it('reads nothing for a message, so an outage is nothing to it', async () => {
    fail(/./, { type: 'hang' });
    expect(await ask('tight', { checks: [{ shopId: 's', buyerId: 'b0', action: 'message' }] })).toEqual([
      ['allow', 'action_not_gated', false],
    ]);
    expect(proxy.calls).toEqual([]);
  });
});
