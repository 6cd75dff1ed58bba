import { beforeEach, describe, expect, it } from 'vitest';
import { createProfileStore } from '../../../../shared/buyers/profile-store.ts';
import { eraseBuyer } from '../../../../shared/buyers/erase-buyer.ts';
import { mostExemptions } from '../../../../shared/exemptions/rules.ts';
import { exemptInKey, exemptionKey, exemptPlacesKey, markerKey } from '../../../../shared/table/keys.ts';
import { ninetyDays } from '../../../../shared/block-list/rules.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { knowBuyers, saveProfile } from '../../../builders/items/known-buyer.ts';
import { overtaken } from '../../../builders/fakes/scripted-table.ts';
import { eventsOf, eventTypesOf } from '../../../builders/items/shop-events.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildGate } from '../../../builders/worlds/gate-over-table.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';

const refused = (status: number, code: string) => ({ status, body: { code } });

describe.each(engines())('exempting a buyer on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const shop = seller('shop');
  const gate = buildGate(table, clock);
  const overtakenBy = (by: () => Promise<unknown>) => buildApis(overtaken(table, by), clock).seller('shop');

  beforeEach(async () => {
    clock.time = noon;
    await ops.set('shop');
    await knowBuyers(table, 4, 'shop');
  });

  it('answers the exemption, and lists it', async () => {
    const { status, headers, body } = await shop.exempt('b0', { note: 'my best customer' });
    expect(status).toBe(201);
    expect(headers).toMatchObject({
      location: '/v1/shops/shop/exemptions/b0',
      etag: expect.stringContaining(`"${String(body['exemptionId'])}.1.`),
    });
    expect(body).toEqual({
      exemptionId: expect.any(String),
      buyerId: 'b0',
      username: 'name-b0',
      avatarUrl: 'https://cdn.example/b0.png',
      note: 'my best customer',
      createdAt: '2026-11-22T12:00:00.000Z',
      createdBy: 'ann',
      revision: 1,
    });
    expect((await shop.exemption('b0')).body).toEqual(body);
    expect((await shop.exemptions()).body).toEqual({ items: [body] });
    expect(await gate.ask('shop/b0')).toMatchObject([{ decision: 'allow', reason: 'not_blocked', degraded: false }]);
  });

  it('leaves an event without a word about them, a marker, and a row for an erasure to find', async () => {
    const { exemptionId } = (await shop.exempt('b0', { note: 'SECRET' })).body;
    const [event] = await eventsOf(table, 'shop', 'Buyer Exempted');
    expect(event).toMatchObject({ detail: { shopId: 'shop', buyerId: 'b0', exemptionId } });
    expect(JSON.stringify(event)).not.toMatch(/SECRET|name-b0/);
    expect(await readItem(table, markerKey('shop', 'b0'))).toMatchObject({ exemption: { exemptionId } });
    expect(await readItem(table, exemptInKey('b0', 'shop'))).toMatchObject({ shopId: 'shop' });
  });

  it('takes only a buyer of this shop who bears that name', async () => {
    await saveProfile(table, 'stranger');
    expect(await shop.exempt('stranger')).toMatchObject(refused(404, 'buyer_not_found'));
    expect(await shop.exempt('nobody')).toMatchObject(refused(404, 'buyer_not_found'));
    expect(await shop.exempt('b0', { username: 'Name-b0' })).toMatchObject(refused(409, 'username_mismatch'));
    expect(await shop.exempt('b0', { note: '' })).toMatchObject({
      ...refused(400, 'validation_failed'),
      body: { errors: [{ path: 'note' }] },
    });
    expect(await shop.exempt('b0', { reason: 'other' })).toMatchObject(refused(400, 'validation_failed'));
    expect((await shop.exemptions()).body).toEqual({ items: [] });
    expect(await eventTypesOf(table, 'shop')).toEqual([]);
  });

  it('is refused while the buyer is under a block of their own, to its very end', async () => {
    await shop.add('b0');
    expect(await shop.exempt('b0')).toMatchObject(refused(409, 'already_blocked'));
    clock.time = noon + ninetyDays - 1;
    expect(await shop.exempt('b0')).toMatchObject(refused(409, 'already_blocked'));
    clock.time = noon + ninetyDays;
    expect((await shop.exempt('b0')).status).toBe(201);
    expect(await gate.decisions('shop/b0')).toEqual(['allow']);
  });

  it('is refused a second time', async () => {
    await shop.exempt('b0');
    expect(await shop.exempt('b0')).toMatchObject(refused(409, 'already_exempt'));
    expect(await eventTypesOf(table, 'shop')).toEqual(['Buyer Exempted']);
  });

  it('is refused on a full list, whoever is meant, and never goes beyond it when many try at once', async () => {
    const others = Array.from({ length: mostExemptions - 2 }, (_, index) => `other-${index}`);
    await putItems(table, { ...exemptPlacesKey('shop'), buyers: new Set(others) });
    const answers = await Promise.all(['b0', 'b1', 'b2', 'b3'].map((buyer) => shop.exempt(buyer)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 409, 409]);
    for (const answer of answers) if (answer.status === 409) expect(answer.body['code']).toBe('exempt_list_full');
    expect((await readItem(table, exemptPlacesKey('shop')))?.['buyers']).toHaveLength(mostExemptions);
    expect(await shop.exempt('nobody')).toMatchObject(refused(409, 'exempt_list_full'));
    const [kept] = (await shop.exemptions()).body['items'] as { buyerId: string }[];
    await shop.endExemption(String(kept?.buyerId));
    expect(await shop.exempt('nobody')).toMatchObject(refused(404, 'buyer_not_found'));
  });

  it('answers again with its key as the first time, and refuses another use of it', async () => {
    const first = await shop.exempt('b0', { note: 'n' }, 'key-1');
    await shop.endExemption('b0');
    expect(await shop.exempt('b0', { note: 'n' }, 'key-1')).toMatchObject({
      status: 201,
      headers: { location: first.headers['location'] },
      body: { exemptionId: first.body['exemptionId'], username: 'name-b0', note: 'n' },
    });
    expect(await shop.exemption('b0')).toMatchObject(refused(404, 'not_found'));
    expect(await shop.exempt('b1', {}, 'key-1')).toMatchObject(refused(422, 'idempotency_key_reused'));
  });

  it('notices a rename, an erasure, a block and the end of the access that come in between', async () => {
    const rename = () => saveProfile(table, 'b0', { username: 'other', revision: 2 });
    expect(await overtakenBy(rename).exempt('b0')).toMatchObject(refused(409, 'username_mismatch'));
    const erase = () =>
      eraseBuyer({ store: createProfileStore(table), clock })({ version: 1, eventId: 'e', buyerId: 'b1' });
    expect(await overtakenBy(erase).exempt('b1')).toMatchObject(refused(404, 'buyer_not_found'));
    expect(await overtakenBy(() => shop.add('b2')).exempt('b2')).toMatchObject(refused(409, 'already_blocked'));
    const end = () => ops.set('shop', { state: 'terminated' });
    expect(await overtakenBy(end).exempt('b3')).toMatchObject(refused(403, 'access_not_active'));
    for (const buyer of ['b0', 'b1', 'b2', 'b3'])
      expect(await readItem(table, exemptionKey('shop', buyer))).toBeUndefined();
  });

  it('is forgotten with the buyer: name, picture and note go, and the exemption stays', async () => {
    await shop.exempt('b0', { note: 'SECRET' }, 'key-1');
    await eraseBuyer({ store: createProfileStore(table), clock })({ version: 1, eventId: 'e', buyerId: 'b0' });
    expect(JSON.stringify(await readItem(table, exemptionKey('shop', 'b0')))).not.toMatch(/SECRET|name-b0|png/);
    const again = await shop.exempt('b0', { note: 'SECRET' }, 'key-1');
    expect(again.status).toBe(201);
    expect(JSON.stringify([again, (await shop.exemptions()).body])).not.toMatch(/SECRET|name-b0|png/);
    expect(await shop.endExemption('b0')).toMatchObject({ status: 204 });
  });

  it('is not for viewers, nor for a shop without access', async () => {
    await shop.exempt('b0');
    const viewer = seller('shop', { role: 'viewer' });
    expect(await viewer.exempt('b1')).toMatchObject(refused(403, 'forbidden'));
    expect(await viewer.endExemption('b0')).toMatchObject(refused(403, 'forbidden'));
    expect((await viewer.exemptions()).body['items']).toHaveLength(1);
    await ops.set('shop', { state: 'terminated' });
    for (const answer of [await shop.exemptions(), await shop.exemption('b0'), await shop.exempt('b1')])
      expect(answer).toMatchObject(refused(403, 'access_not_active'));
    await ops.set('shop');
    expect((await shop.exemption('b0')).status).toBe(200);
  });

  it('is listed newest first, page by page', async () => {
    for (const buyer of ['b2', 'b0', 'b1']) await shop.exempt(buyer);
    const first = (await shop.exemptions({ limit: '2' })).body as { items: { buyerId: string }[]; nextCursor: string };
    expect(first.items.map(({ buyerId }) => buyerId)).toEqual(['b1', 'b0']);
    const second = (await shop.exemptions({ limit: '2', cursor: first.nextCursor })).body;
    expect(second).toEqual({ items: [expect.objectContaining({ buyerId: 'b2' })] });
    expect(await shop.exemptions({ limit: '3' })).toMatchObject({ body: { items: [{}, {}, {}] } });
    expect((await shop.exemptions({ limit: '3' })).body).not.toHaveProperty('nextCursor');
  });
});
