import type { Table } from '../table/client.ts';
import { createCoverageStore } from './coverage-store.ts';
import type { CoverageStore } from './coverage-store.ts';
import { createGroupStore } from '../link-groups/group-store.ts';
import type { GroupStore } from '../link-groups/group-store.ts';
import { createDependentStore } from './dependent-store.ts';
import { createJobStore } from './job-store.ts';
import type { JobStore } from './job-store.ts';
import type { DependentStore } from './dependent-store.ts';
import { createLinkedAccountStore } from '../link-groups/linked-account-store.ts';
import type { LinkedAccountStore } from '../link-groups/linked-account-store.ts';
import { createMarkerStore } from './marker-store.ts';
import type { MarkerStore } from './marker-store.ts';

/**
 * All that keeps markers in step with link groups. It works for all shops at once and answers nobody, hence no scope:
 * what it writes follows from blocks that an authorised write made.
 */
export interface LinkStore {
  readonly groups: GroupStore;
  readonly dependents: DependentStore;
  readonly markers: MarkerStore;
  readonly coverage: CoverageStore;
  readonly jobs: JobStore;
  readonly linked: Pick<LinkedAccountStore, 'page' | 'countOf' | 'sizeOf'>;
}

export function createLinkStore(table: Table): LinkStore {
  return {
    groups: createGroupStore(table),
    dependents: createDependentStore(table),
    markers: createMarkerStore(table),
    coverage: createCoverageStore(table),
    jobs: createJobStore(table),
    linked: createLinkedAccountStore(table),
  };
}
