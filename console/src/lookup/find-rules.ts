/** How a typed text can name one buyer. Names are exact; IDs are what people copy from an order or from this console. */

export type FindBy =
  | { readonly username: string }
  | { readonly orderId: string }
  /** The console shows it, with a button to copy it: so it is pasted. */
  | { readonly buyerId: string };

/** The longest username that the API takes. */
export const longestName = 256;

const idPattern = /^[A-Za-z0-9_-]{1,64}$/;
/** So many digits in a row are an ID much sooner than a name. */
const surelyId = /^\d{12,}$/;

/**
 * What to ask for, one after the other, until one is found. Each costs a lookup, so that an ID is asked for only where
 * the text has a digit.
 */
export function waysToFind(term: string): readonly FindBy[] {
  const trimmed = term.trim();
  if (trimmed === '') return [];
  const names = [...new Set([term, trimmed])].map((username) => ({ username }));
  const mayBeId = idPattern.test(trimmed) && /\d/.test(trimmed);
  const ids = mayBeId ? [{ orderId: trimmed }, { buyerId: trimmed }] : [];
  return surelyId.test(trimmed) ? [...ids, ...names] : [...names, ...ids];
}
