import { AppError } from '../kernel/errors.ts';
import type { BuyerId, GroupId } from '../kernel/ids.ts';
import type { MarkedBlock } from './marked-block.ts';
import { accountsAWrite } from './marker-store.ts';
import { chunksOf } from '../kernel/chunks.ts';
import type { DependentBlock } from './rules.ts';
import type { LinkStore } from './store.ts';

/**
 * Link events that come meanwhile guard by themselves; each further round only counts them in. Not `retryOnChange`: a large
 * group takes longer than a request may, and a round goes on from what the rounds before have guarded.
 */
const mostRounds = 10;

/**
 * Follows a new block of either scope. A buyer who was erased while it was written is forgotten on it: the erasure had
 * looked for blocks when this one could not be seen yet. Then, with linked scope, guards all accounts that are linked to
 * its root, group by group, and says on the block how far it is. Delivered twice, late or after
 * a crash it does what is left; for a block that has ended, nothing.
 *
 * @throws AppError `unavailable` when the groups keep changing: deliver it again.
 */
export async function coverBlock(store: LinkStore, event: MarkedBlock): Promise<void> {
  const block = await store.coverage.begin(event);
  if (!block) return;
  if (block.isErased) await store.coverage.scrub(block);
  // Narrowed since, or widened: then an event of its own follows.
  if (event.scope !== 'linked_user_ids' || block.scope !== 'linked_user_ids') return;

  const guarded = new Set<BuyerId>();
  let counted: number | undefined;
  for (let round = 0; round < mostRounds; round++) {
    const groups = await store.linkedByGroup(block.root);
    const linked = new Set([...groups.values()].flat());
    const isGuarded = () => [...linked].every((account) => guarded.has(account));
    if (counted === linked.size + 1 && isGuarded()) return;
    for (const [group, accounts] of groups) {
      if (!(await guardGroup(store, block, { group, accounts, total: linked.size + 1 }, guarded))) return;
    }
    if (!isGuarded()) continue;
    counted = linked.size + 1;
    if (!(await store.coverage.complete(block, counted))) return;
  }
  throw new AppError('unavailable', `The links of block ${block.blockId} keep changing.`);
}

/** `false` when the block has ended, or another scope has. */
async function guardGroup(
  store: LinkStore,
  block: DependentBlock,
  {
    group,
    accounts,
    total,
  }: { readonly group: GroupId; readonly accounts: readonly BuyerId[]; readonly total: number },
  guarded: Set<BuyerId>,
): Promise<boolean> {
  const rest = accounts.filter((account) => !guarded.has(account));
  for (const chunk of chunksOf(rest, accountsAWrite)) {
    const outcome = await store.markers.guard(block, group, chunk);
    if (outcome.type === 'block_ended') return false;
    if (outcome.type === 'root_left') return true;
    for (const account of outcome.accounts) guarded.add(account);
    await store.coverage.progress(block, Math.min(total, guarded.size + 1), total);
  }
  return true;
}
