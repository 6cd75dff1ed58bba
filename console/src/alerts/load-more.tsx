import { useEffect, useRef, useState } from 'react';
import { MoreButton } from '../api/more-button.tsx';
import { useWords } from '../words/words-provider.tsx';
import css from './inbox.module.css';
import type { useInbox } from './queries.ts';

/** Loads the next part of the list before its end comes into sight; the button is for whom that does not happen. */
export function LoadMore({ query }: { readonly query: ReturnType<typeof useInbox> }) {
  const { t } = useWords();
  const end = useRef<HTMLDivElement>(null);
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    if (end.current === null) return undefined;
    const observer = new IntersectionObserver(([entry]) => setIsNear(entry?.isIntersecting ?? false), {
      rootMargin: '1500px',
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, []);
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query;
  const pages = data?.pages.length ?? 0;
  useEffect(() => {
    // A page can be empty and have a next one: then the end stays near, and the next is asked for.
    if (isNear && hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [isNear, pages, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
  const count = data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
  return (
    <div ref={end}>
      <MoreButton query={query} />
      {!hasNextPage && count > 20 && <p className={css.end}>{t('alerts.allLoaded', { count })}</p>}
    </div>
  );
}
