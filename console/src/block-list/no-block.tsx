import { useShop } from '../session/shop-provider.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { useWords } from '../words/words-provider.tsx';

/** In place of a block that is not there, or not any more. */
export function NoBlock({ buyerId }: { readonly buyerId: string }) {
  const { t } = useWords();
  const { pathTo } = useShop();
  return (
    <PageHeader title={t('blockList.one.gone')} about={t('blockList.one.goneText')}>
      <ButtonLink href={pathTo(`buyers/${buyerId}`)}>{t('blockList.one.buyer')}</ButtonLink>
    </PageHeader>
  );
}
