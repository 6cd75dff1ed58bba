import { LoaderCircle, ShieldCheck } from 'lucide-react';
import { useWords } from '../words/words-provider.tsx';
import css from './coverage.module.css';
import type { Block } from './queries.ts';

/** Which accounts a block covers, and how far that is so already. */
export function Coverage({ of: { scope, coverage } }: { readonly of: Pick<Block, 'scope' | 'coverage'> }) {
  const { t } = useWords();
  const { state, guarded, total } = coverage;
  return (
    <span>
      <span className={css.scope}>{t(`blockList.scope.${scope}`)}</span>
      {scope === 'linked_user_ids' && (
        <span className={css.state}>
          {state === 'applying' ? (
            <LoaderCircle size={12} aria-hidden className={css.applying} />
          ) : (
            <ShieldCheck size={12} aria-hidden />
          )}
          {t(`blockList.coverage.${state}`, { guarded, total })}
        </span>
      )}
    </span>
  );
}
