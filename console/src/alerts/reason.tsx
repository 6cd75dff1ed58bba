import type { Schemas } from '../../../clients/seller-client.ts';
import { useWords } from '../words/words-provider.tsx';
import { reasonWord } from './reason-rules.ts';

/** In the reader's language where it is known; else in the words of the API. */
export function Reason({ of: { code, text } }: { readonly of: Schemas['AlertReason'] }) {
  const { t } = useWords();
  const word = reasonWord(code);
  return word ? t(word) : text;
}
