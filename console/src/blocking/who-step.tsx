import { AlreadyBlocked } from './already-blocked.tsx';
import { useKnownBuyers } from '../block-list/known-buyers.tsx';
import { BuyerCard } from '../lookup/buyer-card.tsx';
import { LookAlikes } from '../lookup/look-alikes.tsx';
import { ShopHistory } from '../lookup/shop-history.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Card } from '../ui/card.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Stack } from '../ui/stack.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { StepProps } from './step-props.ts';
import { wasRenamed } from './step-rules.ts';

/** Nobody is blocked who was not looked at: picture, exact name, history, and those with almost the same name. */
export function WhoStep({ buyer, draft, alert, change, go }: StepProps) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const known = useKnownBuyers();
  const confirm = (): void => {
    change({ confirmedAs: buyer.username });
    go('how');
  };
  const blockPath = (buyerId: string): string => `${pathTo('block-list/new')}?buyerId=${buyerId}`;
  return (
    <>
      {alert && alert.buyerId !== buyer.buyerId && <Callout tone="warn">{t('blocking.who.otherBuyer')}</Callout>}
      {wasRenamed(buyer, draft) && (
        <Callout tone="warn" title={t('blocking.renamed.title')} isNews>
          {t('blocking.renamed.text')}
        </Callout>
      )}
      <LookAlikes
        buyer={buyer}
        known={known}
        choose={(other) => <ButtonLink href={blockPath(other.buyerId)}>{t('lookup.alike.open')}</ButtonLink>}
      />
      <Card title={t('blocking.who.title')} about={t('blocking.who.text')}>
        <Stack gap={6}>
          <BuyerCard {...buyer} />
          <ShopHistory of={buyer} />
          {buyer.isBlocked ? (
            <AlreadyBlocked buyerId={buyer.buyerId} draft={draft} />
          ) : (
            <Stack as="row" gap={2}>
              <Button look="primary" onPress={confirm}>
                {t('blocking.who.yes')}
              </Button>
              <ButtonLink href={pathTo('block-list/new')}>{t('blocking.who.no')}</ButtonLink>
            </Stack>
          )}
        </Stack>
      </Card>
    </>
  );
}
