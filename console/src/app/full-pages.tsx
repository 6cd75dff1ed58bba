import { ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { YourId } from '../settings/your-id.tsx';
import { useSession } from '../session/session-provider.tsx';
import { Button } from '../ui/button.tsx';
import { useWindowTitle } from '../ui/use-window-title.ts';
import { useWords } from '../words/words-provider.tsx';
import { classNames } from '../ui/class-names.ts';
import css from './full-pages.module.css';

interface FullPageProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly problem?: string | undefined;
  /** The shell stands around it, whose main part it is in. */
  readonly isInShell?: boolean;
}

/** There is one thing to read, and one to do. */
export function FullPage({ title, children, action, problem, isInShell = false }: FullPageProps) {
  useWindowTitle(title);
  const Page = isInShell ? 'div' : 'main';
  return (
    <Page className={classNames(css.page, isInShell && css.inShell)}>
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
    </Page>
  );
}

function ReloadPage({ of, isInShell = false }: { readonly of: 'failed' | 'noConfig'; readonly isInShell?: boolean }) {
  const { t } = useWords();
  const reload = <Button onPress={() => window.location.reload()}>{t('app.failed.action')}</Button>;
  return (
    <FullPage title={t(`app.${of}.title`)} action={reload} isInShell={isInShell}>
      {t(`app.${of}.text`)}
    </FullPage>
  );
}

export function FailedPage({ isInShell = false }: { readonly isInShell?: boolean }) {
  return <ReloadPage of="failed" isInShell={isInShell} />;
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
  const action = (
    <>
      <YourId />
      <Button onPress={() => void session.signOut()}>{t('app.person.signOut')}</Button>
    </>
  );
  return (
    <FullPage title={t('app.noShops.title')} action={action}>
      {t('app.noShops.text')}
    </FullPage>
  );
}
