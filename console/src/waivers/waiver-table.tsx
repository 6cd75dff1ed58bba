import { useShop } from '../session/shop-provider.tsx';
import { BuyerName } from '../ui/buyer-name.tsx';
import { RowLink } from '../ui/link.tsx';
import { Table } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { Waiver } from './queries.ts';
import css from './waivers.module.css';
import { settledAt } from './waiver-rules.ts';
import { WaiverStatus } from './waiver-status.tsx';

export function WaiverTable({ waivers }: { readonly waivers: readonly Waiver[] }) {
  const { t } = useWords();
  const { pathTo } = useShop();
  return (
    <Table
      label={t('waivers.list')}
      rows={waivers}
      keyOf={({ subjectType, subjectId }) => `${subjectType} ${subjectId}`}
      columns={[
        {
          id: 'subject',
          label: t('waivers.columns.subject'),
          isTitle: true,
          cell: ({ subjectType, subjectId }) => (
            <RowLink href={pathTo(`waivers/${subjectType}/${subjectId}`)}>
              {t(`waivers.what.${subjectType}`)} <bdi className={css.id}>{subjectId}</bdi>
            </RowLink>
          ),
        },
        {
          id: 'buyer',
          label: t('waivers.columns.buyer'),
          cell: ({ buyer }) => buyer && <BuyerName {...buyer} />,
        },
        { id: 'status', label: t('waivers.columns.status'), cell: ({ status }) => <WaiverStatus of={status} /> },
        {
          id: 'why',
          label: t('waivers.columns.why'),
          cell: ({ tag }) => <Reasons of={tag.reasons} />,
        },
        { id: 'asked', label: t('waivers.columns.asked'), cell: ({ requestedAt }) => <Time at={requestedAt} /> },
        { id: 'since', label: t('waivers.columns.since'), cell: (waiver) => <Time at={settledAt(waiver)} /> },
      ]}
    />
  );
}

function Reasons({ of }: { readonly of: Waiver['tag']['reasons'] }) {
  return (
    <ul className={css.why}>
      {of.map(({ code, text }) => (
        <li key={code}>{text}</li>
      ))}
    </ul>
  );
}
