import { readWaiverKeys } from '../contracts/http/receipts.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { parseRequest } from '../http/parse-request.ts';
import type { KeySet } from '../receipts/key-set.ts';

/** Seconds. Whoever meets a key that their copy lacks asks again at once. */
const maximumAge = 300;

/** The keys for anybody who holds a receipt. */
export function waiverKeysRoute({ keySet }: { readonly keySet: KeySet }): BoundRoute {
  return {
    contract: readWaiverKeys,
    async handle(event) {
      parseRequest(readWaiverKeys, event);
      const keys = await keySet.read();
      return {
        status: 200,
        body: { keys },
        // Its digest tells states apart: a set has no history of its own.
        shows: { id: 'waiver-keys', revision: keys.length },
        headers: { 'cache-control': `public, max-age=${maximumAge}` },
      };
    },
  };
}
