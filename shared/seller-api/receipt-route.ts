import { readReceipt } from '../contracts/http/receipts.ts';
import type { BoundRoute } from '../http/http-stack.ts';
import { signReceipt } from '../receipts/sign-receipt.ts';
import type { ReceiptSigner } from '../receipts/sign-receipt.ts';
import { waiverRead } from '../waivers/store.ts';
import { sellerRoute } from './seller-route.ts';
import type { SellerDeps } from './seller-route.ts';

export interface ReceiptDeps extends SellerDeps {
  readonly signer: ReceiptSigner;
  /** Says which stage a receipt is of. */
  readonly issuer: string;
}

/** The proof of one waiver, for its seller to hand on. */
export function receiptRoute(deps: ReceiptDeps): BoundRoute {
  return sellerRoute(deps, readReceipt, {
    read: (token, { path }) => waiverRead(token, path),
    async handle({ scope: { shopId }, loaded, now }) {
      const body = await signReceipt(deps.signer, loaded, { issuer: deps.issuer, shopId, at: now });
      return { status: 200, body };
    },
  });
}
