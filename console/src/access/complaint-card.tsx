import { useState } from 'react';
import type { Schemas } from '../../../clients/seller-client.ts';
import { ProblemCallout } from '../api/problem-callout.tsx';
import { useDraft } from '../session/use-draft.ts';
import { useShop } from '../session/shop-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Card } from '../ui/card.tsx';
import { Stack } from '../ui/stack.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Time } from '../ui/time.tsx';
import { useToasts } from '../ui/toasts.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './access.module.css';
import { complaintProblem, longestComplaint } from './complaint-rules.ts';
import { useFileComplaint } from './queries.ts';

type Complaint = Schemas['AccessComplaint'];

/** The shop's complaint about the end: what became of the last one, and where the next is written. */
export function ComplaintCard({ complaint }: { readonly complaint: Complaint | undefined }) {
  const { t } = useWords();
  const { mayAct } = useShop();
  const isOpen = complaint?.state === 'open';
  return (
    <Card title={t('access.complaint.title')} about={t('access.complaint.about')}>
      <Stack>
        {complaint && <Filed complaint={complaint} />}
        {!isOpen && (mayAct ? <ComplaintForm /> : <p className={css.text}>{t('access.complaint.viewer')}</p>)}
      </Stack>
    </Card>
  );
}

function Filed({ complaint: { state, text, filedAt, decidedAt, answer } }: { readonly complaint: Complaint }) {
  const { t } = useWords();
  return (
    <>
      {state === 'open' ? (
        <Callout title={t('access.complaint.open.title')}>{t('access.complaint.open.text')}</Callout>
      ) : (
        <Callout tone={state === 'upheld' ? 'good' : 'warn'} title={t(`access.complaint.${state}`)} />
      )}
      <Said by={t('access.complaint.yours')} at={filedAt} text={text} />
      {answer !== undefined && decidedAt !== undefined && (
        <Said by={t('access.complaint.answer')} at={decidedAt} text={answer} />
      )}
    </>
  );
}

/** Somebody's words apart from ours: with their lines, in their own direction. */
export function Said({ by, at, text }: { readonly by: string; readonly at?: string; readonly text: string }) {
  return (
    <div>
      <h3>
        {by} {at !== undefined && <Time at={at} />}
      </h3>
      <blockquote className={css.said}>
        <bdi>{text}</bdi>
      </blockquote>
    </div>
  );
}

function ComplaintForm() {
  const { t } = useWords();
  const { shopId } = useShop();
  const say = useToasts();
  const { fields, change, clear } = useDraft(`complaint.${shopId}`, { text: '' });
  const [isTried, setTried] = useState(false);
  const file = useFileComplaint(() => {
    clear();
    say({ text: t('access.complaint.sent') });
  });
  const problem = complaintProblem(fields.text);
  const shown = problem === 'tooLong' || isTried ? problem : undefined;
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (problem === undefined && !file.isPending) file.mutate(fields.text);
      }}
    >
      <TextField
        label={t('access.complaint.label')}
        help={t('access.complaint.help')}
        isLong
        value={fields.text}
        onChange={(text) => change({ text })}
        error={shown && t(`access.complaint.${shown}`, { most: longestComplaint })}
      />
      {file.error && <ProblemCallout error={file.error} />}
      <Button type="submit" look="primary" isPending={file.isPending}>
        {t('access.complaint.send')}
      </Button>
    </form>
  );
}
