import { useSessionState } from '../session/session-provider.tsx';
import { useWords } from '../words/words-provider.tsx';

/** A person of the shop. Sellers are known by their token's subject; only oneself has another word. */
export function ByWhom({ subject }: { readonly subject: string }) {
  const { t } = useWords();
  const session = useSessionState();
  if ('claims' in session && session.claims.subject === subject) return t('blockList.you');
  return <bdi>{subject}</bdi>;
}
