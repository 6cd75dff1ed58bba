import { cleanExpired } from '../shared/coverage/clean-expired.ts';
import { createLinkStore } from '../shared/coverage/store.ts';
import { ownTable } from '../shared/table/own-table.ts';

/** The table's stream, blocks that the TTL deleted or that a new one replaced: cleans up their markers. */
export const handler = cleanExpired(createLinkStore(ownTable()));
