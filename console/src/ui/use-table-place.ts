import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** Where somebody was in a table: a row, and how far below the window's top it stood. */
export interface TablePlace {
  readonly key: string;
  readonly top: number;
  readonly hadFocus: boolean;
}

interface PlaceOptions {
  readonly place: TablePlace | undefined;
  readonly onLeave: ((place: TablePlace) => void) | undefined;
  readonly indexOf: (key: string) => number;
  /** Brings a row near that is not drawn yet. */
  readonly scrollTo: ((index: number) => void) | undefined;
}

/** Below the bar at the top. */
const firstVisible = 64;
/** Rows are measured when they are drawn: the place is right after some frames. */
const mostFrames = 12;

/** Comes back to where one was, and says where one is when the table goes. */
export function useTablePlace(table: RefObject<HTMLTableElement | null>, options: PlaceOptions): void {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const { place, indexOf, scrollTo } = latest.current;
    if (!place) return undefined;
    const index = indexOf(place.key);
    if (index < 0) return undefined;
    let frame = 0;
    let frames = 0;
    const settle = (): void => {
      const row = table.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(place.key)}"]`);
      if (row) window.scrollBy(0, row.getBoundingClientRect().top - place.top);
      else scrollTo?.(index);
      if (++frames < mostFrames) frame = requestAnimationFrame(settle);
      else if (place.hadFocus) row?.querySelector('a')?.focus({ preventScroll: true });
    };
    // After the page has gone to its top, which every page does.
    frame = requestAnimationFrame(settle);
    return () => cancelAnimationFrame(frame);
  }, [table]);
  useLayoutEffect(() => {
    const element = table.current;
    return () => {
      const place = element && placeIn(element);
      if (place) latest.current.onLeave?.(place);
    };
  }, [table]);
}

function placeIn(table: HTMLTableElement): TablePlace | undefined {
  const rows = [...table.querySelectorAll<HTMLElement>('[data-row]')];
  const focused = rows.find((row) => row.contains(document.activeElement));
  const row = focused ?? rows.find((one) => one.getBoundingClientRect().bottom > firstVisible);
  const key = row?.dataset['row'];
  if (!row || key === undefined) return undefined;
  return { key, top: row.getBoundingClientRect().top, hadFocus: focused !== undefined };
}

/** How far the rows are from the top of the page. */
export function useOffset(table: RefObject<HTMLTableElement | null>, isWanted: boolean): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    if (!isWanted) return undefined;
    const frame = requestAnimationFrame(() => {
      const body = table.current?.tBodies[0];
      if (body) setOffset(Math.round(body.getBoundingClientRect().top + window.scrollY));
    });
    return () => cancelAnimationFrame(frame);
  }, [table, isWanted]);
  return offset;
}
