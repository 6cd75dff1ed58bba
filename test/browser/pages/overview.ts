import type { Page } from 'playwright-core';

export function overview(page: Page) {
  const due = page.getByRole('region', { name: 'Needs an answer' });
  return {
    due,
    firstDay: page.getByRole('region', { name: 'Your shop is protected from now on' }),
    /** What is due next of a buyer. */
    alertOf: (username: string) => due.getByRole('link', { name: username }),
  };
}
