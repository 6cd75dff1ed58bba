import { beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { eventsOf } from '../../../builders/items/shop-events.ts';
import { scanPrefix } from '../../../builders/items/partitions.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';

const upheld = { outcome: 'upheld', text: 'You are right.\nSorry.' };
const rejected = { outcome: 'rejected', text: 'SECRET no.' };
const settings = {
  timeZone: 'Africa/Cairo',
  quotas: { blocks: 7, newBlocksPerDay: 2 },
  members: [{ subject: 'ann', role: 'owner' }],
  notify: { channel: 'seller_center_message' },
};

describe.each(engines())('the decision about a complaint, on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const shop = seller('s');
  const file = async (shopId = 's') => {
    await ops.set(shopId, settings);
    clock.advance(1000);
    await ops.set(shopId, { ...settings, state: 'terminated', text: 'Read section 4.', reason: 'case 1' });
    clock.advance(1000);
    return String((await seller(shopId).complain()).body['complaintId']);
  };
  const types = async (shopId = 's') => (await eventsOf(table, shopId)).map(({ type }) => type);
  beforeEach(() => {
    clock.time = noon;
  });

  it('gives the access back as it was when it is upheld, and says so to the shop', async () => {
    const complaintId = await file();
    clock.advance(1000);
    const { status, body } = await ops.decide(complaintId, upheld);
    const decided = { complaintId, state: 'upheld', decidedAt: '2026-11-22T12:00:03.000Z', answer: upheld.text };
    expect([status, body]).toMatchObject([
      200,
      { ...decided, access: { state: 'active', since: '2026-11-22T12:00:03.000Z' } },
    ]);
    expect(body['access']).toEqual({ state: 'active', since: '2026-11-22T12:00:03.000Z' });
    expect((await ops.show('s')).body).toMatchObject({ state: 'active', revision: 3, ...settings });
    expect((await shop.access()).body).not.toHaveProperty('complaint');
    expect((await shop.list()).status).toBe(200);
    expect(await types()).toEqual([
      'Access Granted',
      'Access Terminated',
      'Access Complaint Filed',
      'Access Granted',
      'Access Complaint Decided',
    ]);
    const [event] = await eventsOf(table, 's', 'Access Complaint Decided');
    expect(event).toMatchObject({ actor: { kind: 'ops' }, detail: { complaintId, outcome: 'upheld' } });
    expect((await ops.complaints()).body).toEqual({ items: [] });
    expect((await ops.complaints({ state: 'upheld' })).body['items']).toMatchObject([decided]);
  });

  it('leaves the access as it is when it is rejected, and shows the answer to the shop', async () => {
    const complaintId = await file();
    const before = (await ops.show('s')).body;
    expect((await ops.decide(complaintId, rejected)).status).toBe(200);
    expect((await ops.show('s')).body).toEqual(before);
    expect((await shop.access()).body['complaint']).toMatchObject({ state: 'rejected', answer: rejected.text });
    expect((await types()).slice(2)).toEqual(['Access Complaint Filed', 'Access Complaint Decided']);
    const elsewhere = await Promise.all(['ACTIVITY#', 'SHOP#'].map((prefix) => scanPrefix(table, prefix)));
    expect(JSON.stringify(elsewhere)).not.toContain('SECRET');
  });

  it('happens once: in the same words it is answered again, in others it is refused', async () => {
    const complaintId = await file();
    const first = await ops.decide(complaintId, rejected);
    clock.advance(1000);
    expect(await ops.decide(complaintId, rejected)).toEqual(first);
    for (const other of [upheld, { ...rejected, text: 'Never.' }])
      expect(await ops.decide(complaintId, other)).toMatchObject({
        status: 409,
        body: { code: 'complaint_not_possible' },
      });
    expect(await eventsOf(table, 's', 'Access Complaint Decided')).toHaveLength(1);
  });

  it('does not contradict an access that was given back otherwise', async () => {
    const complaintId = await file();
    await ops.set('s', settings);
    expect((await ops.complaints()).body['items']).toMatchObject([{ state: 'open', access: { state: 'active' } }]);
    expect((await ops.decide(complaintId, rejected)).body['code']).toBe('complaint_not_possible');
    expect((await ops.decide(complaintId, upheld)).body).toMatchObject({
      state: 'upheld',
      access: { state: 'active' },
    });
    expect(await eventsOf(table, 's', 'Access Granted')).toHaveLength(2);
    expect((await ops.show('s')).body['revision']).toBe(3);
  });

  it('is about its own end alone: a later one has complaints of its own', async () => {
    const first = await file();
    await ops.set('s', settings);
    const second = await file();
    expect(second).not.toBe('undefined');
    expect((await ops.decide(first, upheld)).body['code']).toBe('complaint_not_possible');
    expect((await ops.decide(first, rejected)).status).toBe(200);
    expect((await shop.access()).body).toMatchObject({ state: 'terminated', complaint: { complaintId: second } });
    expect((await shop.complain()).body['code']).toBe('complaint_not_possible');
    expect((await ops.decide(second, upheld)).body).toMatchObject({ access: { state: 'active' } });
  });

  it('names what is wrong, and changes nothing', async () => {
    const complaintId = await file();
    for (const [path, body] of [
      ['outcome', { outcome: 'open', text: 'a' }],
      ['text', { outcome: 'upheld' }],
      ['text', { outcome: 'upheld', text: ' ' }],
      ['text', { outcome: 'upheld', text: 'x'.repeat(1001) }],
      ['reason', { ...upheld, reason: 'a' }],
    ] as const)
      expect(await ops.decide(complaintId, body)).toMatchObject({ status: 400, body: { errors: [{ path }] } });
    expect((await ops.decide('a b', upheld)).body).toMatchObject({ errors: [{ path: 'path.complaintId' }] });
    expect((await ops.decide('nobody', upheld)).body['code']).toBe('not_found');
    expect((await ops.complaints()).body['items']).toMatchObject([{ state: 'open' }]);
  });

  it('is made from a list, the oldest first, page by page, each state by itself', async () => {
    const filed: string[] = [];
    for (let index = 0; index < 7; index++) filed.push(await file(`s${index}`));
    await ops.decide(filed[3] ?? '', rejected);
    const seen: unknown[] = [];
    for (let query: Record<string, string> = { limit: '2' }; ; ) {
      const { items, nextCursor } = (await ops.complaints(query)).body as unknown as {
        items: { complaintId: string }[];
        nextCursor?: string;
      };
      seen.push(...items.map(({ complaintId }) => complaintId));
      if (!nextCursor) break;
      query = { limit: '2', cursor: nextCursor };
      expect((await ops.complaints({ ...query, state: 'upheld' })).body).toMatchObject({
        errors: [{ path: 'query.cursor' }],
      });
    }
    expect(seen).toEqual(filed.filter((one) => one !== filed[3]));
    expect((await ops.complaints({ state: 'decided' })).body).toMatchObject({ errors: [{ path: 'query.state' }] });
    clock.advance(397 * 86_400_000);
    expect((await ops.complaints({ state: 'rejected' })).body).toEqual({ items: [] });
  });
});
