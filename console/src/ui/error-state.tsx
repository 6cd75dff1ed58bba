import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';
import { Button } from './button.tsx';
import css from './states.module.css';

interface ErrorStateProps {
  /** What happened, in a sentence. */
  readonly title: string;
  /** What was changed, or that nothing was; and what to do. */
  readonly children?: ReactNode;
  readonly onRetry?: () => void;
  /** For customer support. */
  readonly requestId?: string | undefined;
}

export function ErrorState({ title, children, onRetry, requestId }: ErrorStateProps) {
  const { t } = useWords();
  return (
    <div className={css.state} role="alert">
      <TriangleAlert size={28} aria-hidden className={css.warnIcon} strokeWidth={1.5} />
      <p className={css.title}>{title}</p>
      {children !== undefined && <div className={css.text}>{children}</div>}
      {onRetry && <Button onPress={onRetry}>{t('ui.retry')}</Button>}
      {requestId !== undefined && <p className={css.request}>{t('ui.request', { requestId })}</p>}
    </div>
  );
}
