import type { WordKey } from '../words/word-keys.ts';

/** Kinds of evidence that have words of their own; the marketplace may call others by any word. */
const known = [
  'device',
  'payment_instrument',
  'bank_account',
  'identity_document',
  'address',
  'phone',
  'email',
  'network',
] as const;

/** The words for a kind, or the kind itself in a readable form. */
export function evidenceName(kind: string): { readonly word: WordKey } | { readonly text: string } {
  const one = known.find((name) => name === kind);
  return one ? { word: `evidence.kind.${one}` } : { text: kind.replaceAll(/[_-]+/g, ' ') };
}
