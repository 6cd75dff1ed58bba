import * as z from 'zod';
import { money } from '../../money.ts';
import { keptNumber, timestamp } from '../../schemas.ts';
import { orderInsideBlock } from '../../../kernel/words/alerts.ts';
import { riskCode } from './risk-code.ts';
import { buyerId, eventFields, orderId, shopId } from './fields.ts';

/** What both kinds of flags say. */
export const flagFields = {
  ...eventFields,
  shopId,
  orderId,
  buyerId,
  reasons: z
    .array(riskCode.refine((reason) => reason !== orderInsideBlock, 'is a reason that only we can give'))
    .min(1, 'must hold 1 to 20 reasons')
    .max(20, 'must hold 1 to 20 reasons')
    .meta({
      description: 'Why it is risky, as the risk systems code it: any codes but `order_inside_block`, which is ours.',
    }),
  riskScore: keptNumber(0, 100)
    .optional()
    .meta({ description: 'Decides the severity: from 80 high, from 50 medium. Without it, medium.' }),
  amount: money.optional().meta({ description: 'What is at stake. A large one lifts the severity by a step.' }),
  respondBy: timestamp
    .optional()
    .meta({ description: 'Until when the seller can act. Without it, the alert has no deadline.' }),
  flaggedAt: timestamp.meta({ description: 'When it was judged risky. The later flag replaces the earlier one.' }),
};
