/**
 * A profile replaces one of a lower revision; the store states that as the condition of its write.
 * An erasure outranks every profile, so profiles may not reach its revision.
 */
export const highestRevision = Number.MAX_SAFE_INTEGER - 1;

/** Revision of an erased buyer: a write that was decided on a profile no longer finds the revision that it read. */
export const erasedRevision = highestRevision + 1;
