import { useEffect } from 'react';
import { windowTitle } from './window-title-rules.ts';

const shown = { page: '', product: 'Seller Security Center', open: 0 };

function show(some: Partial<typeof shown>): void {
  Object.assign(shown, some);
  document.title = windowTitle(shown.page, shown.product, shown.open);
}

/** The page's part of the window's title. */
export function useWindowTitle(page: string): void {
  useEffect(() => show({ page }), [page]);
}

/** How much waits, in front of the title while this is on the page. */
export function useCountInTitle(open: number, product: string): void {
  useEffect(() => {
    show({ open, product });
    return () => show({ open: 0 });
  }, [open, product]);
}
