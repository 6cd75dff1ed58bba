import { beforeEach, describe, expect, it } from 'vitest';
import { blockChanged } from '../../../../shared/contracts/events/block-changed.ts';
import { toActivity } from '../../../../shared/activity/rules.ts';
import { blockedByKey, blockKey, ledgerKey, linksKey } from '../../../../shared/table/keys.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { knowBuyers } from '../../../builders/items/known-buyer.ts';
import { eventsOf } from '../../../builders/items/shop-events.ts';
import { readItem } from '../../../builders/items/table-items.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';

describe.each(engines())('a change of scope on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const shop = seller('shop');
  const [narrow, wide] = [{ scope: 'user_id_only' }, { scope: 'linked_user_ids' }];

  beforeEach(async () => {
    clock.time = noon;
    await ops.set('shop');
    await knowBuyers(table, 1, 'shop');
  });

  it('is the same block, with its expiry, its place and its day as they were', async () => {
    const made = await shop.add('b0');
    const ledger = await readItem(table, ledgerKey('shop'));
    clock.advance(1000);
    const widened = await shop.extend('b0', wide);
    expect(widened).toMatchObject({
      status: 200,
      body: { ...made.body, ...wide, revision: 2, coverage: { state: 'applying', guarded: 1, total: 1 } },
    });
    expect(await readItem(table, ledgerKey('shop'))).toEqual(ledger);
    expect((await shop.get('b0')).body).toEqual(widened.body);
    clock.advance(1000);
    const narrowed = await shop.extend('b0', { ...narrow, note: 'n', duration: 'permanent' });
    expect(narrowed.body).toMatchObject({
      ...narrow,
      note: 'n',
      coverage: { state: 'complete', guarded: 1, total: 1 },
    });
    expect((await shop.list()).body['items']).toEqual([narrowed.body]);
    expect((await shop.access()).body).toMatchObject({ newBlocksToday: { used: 1 } });
  });

  it('is what link events will find, and tells nobody of its periods', async () => {
    await shop.add('b0');
    expect(await readItem(table, linksKey('b0'))).toBeUndefined();
    await shop.extend('b0', wide);
    expect(await readItem(table, linksKey('b0'))).toHaveProperty('leaningRevision');
    clock.advance(1000);
    await shop.extend('b0', narrow);
    clock.advance(1000);
    const again = await shop.extend('b0', wide);
    const period = { linkedSince: noon + 2000, linkedBefore: [{ from: noon, until: noon + 1000 }] };
    expect(await readItem(table, blockedByKey('b0', 'shop'))).toMatchObject({ ...wide, ...period });
    expect(await readItem(table, blockKey('shop', 'b0'))).toMatchObject({ ...wide, ...period });
    expect(JSON.stringify(again)).not.toMatch(/linkedSince|linkedBefore/);
  });

  it('is told with the scope that was before, and only then', async () => {
    await shop.add('b0');
    await shop.extend('b0', wide);
    await shop.extend('b0', { ...wide, note: 'n' });
    const changes = (await eventsOf(table, 'shop')).filter(({ type }) => type === blockChanged.type);
    expect(changes.map(({ detail }) => blockChanged.detail.parse(detail))).toMatchObject([
      { ...wide, scopeBefore: 'user_id_only', revision: 2 },
      { ...wide, revision: 3 },
    ]);
    expect(changes[1]?.detail).not.toHaveProperty('scopeBefore');
    expect(toActivity(changes[0] as never).details).toMatchObject({ ...wide, scopeBefore: 'user_id_only' });
  });

  it('is done once for its key, and answered from its record', async () => {
    await shop.add('b0');
    const first = await shop.extend('b0', wide, 'key');
    clock.advance(1000);
    expect(await shop.extend('b0', wide, 'key')).toEqual(first);
    await shop.extend('b0', narrow);
    const { username: _username, avatarUrl: _avatarUrl, ...rest } = first.body;
    expect((await shop.extend('b0', wide, 'key')).body).toEqual(rest);
    expect((await shop.get('b0')).body).toMatchObject(narrow);
  });

  it('of two sellers at once is one after the other', async () => {
    await shop.add('b0');
    const answers = await Promise.all([wide, narrow, wide, narrow].map((change) => shop.extend('b0', change)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const last = answers.find(({ body }) => body['revision'] === 5);
    expect((await shop.get('b0')).body).toEqual(last?.body);
  });
});
