import { useCodeWords } from '../overview/use-code-words.ts';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { Sentence } from './sentence-rules.ts';

/** The values of a sentence as they are read: times, amounts and codes in words. What an event lacks is left out. */
export function useSentenceWords({ values, says }: Sentence): Readonly<Record<string, string>> {
  const { t } = useWords();
  const { time, money } = useFormats();
  const { categoryName, reasonName } = useCodeWords();
  const { expiresAt, reason, category, amount_value: value, amount_currency: currency, respondBy } = values;
  return {
    ...defaults,
    ...values,
    until: expiresAt === undefined ? '' : time(expiresAt),
    respondBy: respondBy === undefined ? '' : time(respondBy),
    reason: reason === undefined || says === 'cancellationRequested' ? '' : reasonName(reason),
    category: category === undefined ? t('activity.fraud') : categoryName(category),
    hasAmount: value === undefined ? 'no' : 'yes',
    amount: value === undefined || currency === undefined ? '' : money({ value, currency }),
  };
}

/** Of older events, which may lack what a newer one has. */
const defaults = {
  scope: 'user_id_only',
  duration: '90_days',
  kind: '',
  verdict: '',
  quotas_blocks: '',
  quotas_newBlocksPerDay: '',
  timeZone: '',
};
