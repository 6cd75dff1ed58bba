import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { paramsOf, viewOf } from './list-rules.ts';
import type { ListView } from './list-rules.ts';

/** Between two keys: browsers refuse an address that changes with each of them. */
const pauseMilliseconds = 250;

/** The view of the list. It changes at once, and the address after it: back, reload and a link lead to the same list. */
export function useListView(): readonly [ListView, (change: Partial<ListView>) => void] {
  const [params, setParams] = useSearchParams();
  const [view, setView] = useState(() => viewOf(params));
  const address = params.toString();
  const [seen, setSeen] = useState(address);
  const [asked, setAsked] = useState(address);
  if (address !== seen) {
    setSeen(address);
    // Not by this page: a link, or the way back.
    if (address !== asked) setView(viewOf(params));
  }
  useEffect(() => {
    const wanted = new URLSearchParams(paramsOf(view)).toString();
    if (wanted === asked) return undefined;
    const timer = setTimeout(() => {
      setAsked(wanted);
      setParams(wanted, { replace: true });
    }, pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [view, asked, setParams]);
  const change = (some: Partial<ListView>): void => setView((before) => ({ ...before, ...some }));
  return [view, change];
}
