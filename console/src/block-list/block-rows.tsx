import { SearchX } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useNow } from '../ui/use-now.ts';
import { useWords } from '../words/words-provider.tsx';
import css from './block-rows.module.css';
import { BlockTable } from './block-table.tsx';
import { heldRows, waitingCount } from './held-rows-rules.ts';
import { isFiltered, shownBlocks, viewOf } from './list-rules.ts';
import { useListView } from './list-view.tsx';
import { ListToolbar } from './list-toolbar.tsx';
import type { Block } from './queries.ts';

interface BlockRowsProps {
  readonly blocks: readonly Block[];
  /** All have come: from now on, rows stay where they are. */
  readonly isComplete: boolean;
}

/** The list as it is filtered and sorted; what has changed since it was drawn changes in its place. */
export function BlockRows({ blocks, isComplete }: BlockRowsProps) {
  const { t, locale } = useWords();
  const [view, change] = useListView();
  const [kept, setKept] = useState<readonly Block[]>();
  if (kept === undefined && isComplete) setKept(blocks);
  const held = kept ?? blocks;
  const wanted = useDeferredValue(view);
  const now = useNow(60);
  const shown = useMemo(() => shownBlocks(held, wanted, now, locale), [held, wanted, now, locale]);
  const rows = useMemo(() => heldRows(shown, blocks, now), [shown, blocks, now]);
  const waiting = isComplete ? waitingCount(held, blocks) : 0;
  return (
    <>
      <ListToolbar view={view} onChange={change} />
      <div className={css.bar}>
        <p role="status" className={css.count}>
          {t('blockList.shown', { shown: shown.length, all: held.length, isAll: String(shown.length === held.length) })}
        </p>
        {waiting > 0 && (
          <Button isSmall onPress={() => setKept(blocks)}>
            {t('blockList.waiting', { count: waiting })}
          </Button>
        )}
      </div>
      {rows.length > 0 ? (
        <BlockTable rows={rows} />
      ) : (
        <EmptyState
          icon={SearchX}
          title={t('blockList.noMatch')}
          action={
            isFiltered(view) && (
              <Button onPress={() => change({ ...viewOf(new URLSearchParams()), order: view.order })}>
                {t('blockList.clear')}
              </Button>
            )
          }
        >
          {t('blockList.noMatchText', { count: held.length })}
        </EmptyState>
      )}
    </>
  );
}
