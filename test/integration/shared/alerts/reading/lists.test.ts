import { beforeEach, describe, expect, it } from 'vitest';
import type { AlertStatus } from '../../../../../shared/kernel/words/alerts.ts';
import type { Alert } from '../../../../../shared/alerts/rules.ts';
import { toTimestamp } from '../../../../../shared/kernel/clock.ts';
import { orderKey, waiverKey } from '../../../../../shared/table/keys.ts';
import {
  buildAlertApis,
  orderAlert,
  orderAttributes,
  outcomeAlert,
  refundAlert,
} from '../../../../builders/worlds/alert-apis.ts';
import { buildClock, noon } from '../../../../builders/fakes/clock.ts';
import { engines } from '../../../../builders/engines/engines.ts';
import { putAlerts } from '../../../../builders/items/shop-alerts.ts';
import { accessItem, blockItems } from '../../../../builders/items/stored-items.ts';
import { buildBlock } from '../../../../builders/items/block-list.ts';
import { knowBuyer } from '../../../../builders/items/known-buyer.ts';
import { putItems } from '../../../../builders/items/table-items.ts';
import { useTable } from '../../../../builders/engines/table.ts';

interface Page {
  readonly items: readonly { readonly alertId: string; readonly subject: { readonly id: string } }[];
  readonly nextCursor?: string;
}

const hour = 3_600_000;
const ended: readonly AlertStatus[] = ['resolved', 'dismissed', 'withdrawn', 'expired'];
/** A few of everything: two waiting kinds, some without a deadline, some due at the same instant, and all ends. */
const alerts: readonly Alert[] = [
  ...Array.from({ length: 12 }, (_, index) =>
    orderAlert('shop', `o${index}`, {
      respondBy: noon + (index % 5) * hour,
      severity: index % 3 === 0 ? 'low' : 'high',
      buyerId: `buyer-${1 + (index % 2)}`,
      status: index % 4 === 0 ? 'action_requested' : 'open',
    }),
  ),
  ...Array.from({ length: 7 }, (_, index) => refundAlert('shop', `r${index}`, { respondBy: noon + index * hour })),
  ...Array.from({ length: 3 }, (_, index) => {
    const { respondBy: _none, ...alert } = orderAlert('shop', `undated${index}`);
    return alert;
  }),
  ...Array.from({ length: 16 }, (_, index) =>
    orderAlert('shop', `ended${index}`, {
      status: ended[index % 4] ?? 'resolved',
      severity: index % 5 === 0 ? 'medium' : 'low',
      buyerId: `buyer-${1 + (index % 3)}`,
      changedAt: noon - (index % 6) * hour,
    }),
  ),
  ...Array.from({ length: 9 }, (_, index) => {
    const { respondBy: _none, ...outcome } = outcomeAlert('shop', `f${index}`, { changedAt: noon - index * hour });
    return outcome;
  }),
];

function inOrder(wanted: readonly Alert[]): string[] {
  const waits = ({ status }: Alert) => status === 'open' || status === 'action_requested';
  const byId = (a: Alert, b: Alert) => (a.alertId < b.alertId ? -1 : 1);
  const due = ({ respondBy }: Alert) => respondBy ?? Number.POSITIVE_INFINITY;
  const open = wanted.filter(waits).toSorted((a, b) => (due(a) === due(b) ? byId(a, b) : due(a) - due(b)));
  const closed = wanted.filter((alert) => !waits(alert)).toSorted((a, b) => b.changedAt - a.changedAt || byId(b, a));
  return [...open, ...closed].map(({ alertId }) => alertId);
}

