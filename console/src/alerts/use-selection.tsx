import { useCallback, useRef, useState, useLayoutEffect } from 'react';
import { mostAtOnce } from './bulk-rules.ts';
import type { Alert } from './queries.ts';

/** Which alerts are selected, at most so many as can be answered at once. */
export function useSelection(alerts: readonly Alert[]) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set());
  const latest = useRef(alerts);
  useLayoutEffect(() => {
    latest.current = alerts;
  });
  const select = useCallback(
    (alertId: string, isSelected: boolean) =>
      setSelected((before) => {
        if (before.has(alertId) === isSelected || (isSelected && before.size >= mostAtOnce)) return before;
        const after = new Set(before);
        if (isSelected) after.add(alertId);
        else after.delete(alertId);
        return after;
      }),
    [],
  );
  const selectAll = useCallback((isSelected: boolean) => {
    const open = latest.current.filter(({ actions }) => actions.includes('dismiss'));
    setSelected(new Set(isSelected ? open.slice(0, mostAtOnce).map(({ alertId }) => alertId) : []));
  }, []);
  const clear = useCallback(() => setSelected(new Set()), []);
  return { selected, select, selectAll, clear };
}
