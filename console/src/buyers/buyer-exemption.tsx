import { useState } from 'react';
import { QueryState } from '../api/query-state.tsx';
import { ByWhom } from '../block-list/by-whom.tsx';
import { NoteText } from '../block-list/note-text.tsx';
import { EndDialog } from '../exempt-list/end-dialog.tsx';
import { useExemption } from '../exempt-list/queries.ts';
import type { Buyer } from '../lookup/queries.ts';
import { useShop } from '../session/shop-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Stack } from '../ui/stack.tsx';
import { Time } from '../ui/time.tsx';
import { useWords } from '../words/words-provider.tsx';

/** Whether the shop exempts this buyer, who did, and why; the same for a buyer with links and one without. */
export function BuyerExemption({ buyer: { buyerId, isBlocked, isExempt } }: { readonly buyer: Buyer }) {
  const { t } = useWords();
  const { mayAct, pathTo } = useShop();
  const query = useExemption(buyerId, isExempt);
  const [isEnding, setIsEnding] = useState(false);
  if (!isExempt)
    return (
      <Card title={t('exemptions.one.not')}>
        <Stack>
          <p>{t('exemptions.one.notText')}</p>
          {mayAct && !isBlocked && (
            <Stack as="row">
              <ButtonLink href={`${pathTo('exempt-list/new')}?buyerId=${buyerId}`}>{t('exemptions.add')}</ButtonLink>
            </Stack>
          )}
        </Stack>
      </Card>
    );
  return (
    <Card title={t('exemptions.one.title')} about={t('exemptions.one.text')}>
      <QueryState query={query}>
        {(exemption) => (
          <Stack>
            <Facts
              facts={[
                { label: t('exemptions.columns.by'), value: <ByWhom subject={exemption.createdBy} /> },
                { label: t('exemptions.columns.since'), value: <Time at={exemption.createdAt} /> },
                ...(exemption.note === undefined
                  ? []
                  : [{ label: t('exemptions.columns.note'), value: <NoteText of={exemption.note} /> }]),
              ]}
            />
            {mayAct && (
              <Stack as="row">
                <Button onPress={() => setIsEnding(true)}>{t('exemptions.end')}</Button>
              </Stack>
            )}
            {isEnding && <EndDialog exemption={exemption} onClose={() => setIsEnding(false)} />}
          </Stack>
        )}
      </QueryState>
    </Card>
  );
}
