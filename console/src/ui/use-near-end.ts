import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Calls when an element comes near the window: the end of a list that goes on. */
export function useNearEnd(element: RefObject<HTMLElement | null>, onNear: () => void, isOn: boolean): void {
  const latest = useRef(onNear);
  useEffect(() => {
    latest.current = onNear;
  });
  useEffect(() => {
    if (!isOn || element.current === null) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: '600px',
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, isOn]);
}
