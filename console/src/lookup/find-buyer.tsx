import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { ApiProblem } from '../../../clients/api-problem.ts';
import { ProblemState } from '../api/problem.tsx';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { LoadingState } from '../ui/loading-state.tsx';
import { Stack } from '../ui/stack.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Username } from '../ui/username.tsx';
import { Words, useWords } from '../words/words-provider.tsx';
import css from './find-buyer.module.css';
import { longestName } from './find-rules.ts';
import { useFoundBuyer } from './queries.ts';

interface FindBuyerProps {
  /** What is looked for; empty while nobody has asked. */
  readonly term: string;
  readonly onTerm: (term: string) => void;
  readonly onFound: (buyerId: string) => void;
}

/** Finds the one buyer whom a text names exactly; or says why there is none, and what to try. */
export function FindBuyer({ term, onTerm, onFound }: FindBuyerProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState(term);
  const [before, setBefore] = useState(term);
  if (term !== before) {
    setBefore(term);
    setTyped(term);
  }
  const form = useRef<HTMLFormElement>(null);
  // The one thing to do on its pages: what is typed at once is not lost.
  useEffect(() => form.current?.querySelector('input')?.focus({ preventScroll: true }), []);
  const query = useFoundBuyer(term);
  const found = query.data?.buyerId;
  useEffect(() => {
    if (found !== undefined) onFound(found);
  }, [found, onFound]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed === term) void query.refetch();
    else onTerm(typed);
  };
  return (
    <Stack>
      <form ref={form} className={css.form} onSubmit={submit}>
        <TextField
          label={t('lookup.find.label')}
          help={t('lookup.find.help')}
          value={typed}
          onChange={setTyped}
          maxLength={longestName}
          isExact
        />
        <Button type="submit" look="primary" isPending={query.isFetching} isDisabled={typed.trim() === ''}>
          {t('lookup.find.action')}
        </Button>
      </form>
      {query.isLoading && <LoadingState rows={2} />}
      {query.error && !query.isFetching && (
        <NotFound term={term} error={query.error} onRetry={() => void query.refetch()} />
      )}
    </Stack>
  );
}

interface NotFoundProps {
  readonly term: string;
  readonly error: Error;
  readonly onRetry: () => void;
}

function NotFound({ term, error, onRetry }: NotFoundProps) {
  const { t } = useWords();
  const code = error instanceof ApiProblem ? error.code : undefined;
  const name = { term: <Username of={term} /> };
  if (code === 'username_ambiguous')
    return (
      <Callout tone="warn" title={<Words of="lookup.ambiguous.title" with={name} />} isNews>
        {t('lookup.ambiguous.text')}
      </Callout>
    );
  if (code !== 'buyer_not_found') return <ProblemState error={error} onRetry={onRetry} />;
  return (
    <Callout
      tone="warn"
      title={<Words of="lookup.notFound.title" with={name} />}
      action={<Button onPress={onRetry}>{t('lookup.notFound.again')}</Button>}
      isNews
    >
      <p>{t('lookup.notFound.why')}</p>
      <p className={css.try}>{t('lookup.notFound.try')}</p>
      <ul className={css.list}>
        {(['copy', 'order', 'wait'] as const).map((one) => (
          <li key={one}>{t(`lookup.notFound.${one}`)}</li>
        ))}
      </ul>
    </Callout>
  );
}
