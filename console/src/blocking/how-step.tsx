import { useState } from 'react';
import type { FormEvent } from 'react';
import { endOf, longestNote } from '../block-list/change-rules.ts';
import { NoteField, ReasonSelect } from '../block-list/reason-fields.tsx';
import { LinkEvidence } from '../lookup/link-evidence.tsx';
import { BuyerCard } from '../lookup/buyer-card.tsx';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Card } from '../ui/card.tsx';
import { RadioGroup } from '../ui/choices.tsx';
import { Stack } from '../ui/stack.tsx';
import { useNow } from '../ui/use-now.ts';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import type { DraftProblems } from './step-rules.ts';
import type { StepProps } from './step-props.ts';
import { draftProblems } from './step-rules.ts';

/** Reason, note, scope, duration. What is chosen and typed is kept as it is entered. */
export function HowStep({ buyer, draft, change, go }: StepProps) {
  const { t } = useWords();
  const [wasTried, setWasTried] = useState(false);
  const problems = draftProblems(draft);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!problems) return go('check');
    setWasTried(true);
    // What is wrong is marked by then.
    const form = event.currentTarget;
    setTimeout(() => form.querySelector<HTMLElement>('[data-invalid] input, textarea[aria-invalid]')?.focus());
  };
  return (
    <form onSubmit={submit}>
      <Card title={t('blocking.how.title')}>
        <Stack gap={6}>
          <BuyerCard {...buyer} />
          <ReasonSelect
            value={draft.reason}
            help={t('blocking.how.reasonHelp')}
            error={wasTried && problems?.reason ? t('blocking.how.reasonNeeded') : undefined}
            onChange={(reason) => change({ reason })}
          />
          <NoteField
            label={t(draft.reason === 'other' ? 'blocking.how.noteNeeded' : 'blocking.how.note')}
            value={draft.note}
            problem={wasTried || problems?.note === 'noteTooLong' ? problems?.note : undefined}
            onChange={(note) => change({ note })}
          />
          <ScopeAndDuration buyer={buyer} draft={draft} change={change} />
          {wasTried && problems && <Missing {...problems} />}
          <Stack as="row" gap={2}>
            <Button onPress={() => go('who')}>{t('blocking.how.back')}</Button>
            <Button type="submit" look="primary">
              {t('blocking.how.next')}
            </Button>
          </Stack>
        </Stack>
      </Card>
    </form>
  );
}

function ScopeAndDuration({ buyer, draft, change }: Pick<StepProps, 'buyer' | 'draft' | 'change'>) {
  const { t } = useWords();
  const { time } = useFormats();
  const until = endOf('90_days', useNow(30));
  return (
    <>
      <RadioGroup
        label={t('blocking.how.scope')}
        value={draft.scope}
        onChange={(scope) => change({ scope })}
        choices={[
          { value: 'user_id_only', label: t('blocking.how.scopeOnly'), note: t('blocking.how.scopeOnlyNote') },
          {
            value: 'linked_user_ids',
            label: t('blocking.how.scopeLinked'),
            note: (
              <>
                {t('blocking.how.scopeLinkedNote', { count: buyer.linkedAccounts })}
                <LinkEvidence {...buyer} />
              </>
            ),
          },
        ]}
      />
      <RadioGroup
        label={t('blocking.how.duration')}
        value={draft.duration}
        onChange={(duration) => change({ duration })}
        choices={[
          {
            value: '90_days',
            label: t('blocking.how.durationDays'),
            note: t('blocking.how.durationDaysNote', { time: until && time(until) }),
          },
          {
            value: 'permanent',
            label: t('blocking.how.durationPermanent'),
            note: t('blocking.how.durationPermanentNote'),
          },
        ]}
      />
    </>
  );
}

/** Beside the button, since what is missing can be far above it. */
function Missing({ reason, note }: DraftProblems) {
  const { t } = useWords();
  return (
    <Callout tone="danger" isNews>
      {reason && <p>{t('blocking.how.reasonNeeded')}</p>}
      {note && <p>{t(`blockList.change.${note}`, { most: longestNote })}</p>}
    </Callout>
  );
}
