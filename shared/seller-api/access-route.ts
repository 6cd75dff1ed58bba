import type { BoundRoute } from '../http/http-stack.ts';
import { parseRequest } from '../http/parse-request.ts';
import { authorise } from './seller-route.ts';
import type { Clock } from '../kernel/clock.ts';
import { batchGet } from '../table/batch-get.ts';
import type { Table } from '../table/client.ts';
import { accessKey, ledgerKey } from '../table/keys.ts';
import * as contract from '../contracts/http/access.ts';
import { quotaUse } from '../block-list/quota-use.ts';
import { zoneAt } from '../access/rules.ts';
import { toAccess } from '../access/store.ts';

/** The one seller's route that answers while access is not active: it says so. */
export function readAccessRoute(deps: { readonly table: Table; readonly clock: Clock }): BoundRoute {
  return {
    contract: contract.readAccess,
    async handle(event) {
      const { shopId } = authorise(contract.readAccess, event);
      parseRequest(contract.readAccess, event);
      const items = await batchGet(deps.table, [accessKey(shopId), ledgerKey(shopId)]);
      const access = toAccess(items.get(accessKey(shopId)));
      const now = deps.clock.now();
      return {
        status: 200,
        body: {
          shopId,
          state: access?.state ?? 'not_invited',
          timeZone: access && zoneAt(access, now),
          ...quotaUse(access, items.get(ledgerKey(shopId)), now),
        },
      };
    },
  };
}
