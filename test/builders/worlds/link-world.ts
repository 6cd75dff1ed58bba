import { exemptedEvent, exemptionEndedEvent } from '../../../shared/exemptions/exemption-event.ts';
import type { EndedExemption } from '../../../shared/exemptions/exemption-writes.ts';
import { toExemption } from '../../../shared/exemptions/items.ts';
import type { Exemption } from '../../../shared/exemptions/rules.ts';
import { createExemptionStore } from '../../../shared/exemptions/store.ts';
import { platformScope } from '../../../shared/access/scope.ts';
import { blockEvent } from '../../../shared/block-list/block-event.ts';
import { toRemovedBlock } from '../../../shared/block-list/ended-items.ts';
import { toBlock } from '../../../shared/block-list/items.ts';
import { restoredBlock } from '../../../shared/block-list/restore-rules.ts';
import type { RemovedBlock } from '../../../shared/block-list/restore-rules.ts';
import { changeBlock } from '../../../shared/block-list/rules.ts';
import type { Block, BlockScope } from '../../../shared/block-list/rules.ts';
import { createBlockListStore } from '../../../shared/block-list/store.ts';
import { decideChecks } from '../../../shared/gate/decide-checks.ts';
import type { GateDeps } from '../../../shared/gate/decide-checks.ts';
import { createReportedDenials } from '../../../shared/gate/reported-denials.ts';
import { createRecentDenials } from '../../../shared/gate/recent-denials.ts';
import { createGateStore } from '../../../shared/gate/store.ts';
import { toTimestamp } from '../../../shared/kernel/clock.ts';
import type { BuyerId, ShopId } from '../../../shared/kernel/ids.ts';
import type { AddedBlock, MarkedBlock, RescopedBlock } from '../../../shared/coverage/marked-block.ts';
import { toLinks } from '../../../shared/link-groups/items.ts';
import { chunksOf } from '../../../shared/kernel/chunks.ts';
import type { Table } from '../../../shared/table/client.ts';
import {
  blockKey,
  exemptionKey,
  ledgerKey,
  linksKey,
  profileKey,
  removedBlockKey,
} from '../../../shared/table/keys.ts';
import { newUlid } from '../../../shared/table/ulid.ts';
import { buildAccess, buildBlock, buildRemoved } from '../items/block-list.ts';
import { noon } from '../fakes/clock.ts';
import { buildExemption } from '../items/exemptions.ts';
import { readThroughTable } from '../engines/gate-readers.ts';
import { accessItem } from '../items/stored-items.ts';
import { putItems, readItem } from '../items/table-items.ts';

/** Of one gate request. */
const mostChecks = 50;

