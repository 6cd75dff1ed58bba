/**
 * Revision of an erased buyer. It outranks every profile, and a write that was decided on a profile no longer finds the revision
 * that it read.
 */
export const erasedRevision = Number.MAX_SAFE_INTEGER;
