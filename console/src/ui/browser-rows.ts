/** The row of a table in which the focus is. */
export function focusedRow(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row'];
}

/** Goes to a row; where it is not drawn, since one has scrolled away from it, to the first that is seen. A dialog keeps the focus. */
export function focusRow(key: string | undefined): void {
  if (document.activeElement?.closest('[role=dialog], [role=alertdialog]')) return;
  const row = key === undefined ? null : document.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);
  const drawn = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const target = row ?? drawn.find((one) => one.getBoundingClientRect().top > 0);
  target?.querySelector('a')?.focus();
}
