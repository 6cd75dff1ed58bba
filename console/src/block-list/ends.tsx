import { Badge } from '../ui/badge.tsx';
import { Day } from '../ui/time.tsx';
import { useNow } from '../ui/use-now.ts';
import { useWords } from '../words/words-provider.tsx';
import { hasEnded } from './held-rows-rules.ts';
import { endsSoon } from './list-rules.ts';
import type { Block } from './queries.ts';

/** When a block ends; soon enough to think of it in another colour. */
export function Ends({ of, isGone = false }: { readonly of: Pick<Block, 'expiresAt'>; readonly isGone?: boolean }) {
  const { t } = useWords();
  const now = useNow(30);
  if (isGone || hasEnded(of, now)) return <Badge>{t('blockList.ended')}</Badge>;
  if (of.expiresAt === undefined) return t('blockList.permanent');
  const day = <Day at={of.expiresAt} />;
  return endsSoon(of, now) ? <Badge tone="warn">{day}</Badge> : day;
}
