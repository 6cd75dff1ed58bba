import { beforeEach, describe, expect, it } from 'vitest';
import { ninetyDays } from '../../../../shared/block-list/rules.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { knowBuyer, knowBuyers } from '../../../builders/items/known-buyer.ts';
import { buildSupportWorld } from '../../../builders/worlds/support-world.ts';
import { useTable } from '../../../builders/engines/table.ts';

interface Shown {
  readonly shopId: string;
  readonly blockId: string;
  readonly via: string;
  readonly inEffect: boolean;
}

describe.each(engines())('blocks that cover a buyer on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops, support, open, link, blockLinked } = buildSupportWorld(table, clock);
  const shown = async (buyerId: string, query: Record<string, string> = {}) =>
    (await support.blocks(buyerId, query)).body['items'] as readonly Shown[];

  beforeEach(() => {
    clock.time = noon;
  });

  it('sees which shops block a buyer, why and until when', async () => {
    await open('s1', 's2');
    await knowBuyer(table, 'b', 's1', 's2');
    const { body } = await seller('s2').add('b', { reason: 'other', note: 'threw a parcel' });
    await seller('s1').add('b', { duration: 'permanent' });
    expect((await support.blocks('b')).body).toEqual({
      items: [
        {
          shopId: 's1',
          blockId: expect.any(String),
          via: 'own',
          inEffect: true,
          reason: 'order_abuse',
          scope: 'user_id_only',
          duration: 'permanent',
          createdAt: '2026-11-22T12:00:00.000Z',
        },
        {
          shopId: 's2',
          blockId: body['blockId'],
          via: 'own',
          inEffect: true,
          reason: 'other',
          note: 'threw a parcel',
          scope: 'user_id_only',
          duration: '90_days',
          createdAt: '2026-11-22T12:00:00.000Z',
          expiresAt: body['expiresAt'],
        },
      ],
    });
  });

  it('sees nothing of a buyer whom nobody blocks, or whose blocks have ended', async () => {
    await open('s1', 's2');
    await knowBuyer(table, 'b', 's1', 's2');
    expect(await support.blocks('b')).toMatchObject({ status: 200, body: { items: [] } });
    await seller('s1').add('b');
    await seller('s2').add('b');
    await seller('s2').remove('b');
    clock.advance(ninetyDays);
    expect(await shown('b')).toEqual([]);
    expect(await shown('nobody-knows')).toEqual([]);
  });

  it('sees blocks of linked accounts without learning whose they are, and without their notes', async () => {
    await open('s1', 's2');
    await knowBuyer(table, 'root', 's1', 's2');
    await link('root', 'linked');
    const { blockId } = await blockLinked('s1', 'root');
    await seller('s2').add('root', { note: 'of the root alone' });
    const answer = await support.blocks('linked');
    expect(answer.body).toMatchObject({ items: [{ shopId: 's1', blockId, via: 'linked', inEffect: true }] });
    expect(JSON.stringify(answer.body)).not.toMatch(/root|note/);
  });

  it('sees whether the gate denies: not before a linked account is guarded, nor without active access', async () => {
    await open('s1');
    await knowBuyer(table, 'root', 's1');
    await link('root', 'linked');
    const { body } = await seller('s1').add('root', { scope: 'linked_user_ids' });
    expect(await shown('root')).toMatchObject([{ inEffect: true }]);
    expect(await shown('linked')).toMatchObject([{ inEffect: false, blockId: body['blockId'] }]);
    await ops.set('s1', { state: 'terminated' });
    expect(await shown('root')).toMatchObject([{ inEffect: false }]);
  });

  it('sees the block of a linked account behind many that cover that account alone', async () => {
    const shops = ['s0', 's1', 's2', 's3', 's4'];
    await open(...shops);
    await knowBuyer(table, 'root', ...shops);
    await link('root', 'linked');
    for (const shop of shops.slice(0, 4)) await seller(shop).add('root');
    await blockLinked('s4', 'root');
    expect(await shown('linked', { limit: '1' })).toMatchObject([{ shopId: 's4', via: 'linked' }]);
  });

  it('reads a long list page by page, each block once', async () => {
    const shops = Array.from({ length: 5 }, (_, index) => `s${index}`);
    await open(...shops);
    await knowBuyers(table, 2, ...shops);
    await link('b0', 'b1');
    for (const shop of shops) {
      await seller(shop).add('b0');
      await blockLinked(shop, 'b1');
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await support.blocks('b0', { limit: '3', ...(cursor === undefined ? {} : { cursor }) });
      const items = body['items'] as readonly Shown[];
      expect(items.length).toBeLessThanOrEqual(3);
      seen.push(...items.map(({ shopId, via }) => `${shopId} ${via}`));
      cursor = body['nextCursor'] as string | undefined;
    } while (cursor !== undefined);
    expect(seen.toSorted()).toEqual(shops.flatMap((shop) => [`${shop} linked`, `${shop} own`]).toSorted());
    const { body } = await support.blocks('b0', { limit: '3' });
    expect(await support.blocks('b1', { cursor: String(body['nextCursor']) })).toMatchObject({
      status: 400,
      body: { code: 'validation_failed' },
    });
  });
});
