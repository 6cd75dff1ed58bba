import { ErrorState } from '../ui/error-state.tsx';
import { useWords } from '../words/words-provider.tsx';
import { problemWords } from './problem-words.ts';

/** Why something could not be shown, in place of it. */
export function ProblemState({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useWords();
  const { title, text, requestId, canRetry } = problemWords(error);
  return (
    <ErrorState title={t(title)} requestId={requestId} {...(canRetry && { onRetry })}>
      {t(text)}
    </ErrorState>
  );
}
