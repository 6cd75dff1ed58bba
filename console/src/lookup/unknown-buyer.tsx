import { UserRoundX } from 'lucide-react';
import { ApiProblem } from '../../../clients/api-problem.ts';
import { useShop } from '../session/shop-provider.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { useWords } from '../words/words-provider.tsx';

export const isUnknownBuyer = (error: unknown): boolean =>
  error instanceof ApiProblem && error.code === 'buyer_not_found';

/** An address names a buyer whom this shop does not know, or not any more. */
export function UnknownBuyer() {
  const { t } = useWords();
  const { pathTo } = useShop();
  return (
    <Card>
      <EmptyState
        icon={UserRoundX}
        title={t('buyers.one.missing')}
        action={<ButtonLink href={pathTo('buyers')}>{t('buyers.one.another')}</ButtonLink>}
      >
        {t('buyers.one.missingText')}
      </EmptyState>
    </Card>
  );
}
