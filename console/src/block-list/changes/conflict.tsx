import { useEffect } from 'react';
import { Callout } from '../../ui/callout.tsx';
import { useFormats } from '../../words/reader-provider.tsx';
import { Words, useWords } from '../../words/words-provider.tsx';
import { ByWhom } from '../by-whom.tsx';
import { differencesBetween } from '../change-rules.ts';
import type { Difference } from '../change-rules.ts';
import { useBlockHistory } from '../history-queries.ts';
import type { Block } from '../queries.ts';
import css from './conflict.module.css';

interface ConflictProps {
  readonly before: Block;
  readonly after: Block;
}

/** What somebody else has changed while one was deciding, and who it was. */
export function Conflict({ before, after }: ConflictProps) {
  const { t } = useWords();
  const who = useEditor(after);
  const title =
    who === undefined ? (
      t('blockList.conflict.title')
    ) : (
      <Words of="blockList.conflict.titleBy" with={{ who: <ByWhom subject={who} /> }} />
    );
  const differences = differencesBetween(before, after);
  return (
    <Callout tone="warn" title={title} isNews>
      <p>{t('blockList.conflict.text')}</p>
      {before.blockId !== after.blockId && <p>{t('blockList.conflict.again')}</p>}
      {differences.length === 0 ? <p>{t('blockList.conflict.same')}</p> : <Compared differences={differences} />}
    </Callout>
  );
}

function Compared({ differences }: { readonly differences: readonly Difference[] }) {
  const { t } = useWords();
  const { time } = useFormats();
  const word = ({ field }: Difference, value: string | undefined): string => {
    if (field === 'reason') return t(`blockList.reason.${value as Block['reason']}`);
    if (field === 'scope') return t(`blockList.scope.${value as Block['scope']}`);
    if (field === 'end') return value === undefined ? t('blockList.permanent') : time(value);
    return value ?? t('blockList.one.noNote');
  };
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t('blockList.conflict.field')}</th>
          <th scope="col">{t('blockList.conflict.before')}</th>
          <th scope="col">{t('blockList.conflict.after')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((one) => (
          <tr key={one.field}>
            <th scope="row">{t(fieldWords[one.field])}</th>
            <td dir="auto">{word(one, one.before)}</td>
            <td dir="auto">{word(one, one.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const fieldWords = {
  reason: 'blockList.one.reason',
  note: 'blockList.one.note',
  scope: 'blockList.conflict.scope',
  end: 'blockList.conflict.end',
} as const;

/** Who made the newest state, as far as the activity says it. */
function useEditor({ buyerId, createdAt, updatedAt = createdAt }: Block): string | undefined {
  const { query, entries } = useBlockHistory(buyerId);
  const { refetch } = query;
  useEffect(() => void refetch(), [refetch, updatedAt]);
  const entry = entries?.find(({ kind, at }) => (kind === 'changed' || kind === 'blocked') && at === updatedAt);
  return entry?.actor.kind === 'seller' ? entry.actor.id : undefined;
}
