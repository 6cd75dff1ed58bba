import { beforeEach, describe, expect, it } from 'vitest';
import { writeLimit } from '../../../../shared/write-limit/rules.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { scanPrefix } from '../../../builders/items/partitions.ts';
import { eventsOf } from '../../../builders/items/shop-events.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';

describe.each(engines())('a complaint about the end of an access, on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const shop = seller('s');
  const end = async () => {
    await ops.set('s');
    clock.advance(1000);
    await ops.set('s', { state: 'terminated', reasonCode: 'misuse' });
    clock.advance(1000);
  };
  beforeEach(() => {
    clock.time = noon;
  });

  it('is filed, and seen by the shop and by ops as it was written', async () => {
    await end();
    const text = 'We did nothing wrong.\nSECRET <b>';
    const filed = await shop.complain({ text });
    expect(filed).toMatchObject({
      status: 201,
      body: { state: 'open', text, filedAt: '2026-11-22T12:00:02.000Z' },
    });
    expect((await shop.access()).body['complaint']).toEqual(filed.body);
    expect((await ops.complaints()).body).toEqual({
      items: [
        {
          ...filed.body,
          shopId: 's',
          endedAt: '2026-11-22T12:00:01.000Z',
          access: { state: 'terminated', since: '2026-11-22T12:00:01.000Z', reasonCode: 'misuse' },
        },
      ],
    });
    const events = await eventsOf(table, 's', 'Access Complaint Filed');
    expect(events).toMatchObject([
      { actor: { kind: 'seller', id: 'ann' }, detail: { shopId: 's', complaintId: filed.body['complaintId'] } },
    ]);
    const elsewhere = await Promise.all(['ACTIVITY#', 'IDEM#', 'SHOP#'].map((prefix) => scanPrefix(table, prefix)));
    expect(JSON.stringify(elsewhere)).not.toContain('SECRET');
  });

  it('changes what `GET` of the access is tagged with', async () => {
    await end();
    const tag = String((await shop.access()).headers['etag']);
    expect((await shop.access({ 'if-none-match': tag })).status).toBe(304);
    await shop.complain();
    expect((await shop.access({ 'if-none-match': tag })).status).toBe(200);
  });

  it('is one at a time, and can be filed again once it is decided', async () => {
    await end();
    const first = await shop.complain();
    expect(await shop.complain({ text: 'Again.' })).toMatchObject({
      status: 409,
      body: { code: 'complaint_not_possible' },
    });
    await ops.decide(String(first.body['complaintId']), { outcome: 'rejected', text: 'No.' });
    const second = await shop.complain({ text: 'Look again.' });
    expect(second.status).toBe(201);
    expect((await shop.access()).body['complaint']).toEqual(second.body);
    expect((await ops.complaints()).body['items']).toMatchObject([{ text: 'Look again.' }]);
    expect((await ops.complaints({ state: 'rejected' })).body['items']).toMatchObject([{ answer: 'No.' }]);
  });

  it('is not possible while the shop has access, and nothing for a shop that never had', async () => {
    expect(await shop.complain()).toMatchObject({ status: 403, body: { code: 'access_not_active' } });
    await ops.set('s');
    expect(await shop.complain()).toMatchObject({ status: 409, body: { code: 'complaint_not_possible' } });
    expect(await scanPrefix(table, 'COMPLAINT#')).toEqual([]);
  });

  it('is filed by owners and agents of this shop alone', async () => {
    await end();
    expect((await seller('s', { role: 'viewer' }).complain()).body['code']).toBe('forbidden');
    expect((await seller('s', { shops: 'other:owner' }).complain()).body['code']).toBe('forbidden');
    expect((await seller('s', { role: 'agent' }).complain()).status).toBe(201);
    expect((await seller('s', { role: 'viewer' }).access()).body['complaint']).toMatchObject({ state: 'open' });
  });

  it.each([
    ['body', '{'],
    ['text', {}],
    ['text', { text: '' }],
    ['text', { text: ' \n' }],
    ['text', { text: 'x'.repeat(2001) }],
    ['text', { text: 'a\u0000' }],
    ['reasonCode', { text: 'a', reasonCode: 'policy' }],
  ])('names the field %s when it is wrong, and files nothing', async (path, body) => {
    await end();
    expect(await shop.complain(body)).toMatchObject({ status: 400, body: { errors: [{ path }] } });
    expect((await shop.access()).body).not.toHaveProperty('complaint');
  });

  it('happens once for each key, also when the access has been given back since', async () => {
    await end();
    const both = await Promise.all([shop.complain(undefined, 'key'), shop.complain(undefined, 'key')]);
    const [filed] = both;
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[1]?.body).toEqual(filed?.body);
    expect(await shop.complain({ text: 'Other.' }, 'key')).toMatchObject({
      status: 422,
      body: { code: 'idempotency_key_reused' },
    });
    await ops.decide(String(filed?.body['complaintId']), { outcome: 'upheld', text: 'Sorry.' });
    expect(await shop.complain(undefined, 'key')).toMatchObject({ status: 201, body: filed?.body });
    expect(await eventsOf(table, 's', 'Access Complaint Filed')).toHaveLength(1);
  });

  it('counts as a write of the seller', async () => {
    await end();
    await shop.complain();
    for (let write = 1; write < writeLimit.most; write++) await shop.complain();
    expect(await shop.complain()).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
  });
});
