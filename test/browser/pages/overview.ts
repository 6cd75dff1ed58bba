import type { Page } from 'playwright-core';

export function overview(page: Page) {
  const due = page.getByRole('region', { name: 'Needs an answer' });
  return {
    due,
    firstDay: page.getByRole('region', { name: 'Your shop is protected from now on' }),
    newOnes: (count: number) => due.getByRole('button', { name: `${count} new alert${count === 1 ? '' : 's'}` }),
    /** What is due next of a buyer. */
    alertOf: (username: string) => due.getByRole('link', { name: username }),
  };
}
