import { UserCheck } from 'lucide-react';
import { useState } from 'react';
import { itemsOf } from '../api/pages.ts';
import { QueryState } from '../api/query-state.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { QuotaMeter } from '../ui/quota-meter.tsx';
import { Stack } from '../ui/stack.tsx';
import { useWords } from '../words/words-provider.tsx';
import { EndDialog } from './end-dialog.tsx';
import { ExemptTable } from './exempt-table.tsx';
import { useExemptions } from './queries.ts';
import type { Exemption } from './queries.ts';

/** Places on a shop's list: all of them are one page of the API. */
const mostExempt = 100;

/** Buyers whom blocks of linked accounts do not stop. */
export function ExemptListPage() {
  const { t } = useWords();
  const { mayAct, pathTo } = useShop();
  const query = useExemptions();
  return (
    <>
      <Stack>
        <BackLink href={pathTo('block-list')}>{t('blockList.title')}</BackLink>
        <PageHeader
          title={t('exemptions.title')}
          about={mayAct ? t('exemptions.about') : `${t('exemptions.about')} ${t('exemptions.viewer')}`}
        >
          {mayAct && <AddLink />}
        </PageHeader>
      </Stack>
      <QueryState query={query}>
        {(data) => <ExemptList exemptions={itemsOf(data, ({ exemptionId }) => exemptionId)} />}
      </QueryState>
    </>
  );
}

function ExemptList({ exemptions }: { readonly exemptions: readonly Exemption[] }) {
  const { t } = useWords();
  const { mayAct } = useShop();
  const [ending, setEnding] = useState<Exemption>();
  return (
    <Stack>
      <Card>
        <QuotaMeter label={t('exemptions.places')} used={exemptions.length} limit={mostExempt} />
      </Card>
      <Card isFlush>
        {exemptions.length === 0 ? (
          <EmptyState icon={UserCheck} title={t('exemptions.none')} action={mayAct && <AddLink />}>
            {t('exemptions.noneText')}
          </EmptyState>
        ) : (
          <ExemptTable exemptions={exemptions} onEnd={mayAct ? setEnding : undefined} />
        )}
      </Card>
      {ending && <EndDialog exemption={ending} onClose={() => setEnding(undefined)} />}
    </Stack>
  );
}

function AddLink() {
  const { t } = useWords();
  const { pathTo } = useShop();
  return (
    <ButtonLink look="primary" href={pathTo('exempt-list/new')}>
      {t('exemptions.add')}
    </ButtonLink>
  );
}
