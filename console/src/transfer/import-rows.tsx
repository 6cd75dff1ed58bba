import { CircleCheck, CircleSlash, Clock } from 'lucide-react';
import { useShop } from '../session/shop-provider.tsx';
import { Badge } from '../ui/badge.tsx';
import { BuyerName } from '../ui/buyer-name.tsx';
import { Table } from '../ui/table.tsx';
import { Username } from '../ui/username.tsx';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import { lookOf, outcomeWordOf, wrongColumnsOf } from './import-rules.ts';
import type { BulkRow } from './import-rules.ts';
import css from './transfer.module.css';

const icons = { good: CircleCheck, warn: CircleSlash, neutral: Clock };

/** Each row of a file, with whom it means and what becomes of it. */
export function ImportRows({ rows }: { readonly rows: readonly BulkRow[] }) {
  const { t } = useWords();
  return (
    <Table
      label={t('transfer.rows')}
      rows={rows}
      keyOf={({ row }) => String(row)}
      columns={[
        { id: 'row', label: t('transfer.columns.row'), isNumber: true, width: '4.5rem', cell: ({ row }) => row },
        { id: 'buyer', label: t('transfer.columns.buyer'), isTitle: true, cell: (row) => <Who of={row} /> },
        { id: 'asked', label: t('transfer.columns.asked'), cell: (row) => <Asked of={row} /> },
        { id: 'outcome', label: t('transfer.columns.outcome'), cell: (row) => <Outcome of={row} /> },
      ]}
    />
  );
}

/** The picture says whether it is the one who is meant. */
function Who({ of: { buyerId, avatarUrl, asked, block } }: { readonly of: BulkRow }) {
  const { pathTo } = useShop();
  const username = asked?.username ?? block?.username;
  if (buyerId !== undefined)
    return <BuyerName {...{ buyerId, username, avatarUrl }} href={pathTo(`buyers/${buyerId}`)} />;
  return username === undefined ? '–' : <Username of={username} />;
}

function Asked({ of: { asked } }: { readonly of: BulkRow }) {
  const { t } = useWords();
  const { list } = useFormats();
  const { reason, scope, duration, note } = asked ?? {};
  const why = reasons.find((one) => one === reason);
  const whom = scopes.find((one) => one === scope);
  const howLong = durations.find((one) => one === duration);
  const known = [
    why && t(`blockList.reason.${why}`),
    whom && t(`blockList.scope.${whom}`),
    howLong && t(`blockList.duration.${howLong}`),
  ].filter((one) => one !== undefined);
  return (
    <span className={css.asked}>
      <span>{list(known)}</span>
      {note !== undefined && <bdi className={css.note}>{note}</bdi>}
    </span>
  );
}

const reasons = [
  'malicious_refund',
  'abusive_review',
  'order_abuse',
  'harassment',
  'suspected_fraud',
  'reseller_abuse',
  'other',
] as const;
const scopes = ['user_id_only', 'linked_user_ids'] as const;
const durations = ['90_days', 'permanent'] as const;
function Outcome({ of }: { readonly of: BulkRow }) {
  const { t } = useWords();
  const { list } = useFormats();
  const look = lookOf(of.outcome);
  const wrong = wrongColumnsOf(of);
  return (
    <Badge tone={look} icon={icons[look]}>
      {wrong.length > 0 ? t('transfer.wrong', { columns: list([...wrong]) }) : t(outcomeWordOf(of.outcome))}
    </Badge>
  );
}
