import { beforeEach, describe, expect, it } from 'vitest';
import { alertKey, profileKey } from '../../../../shared/table/keys.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { knowBuyers, saveProfile } from '../../../builders/items/known-buyer.ts';
import { accessItem } from '../../../builders/items/stored-items.ts';
import { putItems, readItem } from '../../../builders/items/table-items.ts';
import { buildAlertApis, orderAlert, raise } from '../../../builders/worlds/alert-apis.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import type { Answer } from '../../../builders/worlds/seller-api.ts';

const etagOf = ({ headers }: Answer): string => String(headers['etag']);
const ifMatch = (answer: Answer) => ({ 'if-match': etagOf(answer) });
const ifNoneMatch = (answer: Answer) => ({ 'if-none-match': etagOf(answer) });
const changedSince = (revision: number) => ({ status: 412, body: { code: 'precondition_failed', revision } });

describe.each(engines())('edits of blocks on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const [ann, ben] = [seller('shop'), seller('shop', { subject: 'ben' })];

  beforeEach(async () => {
    clock.time = noon;
    await ops.set('shop');
    await knowBuyers(table, 3, 'shop');
  });

  it('tell the second of two sellers that the note has changed since, and at which revision it is', async () => {
    await ann.add('b0');
    const seen = await ann.get('b0');
    expect(seen.body['revision']).toBe(1);
    expect(await ann.extend('b0', { note: 'of ann' }, undefined, ifMatch(seen))).toMatchObject({ status: 200 });
    expect(await ben.extend('b0', { note: 'of ben' }, undefined, ifMatch(seen))).toMatchObject(changedSince(2));
    expect(await ben.remove('b0', undefined, ifMatch(seen))).toMatchObject(changedSince(2));
    const now = await ben.get('b0');
    expect(now.body).toMatchObject({ note: 'of ann', revision: 2 });
    expect(await ben.extend('b0', { note: 'of both' }, undefined, ifMatch(now))).toMatchObject({ status: 200 });
  });

  it('let one of twenty at once through, of those who saw the same state', async () => {
    const made = await ann.add('b0');
    const notes = Array.from({ length: 20 }, (_, index) => `note ${index}`);
    const answers = await Promise.all(notes.map((note) => ann.extend('b0', { note }, undefined, ifMatch(made))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 200)) expect(answer).toMatchObject(changedSince(2));
    expect((await ann.get('b0')).body).toMatchObject({ revision: 2 });
  });

  it('know a block from a later one of the same buyer, and say that one is gone before anything else', async () => {
    const first = await ann.add('b0');
    await ben.remove('b0');
    expect(await ann.extend('b0', { note: 'n' }, undefined, ifMatch(first))).toMatchObject({ status: 404 });
    await ben.add('b0');
    expect(await ann.extend('b0', { note: 'n' }, undefined, ifMatch(first))).toMatchObject(changedSince(1));
    expect(await ann.remove('b0', undefined, ifMatch(first))).toMatchObject(changedSince(1));
    clock.advance(90 * 86_400_000);
    expect(await ann.remove('b0', undefined, ifMatch(first))).toMatchObject({ status: 404 });
  });

  it('take any state, lists and weak tags; whatever is no list of tags is named', async () => {
    const made = await ann.add('b0');
    const tags = ['*', `"other", W/${etagOf(made)}`];
    for (const [index, header] of tags.entries()) {
      expect(await ann.extend('b0', { note: `${index}` }, undefined, { 'if-match': header })).toMatchObject({
        status: index === 0 ? 200 : 412,
      });
    }
    const now = await ann.get('b0');
    expect(
      await ann.extend('b0', { note: 'weak' }, undefined, { 'if-match': `"other", W/${etagOf(now)}` }),
    ).toMatchObject({
      status: 200,
    });
    expect(await ann.extend('b0', {}, undefined, { 'if-match': 'x' })).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([expect.objectContaining({ path: 'header.If-Match' })]) },
    });
    expect(await ann.get('b0', { 'if-none-match': 'x' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'header.If-None-Match' }] },
    });
    expect((await ann.remove('b0', undefined, { 'if-match': '*' })).status).toBe(204);
  });

  it('answer a lost reply from its key, though the state is another by now', async () => {
    const made = await ann.add('b0');
    const first = await ann.extend('b0', { note: 'n' }, 'key', ifMatch(made));
    expect(await ann.extend('b0', { note: 'n' }, 'key', ifMatch(made))).toEqual(first);
    expect(await ann.extend('b0', { note: 'n' }, 'another', ifMatch(made))).toMatchObject(changedSince(2));
  });

  it('spare a reader what they have, until anything that is shown changes', async () => {
    const made = await ann.add('b0');
    const seen = await ann.get('b0');
    expect(etagOf(seen)).toBe(etagOf(made));
    const known = await ann.get('b0', { 'if-none-match': `"x", W/${etagOf(seen)}` });
    expect(known).toMatchObject({ status: 304, body: {}, headers: { etag: etagOf(seen) } });
    await putItems(table, {
      ...(await readItem(table, { pk: 'SHOP#shop', sk: 'BLOCK#b0' })),
      pk: 'SHOP#shop',
      sk: 'BLOCK#b0',
      coverage: { state: 'applying', guarded: 1, total: 2 },
    });
    const grown = await ann.get('b0', ifNoneMatch(seen));
    expect(grown).toMatchObject({ status: 200, body: { revision: 1, coverage: { total: 2 } } });
    expect((await ann.extend('b0', { note: 'n' }, undefined, ifMatch(seen))).status).toBe(200);
  });
});

