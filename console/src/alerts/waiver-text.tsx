import { BadgeCheck } from 'lucide-react';
import { useShop } from '../session/shop-provider.tsx';
import { Link } from '../ui/link.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './alert-page.module.css';
import { subjectWord } from './action-rules.ts';
import type { Alert } from './queries.ts';

const words = { pending: 'waiverPending', granted: 'waiverGranted', void: 'waiverVoid' } as const;

/** What the waiver means, and how far it is. */
export function WaiverText({ alert }: { readonly alert: Alert }) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const { waiver, status } = alert;
  const of = subjectWord(alert);
  return (
    <p className={css.waiver}>
      <BadgeCheck size={16} aria-hidden />
      <span>
        {waiver
          ? t(`alerts.page.${words[waiver.status]}`, { of })
          : t('alerts.page.waiverOpen', { of, open: status === 'open' ? 'yes' : 'no' })}{' '}
        {waiver && (
          <Link href={pathTo(`waivers/${waiver.subjectType}/${waiver.subjectId}`)}>{t('alerts.page.waiverLink')}</Link>
        )}
      </span>
    </p>
  );
}
