import type { Page } from 'playwright-core';

export function overview(page: Page) {
  const due = page.getByRole('region', { name: 'Due next' });
  return {
    due,
    /** What is due next of a buyer. */
    alertOf: (username: string) => due.getByRole('link', { name: username }),
  };
}
