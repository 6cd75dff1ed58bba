import { Ban } from 'lucide-react';
import { MoreButton } from '../api/more-button.tsx';
import { itemsOf } from '../api/pages.ts';
import { QueryState } from '../api/query-state.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { useWords } from '../words/words-provider.tsx';
import { BlockTable } from './block-table.tsx';
import { useBlocks } from './queries.ts';

export function BlockListPage() {
  const { t } = useWords();
  const query = useBlocks();
  return (
    <>
      <PageHeader title={t('blockList.title')} about={t('blockList.about')} />
      <Card isFlush>
        <QueryState query={query}>
          {(data) => {
            const blocks = itemsOf(data, ({ blockId }) => blockId);
            return blocks.length === 0 ? (
              <EmptyState icon={Ban} title={t('blockList.none')}>
                {t('blockList.noneText')}
              </EmptyState>
            ) : (
              <BlockTable blocks={blocks} />
            );
          }}
        </QueryState>
        <MoreButton query={query} />
      </Card>
    </>
  );
}
