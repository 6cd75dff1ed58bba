import { required } from '../shared/kernel/environment.ts';
import { cleanExpired } from '../shared/coverage/clean-expired.ts';
import { createLinkStore } from '../shared/coverage/store.ts';
import { openTable } from '../shared/table/client.ts';

/** The table's stream, blocks that the TTL deleted or that a new one replaced: cleans up their markers. */
export const handler = cleanExpired(createLinkStore(openTable(required('TABLE_NAME'))));
