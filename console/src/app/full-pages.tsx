import { ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSession } from '../session/session-provider.tsx';
import { Button } from '../ui/button.tsx';
import { useWindowTitle } from '../ui/use-window-title.ts';
import { useWords } from '../words/words-provider.tsx';
import css from './full-pages.module.css';

interface FullPageProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly problem?: string | undefined;
}

/** A page without the shell: there is one thing to read, and one to do. */
export function FullPage({ title, children, action, problem }: FullPageProps) {
  useWindowTitle(title);
  return (
    <main className={css.page}>
      <div className={css.card}>
        <ShieldCheck size={36} aria-hidden className={css.mark} strokeWidth={1.75} />
        <h1>{title}</h1>
        {problem !== undefined && (
          <p role="alert" className={css.problem}>
            {problem}
          </p>
        )}
        <p className={css.text}>{children}</p>
        {action}
      </div>
    </main>
  );
}

function ReloadPage({ of }: { readonly of: 'failed' | 'noConfig' }) {
  const { t } = useWords();
  const reload = <Button onPress={() => window.location.reload()}>{t('app.failed.action')}</Button>;
  return (
    <FullPage title={t(`app.${of}.title`)} action={reload}>
      {t(`app.${of}.text`)}
    </FullPage>
  );
}

export function FailedPage() {
  return <ReloadPage of="failed" />;
}

export function NoConfigPage() {
  return <ReloadPage of="noConfig" />;
}

export function SignInPage({ problem }: { readonly problem: 'refused' | 'interrupted' | undefined }) {
  const { t } = useWords();
  const session = useSession();
  const action = (
    <Button look="primary" onPress={() => void session.signIn()}>
      {t('app.signIn.action')}
    </Button>
  );
  return (
    <FullPage
      title={t('app.signIn.title')}
      action={action}
      problem={problem === undefined ? undefined : t(`app.signIn.${problem}`)}
    >
      {t('app.signIn.about')}
    </FullPage>
  );
}

export function NoShopsPage() {
  const { t } = useWords();
  const session = useSession();
  const action = <Button onPress={() => void session.signOut()}>{t('app.person.signOut')}</Button>;
  return (
    <FullPage title={t('app.noShops.title')} action={action}>
      {t('app.noShops.text')}
    </FullPage>
  );
}
