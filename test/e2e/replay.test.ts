import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { orderStatusChanged } from '../../local/demo/marketplace.ts';
import type { MarketplaceEvent } from '../../local/demo/marketplace.ts';
import { patientWithProduct } from '../builders/patience.ts';
import { buyerWithOrder, grantAccess, publish } from './grant-access.ts';
import { newBlock, openShop, untilFound } from './seller-client.ts';
import { startLocal } from './start-local.ts';
import type { LocalRuntime } from './start-local.ts';
import { runOps } from './storm/run-ops.ts';

const [shop, late] = ['7494049642642441741', '7494049642642441742'];
const buyer = '7495831048219945141';

const flag = (shopId: string, orderId: string): MarketplaceEvent => ({
  source: 'marketplace.risk',
  type: 'Order Risk Flagged',
  detail: {
    ...{ shopId, orderId, buyerId: buyer, reasons: ['high_cancellation_rate'] },
    flaggedAt: '2026-01-15T10:05:00.000Z',
  },
});

/** What the gate stops meanwhile counts on, as it should. */
function withoutPrevented(items: unknown): readonly object[] {
  return (items as readonly { prevented?: unknown }[]).map(({ prevented: _, ...block }) => block);
}

describe('a replay of the archive', () => {
  let runtime: LocalRuntime;
  beforeAll(async () => {
    runtime = await startLocal();
  });
  afterAll(async () => {
    await runtime.stop();
  });

  it('does what was missed and nothing twice, while orders and blocks go on', async () => {
    const from = new Date(Date.now() - 60_000).toISOString();
    await grantAccess(runtime, shop);
    await publish(runtime, [
      ...buyerWithOrder(shop, buyer, 'Replay.Buyer'),
      flag(shop, `o-${buyer}`),
      // Of a shop without access: nothing happens by it.
      flag(late, 'o-late'),
    ]);
    const seller = openShop(runtime, shop);
    await untilFound(seller, ['Replay.Buyer']);
    const riskOf = async (shopId: string, orderId: string) =>
      (await openShop(runtime, shopId).seller('GET', `orders/${orderId}/risk`)).body;
    await vi.waitFor(
      async () => expect(await riskOf(shop, `o-${buyer}`)).toMatchObject({ tagged: true }),
      patientWithProduct,
    );
    await seller.seller('POST', 'blocks', newBlock(buyer, { username: 'Replay.Buyer' }));
    const state = async () => ({
      risk: await riskOf(shop, `o-${buyer}`),
      blocks: withoutPrevented((await seller.seller('GET', 'blocks')).body['items']),
      activity: (await seller.seller('GET', 'activity?limit=100')).body,
      buyer: (await seller.seller('GET', `buyers?orderId=o-${buyer}`)).body,
    });
    await vi.waitFor(async () => {
      const { items = [] } = (await state()).activity as { items?: unknown[] };
      expect(items).toHaveLength(3);
    }, patientWithProduct);
    const before = await state();
    await grantAccess(runtime, late);

    let isOver = false;
    const traffic = async (): Promise<void> => {
      for (let number = 1; !isOver; number += 1) {
        const time = new Date().toISOString();
        const order = { shopId: shop, orderId: `t-${number}`, buyerId: `other-${number}`, status: 'AWAITING_SHIPMENT' };
        const amount = { value: '1.00', currency: 'USD' };
        await publish(runtime, [orderStatusChanged({ ...order, createdAt: time, updatedAt: time, amount })]);
        expect((await seller.ask([buyer]))[0]).toMatchObject({ decision: 'deny' });
      }
    };
    const going = traffic();
    const replayed = await runOps(runtime, 'replay', '--from', from).finally(() => (isOver = true));
    await going;
    expect(replayed.code, replayed.output).toBe(0);
    expect(replayed.output).toMatch(/part 1 of 2.*done/s);
    await vi.waitFor(
      async () => expect(await riskOf(late, 'o-late')).toMatchObject({ tagged: true }),
      patientWithProduct,
    );
    const own = await runOps(runtime, 'replay', '--from', from, '--own');
    expect(own.code, own.output).toBe(0);

    const { output } = await runOps(runtime, 'dlq', 'list');
    expect(output).not.toMatch(/invalid|attempts_exhausted|conflicting/);
    // Queues are worked off when a later event has come through each that matters here.
    await publish(runtime, [flag(shop, 'o-after')]);
    await vi.waitFor(
      async () => expect(await riskOf(shop, 'o-after')).toMatchObject({ tagged: true }),
      patientWithProduct,
    );
    const after = await state();
    expect(after.risk).toEqual(before.risk);
    expect(after.blocks).toEqual(before.blocks);
    expect(after.buyer).toEqual(before.buyer);
    // The flag that came after the replay, and the order that the gate was asked about; nothing else, and nothing of what was there anew.
    const idsOf = ({ items }: Record<string, unknown>) =>
      (items as { activityId: string; type: string; details: object }[]).map(({ type, details }) =>
        JSON.stringify({ type, details }),
      );
    const raised = idsOf(after.activity).filter((one) => !idsOf(before.activity).includes(one));
    const [alert, stop, ...more] = raised.toSorted();
    expect([alert, stop]).toEqual([expect.stringContaining('o-after'), expect.stringContaining('Order Stopped')]);
    expect(more).toEqual([]);
  });

  it('is refused for what no consumer would know any more', async () => {
    const { code, output } = await runOps(runtime, 'replay', '--own', '--from', '2026-01-01T00:00:00Z');
    expect({ code, output }).toMatchObject({ code: 2, output: expect.stringContaining('29 at most') as string });
  });
});
