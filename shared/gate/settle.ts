import type { EpochMilliseconds } from '../kernel/clock.ts';
import { decide, denyUnconfirmed } from './rules.ts';
import type { Check, Denial, Marker, Verdict } from './rules.ts';
import type { Confirmation } from './store.ts';

/** Decides by what could be read of the blocks that a marker names, and of the shop's access. */
export function settle(
  check: Check,
  entries: Marker['entries'],
  confirmation: Confirmation | undefined,
  now: EpochMilliseconds,
): Verdict {
  const access = confirmation?.accessIsActive(check.shopId);
  if (!confirmation || access?.type !== 'read') return denyUnconfirmed;
  if (!access.value) return decide(check.buyerId, [], { accessIsActive: false, blockOf: () => undefined }, now);
  const blocks = entries.map((entry) => [entry.root, confirmation.block(check.shopId, entry.root)] as const);
  const known = new Map(
    blocks.flatMap(([root, block]) => (block.type === 'read' ? [[root, block.value] as const] : [])),
  );
  const verdict = decide(check.buyerId, entries, { accessIsActive: true, blockOf: (root) => known.get(root) }, now);
  // One block that could not be read may be the live one.
  return verdict.decision === 'allow' && known.size < new Set(entries.map((entry) => entry.root)).size
    ? denyUnconfirmed
    : verdict;
}

/** A denial that needs no further read. */
export function sureDenial(verdict: Verdict): Denial | undefined {
  return verdict.decision === 'deny' && !verdict.degraded ? verdict : undefined;
}
