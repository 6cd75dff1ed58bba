import { CircleOff } from 'lucide-react';
import type { Schemas } from '../../../clients/seller-client.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useWords } from '../words/words-provider.tsx';

/** All that a shop without active access shows. */
export function AccessEndedPage({ state }: { readonly state: Schemas['ShopAccess']['state'] }) {
  const { t } = useWords();
  const words = state === 'not_invited' ? 'not_invited' : 'terminated';
  return (
    <Card>
      <EmptyState icon={CircleOff} title={t(`access.${words}.title`)}>
        {t(`access.${words}.text`)}
      </EmptyState>
    </Card>
  );
}
