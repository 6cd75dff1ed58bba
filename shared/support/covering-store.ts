import type { SupportScope } from '../access/scope.ts';
import { toAccess } from '../access/store.ts';
import { toBlock } from '../block-list/items.ts';
import type { BlockedBy, MarkerEntry } from '../block-list/items.ts';
import { isLive } from '../block-list/rules.ts';
import type { Block } from '../block-list/rules.ts';
import { isErased } from '../buyers/items.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { BlockId, BuyerId, ShopId } from '../kernel/ids.ts';
import { toLinks } from '../link-groups/items.ts';
import { createLinkedAccountStore } from '../link-groups/linked-account-store.ts';
import { chunksOf } from '../kernel/chunks.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import {
  accessKey,
  blockedByKey,
  blockKey,
  buyerAttribute,
  exemptionAttribute,
  linksKey,
  markerKey,
  profileKey,
} from '../table/keys.ts';
import { queryItems } from '../table/query.ts';
import { covers, pageOf } from './rules.ts';
import type { Candidate, Position } from './rules.ts';

export interface CoveringBlock {
  readonly shopId: ShopId;
  readonly block: Block;
  readonly via: 'own' | 'linked';
  /** Whether the gate denies for it, as far as one read can tell. */
  readonly inEffect: boolean;
}

export interface CoveringStore {
  /** Live blocks that cover a buyer, by shop. What has expired among those of a page is left out, so that one can be short. */
  list(
    scope: SupportScope,
    buyerId: BuyerId,
    page: { readonly limit: number; readonly after?: Position | undefined; readonly now: EpochMilliseconds },
  ): Promise<{ readonly items: readonly CoveringBlock[]; readonly next?: Position }>;
  /** The shop's block of this buyer, or the one of this ID that covers them; live or not. */
  find(
    scope: SupportScope,
    wanted: { readonly shopId: ShopId; readonly buyerId: BuyerId; readonly blockId?: BlockId | undefined },
  ): Promise<{ readonly block: Block; readonly rootIsErased: boolean } | undefined>;
}

/** Queries at once, of as many roots. */
const rootsAtOnce = 10;
const filteredReadAhead = 100;

/** Everything is read consistently: what an agent tells a buyer must be what the gate does. */
export function createCoveringStore(table: Table): CoveringStore {
  const links = createLinkedAccountStore(table);

  /** Linked accounts in which a block with linked scope was ever rooted. */
  async function linkedRoots(buyerId: BuyerId): Promise<readonly BuyerId[]> {
    const linked = [...(await links.linkedAccounts(buyerId))];
    const heads = await batchGet(table, linked.map(linksKey));
    return linked.filter((account) => toLinks(heads.get(linksKey(account))).hasDependents);
  }

  return {
    async list(_scope, buyerId, { limit, after, now }) {
      const candidates: Candidate[] = [];
      const linked = (await linkedRoots(buyerId)).map((root) => ({ root, isLinked: true }));
      for (const roots of chunksOf([{ root: buyerId, isLinked: false }, ...linked], rootsAtOnce)) {
        candidates.push(...(await Promise.all(roots.map((one) => candidatesOf(table, one, limit, after)))).flat());
      }
      const { page, next } = pageOf(candidates, buyerId, limit, after);
      const items = await batchGet(
        table,
        page.flatMap(({ shopId, root }) => [blockKey(shopId, root), markerKey(shopId, buyerId), accessKey(shopId)]),
      );
      const covering = page.flatMap(({ shopId, root, blockId }): CoveringBlock[] => {
        const item = items.get(blockKey(shopId, root));
        const block = item && toBlock(item);
        if (!block || block.blockId !== blockId || !isLive(block, now)) return [];
        const accessIsActive = toAccess(items.get(accessKey(shopId)))?.state === 'active';
        const marker = items.get(markerKey(shopId, buyerId));
        const entry = marker?.[buyerAttribute(root)] as MarkerEntry | undefined;
        const isExempt = marker?.[exemptionAttribute] !== undefined;
        return [
          {
            shopId,
            block,
            via: root === buyerId ? 'own' : 'linked',
            inEffect:
              accessIsActive &&
              entry?.blockId === blockId &&
              (root === buyerId || (entry.linkedSince === block.linkedSince && !isExempt)),
          },
        ];
      });
      return { items: covering, ...(next ? { next } : {}) };
    },

    async find(_scope, { shopId, buyerId, blockId }) {
      const own = await readBlock(table, shopId, buyerId);
      if (blockId === undefined || own?.block.blockId === blockId) return own;
      const roots = await linkedRoots(buyerId);
      const rows = await batchGet(
        table,
        roots.map((root) => blockedByKey(root, shopId)),
      );
      const root = roots.find((one) => {
        const row = rows.get(blockedByKey(one, shopId)) as unknown as BlockedBy | undefined;
        return row?.blockId === blockId && covers({ ...row, root: one }, buyerId);
      });
      const linked = root === undefined ? undefined : await readBlock(table, shopId, root);
      return linked?.block.blockId === blockId ? linked : undefined;
    },
  };
}

/** Of a linked account, which may be under many blocks that cover it alone, those are not counted: it is read on behind them. */
async function candidatesOf(
  table: Table,
  { root, isLinked }: { readonly root: BuyerId; readonly isLinked: boolean },
  limit: number,
  after: Position | undefined,
): Promise<Candidate[]> {
  const { pk, sk: prefix } = blockedByKey(root, '');
  // The position's own row, a page, and one more, which tells whether there is a next.
  const wanted = limit + 2;
  const rows = await queryItems(
    table,
    {
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :sk AND :end',
      ...(isLinked && { FilterExpression: '#scope = :linked', ExpressionAttributeNames: { '#scope': 'scope' } }),
      ExpressionAttributeValues: {
        ':pk': pk,
        ':sk': after ? blockedByKey(root, after.shopId).sk : prefix,
        ':end': `${prefix}~`,
        ...(isLinked && { ':linked': 'linked_user_ids' }),
      },
      // A filter works on what was read.
      Limit: isLinked ? Math.max(wanted, filteredReadAhead) : wanted,
    },
    wanted,
  );
  return (rows as unknown as BlockedBy[]).map((row) => ({ ...row, root }));
}

async function readBlock(table: Table, shopId: ShopId, root: BuyerId) {
  const items = await batchGet(table, [blockKey(shopId, root), profileKey(root)]);
  const item = items.get(blockKey(shopId, root));
  return item && { block: toBlock(item), rootIsErased: isErased(items.get(profileKey(root))) };
}
