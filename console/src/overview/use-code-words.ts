import { useWords } from '../words/words-provider.tsx';
import { plainCode } from './category-rules.ts';

/** Those that have words here. The risk systems' set is open: any other is said as it is written. */
const categories = [
  'malicious_refund',
  'abusive_review',
  'account_takeover',
  'promotion_abuse',
  'payment_fraud',
  'fake_order',
] as const;
const reasons = [
  'malicious_refund',
  'abusive_review',
  'order_abuse',
  'harassment',
  'suspected_fraud',
  'reseller_abuse',
  'other',
] as const;

/** What the codes of fraud and of block reasons are called. */
export function useCodeWords() {
  const { t } = useWords();
  return {
    categoryName: (code: string): string => {
      const known = categories.find((one) => one === code);
      return known ? t(`overview.category.names.${known}`) : plainCode(code);
    },
    reasonName: (code: string): string => {
      const known = reasons.find((one) => one === code);
      return known ? t(`blockList.reason.${known}`) : plainCode(code);
    },
  };
}
