import { useState } from 'react';
import { ProblemCallout } from '../api/problem-callout.tsx';
import { QueryState } from '../api/query-state.tsx';
import { useSessionState } from '../session/session-provider.tsx';
import { useShop } from '../session/shop-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { IdText } from '../ui/id-text.tsx';
import { Select } from '../ui/select.tsx';
import { Stack } from '../ui/stack.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useToasts } from '../ui/toasts.tsx';
import { useWords } from '../words/words-provider.tsx';
import { longestSubject, memberProblem, mostMembers, withMember, withoutMember, withRole } from './member-rules.ts';
import type { ShownMember } from './member-rules.ts';
import { useMembers, useSetMembers } from './queries.ts';
import type { Members, Tagged } from './queries.ts';
import css from './settings.module.css';

/** Who works in the shop: for everybody to see, and for owners to say. */
export function MembersCard() {
  const { t } = useWords();
  const members = useMembers();
  return (
    <Card title={t('settings.members.title')} about={t('settings.members.about')}>
      <QueryState query={members}>
        {(data) => <MemberList of={data} readAgain={() => void members.refetch()} />}
      </QueryState>
    </Card>
  );
}

function MemberList({ of, readAgain }: { readonly of: Tagged<Members>; readonly readAgain: () => void }) {
  const { t } = useWords();
  const { role } = useShop();
  const say = useToasts();
  const set = useSetMembers(() => say({ text: t('settings.members.saved') }));
  const change = (body: ShownMember[]): void => set.mutate({ etag: of.etag, body }, { onError: readAgain });
  const { members } = of.value;
  const mayChange = role === 'owner';
  return (
    <Stack>
      {members.length === 0 ? (
        <p className={css.quiet}>{t('settings.members.nobody')}</p>
      ) : (
        <ul className={css.members}>
          {members.map((member) => (
            <Member key={member.subject} member={member} all={members} change={mayChange ? change : undefined} />
          ))}
        </ul>
      )}
      {set.error && <ProblemCallout error={set.error} />}
      {mayChange ? (
        <AddMember all={members} isPending={set.isPending} change={change} />
      ) : (
        <p className={css.quiet}>{t('settings.members.onlyOwners')}</p>
      )}
    </Stack>
  );
}

interface MemberProps {
  readonly member: ShownMember;
  readonly all: readonly ShownMember[];
  readonly change: ((members: ShownMember[]) => void) | undefined;
}

function Member({ member, all, change }: MemberProps) {
  const { t } = useWords();
  const state = useSessionState();
  const { subject, role } = member;
  const isYou = 'claims' in state && state.claims.subject === subject;
  return (
    <li className={css.member}>
      <span className={css.who}>
        <IdText id={subject} />
        {isYou && <span className={css.quiet}>{t('settings.members.you')}</span>}
      </span>
      {role === 'owner' || isYou || !change ? (
        <span className={css.role}>{t(`settings.members.${role}`)}</span>
      ) : (
        <span className={css.controls}>
          <Select
            label={t('settings.members.roleOf', { id: subject })}
            isLabelHidden
            value={role}
            onChange={(chosen) => chosen !== role && change(withRole(all, subject, chosen))}
            choices={rolesToGive.map((value) => ({ value, label: t(`settings.members.${value}`) }))}
          />
          <Button
            isSmall
            aria-label={t('settings.members.removeOne', { id: subject })}
            onPress={() => change(withoutMember(all, subject))}
          >
            {t('settings.members.remove')}
          </Button>
        </span>
      )}
    </li>
  );
}

const rolesToGive = ['agent', 'viewer'] as const;

function AddMember({
  all,
  isPending,
  change,
}: {
  readonly all: readonly ShownMember[];
  readonly isPending: boolean;
  readonly change: (members: ShownMember[]) => void;
}) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [role, setRole] = useState<(typeof rolesToGive)[number]>('agent');
  const [isTried, setTried] = useState(false);
  // Copied from a message, it comes with blanks.
  const subject = text.trim();
  const problem = memberProblem(subject, all);
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(problem !== undefined);
        if (problem !== undefined || isPending) return;
        change(withMember(all, { subject, role }));
        setText('');
      }}
    >
      <TextField
        label={t('settings.members.id')}
        help={t('settings.members.idHelp')}
        isExact
        value={text}
        onChange={setText}
        error={
          isTried && problem !== undefined
            ? t(`settings.members.problem.${problem}`, { most: problem === 'full' ? mostMembers : longestSubject })
            : undefined
        }
      />
      <Select
        label={t('settings.members.role')}
        value={role}
        onChange={setRole}
        choices={rolesToGive.map((value) => ({
          value,
          label: t(`settings.members.${value}`),
          note: t(`settings.members.${value}Note`),
        }))}
      />
      <Button type="submit" isPending={isPending}>
        {t('settings.members.add')}
      </Button>
    </form>
  );
}
