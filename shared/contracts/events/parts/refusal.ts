import * as z from 'zod';

/** A code or words of another service: any are taken, since losing the refusal would be worse, but only a code is kept. */
export const refusal = z.string().min(1, 'must not be empty').max(10_000, 'must have 10,000 characters at most').meta({
  description:
    'Why not. A code (at most 64 characters `a-z`, `0-9` and `_`, the first of them `a-z`) is shown to the seller. Any other text is taken, and kept as `other`.',
});
