import { Callout } from '../ui/callout.tsx';
import { useWords } from '../words/words-provider.tsx';
import { outcomeWord, problemWords } from './problem-words.ts';

/** Why something was not done, beside the form that stays: what happened, and whether something was changed. */
export function ProblemCallout({ error }: { readonly error: unknown }) {
  const { t } = useWords();
  const { title, text, requestId } = problemWords(error);
  const outcome = t(outcomeWord(error));
  const about = t(text);
  return (
    <Callout tone="danger" title={t(title)} isNews>
      <p>{about.startsWith(outcome) ? about : `${outcome} ${about}`}</p>
      {requestId !== undefined && <p>{t('ui.request', { requestId })}</p>}
    </Callout>
  );
}
