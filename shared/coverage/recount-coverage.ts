import type { BlockReach } from './rules.ts';
import type { LinkStore } from './store.ts';

/** Each one lost means that another link event has just counted. */
const attempts = 5;

/** Brings what a covered block says up to date with its groups. One that is still being covered is left to its covering, which counts at its end. */
export async function recountCoverage(store: LinkStore, block: BlockReach): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const coverage = await store.coverage.read(block);
    if (coverage?.state !== 'complete') return;
    const linked = new Set([...(await store.linkedByGroup(block.root)).values()].flat());
    const total = linked.size + 1;
    if (coverage.total === total || (await store.coverage.recount(block, coverage, total))) return;
  }
}
