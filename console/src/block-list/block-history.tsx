import { MoreButton } from '../api/more-button.tsx';
import { QueryState } from '../api/query-state.tsx';
import { Card } from '../ui/card.tsx';
import { Time } from '../ui/time.tsx';
import { useFormats } from '../words/reader-provider.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './block-history.module.css';
import { ByWhom } from './by-whom.tsx';
import { useBlockHistory } from './history-queries.ts';
import type { HistoryEntry } from './history-rules.ts';

/** Blocks of a buyer and their changes, ended ones too, and the orders that they stopped. */
export function BlockHistory({ buyerId }: { readonly buyerId: string }) {
  const { t } = useWords();
  const { query, entries } = useBlockHistory(buyerId);
  return (
    <Card title={t('blockList.history.title')} about={t('blockList.history.about')}>
      <QueryState query={query}>
        {() =>
          entries?.length === 0 ? (
            <p className={css.quiet}>{t('blockList.history.none')}</p>
          ) : (
            <ol className={css.entries}>
              {entries?.map((entry) => (
                <li key={entry.id} className={css.entry}>
                  <Sentence of={entry} />
                  <span className={css.quiet}>
                    <By actor={entry.actor} /> · <Time at={entry.at} />
                  </span>
                </li>
              ))}
            </ol>
          )
        }
      </QueryState>
      <MoreButton query={query} />
    </Card>
  );
}

function By({ actor: { kind, id } }: { readonly actor: HistoryEntry['actor'] }) {
  const { t } = useWords();
  return kind === 'seller' ? <ByWhom subject={id ?? ''} /> : t(`blockList.history.${kind}`);
}

function Sentence({ of: { kind, state, changed, support } }: { readonly of: HistoryEntry }) {
  const { t } = useWords();
  const { time, list } = useFormats();
  const reason = state.reason && t(`blockList.reason.${state.reason}`);
  const scope = state.scope && t(`blockList.scope.${state.scope}`);
  const end = state.expiresAt === undefined ? t('blockList.history.madePermanent') : time(state.expiresAt);
  if (kind === 'blocked') {
    const duration = state.duration && t(`blockList.duration.${state.duration}`);
    return t('blockList.history.blocked', { reason, scope, duration });
  }
  if (kind === 'lifted') return t('blockList.history.lifted', support);
  if (kind !== 'changed') return t(`blockList.history.${kind}`);
  const words = {
    reason,
    scope,
    end: state.expiresAt === undefined ? end : t('blockList.history.extended', { time: end }),
  };
  const changes = changed.length === 0 ? [t('blockList.history.noteChanged')] : changed.map((field) => words[field]);
  return t('blockList.history.changedTo', { changes: list(changes.filter((one) => one !== undefined)) });
}
