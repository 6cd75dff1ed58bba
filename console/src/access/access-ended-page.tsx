import { CircleOff, MailQuestionMark } from 'lucide-react';
import type { Schemas } from '../../../clients/seller-client.ts';
import { useShop } from '../session/shop-provider.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { IdText } from '../ui/id-text.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stack } from '../ui/stack.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './access.module.css';
import { ComplaintCard } from './complaint-card.tsx';
import { WhyEnded } from './why-ended.tsx';

const points = {
  not_invited: ['how', 'apply', 'meanwhile'],
  terminated: ['blocks', 'orders', 'alerts', 'kept', 'ask'],
} as const;

/** All that a shop without active access shows: what that means, why it is so, and what can be done about it. */
export function AccessEndedPage({ access }: { readonly access: Schemas['ShopAccess'] }) {
  const { t } = useWords();
  const { shopId, role } = useShop();
  const words = access.state === 'not_invited' ? 'not_invited' : 'terminated';
  const Icon = words === 'not_invited' ? MailQuestionMark : CircleOff;
  return (
    <div className={css.page}>
      <PageHeader title={t(`access.${words}.title`)} about={t(`access.${words}.text`)} />
      <Stack>
        {words === 'terminated' && <WhyEnded access={access} />}
        {words === 'terminated' && <ComplaintCard complaint={access.complaint} />}
        <Card>
          <ul className={css.points}>
            {words === 'not_invited'
              ? points.not_invited.map((point) => (
                  <Point
                    key={point}
                    title={t(`access.not_invited.${point}.title`)}
                    text={t(`access.not_invited.${point}.text`)}
                  />
                ))
              : points.terminated.map((point) => (
                  <Point
                    key={point}
                    title={t(`access.terminated.${point}.title`)}
                    text={t(`access.terminated.${point}.text`)}
                  />
                ))}
          </ul>
        </Card>
        <Card title={t('access.quote')} about={t('access.quoteAbout')}>
          <Facts
            facts={[
              { label: t('access.shop'), value: <IdText id={shopId} /> },
              { label: t('access.role'), value: t(`app.roleName.${role}`) },
              {
                label: t('access.state'),
                value: (
                  <span className={css.state}>
                    <Icon size={14} aria-hidden /> {t(`access.${words}.state`)}
                  </span>
                ),
              },
            ]}
          />
        </Card>
        <p className={css.note}>{t('access.checked')}</p>
      </Stack>
    </div>
  );
}

function Point({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <li>
      <h2>{title}</h2>
      <p className={css.text}>{text}</p>
    </li>
  );
}
