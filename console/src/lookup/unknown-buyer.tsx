import { ApiProblem } from '../../../clients/api-problem.ts';
import { useShop } from '../session/shop-provider.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { useWords } from '../words/words-provider.tsx';

export const isUnknownBuyer = (error: unknown): boolean =>
  error instanceof ApiProblem && error.code === 'buyer_not_found';

/** An address names a buyer whom this shop does not know, or not any more. */
export function UnknownBuyer() {
  const { t } = useWords();
  const { pathTo } = useShop();
  return (
    <PageHeader title={t('buyers.one.missing')} about={t('buyers.one.missingText')}>
      <ButtonLink href={pathTo('buyers')}>{t('buyers.one.another')}</ButtonLink>
    </PageHeader>
  );
}
