import { QueryState } from '../api/query-state.tsx';
import { BlockFacts } from '../block-list/block-facts.tsx';
import { BlockChanges } from '../block-list/changes/block-changes.tsx';
import { isNoBlock, useBlock } from '../block-list/queries.ts';
import { useShop } from '../session/shop-provider.tsx';
import { Card } from '../ui/card.tsx';
import { Stack } from '../ui/stack.tsx';
import { useWords } from '../words/words-provider.tsx';

interface BuyerBlockProps {
  readonly buyerId: string;
  readonly isBlocked: boolean;
}

/** The buyer's block, with all that can be done with it; or that there is none. */
export function BuyerBlock({ buyerId, isBlocked }: BuyerBlockProps) {
  const { t } = useWords();
  const { mayAct } = useShop();
  const query = useBlock(buyerId, isBlocked);
  if (!isBlocked || isNoBlock(query.error))
    return (
      <Card title={t('buyers.one.notBlocked')}>
        <p>{t('buyers.one.notBlockedText')}</p>
        {!mayAct && <p>{t('buyers.one.viewer')}</p>}
      </Card>
    );
  return (
    <Card title={t('blockList.one.block')}>
      <QueryState query={query}>
        {(current) => (
          <Stack>
            <BlockFacts of={current.block} />
            <BlockChanges current={current} onRead={() => void query.refetch()} />
          </Stack>
        )}
      </QueryState>
    </Card>
  );
}
