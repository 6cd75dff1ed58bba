import { createLinkStore } from '../shared/coverage/store.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { createCountsStore } from '../shared/rebuild/counts-store.ts';
import { rebuildHandler } from '../shared/rebuild/handler.ts';
import { createRebuildStore } from '../shared/rebuild/store.ts';
import { ownTable } from '../shared/table/own-table.ts';

const table = ownTable();

/** Invoked by ops: holds derived items against what they are derived from, and mends them. */
export const handler = rebuildHandler({
  store: createRebuildStore(table),
  counts: createCountsStore(table),
  links: createLinkStore(table),
  clock: systemClock,
});
