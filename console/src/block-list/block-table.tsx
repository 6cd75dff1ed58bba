import { useMemo } from 'react';
import { useShop } from '../session/shop-provider.tsx';
import { BuyerName } from '../ui/buyer-name.tsx';
import { Table } from '../ui/table.tsx';
import type { Column } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './block-table.module.css';
import { ByWhom } from './by-whom.tsx';
import { Coverage } from './coverage.tsx';
import { Ends } from './ends.tsx';
import type { HeldRow } from './held-rows-rules.ts';
import { Prevented } from './prevented.tsx';

const keyOf = ({ block }: HeldRow): string => block.blockId;

export function BlockTable({ rows }: { readonly rows: readonly HeldRow[] }) {
  const { t } = useWords();
  return <Table label={t('blockList.list')} rows={rows} keyOf={keyOf} columns={useColumns()} />;
}

function useColumns(): readonly Column<HeldRow>[] {
  const { t } = useWords();
  const { pathTo } = useShop();
  return useMemo(
    () => [
      {
        id: 'buyer',
        label: t('blockList.columns.buyer'),
        isTitle: true,
        cell: ({ block: { buyerId, username, avatarUrl } }) => (
          <BuyerName
            buyerId={buyerId}
            username={username}
            avatarUrl={avatarUrl}
            href={pathTo(`block-list/${buyerId}`)}
          />
        ),
      },
      { id: 'reason', label: t('blockList.columns.reason'), cell: ({ block }) => <Reason of={block} /> },
      { id: 'scope', label: t('blockList.columns.scope'), cell: ({ block }) => <Coverage of={block} /> },
      { id: 'prevented', label: t('blockList.columns.prevented'), cell: ({ block }) => <Prevented of={block} /> },
      { id: 'by', label: t('blockList.columns.by'), cell: ({ block }) => <ByWhom subject={block.createdBy} /> },
      { id: 'since', label: t('blockList.columns.since'), cell: ({ block }) => <Time at={block.createdAt} /> },
      {
        id: 'until',
        label: t('blockList.columns.until'),
        cell: ({ block, isGone }) => <Ends of={block} isGone={isGone} />,
      },
    ],
    [t, pathTo],
  );
}

/** With the note, since that is searched, too. */
function Reason({ of: { reason, note } }: { readonly of: HeldRow['block'] }) {
  const { t } = useWords();
  return (
    <span className={css.reason}>
      {t(`blockList.reason.${reason}`)}
      {note !== undefined && (
        <span className={css.note} dir="auto">
          {note}
        </span>
      )}
    </span>
  );
}
