import { QueryState } from '../api/query-state.tsx';
import { isNoBlock, useBlock } from '../block-list/queries.ts';
import type { Block } from '../block-list/queries.ts';
import { NoBlock } from '../block-list/no-block.tsx';
import { useBuyer } from '../lookup/queries.ts';
import { useShop } from '../session/shop-provider.tsx';
import { Callout } from '../ui/callout.tsx';
import { Card } from '../ui/card.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { QuotaMeter } from '../ui/quota-meter.tsx';
import { Stack } from '../ui/stack.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './new-block-page.module.css';
import { useNextAlert } from './queries.ts';

interface DoneProps {
  readonly buyerId: string;
  readonly alertId: string | null;
}

/** What was done, how far it is, and what comes next. */
export function Done({ buyerId, alertId }: DoneProps) {
  const query = useBlock(buyerId);
  if (isNoBlock(query.error)) return <NoBlock buyerId={buyerId} />;
  return <QueryState query={query}>{({ block }) => <Result block={block} alertId={alertId} />}</QueryState>;
}

function Result({ block, alertId }: { readonly block: Block; readonly alertId: string | null }) {
  const { t } = useWords();
  const { buyerId, username } = block;
  const openOrders = useBuyer(buyerId).data?.openOrders ?? 0;
  return (
    <div className={css.page}>
      <PageHeader title={t('blocking.done.title', { username: username ?? buyerId })} about={t('blocking.done.text')} />
      <Stack>
        <Card>
          <Stack>
            <CoverageNow of={block} />
            {openOrders > 0 && <Callout>{t('blocking.done.open', { count: openOrders })}</Callout>}
          </Stack>
        </Card>
        <Card title={t('blocking.done.next')}>
          <Next buyerId={buyerId} alertId={alertId} />
        </Card>
      </Stack>
    </div>
  );
}

function CoverageNow({ of: { coverage, scope } }: { readonly of: Block }) {
  const { t } = useWords();
  const { state, guarded, total } = coverage;
  if (scope === 'linked_user_ids' && state === 'applying')
    return <QuotaMeter label={t('blocking.done.guarding', { guarded, total })} used={guarded} limit={total} />;
  return <Callout tone="good">{t('blocking.done.guarded', { total })}</Callout>;
}

/** Back to what one was at; else the next thing that waits. */
function Next({ buyerId, alertId }: DoneProps) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const next = useNextAlert(alertId).data;
  return (
    <Stack as="row" gap={2}>
      {alertId !== null && (
        <ButtonLink look="primary" href={pathTo(`alerts/${alertId}`)}>
          {t('blocking.done.alert')}
        </ButtonLink>
      )}
      {next !== undefined && <ButtonLink href={pathTo(`alerts/${next}`)}>{t('blocking.done.nextAlert')}</ButtonLink>}
      <ButtonLink href={pathTo(`block-list/${buyerId}`)}>{t('blocking.done.block')}</ButtonLink>
      <ButtonLink href={pathTo('block-list')}>{t('blocking.done.list')}</ButtonLink>
      <ButtonLink href={pathTo('block-list/new')}>{t('blocking.done.another')}</ButtonLink>
    </Stack>
  );
}
