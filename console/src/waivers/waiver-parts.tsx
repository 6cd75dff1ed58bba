import { useShop } from '../session/shop-provider.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { IdText } from '../ui/id-text.tsx';
import { Link } from '../ui/link.tsx';
import { Table } from '../ui/table.tsx';
import { ExactTime } from '../ui/time.tsx';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { Waiver } from './queries.ts';
import { settledAt } from './waiver-rules.ts';
import css from './waivers.module.css';

interface PartProps {
  readonly of: Waiver;
}

export function WaiverFacts({ of }: PartProps) {
  const { t } = useWords();
  const { pathTo, shopId } = useShop();
  const { subjectType, subjectId, tag, requestedBy, requestedAt, createdAt, termsVersion } = of;
  const facts = [
    { label: t(`waivers.what.${subjectType}`), value: <IdText id={subjectId} /> },
    { label: t('waivers.facts.shop'), value: <IdText id={shopId} /> },
    {
      label: t('waivers.facts.alert'),
      value: <Link href={pathTo(`alerts/${tag.alertId}`)}>{t(`alerts.kind.${tag.kind}`)}</Link>,
    },
    { label: t('waivers.facts.flagged'), value: <ExactTime at={tag.flaggedAt} /> },
    { label: t('waivers.facts.askedBy'), value: <IdText id={requestedBy} /> },
    ...(createdAt === requestedAt
      ? []
      : [{ label: t('waivers.facts.firstAsked'), value: <ExactTime at={createdAt} /> }]),
    { label: t('waivers.facts.asked'), value: <ExactTime at={requestedAt} /> },
    { label: t('waivers.facts.terms'), value: <bdi>{termsVersion}</bdi> },
    { label: t(`waivers.facts.since.${of.status}`), value: <ExactTime at={settledAt(of)} /> },
  ];
  return <Facts facts={facts} />;
}

/** The risk tag as it was when the seller acted: what an appeal needs. */
export function WaiverReasons({ of: { tag } }: PartProps) {
  const { t } = useWords();
  const { number } = useFormats();
  return (
    <Card
      title={t('waivers.reasons.title')}
      about={
        tag.riskScore === undefined
          ? t('waivers.reasons.about')
          : t('waivers.reasons.aboutScore', { score: number(tag.riskScore) })
      }
    >
      <ul className={css.reasons}>
        {tag.reasons.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
    </Card>
  );
}

export function WaiverMeaning({ of: { subjectType, status } }: PartProps) {
  const { t } = useWords();
  return (
    <Card title={t('waivers.meaning.title')}>
      <div className={css.meaning}>
        <p>{t(`waivers.meaning.${status}`)}</p>
        <p>{t(`waivers.meaning.${subjectType}`)}</p>
      </div>
    </Card>
  );
}

export function WaiverSteps({ of: { steps, subjectType } }: PartProps) {
  const { t } = useWords();
  const rows = steps.map((step, index) => ({ ...step, key: String(index) }));
  return (
    <Card title={t('waivers.steps.title')} isFlush>
      <Table
        label={t('waivers.steps.title')}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          {
            id: 'status',
            label: t('waivers.steps.step'),
            isTitle: true,
            cell: ({ status }) => t(`waivers.steps.${status}`),
          },
          { id: 'at', label: t('waivers.steps.at'), cell: ({ at }) => <ExactTime at={at} /> },
          {
            id: 'by',
            label: t('waivers.steps.by'),
            cell: ({ by }) => (by === undefined ? t(`waivers.steps.service.${subjectType}`) : <IdText id={by} />),
          },
        ]}
      />
    </Card>
  );
}