describe.each(engines())('the list of alerts on %s', (engine) => {
  const table = useTable(engine);
  const apis = buildAlertApis(table, buildClock());
  const seller = apis.seller('shop');
  const page = async (query: Record<string, string> = {}) => (await seller.list(query)).body as unknown as Page;

  async function walk(query: Record<string, string>): Promise<Page[]> {
    const pages: Page[] = [];
    for (let cursor: string | undefined; pages.length < 200; ) {
      const next = await page({ ...query, ...(cursor ? { cursor } : {}) });
      pages.push(next);
      cursor = next.nextCursor;
      if (!cursor) return pages;
    }
    throw new Error('The list has no end.');
  }
  const idsOf = (pages: readonly Page[]) => pages.flatMap(({ items }) => items.map(({ alertId }) => alertId));

  beforeEach(async () => {
    await putItems(table, accessItem('shop'), accessItem('shop-2'));
    await putAlerts(table, 'shop', alerts);
    await putAlerts(table, 'shop-2', [orderAlert('shop-2', 'theirs')]);
  });

  it.each([
    '1',
    '2',
    '7',
    '20',
    '46',
    '47',
    '48',
    '100',
  ])('shows each once in pages of %s: those that wait by deadline, then the ended, newest first', async (limit) => {
    const pages = await walk({ limit });
    expect(idsOf(pages)).toEqual(inOrder(alerts));
    expect(pages.every(({ items }) => items.length <= Number(limit))).toBe(true);
    expect(pages.length).toBeLessThanOrEqual(Math.ceil(alerts.length / Number(limit)) + 1);
  });

  it.each([
    {},
    { kind: 'security_alert_order' },
    { kind: 'risk_refund' },
    { kind: 'fraud_outcome' },
    { status: 'open' },
    { status: 'action_requested' },
    { status: 'resolved' },
    { status: 'expired' },
    { kind: 'security_alert_order', status: 'dismissed' },
    { kind: 'risk_refund', status: 'withdrawn' },
    { kind: 'fraud_outcome', status: 'open' },
    { severity: 'medium' },
    { severity: 'low', status: 'expired' },
    { buyerId: 'buyer-2' },
    { buyerId: 'buyer-3', severity: 'medium' },
    { buyerId: 'nobody' },
    { dueBefore: toTimestamp(noon) },
    { dueBefore: toTimestamp(noon + 2 * hour) },
    { dueBefore: toTimestamp(noon + 2 * hour + 1), status: 'open' },
    { dueBefore: toTimestamp(noon + 2 * hour), kind: 'security_alert_order', buyerId: 'buyer-1', severity: 'high' },
    { dueBefore: '9999-12-31T23:59:59.999Z' },
    { dueBefore: '0001-01-01T00:00:00.000Z' },
  ])('shows only what %o asks for, in full', async (filter: Record<string, string>) => {
    const { dueBefore, ...equal } = filter;
    const wanted = alerts.filter(
      (alert) =>
        Object.entries(equal).every(([field, value]) => alert[field as keyof Alert] === value) &&
        (dueBefore === undefined || (alert.respondBy !== undefined && alert.respondBy < Date.parse(dueBefore))),
    );
    for (const limit of ['3', '100']) expect(idsOf(await walk({ ...filter, limit }))).toEqual(inOrder(wanted));
  });

  it('shows each as it shows a single one: who the buyer is, whether blocked, and what can be done', async () => {
    await knowBuyer(table, 'buyer-1', 'shop');
    await knowBuyer(table, 'buyer-2', 'shop');
    await putItems(
      table,
      ...blockItems('shop', buildBlock({ buyerId: 'buyer-2', expiresAt: noon + 10 * hour })),
      { ...orderKey('shop', 'o3'), ...orderAttributes('IN_TRANSIT', noon) },
      { ...waiverKey('shop', 'refund', 'r1'), subjectType: 'refund', subjectId: 'r1', status: 'pending' },
    );
    const { items } = await page({ limit: '100' });
    expect(items).toHaveLength(alerts.length);
    for (const item of items) expect(item).toEqual((await seller.get(item.alertId)).body);
    const shown = (id: string) => items.find(({ subject }) => subject.id === id);
    expect(shown('o1')).toMatchObject({
      buyer: { buyerId: 'buyer-2', username: 'name-buyer-2', avatarUrl: 'https://cdn.example/buyer-2.png' },
      isBlocked: true,
      actions: ['cancel_order', 'dismiss'],
    });
    expect(shown('o2')).toMatchObject({ isBlocked: false, actions: ['cancel_order', 'dismiss', 'block_buyer'] });
    expect(shown('o3')).toMatchObject({ isBlocked: true, actions: ['dismiss'] });
    expect(shown('r1')).toMatchObject({ waiver: { status: 'pending' } });
    expect(shown('ended2')).toMatchObject({ buyer: { buyerId: 'buyer-3' }, isBlocked: false, actions: [] });
  });

  it('offers a viewer nothing to do, and says the rest', async () => {
    await knowBuyer(table, 'buyer-1', 'shop');
    const { body } = await apis.seller('shop', { role: 'viewer' }).list({ limit: '1' });
    expect((body as unknown as Page).items).toMatchObject([{ buyer: { username: 'name-buyer-1' }, actions: [] }]);
  });

  it('refuses cursors of other shops and other statuses, and forged ones', async () => {
    const cursor = (await page({ limit: '1' })).nextCursor ?? '';
    const wrong = { status: 400, body: { code: 'validation_failed', errors: [{ path: 'query.cursor' }] } };
    expect(await apis.seller('shop-2').list({ cursor })).toMatchObject(wrong);
    expect(await seller.list({ cursor, status: 'resolved' })).toMatchObject(wrong);
    const [shop, position] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, object];
    for (const forged of [
      {},
      { ...position, part: 'SHOP' },
      { ...position, at: '1#2' },
      { ...position, alertId: '' },
      { ...position, listPk: 'x' },
    ]) {
      const encoded = Buffer.from(JSON.stringify([shop, forged])).toString('base64url');
      expect(await seller.list({ cursor: encoded }), JSON.stringify(forged)).toMatchObject(wrong);
    }
  });

  it.each([
    { kind: 'order' },
    { status: 'closed' },
    { severity: 'extreme' },
    { buyerId: 'a b' },
    { dueBefore: 'tomorrow' },
    { dueBefore: '1764000000' },
    { limit: '0' },
    { limit: '101' },
  ])('refuses %o', async (query) => {
    expect(await seller.list(query as Record<string, string>)).toMatchObject({ status: 400 });
  });
});
