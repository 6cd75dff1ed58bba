import type { Schemas } from '../../../clients/seller-client.ts';
import { QueryState } from '../api/query-state.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Stack } from '../ui/stack.tsx';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './fairness.module.css';
import { fairnessDays, useFairness } from './queries.ts';

/** How the shop's blocking looks to the marketplace, before anybody there acts on it; and when access ends. */
export function FairnessCard() {
  const { t } = useWords();
  const fairness = useFairness();
  return (
    <Card title={t('fairness.title')} about={t('fairness.about', { days: fairnessDays })}>
      <QueryState query={fairness}>{(data) => <Counts of={data} />}</QueryState>
    </Card>
  );
}

function Counts({ of }: { readonly of: Schemas['Fairness'] }) {
  const { t } = useWords();
  const { number } = useFormats();
  const { blocks, suspicious, afterRefund, unconfirmedReview, lifted, upheld } = of;
  return (
    <Stack>
      <p className={css.sentence}>
        {blocks === 0 ? t('fairness.none') : t('fairness.sentence', { blocks, suspicious })}
      </p>
      <Facts
        facts={[
          { label: t('fairness.afterRefund'), value: number(afterRefund) },
          { label: t('fairness.unconfirmedReview'), value: number(unconfirmedReview) },
          { label: t('fairness.lifted'), value: number(lifted) },
          { label: t('fairness.upheld'), value: number(upheld) },
        ]}
      />
      <details>
        <summary className={css.summary}>{t('fairness.meaning')}</summary>
        <div className={css.meaning}>
          <p>{t('fairness.meaningRefund')}</p>
          <p>{t('fairness.meaningReview')}</p>
          <p>{t('fairness.meaningSupport')}</p>
          <p>{t('fairness.meaningEnd')}</p>
        </div>
      </details>
    </Stack>
  );
}
