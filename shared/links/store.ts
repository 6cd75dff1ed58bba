import type { BuyerId, GroupId } from '../kernel/ids.ts';
import type { Table } from '../table/client.ts';
import { type CoverageStore, createCoverageStore } from './coverage-store.ts';
import { createGroupStore, type GroupStore } from './group-store.ts';
import { createLeaningStore, type LeaningStore } from './leaning-store.ts';
import { linkedByGroup, type Reach } from './linked-accounts.ts';
import { createMarkerStore, type MarkerStore } from './marker-store.ts';

/**
 * All that keeps markers in step with link groups. It works for all shops at once and answers nobody, hence no scope:
 * what it writes follows from blocks that an authorised write made.
 */
export interface LinkStore {
  readonly groups: GroupStore;
  readonly leaning: LeaningStore;
  readonly markers: MarkerStore;
  readonly coverage: CoverageStore;
  linkedByGroup(buyer: BuyerId, reach?: Reach): Promise<ReadonlyMap<GroupId, readonly BuyerId[]>>;
}

export function createLinkStore(table: Table): LinkStore {
  return {
    groups: createGroupStore(table),
    leaning: createLeaningStore(table),
    markers: createMarkerStore(table),
    coverage: createCoverageStore(table),
    linkedByGroup: (buyer, reach) => linkedByGroup(table, buyer, reach),
  };
}
