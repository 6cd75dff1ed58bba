import { beforeEach, describe, expect, it } from 'vitest';
import { platformScope } from '../../../../shared/access/scope.ts';
import { accessKey, waiverKey } from '../../../../shared/table/keys.ts';
import { requestWaiver, settleWaiver } from '../../../../shared/waivers/rules.ts';
import type { Waiver } from '../../../../shared/waivers/rules.ts';
import { waiverWrite } from '../../../../shared/waivers/items.ts';
import { createWaiverStore } from '../../../../shared/waivers/store.ts';
import { transact } from '../../../../shared/table/transact.ts';
import { buildAlertApis, orderAlert, raise } from '../../../builders/worlds/alert-apis.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { buildWaiver } from '../../../builders/items/waiver.ts';
import { accessItem } from '../../../builders/items/stored-items.ts';
import { putItems } from '../../../builders/items/table-items.ts';
import { useTable } from '../../../builders/engines/table.ts';

interface Page {
  readonly items: readonly { readonly subjectId: string }[];
  readonly nextCursor?: string;
}

describe.each(engines())('waivers on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock(noon + 1000);
  const apis = buildAlertApis(table, clock);
  const seller = apis.seller('shop');
  const store = createWaiverStore(table);
  const save = async (before: Waiver | undefined, after: Waiver, shopId = 'shop') =>
    (await transact(table, { waiver: waiverWrite(shopId, { before, after }) })).type;

  beforeEach(() => putItems(table, accessItem('shop'), accessItem('shop-2')));

  it('are listed newest first, each once, whatever becomes of them', async () => {
    const waivers = Array.from({ length: 25 }, (_, index) =>
      buildWaiver({ subjectId: `o${index}`, createdAt: noon + Math.floor(index / 2), requestedAt: noon + 100 - index }),
    );
    for (const waiver of waivers) await save(undefined, waiver);
    await save(undefined, buildWaiver({ subjectId: 'theirs' }), 'shop-2');
    const byTime = waivers
      .toSorted((a, b) => b.createdAt - a.createdAt || (a.subjectId < b.subjectId ? 1 : -1))
      .map(({ subjectId }) => subjectId);
    for (const limit of ['1', '4', '24', '25', '26']) {
      const shown: string[] = [];
      let cursor: string | undefined;
      do {
        const page = (await seller.waivers({ limit, ...(cursor ? { cursor } : {}) })).body as unknown as Page;
        expect(page.items.length).toBeLessThanOrEqual(Number(limit));
        shown.push(...page.items.map(({ subjectId }) => subjectId));
        cursor = page.nextCursor;
      } while (cursor);
      expect(shown).toEqual(byTime);
    }
  });

  it('are listed by what they are about and how they stand, each once', async () => {
    const waivers = Array.from({ length: 9 }, (_, index) => {
      const subjectType = index % 2 === 0 ? ('order' as const) : ('refund' as const);
      const pending = buildWaiver({ subjectType, subjectId: `s${index}`, createdAt: noon + index });
      return index % 3 === 0 ? { ...pending, status: 'granted' as const } : pending;
    });
    for (const waiver of waivers) await save(undefined, waiver);
    const queries: Record<string, string>[] = [
      { subjectType: 'refund' },
      { status: 'granted' },
      { subjectType: 'order', status: 'pending' },
      { status: 'void' },
    ];
    for (const query of queries) {
      const shown: string[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await seller.waivers({ ...query, limit: '2', ...(cursor ? { cursor } : {}) });
        shown.push(...(body as unknown as Page).items.map(({ subjectId }) => subjectId));
        cursor = (body as unknown as Page).nextCursor;
      } while (cursor);
      const wanted = waivers.filter((waiver) =>
        Object.entries(query).every(([field, value]) => waiver[field as keyof Waiver] === value),
      );
      expect(shown, JSON.stringify(query)).toEqual(wanted.map(({ subjectId }) => subjectId).toReversed());
    }
    for (const wrong of [{ status: 'none' }, { subjectType: 'outcome' }] as Record<string, string>[])
      expect(await seller.waivers(wrong)).toMatchObject({ status: 400 });
  });

  it('refuse the cursors of other shops', async () => {
    for (const subjectId of ['o1', 'o2']) await save(undefined, buildWaiver({ subjectId }));
    const cursor = String((await seller.waivers({ limit: '1' })).body['nextCursor']);
    expect(await apis.seller('shop-2').waivers({ cursor })).toMatchObject({ status: 400 });
  });

  it('hold as proof the tag as it was, and every step', async () => {
    const alert = orderAlert('shop', 'o1', { reasons: ['payment_risk'] });
    await raise(table, 'shop', alert);
    await seller.cancel(alert.alertId);
    expect((await seller.waivers()).body).toEqual({
      items: [
        {
          subjectType: 'order',
          subjectId: 'o1',
          status: 'pending',
          buyer: { buyerId: 'buyer-1' },
          tag: {
            kind: 'security_alert_order',
            alertId: alert.alertId,
            reasons: [{ code: 'payment_risk', text: 'The payment looks risky.' }],
            riskScore: 80,
            flaggedAt: '2026-11-22T12:00:00.000Z',
          },
          createdAt: '2026-11-22T12:00:01.000Z',
          requestedAt: '2026-11-22T12:00:01.000Z',
          requestedBy: 'ann',
          termsVersion: 'terms-1',
          steps: [{ status: 'pending', at: '2026-11-22T12:00:01.000Z', by: 'ann' }],
        },
      ],
    });
  });

  it('stay under the terms of their request; those that were asked for before terms had a version are of the first', async () => {
    const alert = orderAlert('shop', 'o1');
    await raise(table, 'shop', alert);
    const { termsVersion: _none, ...earlier } = buildWaiver({ status: 'void' });
    await putItems(table, { ...waiverKey('shop', 'order', 'o1'), ...earlier });
    expect(await store.read(platformScope('shop', 'test'), earlier)).toMatchObject({ termsVersion: '1' });
    expect((await seller.cancel(alert.alertId)).status).toBe(202);
    expect(await store.read(platformScope('shop', 'test'), earlier)).toMatchObject({
      status: 'pending',
      termsVersion: 'terms-1',
    });
  });

  it('answer the performance service, for any shop, and after its access has ended', async () => {
    const query = { shopId: 'shop', subjectType: 'order', subjectId: 'o1' };
    const none = { ...query, waived: false, status: 'none' };
    expect(await apis.checkWaiver(query)).toMatchObject({ status: 200, body: none });
    const pending = buildWaiver();
    await save(undefined, pending);
    expect((await apis.checkWaiver(query)).body).toMatchObject({ waived: false, status: 'pending' });
    const granted = settleWaiver(pending, 'confirmed', noon + 5);
    if (granted) await save(pending, granted);
    await putItems(table, accessItem('shop', { state: 'terminated' }), { ...accessKey('shop-2'), state: 'active' });
    expect((await apis.checkWaiver(query)).body).toMatchObject({
      waived: true,
      status: 'granted',
      waiver: { tag: { alertId: 'alert-1' }, steps: [{ by: 'ann' }, { status: 'granted' }] },
    });
    for (const other of [{ shopId: 'shop-2' }, { subjectType: 'refund' }, { subjectId: 'o2' }])
      expect((await apis.checkWaiver({ ...query, ...other })).body).toEqual({ ...none, ...other });
  });

  it.each([
    [{ shopId: 'shop', subjectType: 'order' }, 'query.subjectId'],
    [{ shopId: 'shop', subjectType: 'outcome', subjectId: 'o1' }, 'query.subjectType'],
    [{ shopId: 'SHOP#1', subjectType: 'order', subjectId: 'o1' }, 'query.shopId'],
  ])('refuse the question %o', async (query, path) => {
    expect(await apis.checkWaiver(query as Record<string, string>)).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', errors: [{ path }] },
    });
  });

  it('are written only on the one that was read', async () => {
    const pending = buildWaiver();
    expect(await save(undefined, pending)).toBe('committed');
    expect(await save(undefined, pending)).toBe('refused');
    const settled = settleWaiver(pending, 'refused', noon);
    const again = requestWaiver(pending, { ...pending, requestedAt: noon + 1 });
    expect(settled && (await save(pending, settled))).toBe('committed');
    expect(again && (await save(pending, again))).toBe('refused');
  });
});
