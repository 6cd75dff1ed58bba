import type { Page } from 'playwright-core';

export interface BlockChoices {
  readonly reason: string;
  readonly note?: string;
  readonly scope?: 'Only this user ID' | 'All linked user IDs';
  readonly duration?: '90 days' | 'Permanent';
}

/** The way onto the Block List: who, why and how, check. */
export function blocking(page: Page) {
  const main = page.getByRole('main');
  const press = (name: string | RegExp) => main.getByRole('button', { name, exact: true }).click();
  const chooseIn = (group: string, choice: string) =>
    main
      .getByRole('radiogroup', { name: group })
      .getByText(new RegExp(`^${choice}`))
      .click();
  return {
    async find(term: string): Promise<void> {
      await main.getByRole('textbox', { name: 'Exact username, or order ID' }).fill(term);
      await press('Find');
    },
    /** After a look at picture, name and history. */
    async confirm(username: string): Promise<void> {
      await main
        .getByRole('region', { name: 'Is this the buyer you mean?' })
        .getByText(username, { exact: true })
        .waitFor();
      await press('Yes, this is the buyer');
    },
    async choose({ reason, note, scope, duration }: BlockChoices): Promise<void> {
      await chooseIn('Reason', reason);
      if (note !== undefined) await main.getByRole('textbox', { name: /^Note/ }).fill(note);
      if (scope !== undefined) await chooseIn('Scope of the block', scope);
      if (duration !== undefined) await chooseIn('How long', duration);
      await press('Go on to check');
    },
    /** What is said before it is done. */
    consequences: main.getByRole('region', { name: 'Check, then block' }),
    block: (username: string) => press(`Block ${username}`),
    done: (username: string) =>
      main.getByRole('heading', { name: 'is on the Block List' }).filter({ hasText: username }).waitFor(),
  };
}
