import { beforeEach, describe, expect, it } from 'vitest';
import type { AlertStatus } from '../../../../../shared/kernel/words/alerts.ts';
import type { Alert } from '../../../../../shared/alerts/rules.ts';
import { buildAlertApis, orderAlert, outcomeAlert, refundAlert } from '../../../../builders/worlds/alert-apis.ts';
import { buildClock, noon } from '../../../../builders/fakes/clock.ts';
import { engines } from '../../../../builders/engines/engines.ts';
import { putAlerts } from '../../../../builders/items/shop-alerts.ts';
import { accessItem } from '../../../../builders/items/stored-items.ts';
import { putItems } from '../../../../builders/items/table-items.ts';
import { useTable } from '../../../../builders/engines/table.ts';

interface Page {
  readonly items: readonly { readonly alertId: string; readonly status: string; readonly kind: string }[];
  readonly nextCursor?: string;
}

const hour = 3_600_000;
const ended: readonly AlertStatus[] = ['resolved', 'dismissed', 'withdrawn', 'expired'];
/** A few of everything: two waiting kinds, some without a deadline, some due at the same instant, and all ends. */
const alerts: readonly Alert[] = [
  ...Array.from({ length: 12 }, (_, index) =>
    orderAlert('shop', `o${index}`, {
      respondBy: noon + (index % 5) * hour,
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
      changedAt: noon - (index % 6) * hour,
    }),
  ),
  ...Array.from({ length: 9 }, (_, index) => outcomeAlert('shop', `f${index}`, { changedAt: noon - index * hour })),
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
  ])('shows only what %o asks for, in full', async (filter: { kind?: string; status?: string }) => {
    const wanted = alerts.filter(
      ({ kind, status }) => kind === (filter.kind ?? kind) && status === (filter.status ?? status),
    );
    for (const limit of ['3', '100']) expect(idsOf(await walk({ ...filter, limit }))).toEqual(inOrder(wanted));
  });

  it('names a buyer by their ID alone', async () => {
    const { items } = await page({ limit: '1' });
    expect(items[0]).toHaveProperty('buyer', { buyerId: 'buyer-1' });
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

  it.each([{ kind: 'order' }, { status: 'closed' }, { limit: '0' }, { limit: '101' }])('refuses %o', async (query) => {
    expect(await seller.list(query as Record<string, string>)).toMatchObject({ status: 400 });
  });
});
