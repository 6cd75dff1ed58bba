import { expect } from 'vitest';
import type { Table } from '../../../../../shared/table/client.ts';
import { waiversListing } from '../../../../../shared/table/keys.ts';
import type { Alert } from '../../../../../shared/alerts/rules.ts';
import { buildAlertApis, orderAlert, outcomeAlert, refundAlert } from '../../../../builders/worlds/alert-apis.ts';
import { buildClock, noon } from '../../../../builders/fakes/clock.ts';
import { recordCalls } from '../../../../builders/engines/recorded-calls.ts';
import type { RecordedCall } from '../../../../builders/engines/recorded-calls.ts';
import { putAlerts } from '../../../../builders/items/shop-alerts.ts';
import { accessItem } from '../../../../builders/items/stored-items.ts';
import { putItems } from '../../../../builders/items/table-items.ts';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';

/** So many alerts of one shop: a half waits, of two kinds; the rest has ended, in every way. */
export function manyAlerts(shopId: string, count: number): Alert[] {
  // All of one size, so that the same number of them costs the same to read.
  const name = (index: number) => String(index).padStart(6, '0');
  return Array.from({ length: count }, (_, index) => {
    const at = noon + index;
    if (index % 4 === 0) return orderAlert(shopId, name(index), { respondBy: at });
    if (index % 4 === 1) return refundAlert(shopId, name(index), { respondBy: at });
    if (index % 4 === 2) return outcomeAlert(shopId, name(index), { changedAt: at });
    return orderAlert(shopId, name(index), { status: index % 8 === 3 ? 'dismissed' : 'expired', changedAt: at });
  });
}

/** As many waivers, as requests leave them. */
export async function putWaivers(table: Table, shopId: string, count: number): Promise<void> {
  const items = Array.from({ length: count }, (_, index) => {
    const createdAt = noon + index;
    const subjectId = String(index).padStart(6, '0');
    return {
      pk: `WAIVER#${shopId}#order#${subjectId}`,
      sk: 'WAIVER',
      listPk: waiversListing(shopId),
      listSk: `${String(createdAt).padStart(15, '0')}#order#${subjectId}`,
      subjectType: 'order',
      subjectId,
      status: 'pending',
      revision: 1,
      tag: { kind: 'security_alert_order', alertId: 'a', reasons: ['high_refund_rate'], flaggedAt: noon },
      requestedAt: createdAt,
      requestedBy: 'ann',
      createdAt,
      steps: [{ status: 'pending', at: createdAt, by: 'ann' }],
    };
  });
  for (let start = 0; start < count; start += 25) {
    const puts = items.slice(start, start + 25).map((Item) => ({ PutRequest: { Item } }));
    await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: puts } }));
  }
}

/** What each list costs in a shop of 100 alerts, and in one of `many`: the same calls, and the same capacity. */
export async function expectBoundedLists(table: Table, many: number): Promise<void> {
  const recorded = recordCalls(table);
  const apis = buildAlertApis(recorded, buildClock());
  await putItems(table, accessItem('few'), accessItem('all'));
  await putAlerts(table, 'few', manyAlerts('few', 100));
  await putAlerts(table, 'all', manyAlerts('all', many));
  await putWaivers(table, 'few', 100);
  await putWaivers(table, 'all', Math.min(many, 5000));

  const costOf = async (read: () => Promise<{ status: number }>): Promise<readonly RecordedCall[]> => {
    recorded.calls.length = 0;
    expect((await read()).status).toBe(200);
    // The queries run side by side, and end in any order.
    return recorded.calls.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  };
  const queries: Record<string, string>[] = [
    {},
    { limit: '10' },
    { kind: 'security_alert_order' },
    { kind: 'fraud_outcome' },
    { limit: '10', kind: 'risk_refund' },
  ];
  for (const query of queries) {
    const few = await costOf(() => apis.seller('few').list(query));
    expect(await costOf(() => apis.seller('all').list(query)), JSON.stringify(query)).toEqual(few);
    expect(few.length, JSON.stringify(query)).toBeLessThanOrEqual(7);
  }
  expect(await costOf(() => apis.seller('all').waivers())).toEqual(await costOf(() => apis.seller('few').waivers()));

  // What a filter leaves out is read too, in two rounds: so much of each kind, and no more.
  const filters: Record<string, string>[] = [
    { status: 'action_requested' },
    { status: 'resolved', kind: 'security_alert_order' },
    { buyerId: 'nobody' },
    { severity: 'low', dueBefore: '2026-11-22T13:00:00.000Z' },
  ];
  for (const query of filters) {
    const calls = await costOf(() => apis.seller('all').list(query));
    // The access, and what was found.
    expect(calls.length).toBeLessThanOrEqual(10 + 2);
    for (const { scanned } of calls) expect(scanned).toBeLessThanOrEqual(1_000);
  }

  // A filter that nothing matches leads to the end in one request for each thousand of a kind.
  let requests = 0;
  for (let cursor: string | undefined; requests === 0 || cursor !== undefined; requests++) {
    const { body } = await apis.seller('all').list({ buyerId: 'nobody', ...(cursor ? { cursor } : {}) });
    expect(body['items']).toEqual([]);
    cursor = body['nextCursor'] as string | undefined;
  }
  expect(requests).toBeLessThanOrEqual(2 + many / 2 / 1_000);

  // Buyers, orders, refunds, waivers and blocks of a whole page, a hundred at a time.
  const whole = await costOf(() => apis.seller('all').list({ limit: '100' }));
  const batches = whole.filter(({ name }) => name === 'BatchGetCommand');
  expect(batches.length).toBeLessThanOrEqual(1 + 5);
  for (const { asked } of batches) expect(asked).toBeLessThanOrEqual(100);
  const second = (await apis.seller('all').list({ limit: '10' })).body['nextCursor'] as string;
  const [few, deep] = [
    await costOf(() => apis.seller('all').list({ limit: '10' })),
    await costOf(() => apis.seller('all').list({ limit: '10', cursor: second })),
  ];
  expect(deep).toEqual(few);
}
