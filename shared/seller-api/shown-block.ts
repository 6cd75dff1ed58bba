import type { ShopScope } from '../access/scope.ts';
import { toBlockReply } from '../block-list/items.ts';
import type { Block } from '../block-list/rules.ts';
import { toPreventedReply } from '../prevented/reply.ts';
import { nothingPrevented } from '../prevented/rules.ts';
import type { Prevented } from '../prevented/rules.ts';
import type { PreventedStore } from '../prevented/store.ts';

/** A block as its shop sees it: with what it has prevented, by itself and through links alike. */
export function withPrevented(block: Block, prevented: Prevented): Record<string, unknown> {
  return { ...toBlockReply(block), prevented: toPreventedReply(prevented) };
}

export function shownNewBlock(block: Block): Record<string, unknown> {
  return withPrevented(block, nothingPrevented);
}

/** With one read for all of them. */
export async function shownBlocks(
  { prevented }: { readonly prevented: PreventedStore },
  scope: ShopScope,
  blocks: readonly Block[],
): Promise<readonly Record<string, unknown>[]> {
  if (blocks.length === 0) return [];
  const preventedBy = await prevented.read(
    scope,
    blocks.map(({ blockId }) => blockId),
  );
  return blocks.map((block) => withPrevented(block, preventedBy(block.blockId)));
}

export async function shownBlock(
  deps: { readonly prevented: PreventedStore },
  scope: ShopScope,
  block: Block,
): Promise<Record<string, unknown> | undefined> {
  const [shown] = await shownBlocks(deps, scope, [block]);
  return shown;
}
