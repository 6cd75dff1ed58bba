import { BuyerName } from '../ui/buyer-name.tsx';
import { Table } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { Block } from './queries.ts';

export function BlockTable({ blocks }: { readonly blocks: readonly Block[] }) {
  const { t } = useWords();
  return (
    <Table
      label={t('blockList.list')}
      rows={blocks}
      keyOf={({ blockId }) => blockId}
      columns={[
        {
          id: 'buyer',
          label: t('blockList.columns.buyer'),
          isTitle: true,
          cell: ({ buyerId, username, avatarUrl }) => (
            <BuyerName buyerId={buyerId} username={username} avatarUrl={avatarUrl} />
          ),
        },
        { id: 'reason', label: t('blockList.columns.reason'), cell: ({ reason }) => t(`blockList.reason.${reason}`) },
        { id: 'scope', label: t('blockList.columns.scope'), cell: ({ scope }) => t(`blockList.scope.${scope}`) },
        { id: 'since', label: t('blockList.columns.since'), cell: ({ createdAt }) => <Time at={createdAt} /> },
        {
          id: 'until',
          label: t('blockList.columns.until'),
          cell: ({ expiresAt }) => (expiresAt === undefined ? t('blockList.permanent') : <Time at={expiresAt} />),
        },
      ]}
    />
  );
}
