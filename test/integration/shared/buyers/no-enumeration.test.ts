import { beforeEach, describe, expect, it } from 'vitest';
import { createProfileStore } from '../../../../shared/buyers/profile-store.ts';
import { groupKey, linksKey, memberKey } from '../../../../shared/table/keys.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { knowBuyer, saveProfile } from '../../../builders/items/known-buyer.ts';
import { buyerRouteOver } from '../../../builders/worlds/lookups.ts';
import { recordCalls } from '../../../builders/engines/recorded-calls.ts';
import type { RecordedCall } from '../../../builders/engines/recorded-calls.ts';
import { buildApis, callRoute } from '../../../builders/worlds/seller-api.ts';
import type { Answer } from '../../../builders/worlds/seller-api.ts';
import { accessItem } from '../../../builders/items/stored-items.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { putItems } from '../../../builders/items/table-items.ts';

/** Buyers that this shop may not learn of, and who never was: each with an order `order-of-<name>` somewhere else or nowhere. */
const strangers = ['foreign', 'linked', 'twin', 'idle', 'erased', 'nobody'] as const;

describe.each(usualEngines())('what a seller can learn of other shops’ buyers on %s', (engine) => {
  const table = useTable(engine);
  const recorded = recordCalls(table);
  const clock = buildClock();
  const route = buyerRouteOver('findBuyer', recorded, clock);
  const page = buyerRouteOver('readBuyer', recorded, clock);
  const shop = buildApis(recorded, clock).seller('own');

  const find = (query: Record<string, string>) =>
    callRoute(route, {
      path: '/v1/shops/own/buyers',
      pathParameters: { shopId: 'own' },
      query,
      claims: { sub: 'ann', shops: 'own:owner' },
    });
  const read = (buyerId: string) =>
    callRoute(page, {
      path: `/v1/shops/own/buyers/${buyerId}`,
      pathParameters: { shopId: 'own', buyerId },
      claims: { sub: 'ann', shops: 'own:owner' },
    });
  /** The answer, and all that was asked of the table for it. */
  const trace = async (ask: () => Promise<Answer>): Promise<{ answer: Answer; calls: readonly RecordedCall[] }> => {
    recorded.calls.length = 0;
    return { answer: await ask(), calls: [...recorded.calls] };
  };
  /**
   * How many entries a query of the index reads tells nothing by itself: one call of the same price. An item that is not there
   * costs as much as a small one, says the service's documentation; DynamoDB Local alone gives it away.
   */
  const comparable = (calls: readonly RecordedCall[]) =>
    calls.map(({ name, asked, capacityUnits }) => [name, asked, engine === 'dynoxide' ? capacityUnits : 'not told']);
  const traceAll = async (ask: (name: string) => Promise<Answer>) => {
    const traces: Awaited<ReturnType<typeof trace>>[] = [];
    for (const name of strangers) traces.push(await trace(() => ask(name)));
    return traces;
  };

  beforeEach(async () => {
    await putItems(table, accessItem('own'), accessItem('other'));
    await knowBuyer(table, 'mine', 'own', 'other');
    for (const name of ['foreign', 'linked', 'twin']) await knowBuyer(table, name, 'other');
    await putItems(
      table,
      { ...linksKey('linked'), revision: 1, groups: new Set(['g']) },
      { ...groupKey('g'), revision: 1, appliedRevision: 1, members: 2 },
      { ...memberKey('g', 'linked'), buyerId: 'linked', state: 'member' },
    );
    await saveProfile(table, 'twin-too', { username: 'name-twin' });
    await saveProfile(table, 'idle');
    await knowBuyer(table, 'erased', 'own', 'other');
    await createProfileStore(table).erase('erased', noon);
    // From here on every lookup goes on with its windows.
    await find({ username: 'nobody' });
  });

  it.each([
    ['a username', (name: string) => find({ username: `name-${name}` }), ['BatchGet', 'Update', 'Query', 'BatchGet']],
    ['an order', (name: string) => find({ orderId: `order-of-${name}` }), ['BatchGet', 'Update', 'BatchGet']],
    ['an ID', read, ['BatchGet', 'Update', 'BatchGet']],
  ])('is the same answer after the same reads by %s', async (_, ask, commands) => {
    const traces = await traceAll(ask);
    for (const { answer, calls } of traces) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'buyer_not_found' } });
      expect({ answer, calls: comparable(calls) }).toEqual({
        answer: traces[0]?.answer,
        calls: comparable(traces[0]?.calls ?? []),
      });
    }
    expect(traces[0]?.calls.map(({ name }) => name)).toEqual(commands.map((command) => `${command}Command`));
    // Nor is there anything to be sent and parsed, which takes time; but an erased buyer's order, or that they ordered, is the shop's own to know.
    const others = traces.filter((_unused, index) => commands.includes('Query') || strangers[index] !== 'erased');
    for (const { calls } of others)
      expect(calls.slice(1).map(({ found }) => found)).toEqual(calls.slice(1).map(() => 0));
    // Not because the names are wrong: the shop's own buyer is found, and reads as much before anything more.
    const hit = await trace(() => ask('mine'));
    expect(hit.answer).toMatchObject({ status: 200, body: { buyerId: 'mine' } });
    expect(comparable(hit.calls).slice(0, commands.length)).toEqual(comparable(traces[0]?.calls ?? []));
  });

  it.each([
    ['block', 'buyer_not_found', (name: string) => shop.add(name)],
    ['change a block', 'not_found', (name: string) => shop.extend(name, { duration: 'permanent' })],
  ])('is the same answer after the same reads by an attempt to %s', async (_, code, ask) => {
    // Before those who ordered here, which is the shop's own to know.
    const traces = (await traceAll(ask)).filter((_unused, index) => strangers[index] !== 'erased');
    for (const { answer, calls } of traces) {
      expect(answer).toMatchObject({ status: 404, body: { code } });
      expect({ answer, calls: comparable(calls) }).toEqual({
        answer: traces[0]?.answer,
        calls: comparable(traces[0]?.calls ?? []),
      });
      // The shop's access, and after that nothing that has to be sent and parsed.
      expect(calls.map(({ found }) => found)).toEqual(traces[0]?.calls.map(({ found }) => found));
    }
  });

  it('is refused to an attempt to change a block as it is to a lookup, once too many were asked for', async () => {
    for (let i = 0; i < 59; i++) await shop.extend(`nobody-${i}`, { duration: 'permanent' });
    const refused = { status: 429, body: { code: 'too_many_requests' } };
    expect(await shop.extend('foreign', { duration: 'permanent' })).toMatchObject(refused);
    expect(await shop.add('foreign')).toMatchObject(refused);
    expect(await find({ username: 'nobody' })).toMatchObject(refused);
  });

  it('is nothing by a username that one buyer here and others elsewhere claim', async () => {
    await saveProfile(table, 'mine', { username: 'name-twin', revision: 2 });
    expect((await find({ username: 'name-twin' })).body).toMatchObject({ buyerId: 'mine' });
  });

  it('is nothing by an attempt to block when the list takes no more, whoever is meant', async () => {
    const quotas = { blocks: 100, newBlocksPerDay: 0 };
    await putItems(table, accessItem('own', { quotas }));
    const answers = [await shop.add('mine', { username: 'wrong' }), await shop.add('mine'), await shop.add('nobody')];
    expect(new Set(answers.map(({ body }) => JSON.stringify(body)))).toHaveLength(1);
    expect(answers[0]?.body).toMatchObject({ code: 'daily_block_limit_reached' });
  });
});
