import { readWaiverKeys } from '../../shared/contracts/http/receipts.ts';
import { apiLimits } from '../api-limits.ts';
import type { HttpFunction } from '../function-definition.ts';

/** The public keys of receipts. Apart from the rest that is open, which needs no permission at all. */
export const waiverKeysApi = {
  kind: 'http',
  routes: [],
  openRoutes: [
    {
      route: readWaiverKeys,
      because: 'Public keys, for whoever was handed a receipt; each process reads them from KMS once, whoever asks.',
    },
  ],
  timeoutSeconds: apiLimits.timeoutSeconds,
  grants: { readsReceiptKeys: true },
  hurts: 'Whoever has no copy of the keys cannot verify receipts; receipts and waivers stay as they are.',
} satisfies HttpFunction;
