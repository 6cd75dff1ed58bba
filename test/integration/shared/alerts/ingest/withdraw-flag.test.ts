import { describe, expect, it } from 'vitest';
import { withdrawalKey } from '../../../../../shared/table/keys.ts';
import { totalsOfShop } from '../../../../builders/worlds/alert-apis.ts';
import { noon } from '../../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../../builders/engines/engines.ts';
import { useIngestShop } from '../../../../builders/worlds/ingest-shop.ts';
import { alertIds, createIngestWorld, inbound, second } from '../../../../builders/worlds/ingest-world.ts';
import { interleaved, overtaken } from '../../../../builders/fakes/scripted-table.ts';
import { eventsOf } from '../../../../builders/items/shop-events.ts';
import { accessItem } from '../../../../builders/items/stored-items.ts';
import { putItems, readItem } from '../../../../builders/items/table-items.ts';

describe.each(usualEngines())('withdrawals on %s', (engine) => {
  const { table, clock, world } = useIngestShop(engine);
  const remembered = () => readItem(table, withdrawalKey('shop', alertIds.order()));
  const status = async () => (await world.alert())?.status;

  it('end the alert of the flags that they take back, once', async () => {
    await world.deliver(inbound.orderFlag(1));
    const withdrawal = inbound.withdrawal(2);
    await world.deliverAtOnce(withdrawal, withdrawal);
    await world.deliver(withdrawal);
    expect(await world.alert()).toMatchObject({ status: 'withdrawn', revision: 2, withdrawnAt: noon + 2000 });
    expect(await eventsOf(table, 'shop', 'Alert Changed')).toHaveLength(1);
    expect(await totalsOfShop(table, 'shop')).toEqual({});
  });

  it('are remembered for the flags that come behind them', async () => {
    await world.deliver(inbound.withdrawal(5), inbound.withdrawal(3));
    expect(await remembered()).toMatchObject({ withdrawnAt: noon + 5000, ttl: (noon + 10_000) / 1000 + 90 * 86_400 });
    await world.deliver(inbound.orderFlag(5));
    expect(await status()).toBe('withdrawn');
    await world.deliver(inbound.orderFlag(6));
    expect(await status()).toBe('open');
  });

  it('leave a flag alone that is newer', async () => {
    await world.deliver(inbound.orderFlag(5), inbound.withdrawal(4));
    expect(await status()).toBe('open');
    expect(await remembered()).toBeUndefined();
  });

  it('are remembered beside an alert that has ended otherwise and could be opened again', async () => {
    await world.deliver(inbound.orderFlag(1, { respondBy: second(2) }), inbound.withdrawal(8));
    expect([await status(), (await remembered())?.['withdrawnAt']]).toEqual(['expired', noon + 8000]);
    await world.deliver(inbound.orderFlag(7, { respondBy: second(99) }));
    expect(await status()).toBe('withdrawn');
    await world.deliver(inbound.orderFlag(9, { respondBy: second(99) }));
    expect(await status()).toBe('open');
  });

  it('without a time of their own take back what was flagged within the second in which they were published', async () => {
    const untimed = { ...inbound.withdrawal(0, { withdrawnAt: undefined }), at: noon + 5900 };
    await world.deliver(inbound.orderFlag(5.95), untimed);
    expect(await status()).toBe('withdrawn');
    await world.deliver(inbound.orderFlag(6), untimed);
    expect(await status()).toBe('open');
  });

  it('end an alert whose shop has lost its access, and are not remembered for it', async () => {
    await world.deliver(inbound.orderFlag(1));
    await putItems(table, accessItem('shop', { state: 'terminated' }));
    await world.deliver(inbound.withdrawal(2), inbound.withdrawal(2, { subject: { type: 'order', id: 'o9' } }));
    expect(await status()).toBe('withdrawn');
    expect(await readItem(table, withdrawalKey('shop', alertIds.order('o9')))).toBeUndefined();
  });

  it('see the flag that gets in between', async () => {
    const slow = overtaken(table, () => world.deliver(inbound.orderFlag(1)));
    await createIngestWorld(slow, clock).deliver(inbound.withdrawal(2));
    expect(await status()).toBe('withdrawn');
  });

  it('ask for another delivery when the alert keeps changing', async () => {
    let at = 1;
    const restless = interleaved(table, async ({ name }) => {
      if (name === 'TransactWriteCommand') await world.deliver(inbound.orderFlag(at++, { reasons: [`r${at}`] }));
    });
    const late = createIngestWorld(restless, clock).deliver(inbound.withdrawal(800));
    await expect(late).rejects.toMatchObject({ code: 'unavailable' });
  });
});
