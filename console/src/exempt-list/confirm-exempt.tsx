import { useState } from 'react';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { ProblemCallout } from '../api/problem-callout.tsx';
import { longestNote } from '../block-list/change-rules.ts';
import { useKnownBuyers } from '../block-list/known-buyers.tsx';
import { NoteField } from '../block-list/reason-fields.tsx';
import { BuyerCard } from '../lookup/buyer-card.tsx';
import { LookAlikes } from '../lookup/look-alikes.tsx';
import type { Buyer } from '../lookup/queries.ts';
import { ShopHistory } from '../lookup/shop-history.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Card } from '../ui/card.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { Stack } from '../ui/stack.tsx';
import { useToasts } from '../ui/toasts.tsx';
import { Username } from '../ui/username.tsx';
import { Words, useWords } from '../words/words-provider.tsx';
import { useExempt } from './queries.ts';

/** Nobody is exempted who was not looked at: picture, exact name, history, and those with almost the same name. */
export function ConfirmExempt({ buyer }: { readonly buyer: Buyer }) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const known = useKnownBuyers();
  const { buyerId, isBlocked, isExempt } = buyer;
  return (
    <Stack>
      <LookAlikes
        buyer={buyer}
        known={known}
        choose={(other) => (
          <ButtonLink href={`${pathTo('exempt-list/new')}?buyerId=${other.buyerId}`}>
            {t('lookup.alike.open')}
          </ButtonLink>
        )}
      />
      <Card title={t('exemptions.new.confirm')} about={t('exemptions.new.compare')}>
        <Stack gap={6}>
          <BuyerCard {...buyer} />
          <ShopHistory of={buyer} />
          {isBlocked || isExempt ? (
            <Callout
              tone="warn"
              title={t(isBlocked ? 'problems.already_blocked.title' : 'problems.already_exempt.title')}
              action={<ButtonLink href={pathTo(`buyers/${buyerId}`)}>{t('exemptions.new.open')}</ButtonLink>}
            >
              {t(isBlocked ? 'exemptions.new.blocked' : 'problems.already_exempt.text')}
            </Callout>
          ) : (
            <ExemptForm buyer={buyer} />
          )}
        </Stack>
      </Card>
    </Stack>
  );
}

function ExemptForm({ buyer: { buyerId, username } }: { readonly buyer: Buyer }) {
  const { t } = useWords();
  const { pathTo } = useShop();
  const navigate = useNavigate();
  const say = useToasts();
  const [note, setNote] = useState('');
  const write = useExempt(() => {
    say({ text: t('exemptions.new.done') });
    void navigate(pathTo('exempt-list'));
  });
  const isTooLong = note.length > longestNote;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isTooLong) write.mutate({ buyerId, username, ...(note.trim() === '' ? {} : { note }) });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={6}>
        <NoteField
          label={t('blocking.how.note')}
          value={note}
          problem={isTooLong ? 'noteTooLong' : undefined}
          onChange={setNote}
        />
        <ul>
          {(['linked', 'own', 'quiet'] as const).map((one) => (
            <li key={one}>{t(`exemptions.new.follows.${one}`)}</li>
          ))}
        </ul>
        {write.error && <ProblemCallout error={write.error} />}
        <Stack as="row" gap={2}>
          <ButtonLink href={pathTo('exempt-list/new')}>{t('blocking.who.no')}</ButtonLink>
          <Button type="submit" look="primary" isPending={write.isPending}>
            <span>
              <Words of="exemptions.new.action" with={{ username: <Username of={username} /> }} />
            </span>
          </Button>
        </Stack>
      </Stack>
    </form>
  );
}
