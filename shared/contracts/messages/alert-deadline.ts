import * as z from 'zod';
import { id, timestamp } from '../schemas.ts';

/** What a schedule of an alert sends: which alert to look at. What is due is decided then. */
export const alertDeadline = z.object({ version: z.literal(1), shopId: id, alertId: id, due: timestamp });
export type AlertDeadline = z.output<typeof alertDeadline>;
