import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useSession, useSessionState } from '../session/session-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { LoadingState } from '../ui/loading-state.tsx';
import { useWords } from '../words/words-provider.tsx';
import { NoShopsPage, SignInPage } from './full-pages.tsx';

// Who has not signed in does not wait for them.
const Pages = lazy(async () => ({ default: (await import('./pages.tsx')).Pages }));

/** What a person sees, by whether they are signed in. */
export function SessionGate() {
  const state = useSessionState();
  const queries = useQueryClient();
  useEffect(() => {
    // What was loaded for somebody who has left is nobody's.
    if (state.name === 'signed_out') queries.clear();
  }, [state.name, queries]);
  if (state.name === 'starting') return <LoadingState />;
  if (state.name === 'signed_out') return <SignInPage problem={state.problem} />;
  if (state.claims.shops.length === 0) return <NoShopsPage />;
  return (
    <>
      <Suspense fallback={<LoadingState />}>
        <Pages />
      </Suspense>
      <ExpiredDialog isOpen={state.name === 'expired'} />
    </>
  );
}

/** Over the page as it is: nothing typed is lost, since forms keep it as a draft. */
function ExpiredDialog({ isOpen }: { readonly isOpen: boolean }) {
  const { t } = useWords();
  const session = useSession();
  const action = (
    <Button look="primary" onPress={() => void session.signIn()}>
      {t('app.expired.action')}
    </Button>
  );
  return (
    <Dialog title={t('app.expired.title')} isOpen={isOpen} onClose={() => {}} size="small" isAlert actions={action}>
      {t('app.expired.text')}
    </Dialog>
  );
}
