import { beforeEach, describe, expect, it } from 'vitest';
import { toTimestamp } from '../../../../shared/kernel/clock.ts';
import { buildClock, noon } from '../../../builders/fakes/clock.ts';
import { usualEngines } from '../../../builders/engines/engines.ts';
import { knowBuyers } from '../../../builders/items/known-buyer.ts';
import { buildApis } from '../../../builders/worlds/seller-api.ts';
import { useTable } from '../../../builders/engines/table.ts';

interface Page {
  readonly items: readonly { readonly buyerId: string; readonly reason: string }[];
  readonly nextCursor?: string;
}

describe.each(usualEngines())('the Block List on %s', (engine) => {
  const table = useTable(engine);
  const clock = buildClock();
  const { seller, ops } = buildApis(table, clock);
  const shop = seller('shop');
  const page = async (query: Record<string, string> = {}) => (await shop.list(query)).body as unknown as Page;

  /** All pages of a list, to the end. */
  async function walk(query: Record<string, string>): Promise<Page[]> {
    const pages: Page[] = [];
    for (let cursor: string | undefined; pages.length < 100; ) {
      const next = await page({ ...query, ...(cursor ? { cursor } : {}) });
      pages.push(next);
      cursor = next.nextCursor;
      if (!cursor) return pages;
    }
    throw new Error('The list has no end.');
  }
  const buyersOf = (pages: readonly Page[]) => pages.flatMap(({ items }) => items.map(({ buyerId }) => buyerId));

  beforeEach(async () => {
    clock.time = noon;
    await ops.set('shop', { quotas: { newBlocksPerDay: 100 } });
    await knowBuyers(table, 25, 'shop');
    for (let index = 0; index < 25; index++) {
      clock.time = noon + index * 1000;
      await shop.add(`b${index}`, { reason: index % 5 === 0 ? 'harassment' : 'order_abuse' });
    }
  });
  const newestFirst = Array.from({ length: 25 }, (_, index) => `b${24 - index}`);

  it('shows the newest first, 20 a page unless asked otherwise', async () => {
    const first = await page();
    expect(first.items.map(({ buyerId }) => buyerId)).toEqual(newestFirst.slice(0, 20));
    const second = await page({ cursor: first.nextCursor ?? '' });
    expect(second.items.map(({ buyerId }) => buyerId)).toEqual(newestFirst.slice(20));
    expect(second).not.toHaveProperty('nextCursor');
  });

  it('shows each block once in pages of any size', async () => {
    for (const limit of ['1', '7', '24', '25', '100']) {
      const pages = await walk({ limit });
      expect(buyersOf(pages), limit).toEqual(newestFirst);
      expect(pages.every(({ items }) => items.length <= Number(limit))).toBe(true);
    }
  });

  it('shows only the blocks of one reason, in full pages', async () => {
    const pages = await walk({ reason: 'harassment', limit: '2' });
    expect(buyersOf(pages)).toEqual(['b20', 'b15', 'b10', 'b5', 'b0']);
    expect(pages.slice(0, 2).map(({ items }) => items.length)).toEqual([2, 2]);
    expect(buyersOf(await walk({ reason: 'suspected_fraud' }))).toEqual([]);
  });

  it('shows only the blocks that end before an instant, none that is permanent, newest first all the same', async () => {
    clock.time = noon + 30_000;
    await shop.extend('b20', { duration: 'permanent' });
    await shop.extend('b3', { duration: '90_days' });
    const end = (seconds: number) => toTimestamp(noon + 90 * 86_400_000 + seconds * 1000);
    for (const limit of ['2', '100']) {
      expect(buyersOf(await walk({ expiresBefore: end(4), limit }))).toEqual(['b2', 'b1', 'b0']);
      expect(buyersOf(await walk({ expiresBefore: end(31), limit }))).toEqual(newestFirst.filter((id) => id !== 'b20'));
    }
    expect(buyersOf(await walk({ expiresBefore: end(6), reason: 'harassment' }))).toEqual(['b5', 'b0']);
    expect(buyersOf(await walk({ expiresBefore: end(0) }))).toEqual([]);
    expect(await shop.list({ expiresBefore: 'soon' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'query.expiresBefore' }] },
    });
  });

  it('leaves out what expires or is removed between two pages, and goes on behind it', async () => {
    const first = await page({ limit: '10' });
    const last = first.items.at(-1)?.buyerId ?? '';
    await shop.remove(last);
    await shop.remove('b12');
    clock.time = noon + 90 * 86_400_000 + 2000;
    const rest = await walk({ limit: '10', cursor: first.nextCursor ?? '' });
    expect(buyersOf([await page({ limit: '10', cursor: first.nextCursor ?? '' })])[0]).toBe('b14');
    expect(buyersOf(rest.slice(0, 1))).not.toContain('b12');
    expect(buyersOf(await walk({ limit: '100' }))).not.toContain('b2');
  });

  it('refuses the cursors of other shops, and forged ones, by field', async () => {
    const cursor = (await page({ limit: '1' })).nextCursor ?? '';
    await ops.set('shop-2');
    const wrong = { status: 400, body: { code: 'validation_failed', errors: [{ path: 'query.cursor' }] } };
    expect(await seller('shop-2').list({ cursor })).toMatchObject(wrong);
    const decoded = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, Record<string, string>];
    const forged = (position: object) => Buffer.from(JSON.stringify([decoded[0], position])).toString('base64url');
    const positions = [
      {},
      { ...decoded[1], listPk: 'BLOCKS#shop-2' },
      ...Object.keys(decoded[1]).flatMap((field) =>
        ['', 'BLOCKS#shop-2', '\u0000', 'x'.repeat(65)].map((value) => ({ ...decoded[1], [field]: value })),
      ),
    ];
    for (const position of positions)
      expect(await shop.list({ cursor: forged(position) }), JSON.stringify(position)).toMatchObject(wrong);
  });

  it('goes on from any position that could be one, whether a block stands there or not', async () => {
    const forged = Buffer.from(JSON.stringify(['shop', { blockId: '0', buyerId: 'nobody' }])).toString('base64url');
    expect((await shop.list({ cursor: forged })).body).toEqual({ items: [] });
    const first = Buffer.from(JSON.stringify(['shop', { blockId: 'Z', buyerId: 'nobody' }])).toString('base64url');
    expect(((await shop.list({ cursor: first })).body as unknown as Page).items).toHaveLength(20);
  });
});
