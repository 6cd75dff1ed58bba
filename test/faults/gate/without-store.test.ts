import { randomUUID } from 'node:crypto';
import { DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAwsClient } from '../../../shared/aws-json/aws-client.ts';
import { createGateStore } from '../../../shared/gate/store.ts';
import { createTableReader } from '../../../shared/gate/table-reader.ts';
import { buildClock } from '../../builders/fakes/clock.ts';
import type { AwsCall, EngineProxy, Fate } from '../../builders/engines/engine-proxy.ts';
import { startEngineProxy } from '../../builders/engines/engine-proxy.ts';
import { usualEngines, useEngine } from '../../builders/engines/engines.ts';
import { startFunction } from '../../builders/engines/function-process.ts';
import type { FunctionProcess } from '../../builders/engines/function-process.ts';
import { patient } from '../../builders/patience.ts';
import { buildGate } from '../../builders/worlds/gate-over-table.ts';
import { openClient } from '../../builders/engines/table.ts';
import { createShop } from './blocked-shop.ts';
import { outages } from './outages.ts';

/** The deployed deadline, and one that leaves a crowded machine time for repeating a read. */
const deadlines = { tight: 150, roomy: 1200 };
/** Not a measurement: only that the answer does not wait for the store, which may be for ever. */
const slack = 30_000;
const name = 'gate-faults';
/** Blocked buyers: as many as one gate is asked about without having stopped them before. */
const blocked = Array.from({ length: 16 }, (_, index) => `b${index}`);

let engineUrl = '';
let proxy: EngineProxy;
let gates: Record<'tight' | 'roomy' | 'closed' | 'hedged', FunctionProcess>;
let strangers: Record<string, number> = {};
const knowNothing: Fate = { type: 'answer', status: 200, body: {} };

