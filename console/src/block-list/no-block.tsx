import { ShieldOff } from 'lucide-react';
import { useShop } from '../session/shop-provider.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { useWords } from '../words/words-provider.tsx';

/** In place of a block that is not there, or not any more. */
export function NoBlock({ buyerId }: { readonly buyerId: string }) {
  const { t } = useWords();
  const { pathTo } = useShop();
  return (
    <Card>
      <EmptyState
        icon={ShieldOff}
        title={t('blockList.one.gone')}
        action={<ButtonLink href={pathTo(`buyers/${buyerId}`)}>{t('blockList.one.buyer')}</ButtonLink>}
      >
        {t('blockList.one.goneText')}
      </EmptyState>
    </Card>
  );
}
