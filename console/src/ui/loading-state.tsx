import { useWords } from '../words/words-provider.tsx';
import { classNames } from './class-names.ts';
import css from './states.module.css';

interface LoadingStateProps {
  /** How much room what comes will take: so that nothing jumps. */
  readonly rows?: number;
  readonly as?: 'rows' | 'figures';
}

/** Something is on its way. It is shown after a moment only: what comes at once does not flicker. */
export function LoadingState({ rows = 4, as = 'rows' }: LoadingStateProps) {
  const { t } = useWords();
  return (
    <div className={classNames(css.loading, as === 'figures' && css.figures)} role="status">
      <span className="sr-only">{t('ui.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={css.bone} aria-hidden />
      ))}
    </div>
  );
}
