import { useRouteError } from 'react-router';
import { ButtonLink } from '../ui/link.tsx';
import { useWords } from '../words/words-provider.tsx';
import { LoadingState } from '../ui/loading-state.tsx';
import { FailedPage, FullPage } from './full-pages.tsx';
import { reloads } from './new-version.ts';

interface InShell {
  readonly isInShell?: boolean;
}

/** What the router shows where a page has failed, or its file did not load. */
export function FailedRoute({ isInShell = false }: InShell) {
  const error = useRouteError();
  if (reloads()) return <LoadingState />;
  console.error(error);
  return <FailedPage isInShell={isInShell} />;
}

export function LostPage({ isInShell = false }: InShell) {
  const { t } = useWords();
  const action = (
    <ButtonLink look="primary" href="/">
      {t('app.lost.action')}
    </ButtonLink>
  );
  return (
    <FullPage title={t('app.lost.title')} action={action} isInShell={isInShell}>
      {t('app.lost.text')}
    </FullPage>
  );
}
