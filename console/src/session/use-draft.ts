import { useCallback, useState } from 'react';

const prefix = 'ssc.draft.';

/**
 * What is typed into a form, kept in this tab until the form is done: over a reload, the way back, and a session that has
 * expired. Signing out clears it.
 *
 * @param name of the form and of what it is about, e.g. `block.<shopId>.<buyerId>`.
 */
export function useDraft<Fields extends object>(name: string, empty: Fields) {
  const key = prefix + name;
  const [fields, setFields] = useState(() => ({ ...empty, ...readDraft(key) }));
  const change = useCallback(
    (some: Partial<Fields>) =>
      setFields((before) => {
        const after = { ...before, ...some };
        sessionStorage.setItem(key, JSON.stringify(after));
        return after;
      }),
    [key],
  );
  const clear = useCallback(() => {
    sessionStorage.removeItem(key);
    setFields(empty);
    // An `empty` written in place is another object each time, and means the same.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);
  return { fields, change, clear };
}

function readDraft(key: string): object {
  try {
    const draft: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    return typeof draft === 'object' && draft !== null ? draft : {};
  } catch {
    return {};
  }
}

export function clearDrafts(): void {
  for (const key of Object.keys(sessionStorage).filter((one) => one.startsWith(prefix))) sessionStorage.removeItem(key);
}
