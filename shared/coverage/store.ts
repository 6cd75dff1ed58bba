import type { Table } from '../table/client.ts';
import { type CoverageStore, createCoverageStore } from './coverage-store.ts';
import { createGroupStore, type GroupStore } from '../link-groups/group-store.ts';
import { createDependentStore, type DependentStore } from './dependent-store.ts';
import { createLinkedAccountStore, type LinkedAccountStore } from '../link-groups/linked-account-store.ts';
import { createMarkerStore, type MarkerStore } from './marker-store.ts';

/**
 * All that keeps markers in step with link groups. It works for all shops at once and answers nobody, hence no scope:
 * what it writes follows from blocks that an authorised write made.
 */
export interface LinkStore extends Pick<LinkedAccountStore, 'linkedByGroup'> {
  readonly groups: GroupStore;
  readonly dependents: DependentStore;
  readonly markers: MarkerStore;
  readonly coverage: CoverageStore;
}

export function createLinkStore(table: Table): LinkStore {
  return {
    groups: createGroupStore(table),
    dependents: createDependentStore(table),
    markers: createMarkerStore(table),
    coverage: createCoverageStore(table),
    linkedByGroup: createLinkedAccountStore(table).linkedByGroup,
  };
}
