import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { placeAfter, withPlace } from './scroll-rules.ts';
import type { Places } from './scroll-rules.ts';

/** After a change of page the keyboard goes on from its heading, which is read out; and one is where one has left it. */
export function usePageChange(main: RefObject<HTMLElement | null>): void {
  const { pathname, key, hash } = useLocation();
  const type = useNavigationType();
  const before = useRef({ pathname, key });
  const places = useRef<Places>(new Map());

  useEffect(() => {
    const keep = (): void => {
      places.current = withPlace(places.current, before.current.key, window.scrollY);
    };
    window.history.scrollRestoration = 'manual';
    window.addEventListener('scroll', keep, { passive: true });
    return () => window.removeEventListener('scroll', keep);
  }, []);

  useLayoutEffect(() => {
    const isOtherPage = before.current.pathname !== pathname;
    if (before.current.key === key) return;
    before.current = { pathname, key };
    if (isOtherPage) (main.current?.querySelector('h1') ?? main.current)?.focus({ preventScroll: true });
    // The page itself goes to its part.
    if (hash !== '') return;
    const left = places.current.get(key);
    const top = placeAfter({ isBackOrForward: type === NavigationType.Pop, isOtherPage, left });
    if (top !== undefined) window.scrollTo(0, top);
  }, [pathname, key, hash, type, main]);
}
