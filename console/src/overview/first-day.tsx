import { Ban, BadgeCheck, Bell, ShieldCheck } from 'lucide-react';
import { useShop } from '../session/shop-provider.tsx';
import { Card } from '../ui/card.tsx';
import { ButtonLink, Link } from '../ui/link.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './first-day.module.css';

const steps = [
  { name: 'alerts', icon: Bell, help: 'alerts' },
  { name: 'intercepted', icon: ShieldCheck, help: 'intercepted' },
  { name: 'blocks', icon: Ban, help: 'block-list' },
  { name: 'waivers', icon: BadgeCheck, help: 'waivers' },
] as const;

/** Before anything has happened: what will appear here, and what can be done already. */
export function FirstDay() {
  const { t } = useWords();
  const { pathTo, mayAct } = useShop();
  return (
    <Card title={t('overview.firstDay.title')} about={t('overview.firstDay.about')}>
      <ul className={css.steps}>
        {steps.map(({ name, icon: Icon, help }) => (
          <li key={name} className={css.step}>
            <Icon size={20} aria-hidden className={css.icon} />
            <h3>{t(`overview.firstDay.${name}.title`)}</h3>
            <p className={css.text}>{t(`overview.firstDay.${name}.text`)}</p>
            <Link href={pathTo(`help#${help}`)}>{t('overview.firstDay.more')}</Link>
          </li>
        ))}
      </ul>
      {mayAct && <ButtonLink href={pathTo('block-list')}>{t('overview.quota.open')}</ButtonLink>}
    </Card>
  );
}
