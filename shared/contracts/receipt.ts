import * as z from 'zod';
import { termsVersion, waiverSteps, waiverSubjectType, waiverTag } from './http/waivers.ts';
import { id, timestamp } from './schemas.ts';

/** `typ` in the header of a receipt, so that nothing else that a key has signed can be taken for one. */
export const receiptType = 'waiver-receipt+jws';

/** What a receipt says: the payload of its JWS. Fields may be added, and none changes its meaning. */
export const receipt = z.object({
  version: z.literal(1),
  issuer: z.string().meta({ description: 'Stage of Seller Security Center: `ssc-prod`.' }),
  issuedAt: timestamp.meta({ description: 'When this receipt was signed; the waiver may be older.' }),
  shopId: id,
  subjectType: waiverSubjectType,
  subjectId: id,
  status: z.literal('granted'),
  tag: waiverTag,
  termsVersion,
  createdAt: timestamp.meta({ description: 'Of the first request.' }),
  requestedAt: timestamp.meta({ description: 'Of the newest request.' }),
  requestedBy: z.string().meta({ description: "Subject of the seller's token." }),
  grantedAt: timestamp,
  steps: waiverSteps,
});
export type Receipt = z.output<typeof receipt>;