beforeAll(async () => {
  proxy = await startEngineProxy(() => engineUrl);
  proxy.fate = () => knowNothing;
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
afterAll(() => Promise.all([...Object.values(gates).map((gate) => gate.close()), proxy.close()]));

/** The engine with a shop and its blocks, under all gates. */
function useStore(kind: Parameters<typeof useEngine>[0]): void {
  const engine = useEngine(kind);
  beforeAll(async () => {
    await createShop(name, engine.url, blocked);
    engineUrl = engine.url;
    strangers = {};
  });
  afterAll(async () => {
    // The gates know one name alone, and the engine goes on.
    const client = openClient(engine.url);
    await client.send(new DeleteTableCommand({ TableName: name }));
    client.destroy();
  });
  beforeEach(async () => {
    proxy.fate = () => ({ type: 'pass' });
    for (const gate of Object.values(gates)) await gate.call(requestAbout('free'));
    proxy.calls.length = 0;
  });
}

const check = (buyerId: string) => ({ shopId: 's', buyerId });
/** A new checkout each time: a stop that is on record would not be sent again. */
const requestAbout = (buyerId: string) => ({ checks: [check(buyerId), check('free')], checkoutId: randomUUID() });
/** About a blocked buyer whom this gate has not stopped before. */
function aboutStranger(gate: keyof typeof gates) {
  strangers[gate] = (strangers[gate] ?? 0) + 1;
  return requestAbout(blocked[strangers[gate]] ?? 'nobody');
}

async function ask(gate: keyof typeof gates, event: unknown = aboutStranger(gate)) {
  const { answer, milliseconds } = await gates[gate].call(event);
  const { decisions } = answer as { decisions: { decision: string; reason: string; degraded: boolean }[] };
  const deadline = gate === 'tight' || gate === 'closed' ? deadlines.tight : deadlines.roomy;
  expect(milliseconds).toBeLessThan(deadline + slack);
  return decisions.map(({ decision, reason, degraded }) => [decision, reason, degraded]);
}

/**
 * The answer when the store, for this once, is in such trouble. A machine that is busy may take longer than the deadline even
 * so: then all of it is tried again, the trouble too, until the answer does not say that it is a guess.
 */
async function askInTrouble(
  gate: keyof typeof gates,
  arrange: () => Promise<void> | void,
  event: unknown = aboutStranger(gate),
) {
  return vi.waitFor(async () => {
    await arrange();
    const decisions = await ask(gate, event);
    expect(decisions.filter(([, , degraded]) => degraded)).toEqual([]);
    return decisions;
  }, patient);
}

/** Befalls the first `times` calls of an operation, or all. */
function fail(operation: RegExp, fate: Fate | ((call: AwsCall) => Fate), times = Number.POSITIVE_INFINITY): void {
  let left = times;
  proxy.fate = (call) => {
    if (!operation.test(call.operation) || left-- <= 0) return { type: 'pass' };
    return typeof fate === 'function' ? fate(call) : fate;
  };
}

/** The reads, then the messages. A message whose answer is later than 30 ms, as on a crowded machine, is sent once more: it counts once here, too. */
function callsMade(): string[] {
  const reads = proxy.calls.filter((operation) => operation !== 'SendMessage');
  return [...reads, ...new Set(proxy.calls.filter((operation) => operation === 'SendMessage'))];
}

const unknown = ['allow', 'marker_unreadable', true];
const closed = ['deny', 'marker_unreadable', true];
const healthy = [
  ['deny', 'blocked', false],
  ['allow', 'not_blocked', false],
];

describe('the deployed gate without its store', () => {
  useStore('dynoxide');

  it.each(outages)('fails open in time, or closed by configuration, when the store %s', async (_, fate) => {
    fail(/./, fate);
    expect(await Promise.all([ask('tight', requestAbout('b0')), ask('closed', requestAbout('b0'))])).toEqual([
      [unknown, unknown],
      [closed, closed],
    ]);
  });

  it.each(outages)('denies by the marker, in time, when the store %s before it is confirmed', async (_, fate) => {
    proxy.fate = (call) => {
      const isConfirmation = JSON.stringify(call.body).includes('BLOCK#');
      if (!isConfirmation) return { type: 'pass' };
      return typeof fate === 'function' ? fate(call) : fate;
    };
    // On a crowded machine the first read can take all the time there is: asked again, it says more.
    await vi.waitFor(async () => {
      expect(await ask('tight', requestAbout('b15'))).toEqual([
        ['deny', 'block_unconfirmed', true],
        ['allow', 'not_blocked', false],
      ]);
    }, patient);
  });

  it.each(outages)('says so, too, of a buyer whom it has stopped before, when the store %s', async (_, fate) => {
    const alone = { checks: [check('b0')] };
    for (const gate of ['tight', 'closed'] as const) await askInTrouble(gate, () => undefined, alone);
    fail(/GetItem/, fate);
    expect(await Promise.all([ask('tight', alone), ask('closed', alone)])).toEqual([[unknown], [closed]]);
  });

  it('denies whom it has stopped before by the marker, in time, when every read of a batch hangs', async () => {
    const alone = { checks: [check('b0')] };
    await askInTrouble('roomy', () => undefined, alone);
    fail(/BatchGetItem/, { type: 'hang' });
    await vi.waitFor(async () => {
      expect(await ask('roomy', alone)).toEqual([['deny', 'block_unconfirmed', true]]);
    }, patient);
  });

  it.each(outages)('answers right of whom it stopped before when the store, once, %s', async (_, fate) => {
    const alone = { checks: [check('b0')] };
    const arrange = async () => {
      proxy.fate = () => ({ type: 'pass' });
      await gates.roomy.call(alone);
      fail(/GetItem/, fate, 1);
    };
    expect(await askInTrouble('roomy', arrange, alone)).toEqual(healthy.slice(0, 1));
  });

  it('reads nothing for a message, so an outage is nothing to it', async () => {
    fail(/./, { type: 'hang' });
    expect(await ask('tight', { checks: [{ ...check('b0'), action: 'message' }] })).toEqual([
      ['allow', 'action_not_gated', false],
    ]);
    expect(proxy.calls).toEqual([]);
  });

  it('fails open at once when nobody listens', async () => {
    const client = createAwsClient({
      service: 'dynamodb',
      endpoint: new URL('http://127.0.0.1:1'),
      region: 'us-east-1',
      environment: { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
    });
    const store = createGateStore(createTableReader({ client, tableName: name, onFailure: () => undefined }));
    const table = { name, client: openClient(engineUrl) };
    const gate = buildGate(table, buildClock(), { store, deadlineMilliseconds: deadlines.tight });
    expect(await gate.ask('s/b0')).toMatchObject([{ decision: 'allow', reason: 'marker_unreadable', degraded: true }]);
  });
});

describe.each(usualEngines())('the deployed gate with its store in trouble, on %s', (kind) => {
  useStore(kind);

  it('answers right while all is well, with two reads and one message; one read for whom it stopped before', async () => {
    const forget = () => void proxy.calls.splice(0);
    expect(await askInTrouble('roomy', forget, requestAbout('b0'))).toEqual(healthy);
    expect(callsMade()).toEqual(['BatchGetItem', 'BatchGetItem', 'SendMessage']);
    const again = { checks: [check('b0')], checkoutId: randomUUID() };
    expect(await askInTrouble('roomy', forget, again)).toEqual(healthy.slice(0, 1));
    expect(callsMade()).toEqual(['BatchGetItem', 'SendMessage']);
  });

  it.each(outages.slice(1, 4))('answers right when the store %s only for a moment', async (_, fate) => {
    expect(await askInTrouble('roomy', () => fail(/GetItem/, fate, 2))).toEqual(healthy);
  });

  it.each<[string, Fate]>([
    ['hangs', { type: 'hang' }],
    ['is later than the deadline', { type: 'pass', afterMilliseconds: 3000 }],
  ])('answers right, by a second request, when one read %s', async (_, fate) => {
    const arrange = async () => {
      proxy.fate = () => ({ type: 'pass' });
      // Twenty reads in time earn one that may be sent twice.
      for (let call = 0; call < 20; call++) await gates.hedged.call(requestAbout('free'));
      fail(/GetItem/, fate, 1);
    };
    expect(await askInTrouble('hedged', arrange)).toEqual(healthy);
  });

  it('answers right, at once, when the connections that it kept are broken', async () => {
    for (let round = 0; round < 3; round++) {
      expect(await askInTrouble('roomy', () => fail(/./, { type: 'refuse' }, 1))).toEqual(healthy);
    }
  });

  it.each(outages.slice(0, 4))('answers right, in time, when the queue of stopped orders %s', async (_, fate) => {
    expect(await askInTrouble('roomy', () => fail(/SendMessage/, fate))).toEqual(healthy);
  });
});
