import * as z from 'zod';

/** Linked accounts are told by their number alone. */
export const evidenceCount = z
  .object({
    evidence: z.string().meta({ description: 'A kind of evidence, as the marketplace calls it, e.g. `device`.' }),
    accounts: z.int().min(1).meta({ description: 'Other accounts that it links.' }),
  })
  .meta({ id: 'EvidenceCount' });
