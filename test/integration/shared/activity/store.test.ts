import { beforeEach, describe, expect, it } from 'vitest';
import { platformScope } from '../../../../shared/access/scope.ts';
import { alertEvent } from '../../../../shared/alerts/alert-event.ts';
import { activityRoute } from '../../../../shared/seller-api/activity-routes.ts';
import { createActivityStore } from '../../../../shared/activity/store.ts';
import { createRemovedBlockStore } from '../../../../shared/block-list/removed-store.ts';
import { outboxItem } from '../../../../shared/events/outbox.ts';
import { createPlanReader } from '../../../../shared/table/plan-reader.ts';
import type { Table } from '../../../../shared/table/client.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { knowBuyer } from '../../../builders/items/known-buyer.ts';
import { recordCalls } from '../../../builders/engines/recorded-calls.ts';
import { buildApis, callRoute } from '../../../builders/worlds/seller-api.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildOrderAlert } from '../../../builders/items/shop-alerts.ts';
import { putItems } from '../../../builders/items/table-items.ts';

interface Page {
  readonly items: readonly { readonly activityId: string; readonly type: string }[];
  readonly nextCursor?: string;
}

describe.each(engines())('the activity on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const ask = (shopId: string, query: Record<string, string> = {}, from: Table = table) =>
    callRoute(
      activityRoute({
        reader: createPlanReader(from),
        clock,
        store: createActivityStore(from),
        removed: createRemovedBlockStore(from),
      }),
      {
        path: `/v1/shops/${shopId}/activity`,
        pathParameters: { shopId },
        claims: { sub: 'ann', shops: 's:viewer other:viewer', scope: 'ssc/seller' },
        query,
      },
    );
  const page = async (query: Record<string, string> = {}) => (await ask('s', query)).body as unknown as Page;
  const idOf = (index: number) => `A${String(index).padStart(4, '0')}`;
  /** Events `A0000`, `A0001`, …, of which every `accompanied`th stands beside another. */
  const record = (count: number, accompanied = Number.POSITIVE_INFINITY, shopId = 's') =>
    putItems(
      table,
      ...Array.from({ length: count }, (_, index) => {
        const eventId = idOf(index);
        const alert = buildOrderAlert({ alertId: eventId });
        const event = alertEvent(eventId, platformScope(shopId, 'tests'), alert, 'flagged_again', noon);
        return outboxItem(shopId, index % accompanied === accompanied - 1 ? { ...event, accompanies: 'x' } : event);
      }),
    );
  /** All pages, to the end. */
  async function walk(limit: string): Promise<Page[]> {
    const pages = [await page({ limit })];
    while (pages.length < 200) {
      const cursor = pages.at(-1)?.nextCursor;
      if (cursor === undefined) return pages;
      pages.push(await page({ limit, cursor }));
    }
    throw new Error('The list has no end.');
  }

  beforeEach(() => {
    clock.time = noon;
  });

  it('says who blocked whom and when, newest first, and names no one of ops', async () => {
    await ops.set('s');
    await knowBuyer(table, 'root', 's');
    await seller('s', { subject: 'ann' }).add('root', { reason: 'other', note: 'canary', scope: 'linked_user_ids' });
    await seller('s', { subject: 'ben' }).remove('root');
    const { items } = await page();
    expect(items).toMatchObject([
      { type: 'Buyer Unblocked', actor: { kind: 'seller', id: 'ben' }, details: { buyerId: 'root' } },
      {
        type: 'Buyer Blocked',
        at: '2026-11-22T12:00:00.000Z',
        actor: { kind: 'seller', id: 'ann' },
        details: { buyerId: 'root', reason: 'other', scope: 'linked_user_ids', duration: '90_days' },
      },
      {
        type: 'Access Granted',
        actor: { kind: 'ops' },
        details: { state: 'active', timeZone: 'UTC', quotas: { blocks: 100, newBlocksPerDay: 10 } },
      },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/canary|name-root|version|tests/);
  });

  it.each([
    '1',
    '7',
    '20',
    '100',
  ])('shows each event once in pages of %s, without those beside another', async (limit) => {
    await ops.set('s');
    await record(45, 3);
    const pages = await walk(limit);
    const shown = pages.flatMap(({ items }) => items.filter(({ type }) => type === 'Alert Changed'));
    const expected = Array.from({ length: 45 }, (_, index) => index).filter((index) => index % 3 !== 2);
    expect(shown.map(({ activityId }) => activityId)).toEqual(expected.toReversed().map(idOf));
    expect(pages.every(({ items }) => items.length <= Number(limit))).toBe(true);
  });

  it('goes on behind a page of which nothing is shown', async () => {
    await ops.set('s');
    await record(10, 1);
    const pages = await walk('2');
    expect(pages.flatMap(({ items }) => items.map(({ type }) => type))).toEqual(['Access Granted']);
    expect(pages.some(({ items, nextCursor }) => items.length === 0 && nextCursor !== undefined)).toBe(true);
  });

  it('costs one read of the access and one of a bounded part, however much has happened', async () => {
    await ops.set('s');
    const measure = async () => {
      const recorded = recordCalls(table);
      await ask('s', {}, recorded);
      return recorded.calls;
    };
    await record(60);
    const few = await measure();
    expect(few.map(({ name, scanned }) => [name, scanned])).toEqual([
      ['BatchGetCommand', 0],
      ['QueryCommand', 40],
    ]);
    await record(300);
    expect(await measure()).toEqual(few);
  });

  it('shows a shop nothing of another, and takes no cursor of another', async () => {
    await ops.set('s');
    await ops.set('other');
    await record(3, Number.POSITIVE_INFINITY, 'other');
    expect((await page()).items).toHaveLength(1);
    const { nextCursor: cursor = '' } = (await ask('other', { limit: '1' })).body as unknown as Page;
    const wrong = { status: 400, body: { code: 'validation_failed', errors: [{ path: 'query.cursor' }] } };
    expect(cursor).not.toBe('');
    expect(await ask('s', { cursor })).toMatchObject(wrong);
    const forged = (position: object) => Buffer.from(JSON.stringify(['s', position])).toString('base64url');
    for (const position of [{}, { eventId: '' }, { eventId: 'a#b' }, { eventId: 'a', pk: 'ACTIVITY#other' }])
      expect(await ask('s', { cursor: forged(position) }), JSON.stringify(position)).toMatchObject(wrong);
    expect(await ask('s', { cursor: forged({ eventId: 'any-that-could-be' }) })).toMatchObject({ status: 200 });
    expect(await ask('third')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    await ops.set('s', { state: 'terminated' });
    expect(await ask('s')).toMatchObject({ status: 403, body: { code: 'access_not_active' } });
  });
});
