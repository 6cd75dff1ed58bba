import { useParams } from 'react-router';
import { QueryState } from '../api/query-state.tsx';
import { BlockHistory } from '../block-list/block-history.tsx';
import { useKnownBuyers } from '../block-list/known-buyers.tsx';
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
  const known = useKnownBuyers();
  const { buyerId, username, isBlocked } = buyer;
  const block = mayAct && !isBlocked && (
    <ButtonLink look="primary" href={`${pathTo('block-list/new')}?buyerId=${buyerId}`}>
      {t('buyers.one.block')}
    </ButtonLink>
  );
  return (
    <>
      <Card>
        <Stack gap={6}>
          <BuyerCard
            {...buyer}
            pageTitle={t('buyers.one.title', { username })}
            state={isBlocked && <Badge tone="danger">{t('buyers.one.blocked')}</Badge>}
            actions={block || undefined}
          />
          <ShopHistory of={buyer} />
        </Stack>
      </Card>
      <LookAlikes
        buyer={buyer}
        known={known}
        choose={(other) => <ButtonLink href={pathTo(`buyers/${other.buyerId}`)}>{t('lookup.alike.open')}</ButtonLink>}
      />
      <Stack as="grid">
        <BuyerBlock buyerId={buyerId} isBlocked={isBlocked} />
        <BlockHistory buyerId={buyerId} />
      </Stack>
      <BuyerAlerts buyerId={buyerId} />
    </>
  );
}
