import { endingOf, versionOf, zoneAt } from '../access/rules.ts';
import type { Access } from '../access/rules.ts';
import type { TokenScope } from '../access/scope.ts';
import { accessRead } from '../access/store.ts';
import { quotaUse } from '../block-list/quota-use.ts';
import { ledgerRead } from '../block-list/store.ts';
import { toComplaintReply } from '../complaints/items.ts';
import { isAbout } from '../complaints/rules.ts';
import type { Complaint } from '../complaints/rules.ts';
import { complaintRead, lastComplaintRead } from '../complaints/store.ts';
import * as contract from '../contracts/http/access.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { parseRequest } from '../http/parse-request.ts';
import { toTimestamp } from '../kernel/clock.ts';
import { combineReads } from '../table/read-plan.ts';
import type { PlanReader } from '../table/read-plan.ts';
import { authorise } from './seller-route.ts';
import type { SellerDeps } from './seller-route.ts';

/** The one seller's route that answers while access is not active: it says so. */
export function readAccessRoute({ reader, clock }: SellerDeps): BoundRoute {
  return {
    contract: contract.readAccess,
    async handle(event) {
      const token = authorise(contract.readAccess, event);
      parseRequest(contract.readAccess, event);
      const { access, ledger } = await reader.read(
        combineReads({ access: accessRead(token), ledger: ledgerRead(token) }),
      );
      const complaint = access?.state === 'terminated' ? await readComplaint(reader, token, access) : undefined;
      const now = clock.now();
      return {
        status: 200,
        body: {
          shopId: token.shopId,
          state: access?.state ?? 'not_invited',
          revision: access?.revision ?? 0,
          ...(access && { since: toTimestamp(access.since), ...endingOf(access) }),
          ...(complaint && { complaint: toComplaintReply(complaint) }),
          timeZone: access && zoneAt(access, now),
          ...quotaUse(access, ledger, now),
        },
        shows: versionOf(token.shopId, access),
      };
    },
  };
}

/** The last one about this end. Read behind the access, since hardly any shop has one. */
async function readComplaint(reader: PlanReader, token: TokenScope, access: Access): Promise<Complaint | undefined> {
  const last = await reader.read(lastComplaintRead(token));
  return last && isAbout(last, access) ? reader.read(complaintRead(token, last.complaintId)) : undefined;
}
