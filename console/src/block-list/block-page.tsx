import { useNavigate, useParams } from 'react-router';
import { QueryState } from '../api/query-state.tsx';
import { BuyerCard } from '../lookup/buyer-card.tsx';
import { HistoryCard } from '../lookup/history-card.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { Card } from '../ui/card.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Stack } from '../ui/stack.tsx';
import { useWords } from '../words/words-provider.tsx';
import { BlockFacts } from './block-facts.tsx';
import { BlockHistory } from './block-history.tsx';
import { BlockChanges } from './changes/block-changes.tsx';
import { NoBlock } from './no-block.tsx';
import { isNoBlock, useBlock } from './queries.ts';
import type { TaggedBlock } from './queries.ts';
import { UndoNoticeOf } from './standing/undo-notices.tsx';

/** One block: all that is known of it, and all that can be done with it. */
export function BlockPage() {
  const { t } = useWords();
  const { pathTo } = useShop();
  const { buyerId = '' } = useParams();
  const query = useBlock(buyerId);
  return (
    <Stack>
      <BackLink href={pathTo('block-list')}>{t('blockList.one.back')}</BackLink>
      {isNoBlock(query.error) ? (
        <>
          <NoBlock buyerId={buyerId} />
          <UndoNoticeOf buyerId={buyerId} />
          <BlockHistory buyerId={buyerId} />
        </>
      ) : (
        <QueryState query={query}>
          {(current) => <OneBlock current={current} onRead={() => void query.refetch()} />}
        </QueryState>
      )}
    </Stack>
  );
}

function OneBlock({ current, onRead }: { readonly current: TaggedBlock; readonly onRead: () => void }) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const navigate = useNavigate();
  const { buyerId, username, avatarUrl } = current.block;
  return (
    <>
      <Card>
        <BuyerCard
          buyerId={buyerId}
          username={username}
          avatarUrl={avatarUrl}
          pageTitle={t('blockList.one.title', { username: username ?? buyerId })}
          actions={<ButtonLink href={pathTo(`buyers/${buyerId}`)}>{t('blockList.one.buyer')}</ButtonLink>}
        />
      </Card>
      <Stack as="grid">
        <Card title={t('blockList.one.block')}>
          <Stack>
            <BlockFacts of={current.block} />
            <BlockChanges
              current={current}
              onRead={onRead}
              onRemoved={() => void navigate(pathTo('block-list'), { replace: true })}
            />
          </Stack>
        </Card>
        <Stack>
          <HistoryCard buyerId={buyerId} />
          <BlockHistory buyerId={buyerId} />
        </Stack>
      </Stack>
    </>
  );
}