describe.each(engines())('edits of alerts and access on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const alerts = buildAlertApis(table, clock);
  const [ann, ben] = [alerts.seller('shop'), alerts.seller('shop', { subject: 'ben' })];
  const order = orderAlert('shop', 'o1');

  beforeEach(async () => {
    clock.time = noon;
    await putItems(table, accessItem('shop'));
    await raise(table, 'shop', order);
  });

  it('let one seller act on what both have seen', async () => {
    const seen = await ann.get(order.alertId);
    expect(seen.body['revision']).toBe(1);
    expect(await ann.dismiss(order.alertId, { verdict: 'accepted_risk' }, undefined, ifMatch(seen))).toMatchObject({
      status: 200,
      body: { revision: 2 },
    });
    expect(await ben.cancel(order.alertId, {}, undefined, ifMatch(seen))).toMatchObject(changedSince(2));
    expect(await ben.reject(order.alertId, {}, undefined, ifMatch(seen))).toMatchObject(changedSince(2));
    expect((await ben.cancel(order.alertId)).body['code']).toBe('alert_not_open');
    expect(await ben.cancel('none', {}, undefined, ifMatch(seen))).toMatchObject({ status: 404 });
  });

  it('spare a reader the alert and the risk tag that they have', async () => {
    const seen = await ann.get(order.alertId);
    expect((await ann.get(order.alertId, ifNoneMatch(seen))).status).toBe(304);
    await saveProfile(table, order.buyerId, { username: 'renamed', revision: 9 });
    expect(await readItem(table, profileKey(order.buyerId))).toBeDefined();
    expect((await ann.get(order.alertId, ifNoneMatch(seen))).status).toBe(200);
    expect((await ann.orderRisk('o1')).headers['etag']).toMatch(`"${order.alertId}.1.`);
    expect((await ann.orderRisk('none')).headers).not.toHaveProperty('etag');
    expect((await readItem(table, alertKey('shop', order.alertId)))?.['revision']).toBe(1);
  });

  it('show the revision of an access to its sellers and to ops, who change what they have seen', async () => {
    const unknown = await ops.show('another');
    expect(unknown.body).toMatchObject({ state: 'not_invited', revision: 0 });
    expect(await ops.set('another', {}, ifMatch(unknown))).toMatchObject({ status: 200, body: { revision: 1 } });
    const granted = await ops.show('another');
    const sellers = await seller('another').access();
    expect(sellers.body['revision']).toBe(1);
    expect((await seller('another').access(ifNoneMatch(sellers))).status).toBe(304);
    expect((await ops.show('another', ifNoneMatch(granted))).status).toBe(304);
    expect(await ops.set('another', { quotas: { blocks: 5 } }, ifMatch(granted))).toMatchObject({ status: 200 });
    expect(await ops.set('another', { quotas: { blocks: 6 } }, ifMatch(granted))).toMatchObject(changedSince(2));
    expect((await ops.show('another')).body).toMatchObject({ quotas: { blocks: 5 } });
  });
});
