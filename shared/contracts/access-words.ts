import * as z from 'zod';
import { accessEndReasons } from '../kernel/words/access.ts';

/** The words of access, as routes share them. */
export const accessState = z.enum(['not_invited', 'active', 'terminated']).meta({ id: 'AccessState' });
export const role = z.enum(['owner', 'agent', 'viewer']).meta({ id: 'Role' });
export const accessEndReason = z.enum(accessEndReasons).meta({ id: 'AccessEndReason' });

/** Of an ended access, in answers. */
export const endingFields = {
  reasonCode: accessEndReason
    .optional()
    .meta({ description: 'Why the access has ended: only while it is terminated. `other` where nobody said why.' }),
  text: z
    .string()
    .optional()
    .meta({ description: 'What the marketplace says to the shop about the end. Free text, which may span lines.' }),
};
