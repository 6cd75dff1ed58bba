import type { AddBlockSituation } from '../../../shared/block-list/add-block.ts';
import type { Candidate } from '../../../shared/block-list/candidate.ts';
import type { AddBlockWrite } from '../../../shared/block-list/add-writes.ts';
import type { BlockListStore } from '../../../shared/block-list/store.ts';
import { buildAccess, buildLedger } from '../items/block-list.ts';

/** Refuses the first `refusals` writes, as if somebody had been first, and keeps every write. */
export function fakeBlockStore(refusals = 0) {
  let left = refusals;
  const adds: AddBlockWrite[] = [];
  const prunes: number[] = [];
  const others: { kind: 'change' | 'remove'; eventId: string }[] = [];
  const take = async (): Promise<boolean> => --left < 0;
  const store: BlockListStore = {
    add: (_scope, write) => {
      adds.push(write);
      return take();
    },
    prune: async (_scope, drops) => {
      prunes.push(drops.length);
      return true;
    },
    change: (_scope, _before, _after, { event }) => {
      others.push({ kind: 'change', eventId: event.eventId });
      return take();
    },
    remove: (_scope, _block, { event }) => {
      others.push({ kind: 'remove', eventId: event.eventId });
      return take();
    },
    list: async () => ({ items: [] }),
  };
  return { store, adds, prunes, others };
}

export function buildCandidate(overrides: Partial<Candidate> = {}): Candidate {
  return {
    access: buildAccess(),
    ledger: buildLedger(),
    profile: { buyerId: 'buyer-1', username: 'ada', avatarUrl: 'https://cdn.example/ada.png', revision: 3 },
    shopBuyer: { orders: 1, openOrders: 0 },
    links: { revision: 0, groups: [], hasDependents: false },
    ...overrides,
  };
}

/** Reads the given situations one after the other, the last one for ever. */
export function readsOf(...situations: readonly AddBlockSituation[]): (again: boolean) => Promise<AddBlockSituation> {
  let reads = 0;
  return async () => {
    const situation = situations[Math.min(reads++, situations.length - 1)];
    if (!situation) throw new Error('Give one situation at least.');
    return situation;
  };
}
