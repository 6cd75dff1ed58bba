import type { Schemas } from '../../../clients/seller-client.ts';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Stack } from '../ui/stack.tsx';
import { Day } from '../ui/time.tsx';
import { useWords } from '../words/words-provider.tsx';
import { Said } from './complaint-card.tsx';

/** Since when and why the access has ended, as far as the marketplace has said it. */
export function WhyEnded({ access }: { readonly access: Schemas['ShopAccess'] }) {
  const { t } = useWords();
  const { since, reasonCode = 'other', text } = access;
  return (
    <Card title={t('access.why.title')}>
      <Stack>
        <Facts
          facts={[
            ...(since === undefined ? [] : [{ label: t('access.why.since'), value: <Day at={since} /> }]),
            { label: t('access.why.reason'), value: t(`access.why.${reasonCode}`) },
          ]}
        />
        {text !== undefined && <Said by={t('access.why.text')} text={text} />}
      </Stack>
    </Card>
  );
}
