import type { Page } from 'playwright-core';
import { demoShop } from '../../../local/demo/demo-shop.ts';
import type { LocalRuntime } from '../../e2e/start-local.ts';
import { goInside } from '../pages/shell.ts';

/** Why somebody could not go on from here; nothing where they can. */
export async function deadEnd(page: Page): Promise<string | undefined> {
  if ((await page.getByText('Something in the console went wrong').count()) > 0) return 'the page has failed';
  const ways = page.locator('a[href]:visible, button:not([disabled]):visible');
  // It may just be drawn.
  await ways
    .first()
    .waitFor({ timeout: 60_000 })
    .catch(() => undefined);
  return (await ways.count()) > 0 ? undefined : 'nothing leads on from here';
}

/** What the pages show otherwise than the API says, when both have had time. */
export async function contradictions(page: Page, product: LocalRuntime): Promise<readonly string[]> {
  const token = await product.token({ shops: [`${demoShop}:owner`], subject: 'explorer' });
  const ask = async (path: string) => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${product.httpUrl}/v1/shops/${demoShop}/${path}`, { headers });
    return (await response.json()) as { items: readonly { buyerId?: string; alertId?: string }[] };
  };
  const shown = async (prefix: string): Promise<readonly string[]> => {
    const links = page.getByRole('main').locator(`a[href*="/${prefix}/"]`);
    const paths = await links.evaluateAll((all) => all.map((link) => String((link as { href?: unknown }).href)));
    return [...new Set(paths.map((path) => new URL(path).pathname.split('/').at(-1) ?? ''))].toSorted();
  };
  const lists = [
    { name: 'block-list', path: 'blocks?limit=100', idOf: 'buyerId' },
    { name: 'alerts', path: 'alerts?status=open&limit=50', idOf: 'alertId' },
  ] as const;
  const found: string[] = [];
  for (const { name, path, idOf } of lists) {
    await goInside(page, `/shops/${demoShop}/help`);
    await goInside(page, `/shops/${demoShop}/${name}`);
    const problem = await untilSame(
      async () => (await ask(path)).items.map((item) => String(item[idOf as keyof typeof item])).toSorted(),
      async () => (await shown(name)).filter((id) => id !== 'new' && id !== name),
    );
    if (problem !== undefined) found.push(`${name}: ${problem}`);
  }
  return found;
}

/** Asks both again for a minute: what has just happened reaches them one after the other. */
async function untilSame(
  api: () => Promise<readonly string[]>,
  page: () => Promise<readonly string[]>,
): Promise<string | undefined> {
  for (let attempt = 0; ; attempt++) {
    const [said, shown] = [(await api()).join(), (await page().catch((error: unknown) => [String(error)])).join()];
    if (said === shown) return undefined;
    if (attempt === 60) return `the API says ${said}, the page shows ${shown}`;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
