import { platformScope } from '../access/scope.ts';
import * as contract from '../contracts/http/waivers.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { parseRequest } from '../http/parse-request.ts';
import { toWaiverReply } from '../waivers/reply.ts';
import type { WaiverStore } from '../waivers/store.ts';

/**
 * The performance service's question, before it counts a cancellation or rejection. IAM has let it in, for any shop; a
 * waiver outlasts the shop's access.
 */
export function checkWaiverRoute({ store }: { readonly store: WaiverStore }): BoundRoute {
  return {
    contract: contract.checkWaiver,
    async handle(event) {
      const { query } = parseRequest(contract.checkWaiver, event);
      const { shopId, ...subject } = query;
      const waiver = await store.read(platformScope(shopId, 'performance-service'), subject);
      const status = waiver?.status ?? 'none';
      return {
        status: 200,
        body: {
          shopId,
          ...subject,
          waived: status === 'granted',
          status,
          ...(waiver ? { waiver: toWaiverReply(waiver) } : {}),
        },
      };
    },
  };
}
