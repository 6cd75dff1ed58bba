import { Button } from '../ui/button.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './more-button.module.css';
import type { EndlessQuery } from './pages.ts';
import { ProblemState } from './problem.tsx';

type MoreQuery = Pick<
  EndlessQuery<unknown>,
  'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'error'
> & {
  readonly fetchNextPage: () => Promise<unknown>;
};

/** The next part of a list, where there is one. */
export function MoreButton({ query }: { readonly query: MoreQuery }) {
  const { t } = useWords();
  const more = (): void => void query.fetchNextPage();
  if (query.isFetchNextPageError) return <ProblemState error={query.error} onRetry={more} />;
  if (!query.hasNextPage) return undefined;
  return (
    <div className={css.more}>
      <Button isPending={query.isFetchingNextPage} onPress={more}>
        {t('ui.more')}
      </Button>
    </div>
  );
}
