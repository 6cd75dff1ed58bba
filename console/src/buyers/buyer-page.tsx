import { useNavigate, useParams } from 'react-router';
import { QueryState } from '../api/query-state.tsx';
import { BlockHistory } from '../block-list/block-history.tsx';
import { useKnownBuyers } from '../block-list/known-buyers.tsx';
import { StandingCard } from '../block-list/standing/standing-card.tsx';
import { UndoNoticeOf } from '../block-list/standing/undo-notices.tsx';
import { useShortcut } from '../keyboard/keyboard-provider.tsx';
import { BuyerCard } from '../lookup/buyer-card.tsx';
import { LookAlikes } from '../lookup/look-alikes.tsx';
import { useBuyer } from '../lookup/queries.ts';
import type { Buyer } from '../lookup/queries.ts';
import { ShopHistory } from '../lookup/shop-history.tsx';
import { UnknownBuyer, isUnknownBuyer } from '../lookup/unknown-buyer.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { Badge } from '../ui/badge.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { Card } from '../ui/card.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Stack } from '../ui/stack.tsx';
import { useWords } from '../words/words-provider.tsx';
import { BuyerAlerts } from './buyer-alerts.tsx';
import { BuyerBlock } from './buyer-block.tsx';
import { BuyerExemption } from './buyer-exemption.tsx';

/** All that this shop may know of one buyer. */
export function BuyerPage() {
  const { t } = useWords();
  const { pathTo } = useShop();
  const { buyerId = '' } = useParams();
  const query = useBuyer(buyerId);
  return (
    <Stack>
      <BackLink href={pathTo('buyers')}>{t('buyers.one.another')}</BackLink>
      {isUnknownBuyer(query.error) ? (
        <UnknownBuyer />
      ) : (
        <QueryState query={query}>{(buyer) => <OneBuyer buyer={buyer} />}</QueryState>
      )}
    </Stack>
  );
}

function OneBuyer({ buyer }: { readonly buyer: Buyer }) {
  const { t } = useWords();
  const { pathTo, mayAct } = useShop();
  const navigate = useNavigate();
  const known = useKnownBuyers();
  const { buyerId, username, isBlocked, isExempt } = buyer;
  const mayBlock = mayAct && !isBlocked;
  const state = isBlocked ? (
    <Badge tone="danger">{t('buyers.one.blocked')}</Badge>
  ) : (
    isExempt && <Badge tone="good">{t('exemptions.one.title')}</Badge>
  );
  const blockPath = `${pathTo('block-list/new')}?buyerId=${buyerId}`;
  const label = t('buyers.one.block');
  useShortcut({ keys: 'b', label, group: t('buyers.keys'), run: () => void navigate(blockPath) }, mayBlock);
  const block = mayBlock && (
    <ButtonLink look="primary" href={blockPath}>
      {label}
    </ButtonLink>
  );
  return (
    <>
      <Card>
        <Stack gap={6}>
          <BuyerCard
            {...buyer}
            pageTitle={t('buyers.one.title', { username })}
            state={state}
            actions={block || undefined}
          />
          <ShopHistory of={buyer} />
        </Stack>
      </Card>
      {!isBlocked && <UndoNoticeOf buyerId={buyerId} />}
      <LookAlikes
        buyer={buyer}
        known={known}
        choose={(other) => <ButtonLink href={pathTo(`buyers/${other.buyerId}`)}>{t('lookup.alike.open')}</ButtonLink>}
      />
      <Stack as="grid">
        <BuyerBlock buyerId={buyerId} isBlocked={isBlocked} />
        <StandingCard buyerId={buyerId} />
        <BuyerExemption buyer={buyer} />
      </Stack>
      <BlockHistory buyerId={buyerId} />
      <BuyerAlerts buyerId={buyerId} />
    </>
  );
}
