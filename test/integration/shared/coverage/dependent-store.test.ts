import { describe, expect, it } from 'vitest';
import { createDependentStore } from '../../../../shared/coverage/dependent-store.ts';
import type { DependentsPosition } from '../../../../shared/coverage/dependent-store.ts';
import { blockedByKey, linksKey, memberKey } from '../../../../shared/table/keys.ts';
import { engines } from '../../../builders/engines/engines.ts';
import { recordCalls } from '../../../builders/engines/recorded-calls.ts';
import { useTable } from '../../../builders/engines/table.ts';
import { putItems } from '../../../builders/items/table-items.ts';
import { buyersNamed } from '../../../builders/worlds/link-world.ts';

describe.each(engines())('the blocks that depend on a group, on %s', (engine) => {
  const table = recordCalls(useTable(engine, { stream: false }));
  const store = createDependentStore(table);

  /** An account of group `g`, with a block in each of these shops. */
  const account = (buyerId: string, shops: readonly string[], more: object = { scope: 'linked_user_ids' }) =>
    putItems(
      table,
      { ...memberKey('g', buyerId), buyerId, state: 'member' },
      { ...linksKey(buyerId), revision: 1, ...(shops.length > 0 && { leaningRevision: 1 }) },
      ...shops.map((shopId) => ({
        ...blockedByKey(buyerId, shopId),
        shopId,
        blockId: `of-${shopId}`,
        expiresAt: 1,
        ...more,
      })),
    );
  const all = async (everybody?: readonly string[]) => {
    const found: string[] = [];
    const sizes: number[] = [];
    let next: DependentsPosition | undefined = {};
    while (next) {
      table.calls.length = 0;
      const page = await store.page('g', next, everybody);
      // The accounts, their heads, and a query for each of fifty roots.
      expect(table.calls.length).toBeLessThanOrEqual(53);
      found.push(...page.blocks.map(({ root, shopId }) => `${root} ${shopId}`));
      sizes.push(page.blocks.length);
      next = page.next;
    }
    return { found, sizes };
  };

  it('are those with linked scope, or with entries from one', async () => {
    await account('a', ['s1', 's2']);
    await account('b', ['s1'], { scope: 'user_id_only' });
    await account('c', ['s1'], { scope: 'user_id_only', linkedBefore: [{ from: 0, until: 1 }] });
    await account('d', []);
    expect(await all()).toEqual({ found: ['a s1', 'a s2', 'c s1'], sizes: [3] });
  });

  it.each([49, 50, 51, 120])('are found page after page when one account has %i of them', async (count) => {
    const shops = buyersNamed('shop', count).toSorted();
    await account('a', ['s']);
    await account('b', shops);
    await account('c', ['s']);
    const { found, sizes } = await all();
    expect(found).toEqual(['a s', ...shops.map((shop) => `b ${shop}`), 'c s']);
    expect(Math.max(...sizes)).toBe(50);
  });

  it('are found page after page when many accounts have one, or none any more', async () => {
    const roots = buyersNamed('r', 70).toSorted();
    for (const root of roots) await account(root, ['s']);
    await account('r', ['s'], { scope: 'user_id_only' });
    expect((await all()).found).toEqual(roots.map((root) => `${root} s`));
    expect((await all(['r', ...roots])).found).toEqual(roots.map((root) => `${root} s`));
  });
});
