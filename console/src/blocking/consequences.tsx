import { EyeOff, MessageCircle, PackageCheck, PackageX, RotateCcw } from 'lucide-react';
import { useLimits } from '../block-list/limits.tsx';
import type { Buyer } from '../lookup/queries.ts';
import { useWords } from '../words/words-provider.tsx';
import css from './consequences.module.css';

/** What a block means: what stops, what goes on, what remains to be done, and what it uses up. */
export function Consequences({ of: { openOrders } }: { readonly of: Pick<Buyer, 'openOrders'> }) {
  const { t } = useWords();
  const limits = useLimits();
  const lines = [
    { icon: PackageX, text: t('blocking.check.cannot') },
    { icon: MessageCircle, text: t('blocking.check.message') },
    { icon: RotateCcw, text: t('blocking.check.afterSales') },
    { icon: PackageCheck, text: t('blocking.check.open', { count: openOrders }), isStrong: openOrders > 0 },
    { icon: EyeOff, text: t('blocking.check.quiet') },
  ];
  return (
    <>
      <ul className={css.lines}>
        {lines.map(({ icon: Icon, text, isStrong }) => (
          <li key={text} className={css.line}>
            <Icon size={18} aria-hidden className={css.icon} />
            {isStrong ? <strong>{text}</strong> : text}
          </li>
        ))}
      </ul>
      {limits && limits.refusedBy === undefined && (
        <p className={css.uses}>
          {t('blocking.check.uses', {
            today: limits.today.used + 1,
            limit: limits.today.limit,
            place: limits.list.used + 1,
            places: limits.list.limit,
          })}
        </p>
      )}
    </>
  );
}
