import { beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { overtaken } from '../../../builders/fakes/scripted-table.ts';
import { eventsOf } from '../../../builders/items/shop-events.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';

const upheld = { outcome: 'upheld', text: 'Yes.' };
const rejected = { outcome: 'rejected', text: 'No.' };
const rounds = 12;

describe.each(engines())('complaints that cross, on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const end = async (shopId: string) => {
    await ops.set(shopId);
    clock.advance(1000);
    await ops.set(shopId, { state: 'terminated' });
    clock.advance(1000);
  };
  const codes = (answers: readonly { status: number; body: Readonly<Record<string, unknown>> }[]) =>
    answers.map(({ status, body }) => (status < 300 ? String(status) : `${status} ${String(body['code'])}`)).toSorted();
  beforeEach(() => {
    clock.time = noon;
  });

  it('with another complaint: one is filed', async () => {
    for (let round = 0; round < rounds; round++) {
      const shopId = `two-${round}`;
      await end(shopId);
      const answers = await Promise.all(['ann', 'ben', 'cay'].map((subject) => seller(shopId, { subject }).complain()));
      expect(codes(answers)).toEqual(['201', '409 complaint_not_possible', '409 complaint_not_possible']);
      expect(await eventsOf(table, shopId, 'Access Complaint Filed')).toHaveLength(1);
    }
  });

  it('with a grant: whichever is first, nothing is complained about that is there', async () => {
    for (let round = 0; round < rounds; round++) {
      const shopId = `grant-${round}`;
      await end(shopId);
      const [filed, granted] = await Promise.all([seller(shopId).complain(), ops.set(shopId)]);
      expect(granted).toMatchObject({ status: 200, body: { state: 'active' } });
      const order = (await eventsOf(table, shopId)).map(({ type }) => type);
      expect(codes([filed])).toEqual([order.includes('Access Complaint Filed') ? '201' : '409 complaint_not_possible']);
    }
    await end('overtaken');
    const slow = buildApis(
      overtaken(table, () => ops.set('overtaken')),
      clock,
    );
    expect(codes([await slow.seller('overtaken').complain()])).toEqual(['409 complaint_not_possible']);
    expect(await eventsOf(table, 'overtaken', 'Access Complaint Filed')).toEqual([]);
  });

  it('with two decisions: one holds, and the other is told', async () => {
    for (let round = 0; round < rounds; round++) {
      const shopId = `decided-${round}`;
      await end(shopId);
      const complaintId = String((await seller(shopId).complain()).body['complaintId']);
      const answers = await Promise.all([ops.decide(complaintId, upheld), ops.decide(complaintId, rejected)]);
      expect(codes(answers)).toEqual(['200', '409 complaint_not_possible']);
      const [event] = await eventsOf(table, shopId, 'Access Complaint Decided');
      const outcome = (event?.['detail'] as { outcome: string } | undefined)?.outcome;
      expect((await ops.show(shopId)).body['state']).toBe(outcome === 'upheld' ? 'active' : 'terminated');
      expect(await eventsOf(table, shopId, 'Access Granted')).toHaveLength(outcome === 'upheld' ? 2 : 1);
    }
  });

  it('with the same decision: both are answered, and it happens once', async () => {
    await end('same');
    const complaintId = String((await seller('same').complain()).body['complaintId']);
    const answers = await Promise.all([1, 2, 3].map(() => ops.decide(complaintId, upheld)));
    expect(codes(answers)).toEqual(['200', '200', '200']);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await eventsOf(table, 'same', 'Access Granted')).toHaveLength(2);
    expect(await eventsOf(table, 'same', 'Access Complaint Decided')).toHaveLength(1);
  });

  it('a decision with a grant or another end: the outcome never contradicts the access', async () => {
    for (const [name, wish, ruling, expected] of [
      ['granted', {}, rejected, '409 complaint_not_possible'],
      ['granted-upheld', {}, upheld, '200'],
      ['quotas', { state: 'terminated', quotas: { blocks: 5 } }, upheld, '200'],
    ] as const) {
      await end(name);
      const complaintId = String((await seller(name).complain()).body['complaintId']);
      const slow = buildApis(
        overtaken(table, () => ops.set(name, wish)),
        clock,
      );
      expect(codes([await slow.ops.decide(complaintId, ruling)])).toEqual([expected]);
    }
    expect((await ops.show('quotas')).body).toMatchObject({ state: 'active', quotas: { blocks: 5 } });
    expect(await eventsOf(table, 'granted-upheld', 'Access Granted')).toHaveLength(2);
  });
});
