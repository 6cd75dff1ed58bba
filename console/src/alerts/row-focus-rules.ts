/**
 * The row that the keyboard goes to.
 *
 * @param ids of the rows, in their order.
 * @param from the row where it is; nothing before the first key.
 */
export function rowAfter(ids: readonly string[], from: string | undefined, step: 1 | -1): string | undefined {
  const at = from === undefined ? -1 : ids.indexOf(from);
  if (at < 0) return ids[0];
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))];
}

/** The row to go on with once one was answered: the next that can be, else the one before. */
export function rowAfterAnswer(
  rows: readonly { readonly id: string; readonly canAct: boolean }[],
  answered: string,
): string | undefined {
  const at = rows.findIndex(({ id }) => id === answered);
  const next = rows.slice(at + 1).find(({ canAct }) => canAct);
  return (next ?? rows.slice(0, Math.max(0, at)).findLast(({ canAct }) => canAct))?.id;
}
