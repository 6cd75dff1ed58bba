import { useEffect } from 'react';
import { ApiProblem } from '../../../clients/api-problem.ts';
import { ProblemCallout } from '../api/problem-callout.tsx';
import { useAddBlock } from '../block-list/change-queries.ts';
import { endOf } from '../block-list/change-rules.ts';
import { NoteText } from '../block-list/note-text.tsx';
import { useLimits } from '../block-list/limits.tsx';
import { BuyerCard } from '../lookup/buyer-card.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Stack } from '../ui/stack.tsx';
import { Username } from '../ui/username.tsx';
import { useNow } from '../ui/use-now.ts';
import { useFormats } from '../words/reader-provider.tsx';
import { Words, useWords } from '../words/words-provider.tsx';
import { Consequences } from './consequences.tsx';
import type { StepProps } from './step-props.ts';
import { isOutdated, newBlockOf } from './step-rules.ts';

interface CheckStepProps extends StepProps {
  /** What is shown of the buyer or the shop is old. */
  readonly onOutdated: () => void;
  readonly onDone: () => void;
}

/** Everything once more, and what follows; then it is done, once, however often somebody presses. */
export function CheckStep({ buyer, draft, alert, change, go, onOutdated, onDone }: CheckStepProps) {
  const { t } = useWords();
  const write = useAddBlock(onDone);
  const limits = useLimits();
  const { error } = write;
  const code = error instanceof ApiProblem ? error.code : undefined;
  useEffect(() => {
    if (isOutdated(code)) onOutdated();
    // Once for each refusal.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [error]);
  const body = newBlockOf(buyer, draft, alert);
  const send = (block: NonNullable<typeof body>): void => {
    change({ sentAt: new Date().toISOString() });
    write.mutate(block);
  };
  const mayAdd = limits !== undefined && limits.refusedBy === undefined;
  return (
    <Card title={t('blocking.check.title')}>
      <Stack gap={6}>
        <BuyerCard {...buyer} />
        <Chosen buyer={buyer} draft={draft} />
        <Consequences of={buyer} />
        {error && <ProblemCallout error={error} />}
        <Stack as="row" gap={2}>
          <Button onPress={() => go('how')}>{t('blocking.check.change')}</Button>
          {body && mayAdd && (
            <Button look="danger" isPending={write.isPending} onPress={() => send(body)}>
              <span>
                <Words of="blocking.check.action" with={{ username: <Username of={buyer.username} /> }} />
              </span>
            </Button>
          )}
        </Stack>
      </Stack>
    </Card>
  );
}

function Chosen({ buyer, draft }: Pick<StepProps, 'buyer' | 'draft'>) {
  const { t } = useWords();
  const { time } = useFormats();
  const { reason, note, scope, duration } = draft;
  const until = endOf(duration, useNow(30));
  const facts = [
    { label: t('blocking.check.reason'), value: reason && t(`blockList.reason.${reason}`) },
    ...(note.trim() === '' ? [] : [{ label: t('blocking.check.note'), value: <NoteText of={note} /> }]),
    {
      label: t('blocking.check.scope'),
      value:
        scope === 'user_id_only'
          ? t('blocking.how.scopeOnly')
          : t('blocking.check.scopeLinked', { count: buyer.linkedAccounts }),
    },
    {
      label: t('blocking.check.duration'),
      value: until === undefined ? t('blocking.check.permanent') : t('blocking.check.until', { time: time(until) }),
    },
  ];
  return <Facts facts={facts} />;
}
