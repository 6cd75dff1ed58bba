import * as z from 'zod';

/** A word of the risk systems'. Theirs is an open set, so its form alone is checked. */
export const riskCode = z.string().regex(/^[a-z0-9_]{1,64}$/, 'must be 1 to 64 characters of a-z, 0-9 and _');
