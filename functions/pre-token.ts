import { createMembershipStore } from '../shared/identity/store.ts';
import { writeShopsClaim } from '../shared/identity/write-shops-claim.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { requestBounds } from '../shared/table/request-bounds.ts';

// Cognito waits 5 s, the function's start included.
const table = ownTable(requestBounds(2, 1500));

/** The user pool, before each token: which shops it opens. */
export const handler = writeShopsClaim(createMembershipStore(table));
