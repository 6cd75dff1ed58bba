/** In place of words: those of another service may name a buyer, and an erasure does not look for names on alerts. */
const otherRefusal = 'other';

/** A code is a word of one case and has a letter in front: no sentence, no number and no address is one. */
const code = /^(?:[a-z][a-z0-9_]{0,63}|[A-Z][A-Z0-9_]{0,63})$/;

/** What is kept of why an order or refund service refused: its code in small letters, or that there was none. */
export function refusalCode(reason: string): string {
  return code.test(reason) ? reason.toLowerCase() : otherRefusal;
}