/** Shops with active access whose sellers block and unblock as the product does, and whose gate answers as it does. */
export function createLinkWorld(table: Table) {
  const store = createBlockListStore(table);
  const exemptions = createExemptionStore(table);
  const access = buildAccess();
  const gate: GateDeps = {
    store: createGateStore(readThroughTable(table)),
    clock: { now: () => noon },
    recordStops: () => Promise.resolve(),
    reportedDenials: createReportedDenials(10),
    recentDenials: createRecentDenials(10),
    metrics: { count: () => undefined },
    failMode: 'open',
    deadlineMilliseconds: 60_000,
  };
  const scopeOf = (shop: ShopId) => platformScope(shop, 'test');

  async function tryBlock(shop: ShopId, block: Block, undoes?: RemovedBlock): Promise<boolean> {
    const links = toLinks(await readItem(table, linksKey(block.buyerId)));
    const exemption = toExemption(await readItem(table, exemptionKey(shop, block.buyerId)));
    return store.add(scopeOf(shop), {
      block,
      plan: { replaces: undefined, drops: [], forgets: [] },
      access,
      ...(undoes ? { undoes } : { dayKey: newUlid(), profileRevision: 1 }),
      linksRevision: links.revision,
      event: blockEvent('Buyer Blocked', newUlid(), scopeOf(shop), block, noon),
      now: noon,
      exemption: exemption && ended(shop, exemption, 'blocked'),
    });
  }

  function ended(shop: ShopId, exemption: Exemption, because: 'removed' | 'blocked'): EndedExemption {
    const event = exemptionEndedEvent({ eventId: newUlid(), scope: scopeOf(shop), at: noon }, exemption, because);
    return { exemption, event };
  }

  return {
    /** Exempts a buyer, who has no block of their own. */
    async exempt(shop: ShopId, buyerId: BuyerId): Promise<void> {
      await putItems(table, { ...profileKey(buyerId), revision: 1 });
      const exemption = buildExemption({ exemptionId: newUlid(), buyerId });
      const event = exemptedEvent({ eventId: newUlid(), scope: scopeOf(shop), at: noon }, exemption);
      const write = { exemption, profileRevision: 1, event, recorded: undefined, now: noon };
      if (!(await exemptions.exempt(scopeOf(shop), write))) throw new Error('not exempted');
    },

    async endExemption(shop: ShopId, buyerId: BuyerId): Promise<void> {
      const exemption = toExemption(await readItem(table, exemptionKey(shop, buyerId))) as Exemption;
      if (!(await exemptions.remove(scopeOf(shop), ended(shop, exemption, 'removed'), undefined, noon)))
        throw new Error('not ended');
    },

    async openShop(shop: ShopId): Promise<void> {
      await putItems(table, accessItem(shop), { ...ledgerKey(shop), blocks: {} });
    },

    /** Blocks a buyer, again and again while link events get in between. Answers what `Buyer Blocked` says. */
    async block(shop: ShopId, root: BuyerId, scope: BlockScope = 'linked_user_ids'): Promise<MarkedBlock> {
      await putItems(table, { ...profileKey(root), revision: 1 });
      const coverage = { state: 'applying', guarded: 1, total: 1 } as const;
      const block = buildBlock({ blockId: newUlid(), buyerId: root, scope, coverage });
      for (let attempt = 0; attempt < 50; attempt++) {
        if (await tryBlock(shop, block)) return { shopId: shop, buyerId: root, blockId: block.blockId, scope };
      }
      throw new Error(`The block of ${root} was refused again and again.`);
    },

    /** Changes whom a block covers. Answers what `Block Changed` says, which nobody has followed yet. */
    async rescope({ shopId, buyerId, blockId }: MarkedBlock, scope: BlockScope): Promise<RescopedBlock> {
      for (let attempt = 0; attempt < 50; attempt++) {
        const before = toBlock((await readItem(table, blockKey(shopId, buyerId))) ?? {});
        const after = changeBlock(before, { scope }, noon);
        if (after === 'note_missing') throw new Error('not changed');
        const event = blockEvent('Block Changed', newUlid(), scopeOf(shopId), after, noon, before);
        if (await store.change(scopeOf(shopId), before, after, { event, now: noon })) {
          return { shopId, buyerId, blockId, scope, scopeBefore: before.scope };
        }
      }
      throw new Error(`The change of ${blockId} was refused again and again.`);
    },

    /** Removes a block; nothing follows behind it. */
    async unblock({ shopId, buyerId }: MarkedBlock): Promise<void> {
      const block = (await readItem(table, blockKey(shopId, buyerId))) as unknown as Block;
      const event = blockEvent('Buyer Unblocked', newUlid(), scopeOf(shopId), block, noon);
      if (!(await store.remove(scopeOf(shopId), buildRemoved(block), { event, now: noon })))
        throw new Error('not removed');
    },

    /** Undoes its removal. Answers what `Buyer Blocked` says, which nobody has followed yet. */
    async restore(block: MarkedBlock): Promise<AddedBlock> {
      const key = removedBlockKey(block.buyerId, block.shopId);
      for (let attempt = 0; attempt < 50; attempt++) {
        const undoes = toRemovedBlock(await readItem(table, key));
        if (!undoes) throw new Error(`There is no removal of ${block.blockId} to undo.`);
        const restored = restoredBlock(undoes, { hasLinks: true, isErased: false }, noon);
        if (await tryBlock(block.shopId, restored, undoes)) return { ...block, removedAt: toTimestamp(noon) };
      }
      throw new Error(`The return of ${block.blockId} was refused again and again.`);
    },

    async coverage(block: MarkedBlock): Promise<unknown> {
      return (await readItem(table, blockKey(block.shopId, block.buyerId)))?.['coverage'];
    },

    /** Which of these buyers the gate denies. */
    async denied(shop: ShopId, buyers: readonly BuyerId[]): Promise<readonly BuyerId[]> {
      const denied: BuyerId[] = [];
      for (const some of chunksOf(buyers, mostChecks)) {
        const checks = some.map((buyerId) => ({ shopId: shop, buyerId, action: 'place_order' as const }));
        const decisions = await decideChecks(gate, { checks });
        if (decisions.some((decision) => decision.degraded)) throw new Error('The gate could not read the table.');
        denied.push(...decisions.filter(({ decision }) => decision === 'deny').map(({ buyerId }) => buyerId));
      }
      return denied;
    },
  };
}

export type LinkWorld = ReturnType<typeof createLinkWorld>;

/** Numbered buyers, e.g. `member-0` … */
export function buyersNamed(prefix: string, count: number): BuyerId[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
}
