import { Eye } from 'lucide-react';
import { LimitCallout } from '../block-list/limits.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { useDraft } from '../session/use-draft.ts';
import { BackLink } from '../ui/back-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stack } from '../ui/stack.tsx';
import { useWords } from '../words/words-provider.tsx';
import { ImportResult } from './import-result.tsx';
import { useRun, useTry } from './import-queries.ts';
import { draftOf, emptyDraft } from './import-rules.ts';
import { ImportSource } from './import-source.tsx';

/** Several blocks at once. What was chosen outlives a reload, and with it the key: pressed again, nothing is done twice. */
export function ImportPage() {
  const { t } = useWords();
  const { mayAct, pathTo } = useShop();
  return (
    <>
      <Stack>
        <BackLink href={pathTo('block-list')}>{t('blockList.title')}</BackLink>
        <PageHeader title={t('transfer.title')} about={t('transfer.about')} />
      </Stack>
      {mayAct ? (
        <Import />
      ) : (
        <Card>
          <EmptyState icon={Eye} title={t('blocking.viewer')}>
            {t('blockList.viewer')}
          </EmptyState>
        </Card>
      )}
    </>
  );
}

function Import() {
  const { shopId } = useShop();
  const { fields, change, clear } = useDraft(`import.${shopId}`, emptyDraft);
  const trial = useTry();
  const run = useRun();
  const start = (): void => {
    change({ wasRun: true });
    run.mutate(fields);
  };
  const again = (): void => {
    clear();
    trial.reset();
    run.reset();
  };
  const result = run.data ?? trial.data;
  if (fields.wasRun || result)
    return (
      <ImportResult
        result={result}
        wasRun={fields.wasRun}
        isRunning={run.isPending}
        error={run.error}
        onRun={start}
        onAgain={again}
        onBack={() => trial.reset()}
      />
    );
  return (
    <Stack>
      <LimitCallout />
      <ImportSource
        text={fields.text}
        onText={(text, fileName) => change(draftOf(text, fileName, () => crypto.randomUUID()))}
        onCheck={(text) => trial.mutate(text)}
        isChecking={trial.isPending}
        error={trial.error}
      />
    </Stack>
  );
}
