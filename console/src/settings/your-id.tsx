import { useSessionState } from '../session/session-provider.tsx';
import { Facts } from '../ui/facts.tsx';
import { IdText } from '../ui/id-text.tsx';
import { useWords } from '../words/words-provider.tsx';

/** What an owner has to know of a person to let them in. */
export function YourId() {
  const { t } = useWords();
  const state = useSessionState();
  const subject = 'claims' in state ? state.claims.subject : '';
  return subject === '' ? null : (
    <Facts facts={[{ label: t('settings.members.yourId'), value: <IdText id={subject} /> }]} />
  );
}
