import { QueryState } from '../../api/query-state.tsx';
import { ByWhom } from '../by-whom.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { Stack } from '../../ui/stack.tsx';
import { Time } from '../../ui/time.tsx';
import { useFormats } from '../../words/reader-provider.tsx';
import { Words, useWords } from '../../words/words-provider.tsx';
import { useStanding } from './queries.ts';
import type { Standing, StandingBlock } from './queries.ts';
import css from './standing-card.module.css';

/** Why the gate stops orders of a buyer, or does not: by this shop's blocks of this very buyer. */
export function StandingCard({ buyerId }: { readonly buyerId: string }) {
  const { t } = useWords();
  const query = useStanding(buyerId);
  return (
    <Card title={t('standing.title')} about={t('standing.about')}>
      <QueryState query={query}>
        {(standing) => (
          <Stack>
            <Now of={standing} />
            <Blocks of={standing.blocks} />
            <Stops of={standing.stops} />
            <p className={css.quiet}>{t('standing.links')}</p>
          </Stack>
        )}
      </QueryState>
    </Card>
  );
}

function Now({ of: { gate, blocks } }: { readonly of: Standing }) {
  const { t } = useWords();
  const last = blocks[0];
  const because = gate.reason === 'not_blocked' ? (last?.endedBecause ?? 'never') : gate.reason;
  return (
    <div className={css.now}>
      <Badge tone={gate.decision === 'deny' ? 'danger' : 'neutral'}>{t(`standing.now.${gate.decision}`)}</Badge>
      <p>{t(`standing.because.${because}`)}</p>
    </div>
  );
}

function Blocks({ of }: { readonly of: readonly StandingBlock[] }) {
  const { t } = useWords();
  if (of.length === 0) return null;
  return (
    <section>
      <h3 className={css.heading}>{t('standing.blocks')}</h3>
      <ol className={css.entries}>
        {of.map((block) => (
          <li key={block.blockId} className={css.entry}>
            <Period of={block} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Period({ of: block }: { readonly of: StandingBlock }) {
  const { t } = useWords();
  const { time } = useFormats();
  const { reason, scope, createdAt, createdBy, expiresAt, endedAt, endedBecause, endedBy, supportReason, gaps } = block;
  return (
    <>
      <span>
        {t('standing.block', { reason: t(`blockList.reason.${reason}`), scope: t(`blockList.scope.${scope}`) })}
      </span>
      <span className={css.quiet}>
        <Words of="standing.since" with={{ who: <ByWhom subject={createdBy} />, time: time(createdAt) }} />
      </span>
      {gaps?.map(({ from, until }) => (
        <span key={from} className={css.quiet}>
          {t('standing.gap', { from: time(from), until: time(until) })}
        </span>
      ))}
      <span className={css.quiet}>
        {endedAt === undefined ? (
          t('standing.lasts', { end: expiresAt === undefined ? 'never' : 'some', time: expiresAt && time(expiresAt) })
        ) : (
          <Words
            of={`standing.ended.${endedBecause ?? 'removed'}`}
            with={{ who: <ByWhom subject={endedBy ?? ''} />, time: time(endedAt) }}
          />
        )}
      </span>
      {supportReason !== undefined && (
        <span className={css.quiet}>{t('activity.supportReason', { reason: supportReason })}</span>
      )}
    </>
  );
}

function Stops({ of }: { readonly of: Standing['stops'] }) {
  const { t } = useWords();
  return (
    <section>
      <h3 className={css.heading}>{t('standing.stops')}</h3>
      {of.length === 0 ? (
        <p className={css.quiet}>{t('standing.noStops')}</p>
      ) : (
        <ol className={css.entries}>
          {of.map(({ at }) => (
            <li key={at}>
              <Time at={at} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
