import { ByWhom } from '../block-list/by-whom.tsx';
import { NoteText } from '../block-list/note-text.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { BuyerName } from '../ui/buyer-name.tsx';
import { RowButton } from '../ui/row-button.tsx';
import { Table } from '../ui/table.tsx';
import type { Column } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { Exemption } from './queries.ts';

interface ExemptTableProps {
  readonly exemptions: readonly Exemption[];
  /** Absent for those who only read. */
  readonly onEnd?: ((exemption: Exemption) => void) | undefined;
}

export function ExemptTable({ exemptions, onEnd }: ExemptTableProps) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const end: Column<Exemption> = {
    id: 'end',
    label: t('exemptions.columns.end'),
    isControl: true,
    cell: (exemption) => <RowButton label={t('exemptions.end')} onPress={() => onEnd?.(exemption)} />,
  };
  return (
    <Table
      label={t('exemptions.list')}
      rows={exemptions}
      keyOf={({ exemptionId }) => exemptionId}
      columns={[
        {
          id: 'buyer',
          label: t('exemptions.columns.buyer'),
          isTitle: true,
          cell: ({ buyerId, username, avatarUrl }) => (
            <BuyerName buyerId={buyerId} username={username} avatarUrl={avatarUrl} href={pathTo(`buyers/${buyerId}`)} />
          ),
        },
        {
          id: 'note',
          label: t('exemptions.columns.note'),
          cell: ({ note }) => (note === undefined ? '–' : <NoteText of={note} />),
        },
        { id: 'by', label: t('exemptions.columns.by'), cell: ({ createdBy }) => <ByWhom subject={createdBy} /> },
        { id: 'since', label: t('exemptions.columns.since'), cell: ({ createdAt }) => <Time at={createdAt} /> },
        ...(onEnd ? [end] : []),
      ]}
    />
  );
}
