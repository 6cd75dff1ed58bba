import { httpStack } from '../shared/http/http-stack.ts';
import { systemClock } from '../shared/kernel/clock.ts';
import { required } from '../shared/kernel/environment.ts';
import { createReceiptSigner, openKms } from '../shared/receipts/key-client.ts';
import { receiptRoute } from '../shared/seller-api/receipt-route.ts';
import { ownTable } from '../shared/table/own-table.ts';
import { createPlanReader } from '../shared/table/plan-reader.ts';

/** Signed receipts of waivers, for the sellers of one shop. */
export const handler = httpStack([
  receiptRoute({
    reader: createPlanReader(ownTable()),
    clock: systemClock,
    signer: createReceiptSigner(openKms(), required('RECEIPT_KEY_ARN')),
    issuer: `ssc-${required('STAGE')}`,
  }),
]);
