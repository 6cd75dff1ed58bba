import * as z from 'zod';

/** The words of blocks, as routes and events share them. */
export const blockReason = z
  .enum([
    'malicious_refund',
    'abusive_review',
    'order_abuse',
    'harassment',
    'suspected_fraud',
    'reseller_abuse',
    'other',
  ])
  .meta({ id: 'BlockReason' });
export const blockScope = z.enum(['user_id_only', 'linked_user_ids']).meta({ id: 'BlockScope' });
export const blockDuration = z.enum(['90_days', 'permanent']).meta({ id: 'BlockDuration' });
