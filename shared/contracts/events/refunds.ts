import * as z from 'zod';
import { refundStatuses } from '../../kernel/words/refunds.ts';
import { type EventContract, eventFields, money } from './event-contract.ts';
import { id, timestamp } from '../schemas.ts';

export const refundStatusChanged = {
  source: 'marketplace.refunds',
  type: 'Refund Status Changed',
  detail: z.object({
    ...eventFields,
    shopId: id,
    refundId: id,
    orderId: id,
    buyerId: id,
    status: z.enum(refundStatuses),
    updatedAt: timestamp,
    amount: money.optional(),
  }),
} as const satisfies EventContract;
