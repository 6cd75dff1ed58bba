import { Ban } from 'lucide-react';
import { useNavigate } from 'react-router';
import { MoreButton } from '../api/more-button.tsx';
import { QueryState } from '../api/query-state.tsx';
import { useShortcut } from '../keyboard/keyboard-provider.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { ExportButton } from '../transfer/export-button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stack } from '../ui/stack.tsx';
import { useWords } from '../words/words-provider.tsx';
import { BlockRows } from './block-rows.tsx';
import { LimitCallout, LimitMeters } from './limits.tsx';
import { useAllBlocks } from './queries.ts';
import { UndoNotices } from './standing/undo-notices.tsx';

export function BlockListPage() {
  const { t } = useWords();
  const { mayAct, pathTo } = useShop();
  const { query, blocks, isComplete } = useAllBlocks();
  useAddKey(mayAct);
  return (
    <>
      <PageHeader
        title={t('blockList.title')}
        about={mayAct ? t('blockList.about') : `${t('blockList.about')} ${t('blockList.viewer')}`}
      >
        <ButtonLink href={pathTo('exempt-list')}>{t('exemptions.title')}</ButtonLink>
        <ExportButton of="blocks" />
        {mayAct && <ImportLink />}
        {mayAct && <AddLink />}
      </PageHeader>
      <Stack>
        <UndoNotices />
        <Card>
          <Stack>
            <LimitMeters />
            {mayAct && <LimitCallout />}
          </Stack>
        </Card>
        <Card isFlush>
          <QueryState query={query}>
            {() =>
              blocks?.length === 0 && isComplete ? (
                <EmptyState icon={Ban} title={t('blockList.none')} action={mayAct && <AddLink />}>
                  {t('blockList.noneText')}
                </EmptyState>
              ) : (
                blocks && <BlockRows blocks={blocks} isComplete={isComplete} />
              )
            }
          </QueryState>
          {query.isFetchNextPageError && <MoreButton query={query} />}
        </Card>
      </Stack>
    </>
  );
}

/** The key of the page's one thing to do; it holds where its button stands. */
function useAddKey(isOn: boolean): void {
  const { t } = useWords();
  const { pathTo } = useShop();
  const navigate = useNavigate();
  const run = (): void => void navigate(pathTo('block-list/new'));
  useShortcut({ keys: 'n', label: t('blockList.add'), group: t('blockList.title'), run }, isOn);
}

function ImportLink() {
  const { t } = useWords();
  const { pathTo } = useShop();
  return <ButtonLink href={pathTo('block-list/import')}>{t('transfer.import')}</ButtonLink>;
}

function AddLink() {
  const { t } = useWords();
  const { pathTo } = useShop();
  return (
    <ButtonLink look="primary" href={pathTo('block-list/new')}>
      {t('blockList.add')}
    </ButtonLink>
  );
}
