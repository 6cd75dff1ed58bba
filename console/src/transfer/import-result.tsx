import { ProblemCallout } from '../api/problem-callout.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Card } from '../ui/card.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Stack } from '../ui/stack.tsx';
import { useWords } from '../words/words-provider.tsx';
import { ImportRows } from './import-rows.tsx';
import { countOf } from './import-rules.ts';
import type { BulkResult } from './import-rules.ts';

interface ImportResultProps {
  /** Of the run, or of the dry run before it; none after a reload. */
  readonly result: BulkResult | undefined;
  readonly wasRun: boolean;
  readonly isRunning: boolean;
  readonly error: Error | null;
  readonly onRun: () => void;
  readonly onAgain: () => void;
  readonly onBack: () => void;
}

/** Each row with its outcome: before the run, and after it. */
export function ImportResult(props: ImportResultProps) {
  const { t } = useWords();
  const { result, error } = props;
  return (
    <Stack>
      {error && <ProblemCallout error={error} />}
      <Card>
        <Next {...props} />
      </Card>
      {result && (
        <Card title={t('transfer.rows')} isFlush>
          <ImportRows rows={result.rows} />
        </Card>
      )}
    </Stack>
  );
}

/** What is so, and the one thing to do about it. */
function Next({ result, wasRun, isRunning, onRun, onAgain, onBack }: ImportResultProps) {
  const { t } = useWords();
  const created = result ? countOf(result, 'created') : 0;
  const left = result ? countOf(result, 'unavailable') : 0;
  const isRun = result?.summary.created !== undefined;
  if (wasRun && (!isRun || left > 0))
    return (
      <Callout
        title={isRun ? t('transfer.partly', { created, left }) : t('transfer.started')}
        action={
          <Button look="primary" isPending={isRunning} onPress={onRun}>
            {t('transfer.continue')}
          </Button>
        }
        isNews
      >
        {t('transfer.continueText')}
      </Callout>
    );
  if (!isRun && result) return <Review {...{ result, isRunning, onRun, onBack }} />;
  return <Done created={created} others={(result?.rows.length ?? 0) - created} onAgain={onAgain} />;
}

function Review({
  result,
  isRunning,
  onRun,
  onBack,
}: Pick<ImportResultProps, 'isRunning' | 'onRun' | 'onBack'> & { readonly result: BulkResult }) {
  const { t } = useWords();
  const good = countOf(result, 'would_create');
  return (
    <Stack gap={3}>
      <p role="status">{t('transfer.review', { good, bad: result.rows.length - good })}</p>
      <Stack as="row" gap={2}>
        <Button onPress={onBack}>{t('transfer.back')}</Button>
        {good > 0 && (
          <Button look="primary" isPending={isRunning} onPress={onRun}>
            {t('transfer.run', { count: good })}
          </Button>
        )}
      </Stack>
    </Stack>
  );
}

function Done({
  created,
  others,
  onAgain,
}: {
  readonly created: number;
  readonly others: number;
  readonly onAgain: () => void;
}) {
  const { t } = useWords();
  const { pathTo } = useShop();
  return (
    <Callout
      tone="good"
      title={t('transfer.done', { created, others })}
      action={
        <Stack as="row" gap={2}>
          <ButtonLink look="primary" href={pathTo('block-list')}>
            {t('blocking.done.list')}
          </ButtonLink>
          <Button onPress={onAgain}>{t('transfer.again')}</Button>
        </Stack>
      }
      isNews
    />
  );
}
