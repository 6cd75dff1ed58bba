import { useRouteError } from 'react-router';
import { ButtonLink } from '../ui/link.tsx';
import { useWords } from '../words/words-provider.tsx';
import { FailedPage, FullPage } from './full-pages.tsx';

/** What the router shows where a page has failed, or its file did not load. */
export function FailedRoute() {
  console.error(useRouteError());
  return <FailedPage />;
}

export function LostPage() {
  const { t } = useWords();
  const action = (
    <ButtonLink look="primary" href="/">
      {t('app.lost.action')}
    </ButtonLink>
  );
  return (
    <FullPage title={t('app.lost.title')} action={action}>
      {t('app.lost.text')}
    </FullPage>
  );
}
