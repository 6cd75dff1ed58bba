import type { Locator, Page } from 'playwright-core';

export type Answer = 'Cancel order' | 'Reject refund' | 'Dismiss';

/** The inbox, and the page of one alert. */
export function alerts(page: Page) {
  const main = page.getByRole('main');
  const dialog = page.getByRole('alertdialog');
  return {
    view: (name: 'To answer' | 'Waiting for confirmation' | 'Fraud stopped' | 'All') =>
      main.getByRole('navigation', { name: 'Which alerts' }).getByRole('link', { name, exact: true }).click(),
    row: (username: string): Locator =>
      main.getByRole('row').filter({ has: page.getByRole('link', { name: username, exact: true }) }),
    newOnes: (count: number) =>
      main.getByRole('button', { name: `${count} new alert${count === 1 ? '' : 's'}`, exact: true }),
    open: (username: string) => main.getByRole('link', { name: username, exact: true }).click(),
    /** Of the page of an alert: what has become of it. */
    story: (text: string) => main.getByText(text).first(),
    act: (answer: Answer) => main.getByRole('button', { name: answer, exact: true }).click(),
    dialog,
    confirm: (answer: Answer) => dialog.getByRole('button', { name: answer, exact: true }).click(),
    /** In the dialog, of a choice whose words begin with this. */
    chooseVerdict: (verdict: 'The flag is wrong' | 'I accept the risk') =>
      dialog.getByText(new RegExp(`^${verdict}`)).click(),
  };
}
