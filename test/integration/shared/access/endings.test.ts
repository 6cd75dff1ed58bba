import { beforeEach, describe, expect, it } from 'vitest';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { eventsOf } from '../../../builders/items/shop-events.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';

describe.each(usualEngines())('the end of an access on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const shop = seller('shop');
  beforeEach(() => {
    clock.time = noon;
  });

  it('says to its sellers and to ops why it has ended, as long as it is so', async () => {
    await ops.set('shop');
    clock.advance(60_000);
    const told = { reasonCode: 'misuse', text: 'Dear seller,\nplease read section 4.' };
    const ended = { state: 'terminated', since: '2026-11-22T12:01:00.000Z', ...told };
    expect((await ops.set('shop', { state: 'terminated', ...told, reason: 'SECRET' })).body).toMatchObject({
      ...ended,
      reason: 'SECRET',
    });
    clock.advance(60_000);
    const { body: before } = await ops.set('shop', { state: 'terminated', reason: 'SECRET' });
    expect(before).toMatchObject({ ...ended, revision: 2 });
    const seen = await shop.access();
    expect(seen.body).toMatchObject(ended);
    expect(JSON.stringify([seen.body, await eventsOf(table, 'shop')])).not.toContain('SECRET');
    expect(JSON.stringify(await eventsOf(table, 'shop'))).not.toContain('section 4');

    await ops.set('shop', { state: 'terminated', reasonCode: 'other' });
    expect((await shop.access()).body).toMatchObject({ ...ended, reasonCode: 'other' });
    for (const active of [(await ops.set('shop')).body, (await shop.access()).body]) {
      expect(active).not.toHaveProperty('reasonCode');
      expect(active).not.toHaveProperty('text');
    }
    expect((await ops.set('shop', { state: 'terminated' })).body).toMatchObject({ reasonCode: 'other' });
  });
});
